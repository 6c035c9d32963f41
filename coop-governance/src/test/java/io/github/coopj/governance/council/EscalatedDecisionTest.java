package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EscalatedDecisionTest {
  private static final Charter CHARTER = CharterFixtures.platform();
  private static final Instant DUE = Instant.parse("2026-05-31T12:00:00Z");

  private final Council council = Councils.of(3);
  private final PendingDecision pending =
      Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));

  @Test
  @Tag("CHAIR-11")
  void escalate_takesAMissingSignature_toTheMeetingOnceItIsOverdue() {
    assertThat(pending.signatureDueOn(CHARTER)).isEqualTo(LocalDate.of(2026, 5, 31));
    assertRefused(
        Reason.SIGNATURE_NOT_OVERDUE,
        "SIGNATURE_NOT_OVERDUE decision=1 dueAt=2026-05-31T12:00:00",
        () -> pending.escalate(council, member(2), CHARTER, DUE.minusSeconds(1)));
    assertRefused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=memberh at=2026-05-31T12:00:00",
        () -> pending.escalate(council, member(7), CHARTER, DUE));

    EscalatedDecision escalated = pending.escalate(council, member(2), CHARTER, DUE);

    assertThat(escalated.facts())
        .isEqualTo(new Escalation(
            1,
            QuestionType.OTHER,
            Councils.subject("question"),
            pending.hash(),
            Name.EMPTY,
            "",
            TimePointSec.of(DUE)));
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"decision 1\" state=ESCALATED needed=IN_FORCE",
        escalated::requireInForce);
  }

  @Test
  @Tag("CHAIR-11")
  void escalate_takesARefusal_withItsGroundsAfterTheSameTime() {
    DeclinedDecision declined =
        pending.decline(council, CHAIRMAN, "against the charter", NOW.plusSeconds(60));
    assertRefused(
        Reason.SIGNATURE_NOT_OVERDUE,
        "SIGNATURE_NOT_OVERDUE decision=1 dueAt=2026-05-31T12:00:00",
        () -> declined.escalate(council, CHAIRMAN, CHARTER, DUE.minusSeconds(1)));
    assertRefused(() -> declined.escalate(council, member(7), CHARTER, DUE), Reason.NOT_IN_COUNCIL);

    Escalation facts = declined.escalate(council, member(1), CHARTER, DUE).facts();

    assertThat(facts.refusedBy()).isEqualTo(CHAIRMAN);
    assertThat(facts.grounds()).isEqualTo("against the charter");
    assertThat(facts.hash()).isEqualTo(pending.hash());
    DeclinedDecision late = pending.decline(council, CHAIRMAN, "late", DUE.plusSeconds(9));
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-31T12:00:08 notBefore=2026-05-31T12:00:09",
        () -> late.escalate(council, member(1), CHARTER, DUE.plusSeconds(8)));
  }

  @Test
  @Tag("CHAIR-11")
  void escalated_isAnEnd_nothingIsEnforcedByTime() {
    assertThat(Arrays.stream(EscalatedDecision.class.getMethods()).map(Method::getName))
        .doesNotContain("sign", "signByVoters", "decline", "cast", "close", "escalate");
    for (EscalatedDecision escalated : List.of(
        pending.escalate(council, CHAIRMAN, CHARTER, DUE),
        pending
            .decline(council, CHAIRMAN, "grounds", NOW)
            .escalate(council, CHAIRMAN, CHARTER, DUE))) {
      byte[] row = RecordCodec.of(CouncilDecisionRecord.class).encode(escalated.snapshot());
      CouncilDecision again =
          CouncilDecision.restore(RecordCodec.of(CouncilDecisionRecord.class).decode(row));
      assertThat(again).isEqualTo(escalated).hasSameClassAs(escalated);
      assertThat(again.requireEscalated().facts()).isEqualTo(escalated.facts());
    }
  }

  @Test
  void restore_refusesAnEscalation_thatContradictsItself() {
    CouncilDecisionRecord silent =
        pending.escalate(council, CHAIRMAN, CHARTER, DUE).snapshot();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CouncilDecision.restore(
            silent.ended(DecisionStatus.ESCALATED, CHAIRMAN, "", TimePointSec.of(DUE))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CouncilDecision.restore(
            silent.ended(DecisionStatus.ESCALATED, Name.EMPTY, "grounds", TimePointSec.of(DUE))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CouncilDecision.restore(
            silent.ended(DecisionStatus.ESCALATED, Name.EMPTY, "", TimePointSec.EPOCH)));
  }
}
