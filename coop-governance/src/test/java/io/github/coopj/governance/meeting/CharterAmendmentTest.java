package io.github.coopj.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterHistory;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.charter.ItemType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MEET-12")
@Tag("ARCH-04")
class CharterAmendmentTest {
  private static final Instant SIGNED = Instant.parse("2026-04-27T20:59:59Z");
  private static final CharterHistory HISTORY = CharterHistory.of(List.of(Fixtures.platform()));

  private static Charter second(String from) {
    return CharterReader.read("""
        {"account": "coop", "title": "Потребительское общество «Заря»", "kind": "CONSUMER",
         "profile": "PLATFORM", "version": 2, "effectiveFrom": "%s", "zone": "Europe/Moscow",
         "financialYearEnd": "12-31", "currency": "2,RUB", "policy": {"council.minSize": 5}}
        """.formatted(from), "test");
  }

  private static MeetingDecision decision(ItemType type, Charter subject) {
    return Fixtures.held(type, subject.digest(), SIGNED).decision(1);
  }

  @Test
  void adopt_takesTheVersionThatTheMeetingDecidedOn() {
    Charter next = second("2026-05-01");
    CharterHistory longer = CharterAmendment.adopt(HISTORY, next, decision(ItemType.CHARTER, next));
    assertThat(longer.inForce(Instant.parse("2026-04-30T20:59:59Z")).council().minSize())
        .isEqualTo(Fixtures.platform().council().minSize());
    assertThat(longer.inForce(Instant.parse("2026-04-30T21:00:00Z")).council().minSize())
        .isEqualTo(5);
  }

  @Test
  void adopt_refuses_anotherTextAndAnotherQuestion() {
    Charter next = second("2026-05-01");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() ->
            CharterAmendment.adopt(HISTORY, second("2026-05-02"), decision(ItemType.CHARTER, next)))
        .withMessageStartingWith("DECISION_ON_OTHER_SUBJECT decision=70001 expected=");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(
            () -> CharterAmendment.adopt(HISTORY, next, decision(ItemType.ANNUAL_REPORT, next)))
        .withMessage("DECISION_OF_OTHER_TYPE decision=70001 expected=CHARTER actual=ANNUAL_REPORT");
  }

  @Test
  void adopt_refuses_aDateBeforeTheDayOfTheDecision() {
    Charter sameDay = second("2026-04-27");
    assertThat(CharterAmendment.adopt(HISTORY, sameDay, decision(ItemType.CHARTER, sameDay))
            .latest())
        .isEqualTo(sameDay);
    Charter dayBefore = second("2026-04-26");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(
            () -> CharterAmendment.adopt(HISTORY, dayBefore, decision(ItemType.CHARTER, dayBefore)))
        .withMessage("OUT_OF_ORDER at=2026-04-26 notBefore=2026-04-27");
  }
}
