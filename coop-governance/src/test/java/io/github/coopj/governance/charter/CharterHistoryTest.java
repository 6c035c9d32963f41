package io.github.coopj.governance.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ARCH-04")
@Tag("IND-05")
class CharterHistoryTest {
  private static final String MOSCOW = "Europe/Moscow";

  private static Charter charter(String account, int version, String from, String zone) {
    return CharterReader.read("""
        {"account": "%s", "title": "Потребительское общество «Заря»", "kind": "CONSUMER",
         "profile": "PLATFORM", "version": %d, "effectiveFrom": "%s", "zone": "%s",
         "financialYearEnd": "12-31", "currency": "2,RUB", "policy": {}}
        """.formatted(account, version, from, zone), "test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Kamchatka", "Pacific/Honolulu", MOSCOW, "UTC", "America/New_York"})
  void version_isInForce_fromTheFirstMomentOfItsDay(String zone) {
    Charter first = charter("coop", 1, "2027-11-07", zone);
    Charter second = charter("coop", 2, "2028-02-29", zone);
    CharterHistory history = CharterHistory.of(List.of(first, second));
    Instant begins = LocalDate.parse("2027-11-07").atStartOfDay(ZoneId.of(zone)).toInstant();
    Instant changes =
        LocalDate.parse("2028-02-29").atStartOfDay(ZoneId.of(zone)).toInstant();
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> history.inForce(begins.minusMillis(1)))
        .withMessage("CHARTER_NOT_IN_FORCE at=" + begins.minusMillis(1) + " from=2027-11-07");
    assertThat(history.inForce(begins)).isEqualTo(first);
    assertThat(history.inForce(changes.minusMillis(1))).isEqualTo(first);
    assertThat(history.inForce(changes)).isEqualTo(second);
    assertThat(history.inForce(changes.plusSeconds(1_000_000_000))).isEqualTo(second);
    assertThat(history.latest()).isEqualTo(second);
    assertThat(history.version(1)).isEqualTo(first);
    assertThat(history.version(2)).isEqualTo(second);
  }

  @Test
  void version_ofTheSameDay_takesThePlaceOfTheOneBefore() {
    CharterHistory history = CharterHistory.of(List.of(
        charter("coop", 1, "2027-01-01", MOSCOW), charter("coop", 2, "2027-01-01", MOSCOW)));
    assertThat(history.inForce(Instant.parse("2027-01-01T00:00:00Z")).version()).isEqualTo(2);
  }

  @Test
  void with_refuses_whatDoesNotFollow() {
    CharterHistory history = CharterHistory.of(List.of(charter("coop", 1, "2027-01-01", MOSCOW)));
    for (int version : new int[] {1, 3}) {
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> history.with(charter("coop", version, "2027-02-01", MOSCOW)))
          .withMessage("CHARTER_VERSION_GAP version=" + version + " expected=2");
    }
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> history.with(charter("other", 2, "2027-02-01", MOSCOW)))
        .withMessage("OTHER_COOPERATIVE cooperative=coop addressed=other");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> history.with(charter("coop", 2, "2026-12-31", MOSCOW)))
        .withMessage("OUT_OF_ORDER at=2026-12-31 notBefore=2027-01-01");
    assertThat(history.latest().version()).isEqualTo(1);
  }

  @Test
  void history_beginsWithVersionOne() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterHistory.of(List.of()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterHistory.of(List.of(charter("coop", 2, "2027-01-01", MOSCOW))))
        .withMessage("the history of a charter begins with version 1");
    CharterHistory history = CharterHistory.of(List.of(charter("coop", 1, "2027-01-01", MOSCOW)));
    for (int number : new int[] {0, 2}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> history.version(number))
          .withMessage("cooperative coop has charters of versions 1 to 1, not of " + number);
    }
  }
}
