package io.github.coopj.governance.program;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.held;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programmes that touch rules of funds. */
@Tag("COUNCIL-22")
class ProgrammeFundsTest {
  private static final Charter CHARTER = platform();
  private static final SplitRule HALVES = new SplitRule(1, 1);
  private static final Instant HELD = NOW.plusSeconds(60);

  private static ProgrammeRegulation regulation(int version) {
    return Programmes.regulation(5, version, HALVES).touchingFunds();
  }

  private static DecisionInForce council(ProgrammeRegulation regulation) {
    return decision(QuestionType.PROGRAMME, regulation.digest(), NOW);
  }

  private static MeetingDecision meeting(ItemType type, ProgrammeRegulation regulation) {
    return held(type, regulation.digest(), HELD).decision(1);
  }

  @Test
  void approve_needsBothBodies_andCountsFromTheLater() {
    Programme.Draft draft = Programme.draft(regulation(1), CHARTER);
    assertRefused(
        () -> draft.approve(CHARTER, council(regulation(1))), "FUNDS_NEED_MEETING number=5");
    assertRefused(
        () ->
            draft.approve(CHARTER, council(regulation(1)), meeting(ItemType.OTHER, regulation(1))),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> draft.approve(
            CHARTER, council(regulation(1)), meeting(ItemType.FUND_RULES, regulation(2))),
        Reason.DECISION_ON_OTHER_SUBJECT);
    MeetingDecision rules = meeting(ItemType.FUND_RULES, regulation(1));
    Programme.Active active = draft.approve(CHARTER, council(regulation(1)), rules);
    assertThat(active.since()).isEqualTo(HELD);
    assertThat(active.snapshot().meeting()).isEqualTo(rules.id());
    assertThat(draft
            .approve(
                CHARTER,
                decision(QuestionType.PROGRAMME, regulation(1).digest(), HELD.plusSeconds(1)),
                rules)
            .since())
        .isEqualTo(HELD.plusSeconds(1));
    assertThat(Programme.restore(active.snapshot())).isEqualTo(active);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Programme.restore(
            active.snapshot().with(ProgrammeStatus.ACTIVE, 41, 0, TimePointSec.of(HELD))));
  }

  @Test
  void revise_intoRulesOfFunds_needsTheMeetingToo() {
    Programme.Active plain = Programmes.active(5, HALVES);
    assertRefused(
        () -> plain.revise(regulation(2), CHARTER, council(regulation(2))),
        "FUNDS_NEED_MEETING number=5");
    Programme.Active revised = plain.revise(
        regulation(2),
        CHARTER,
        council(regulation(2)),
        meeting(ItemType.FUND_RULES, regulation(2)));
    assertThat(revised.snapshot().funds()).isTrue();
    assertThat(revised.since()).isEqualTo(HELD);
    assertThat(Programme.restore(revised.snapshot())).isEqualTo(revised);
    assertThat(regulation(2).digest())
        .isNotEqualTo(Programmes.regulation(5, 2, HALVES).digest());
  }
}
