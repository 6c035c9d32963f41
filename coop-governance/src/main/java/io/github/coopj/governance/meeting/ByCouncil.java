package io.github.coopj.governance.meeting;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;

/**
 * The Council convenes (MEET-05, AGENDA-04).
 *
 * @param decision decision CONVENE_MEETING over the convocation, or REPEAT_MEETING over that of a repeat cycle
 */
public record ByCouncil(DecisionInForce decision) implements ConveningAct {
  @Override
  public long decisionId() {
    return decision.id();
  }

  @Override
  public long demandId() {
    return 0;
  }

  @Override
  public TimePointSec effectiveAt() {
    return decision.effectiveAt();
  }

  @Override
  public void requireConvenes(
      Convocation convocation, Agenda agenda, Charter charter, Instant now) {
    requireAbout(QuestionType.CONVENE_MEETING, convocation, now);
  }

  @Override
  public void requireRepeats(Convocation convocation, Instant now) {
    requireAbout(QuestionType.REPEAT_MEETING, convocation, now);
  }

  private void requireAbout(QuestionType type, Convocation convocation, Instant now) {
    decision.requireAbout(type, convocation.digest());
    if (effectiveAt().toInstant().isAfter(now)) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", now, "notBefore", effectiveAt());
    }
  }
}
