package io.github.coopj.governance.meeting;

import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;

/**
 * A ballot with the signature of who casts it. Answers count for nothing until signed (BALLOT-06).
 *
 * @param ballot the ballot
 * @param signature signature over {@link Ballot#digest}
 */
public record SignedBallot(Ballot ballot, DocumentSignature signature) {
  /**
   * Refuses a ballot that the member, or who casts it for him, did not sign exactly as it is (ESIG-04).
   *
   * @param keys which keys sign for which accounts
   * @return the ballot, to be cast
   * @throws GovernanceException BALLOT_FORGED
   */
  public Ballot requireGenuine(SignerKeys keys) {
    if (!signature.isGenuine(ballot.digest(), ballot.castBy(), keys)) {
      throw new GovernanceException(Reason.BALLOT_FORGED, "account", ballot.castBy());
    }
    return ballot;
  }
}
