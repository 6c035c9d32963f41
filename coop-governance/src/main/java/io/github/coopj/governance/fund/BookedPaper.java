package io.github.coopj.governance.fund;

import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.util.Optional;

/**
 * One paper, one contribution: what was booked under a paper of a cooperative, so that sending it again books nothing and
 * nothing else is booked under it.
 *
 * @param document digest of the paper
 * @param contribution digest of the contribution booked under it
 */
public record BookedPaper(Checksum256 document, Checksum256 contribution) {
  /**
   * The paper of a contribution.
   *
   * @param contribution what was received
   * @return what to keep once it is booked
   * @throws GovernanceException NO_DOCUMENT
   */
  public static BookedPaper of(Contribution contribution) {
    if (contribution.document().equals(Checksum256.ZERO)) {
      throw new GovernanceException(Reason.NO_DOCUMENT, "account", contribution.member());
    }
    return new BookedPaper(
        contribution.document(),
        Checksum256.sha256(RecordCodec.of(Contribution.class).encode(contribution)));
  }

  /**
   * Whether a contribution is booked already.
   *
   * @param contribution what was received
   * @param existing what is kept about its paper, if anything is
   * @return true if exactly this contribution was booked, false if nothing was
   * @throws GovernanceException NO_DOCUMENT, DOCUMENT_BOOKED if another contribution was
   */
  public static boolean isBooked(Contribution contribution, Optional<BookedPaper> existing) {
    BookedPaper paper = of(contribution);
    if (existing.isPresent() && !existing.get().equals(paper)) {
      throw new GovernanceException(
          Reason.DOCUMENT_BOOKED,
          "account",
          contribution.member(),
          "document",
          contribution.document());
    }
    return existing.isPresent();
  }
}
