package io.github.coopj.governance.agenda;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;

/** Somebody named the candidate; he has not consented. */
public final class NamedCandidate implements Nomination {
  private final NominationRecord row;

  NamedCandidate(NominationRecord row) {
    this.row = row;
  }

  /**
   * Takes the consent of the candidate.
   *
   * @param signature his signature under {@link CandidateConsent#digest}
   * @param members who is an active member
   * @param keys which keys sign for which accounts
   * @param now time of the move
   * @return the candidate with his consent
   * @throws GovernanceException NOT_AN_ACTIVE_MEMBER if he has left, SIGNATURE_FORGED
   */
  public ConsentedCandidate consent(
      DocumentSignature signature, MembershipLookup members, SignerKeys keys, Instant now) {
    Proposal.requireMember(row.terms().candidate(), members, now);
    signature.requireGenuine(row.terms().digest(), row.terms().candidate(), keys.until(now));
    return new ConsentedCandidate(
        new NominationRecord(row.terms(), row.nominatedBy(), row.namedAt(), TimePointSec.of(now)));
  }

  @Override
  public NominationRecord snapshot() {
    return row;
  }
}
