package io.github.coopj.governance.agenda;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;

/** A demand that the Council still owes a meeting on: in its time, or late (MEET-07). */
public abstract sealed class OwedDemand extends Demand permits PresentedDemand, BreachedDemand {
  OwedDemand(DemandRecord data) {
    super(data);
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
}
