package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;

/**
 * Adopted, but the signature was missing or refused for longer than the charter lets it: the question goes to the general
 * meeting (CHAIR-11). It never gets force as a decision of the Council.
 */
public final class EscalatedDecision extends CouncilDecision {
  EscalatedDecision(CouncilDecisionRecord data) {
    super(data);
  }

  /** First moment at which a signature is overdue. */
  static Instant signatureDue(CouncilDecisionRecord data, Charter charter) {
    return data.decidedAt()
        .toInstant()
        .atZone(charter.zone())
        .plusDays(charter.chairman().signatureDays())
        .toInstant();
  }

  /**
   * Takes a decision to the general meeting whose signature is missing, or was refused, for longer than the charter lets
   * it.
   *
   * @param decision the decision
   * @param council the Council
   * @param member any member in office
   * @param charter the charter in force
   * @param now the moment
   * @return the escalated decision, without force
   * @throws GovernanceException WRONG_STATE, NOT_IN_COUNCIL, SIGNATURE_NOT_OVERDUE, OUT_OF_ORDER
   */
  public static EscalatedDecision of(
      CouncilDecision decision, Council council, Name member, Charter charter, Instant now) {
    return decision instanceof DeclinedDecision declined
        ? declined.escalate(council, member, charter, now)
        : decision.requirePendingSignature().escalate(council, member, charter, now);
  }

  static EscalatedDecision of(CouncilDecisionRecord data, Charter charter, Instant now) {
    Instant due = signatureDue(data, charter);
    if (now.isBefore(due)) {
      throw new GovernanceException(
          Reason.SIGNATURE_NOT_OVERDUE, "decision", data.id(), "dueAt", TimePointSec.of(due));
    }
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, data.effectiveAt());
    return new EscalatedDecision(
        data.ended(DecisionStatus.ESCALATED, data.signer(), data.declineReason(), at));
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.escalated(this);
  }

  /**
   * What the general meeting is told.
   *
   * @return the facts
   */
  public Escalation facts() {
    return new Escalation(
        id(),
        type(),
        subject(),
        data.contentHash(),
        data.signer(),
        data.declineReason(),
        data.effectiveAt());
  }
}
