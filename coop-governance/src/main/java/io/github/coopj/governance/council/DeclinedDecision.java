package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;

/** Adopted, but the signature was refused. */
public final class DeclinedDecision extends CouncilDecision {
  DeclinedDecision(CouncilDecisionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.declined(this);
  }

  /**
   * Grounds of the refusal.
   *
   * @return words
   */
  public String reason() {
    return data.declineReason();
  }

  /**
   * Who refused.
   *
   * @return the account
   */
  public Name signer() {
    return data.signer();
  }

  /**
   * When the signature was refused.
   *
   * @return the time
   */
  public TimePointSec declinedAt() {
    return data.effectiveAt();
  }

  /**
   * Takes the question to the general meeting, once the time of the charter for the signature is over. Until then the
   * Council may put it anew.
   *
   * @param council the Council
   * @param member any member in office
   * @param charter the charter in force
   * @param now the moment
   * @return the escalated decision with the refusal and its grounds, without force
   * @throws GovernanceException NOT_IN_COUNCIL, SIGNATURE_NOT_OVERDUE, OUT_OF_ORDER
   */
  public EscalatedDecision escalate(Council council, Name member, Charter charter, Instant now) {
    council.requireMember(member, now);
    return EscalatedDecision.of(data, charter, now);
  }
}
