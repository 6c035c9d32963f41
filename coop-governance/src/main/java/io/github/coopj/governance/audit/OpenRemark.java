package io.github.coopj.governance.audit;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.time.LocalDate;

/** Delivered, neither carried out nor before the meeting. */
public abstract sealed class OpenRemark extends Remark
    permits DeliveredRemark, AcceptedRemark, ObjectedRemark {
  OpenRemark(RemarkRecord data) {
    super(data);
  }

  /**
   * Last day on which the remark may be considered and carried out: the day of delivery and the days of the charter
   * (AUDIT-10).
   *
   * @param charter the charter in force
   * @return the day in the zone of the cooperative
   */
  public LocalDate dueOn(Charter charter) {
    return dueOn(data, charter);
  }

  /**
   * Whether that day is over.
   *
   * @param charter the charter in force
   * @param now the moment
   * @return false to the last second of the day, true from the first of the next
   */
  public boolean isOverdue(Charter charter, Instant now) {
    return now.atZone(charter.zone()).toLocalDate().isAfter(dueOn(charter));
  }

  /**
   * The disagreement there is, or would be once the time is over.
   *
   * @return the disagreement that a decision ESCALATE passes to the meeting
   */
  public Disagreement disagreement() {
    return difference();
  }

  /**
   * Passes the question to the general meeting: the body has objected, or let its time pass (AUDIT-11).
   *
   * @param decision decision ESCALATE of the commission on the {@link #disagreement}
   * @param charter the charter in force
   * @param now the moment
   * @return the remark before the meeting
   * @throws GovernanceException OUT_OF_ORDER, OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     REMARK_NOT_DUE if nobody objected and the time is not over
   */
  public EscalatedRemark escalate(AuditDecision decision, Charter charter, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, last());
    decision.requireAbout(disagreement().topic());
    if (!disagreement().isObjection() && !isOverdue(charter, now)) {
      throw new GovernanceException(
          Reason.REMARK_NOT_DUE, "remark", data.content().id(), "dueOn", dueOn(charter));
    }
    return new EscalatedRemark(new RemarkRecord(
        data.content(),
        data.decision(),
        data.issuedAt(),
        RemarkStatus.ESCALATED,
        data.delivery(),
        data.answer(),
        data.agreed(),
        new RemarkStep(decision.snapshot().proposer(), at, decision.hash())));
  }

  TimePointSec last() {
    return data.answer().isTaken() ? data.answer().at() : data.delivery().at();
  }

  static LocalDate dueOn(RemarkRecord data, Charter charter) {
    return data.delivery()
        .at()
        .toInstant()
        .atZone(charter.zone())
        .toLocalDate()
        .plusDays(charter.audit().responseDays());
  }
}
