package io.github.coopj.governance.council;

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
