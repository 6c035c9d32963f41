package io.github.coopj.governance.appeal;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Decisions;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MEET-11")
class OverridesTest {
  private static final Overrides NONE = new Overrides(COOP, List.of());
  private static final ChallengedDecision COUNCIL =
      new ChallengedDecision(DecidingBody.COUNCIL, 41, paper("lease"));
  private static final OverrideOrder CANCEL = new OverrideOrder(COOP, COUNCIL, Checksum256.ZERO);
  private static final OverrideOrder REPLACE =
      new OverrideOrder(COOP, COUNCIL, paper("cheaper lease"));

  private static final Instant AT = Fixtures.CLOSES;

  private static MeetingDecision decision(long meeting, ItemType type, Checksum256 subject) {
    return Decisions.of(COOP, meeting, type, subject, AT.plusSeconds(meeting));
  }

  private static MeetingDecision on(long meeting, OverrideOrder order) {
    return decision(meeting, ItemType.OVERRIDE, order.digest());
  }

  @Test
  void with_replacesTheEffectOfADecision_fromTheMeetingOn() {
    Overrides overrides = NONE.with(REPLACE, on(7, REPLACE));
    Instant effective = AT.plusSeconds(7);
    NONE.requireStanding(COUNCIL, effective);
    assertThat(NONE.inEffect(COUNCIL, effective)).contains(paper("lease"));
    assertThat(overrides.inEffect(COUNCIL, effective.minusSeconds(1))).contains(paper("lease"));
    overrides.requireStanding(COUNCIL, effective.minusSeconds(1));
    assertThat(overrides.inEffect(COUNCIL, effective)).contains(paper("cheaper lease"));
    assertThat(overrides.requireStanding(COUNCIL, effective)).isEqualTo(paper("cheaper lease"));
    for (ChallengedDecision other : List.of(
        new ChallengedDecision(DecidingBody.BOARD, 41, paper("lease")),
        new ChallengedDecision(DecidingBody.COUNCIL, 42, paper("lease")),
        new ChallengedDecision(DecidingBody.COUNCIL, 41, paper("other")))) {
      overrides.requireStanding(other, effective);
      assertThat(overrides.inEffect(other, effective)).contains(other.subject());
    }
  }

  @Test
  void inEffect_keepsTypeNumberAndHash_ofTheDecisionOfTheCouncil() {
    DecisionInForce taken = Fixtures.decision(QuestionType.TASK, paper("lease"), Fixtures.NOW);
    OverrideOrder order =
        new OverrideOrder(COOP, ChallengedDecision.ofCouncil(taken), paper("cheaper lease"));
    Overrides overrides = NONE.with(order, on(7, order));
    assertThat(overrides.inEffect(taken, AT.plusSeconds(6))).isEqualTo(taken);
    DecisionInForce amounts = overrides.inEffect(taken, AT.plusSeconds(7));
    amounts.requireAbout(QuestionType.TASK, paper("cheaper lease"));
    assertThat(amounts.id()).isEqualTo(taken.id());
    assertThat(amounts.hash()).isEqualTo(taken.hash());
    assertThat(amounts.snapshot().question().matterKey())
        .as("the matter is still that of the decision")
        .isEqualTo(taken.snapshot().question().matterKey());
    assertRefused(
        () -> amounts.requireAbout(QuestionType.TASK, paper("lease")),
        Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  void with_cancelsADecision_andTheLastOrderCounts() {
    Overrides cancelled = NONE.with(CANCEL, on(7, CANCEL));
    assertThat(cancelled.inEffect(COUNCIL, AT.plusSeconds(7))).isEmpty();
    assertRefused(
        Reason.DECISION_OVERRIDDEN,
        "DECISION_OVERRIDDEN decision=41 by=70001",
        () -> cancelled.requireStanding(COUNCIL, AT.plusSeconds(7)));
    Overrides replaced = cancelled.with(REPLACE, on(8, REPLACE));
    assertThat(replaced.inEffect(COUNCIL, AT.plusSeconds(7))).isEmpty();
    assertThat(replaced.inEffect(COUNCIL, AT.plusSeconds(8))).contains(paper("cheaper lease"));
    OverrideOrder confirm = new OverrideOrder(COOP, COUNCIL, COUNCIL.subject());
    Overrides confirmed = replaced.with(confirm, on(9, confirm));
    confirmed.requireStanding(COUNCIL, AT.plusSeconds(9));
    assertThat(confirmed.inEffect(COUNCIL, AT.plusSeconds(9))).contains(paper("lease"));
  }

  @Test
  void with_needsADecisionOfTheMeeting_overExactlyThisOrder() {
    assertRefused(
        () -> NONE.with(CANCEL, decision(7, ItemType.UNION, CANCEL.digest())),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(() -> NONE.with(CANCEL, on(7, REPLACE)), Reason.DECISION_ON_OTHER_SUBJECT);
    Name elsewhere = Name.of("elsewhere");
    OverrideOrder other = new OverrideOrder(elsewhere, COUNCIL, Checksum256.ZERO);
    assertRefused(() -> NONE.with(other, on(7, other)), Reason.OTHER_COOPERATIVE);
    assertRefused(
        () -> new Overrides(elsewhere, List.of()).with(other, on(7, other)),
        Reason.OTHER_COOPERATIVE);
    Overrides once = NONE.with(CANCEL, on(7, CANCEL));
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=70001",
        () -> once.with(CANCEL, on(7, CANCEL)));
    assertRefused(() -> once.with(REPLACE, on(6, REPLACE)), Reason.OUT_OF_ORDER);
  }

  @Test
  void constructor_takesStoredOrders_andRefusesContradictions() {
    Overrides overrides = NONE.with(CANCEL, on(7, CANCEL)).with(REPLACE, on(8, REPLACE));
    assertThat(RecordCodec.of(Overrides.class)
            .decode(RecordCodec.of(Overrides.class).encode(overrides)))
        .isEqualTo(overrides);
    List<OverrideEntry> entries = overrides.entries();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Overrides(COOP, List.of(entries.get(1), entries.get(0))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Overrides(Name.of("elsewhere"), entries));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ChallengedDecision(DecidingBody.BOARD, 0, paper("x")));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ChallengedDecision(DecidingBody.BOARD, 1, Checksum256.ZERO));
    assertThat(CANCEL.digest()).isNotEqualTo(REPLACE.digest());
  }
}
