package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.BallotRefusal;
import io.github.coopj.governance.secret.SecretBallot;
import java.util.Optional;

/** Actions on ballots beside those that members hand in: {@link MeetingActions.HandIn}. */
public final class BallotActions {
  private BallotActions() {}

  /**
   * Enters a paper ballot; the secretary of the meeting authorises it (BALLOT-02).
   *
   * @param ballot the ballot, see {@link Ballot#entered}
   * @param signature the secretary's signature under it
   */
  @AbiName("paperballot")
  public record Enter(Ballot ballot, DocumentSignature signature) {}

  /**
   * Lists a ballot that is refused, with the reason (TALLY-03). The secretary of the meeting authorises it; the rule is {@link
   * BallotRefusal}.
   *
   * @param ballot the ballot
   * @param signature the signature it came with
   * @param paper whether the secretary would enter it from paper
   * @param secret the answers to the secret items, sealed
   */
  @AbiName("refuseballot")
  public record Refuse(
      Ballot ballot, DocumentSignature signature, boolean paper, Optional<SecretBallot> secret) {}
}
