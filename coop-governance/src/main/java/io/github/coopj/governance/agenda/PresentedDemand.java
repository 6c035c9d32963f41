package io.github.coopj.governance.agenda;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Enough demanded the meeting; the Council has to convene it. */
public final class PresentedDemand extends Demand {
  PresentedDemand(DemandRecord data) {
    super(data);
  }

  /**
   * Last day on which the Council can convene (MEET-07).
   *
   * @param zone zone of the cooperative
   * @return the day, by the charter that was in force at presentation
   */
  public LocalDate dueOn(ZoneId zone) {
    return LocalDate.ofInstant(data.presentedAt().toInstant(), zone).plusDays(data.conveneDays());
  }

  /**
   * Whether the Council owes the meeting longer than it may.
   *
   * @param zone zone of the cooperative
   * @param now the moment
   * @return false on the last day, true from the day after it
   */
  public boolean isOverdue(ZoneId zone, Instant now) {
    return LocalDate.ofInstant(now, zone).isAfter(dueOn(zone));
  }

  /**
   * The Council convened the meeting demanded.
   *
   * @param decision decision CONVENE_MEETING in force
   * @param convocation digest of the convocation that was decided
   * @param agenda agenda of that convocation
   * @param now time of the move
   * @return the demand, met
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, OUT_OF_ORDER for a decision before the
   *     demand or in the future, DEMAND_ITEM_MISSING if the agenda lacks what was demanded
   */
  public MetDemand meet(
      DecisionInForce decision, Checksum256 convocation, Agenda agenda, Instant now) {
    decision.requireAbout(QuestionType.CONVENE_MEETING, convocation);
    if (decision.effectiveAt().compareTo(data.presentedAt()) < 0) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", decision.effectiveAt(), "notBefore", data.presentedAt());
    }
    if (decision.effectiveAt().toInstant().isAfter(now)) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", now, "notBefore", decision.effectiveAt());
    }
    for (AgendaItem item : data.text().items()) {
      if (!agenda.contains(item)) {
        throw new GovernanceException(Reason.DEMAND_ITEM_MISSING, "item", item.title());
      }
    }
    return new MetDemand(data.ended(DemandStatus.MET, decision.effectiveAt(), decision.id()));
  }

  /**
   * States that the Council let its time pass.
   *
   * @param zone zone of the cooperative
   * @param now time of the move, after the last day
   * @return the demand, breached
   * @throws GovernanceException DEMAND_NOT_DUE
   */
  public BreachedDemand breach(ZoneId zone, Instant now) {
    if (!isOverdue(zone, now)) {
      throw new GovernanceException(Reason.DEMAND_NOT_DUE, "dueOn", dueOn(zone));
    }
    return new BreachedDemand(data.ended(DemandStatus.BREACHED, TimePointSec.of(now), 0));
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.presented(this);
  }
}
