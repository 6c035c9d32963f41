package io.github.coopj.governance.council;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The duty that comes with the suspension of the Chairman: to convene the general meeting, which alone may re-elect him,
 * or the suspension lapses (COUNCIL-18).
 *
 * @param suspension number of the decision that suspended him
 * @param since when it came into force
 * @param dueOn last day on which the meeting may be convened, in the zone of the cooperative
 */
public record ConveningDuty(long suspension, TimePointSec since, LocalDate dueOn) {
  /**
   * The duty that a suspension creates.
   *
   * @param decision the decision that suspends the Chairman
   * @param charter the charter in force
   * @return the duty, due the days of the charter after the decision came into force
   */
  public static ConveningDuty of(DecisionInForce decision, Charter charter) {
    LocalDate day = decision.effectiveAt().toInstant().atZone(charter.zone()).toLocalDate();
    return new ConveningDuty(
        decision.id(), decision.effectiveAt(), day.plusDays(charter.sessions().suspensionDays()));
  }

  /**
   * When the suspension lapses without a meeting convened.
   *
   * @param charter the charter in force
   * @return the first moment after {@link #dueOn}
   */
  public TimePointSec lapsesAt(Charter charter) {
    return TimePointSec.of(dueOn.plusDays(1).atStartOfDay(charter.zone()).toInstant());
  }

  /**
   * Meets the duty: the meeting is convened, and the suspension lasts as long as was decided.
   *
   * @param council the Council that suspended its Chairman by this decision last
   * @param decision that decision
   * @param suspension its content
   * @param convening the decision that convenes the meeting, in force since the suspension and before it lapsed
   * @param agenda digest of the agenda that it convenes for
   * @param charter the charter in force
   * @return the Council with the suspension until the end that was decided
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED if the Chairman
   *     was suspended anew since, OUT_OF_ORDER if the meeting was convened before the suspension, MEETING_TIME_PASSED if
   *     it was convened too late
   */
  public static Council met(
      Council council,
      DecisionInForce decision,
      Suspension suspension,
      DecisionInForce convening,
      Checksum256 agenda,
      Charter charter) {
    decision.requireAbout(QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    convening.requireAbout(QuestionType.CONVENE_MEETING, agenda);
    if (decision.id() != council.suspensionId()) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    ConveningDuty duty = of(decision, charter);
    CouncilDecision.requireNotBefore(convening.effectiveAt(), duty.since());
    TimePointSec lapse = duty.lapsesAt(charter);
    if (convening.effectiveAt().compareTo(lapse) >= 0) {
      throw new GovernanceException(
          Reason.MEETING_TIME_PASSED, "now", convening.effectiveAt(), "until", lapse);
    }
    return council.suspendedUntil(suspension.until());
  }

  /**
   * Whether the duty was not met in time.
   *
   * @param charter the charter in force
   * @param now the moment
   * @return whether {@link #dueOn} is over
   */
  public boolean isOverdue(Charter charter, Instant now) {
    return !now.isBefore(lapsesAt(charter).toInstant());
  }
}
