package io.github.coopj.governance.notice;

import static io.github.coopj.governance.charter.NoticePolicy.Counting.DATE_DIFF;
import static io.github.coopj.governance.charter.NoticePolicy.Counting.FULL_DAYS_BETWEEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.NoticePolicy;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("NOTICE-03")
class NoticeClockTest {
  @ParameterizedTest(name = "{0}: notice {1}, meeting {2}, {3} days -> {4}")
  @CsvSource({
    "DATE_DIFF,2026-04-17T23:59:59,2026-04-27T00:00:00,10,true",
    "DATE_DIFF,2026-04-18T00:00:00,2026-04-27T23:59:59,10,false",
    "FULL_DAYS_BETWEEN,2026-04-16T23:59:59,2026-04-27T00:00:00,10,true",
    "FULL_DAYS_BETWEEN,2026-04-17T00:00:00,2026-04-27T23:59:59,10,false",
    "DATE_DIFF,2026-03-28T12:00:00,2026-04-27T12:00:00,30,true",
    "DATE_DIFF,2026-03-29T00:00:00,2026-04-27T12:00:00,30,false",
    "FULL_DAYS_BETWEEN,2026-03-27T23:59:59,2026-04-27T12:00:00,30,true",
    "FULL_DAYS_BETWEEN,2026-03-28T00:00:00,2026-04-27T12:00:00,30,false",
    "DATE_DIFF,2028-02-20T12:00:00,2028-03-01T12:00:00,10,true",
    "DATE_DIFF,2028-02-21T00:00:00,2028-03-01T12:00:00,10,false",
    "DATE_DIFF,2027-02-19T12:00:00,2027-03-01T12:00:00,10,true",
    "DATE_DIFF,2027-02-20T00:00:00,2027-03-01T12:00:00,10,false",
    "DATE_DIFF,2026-04-27T12:00:00,2026-04-27T12:00:00,0,true",
    "DATE_DIFF,2026-04-27T12:00:01,2026-04-27T12:00:00,0,false"
  })
  void isTimely_boundaryDay(
      NoticePolicy.Counting counting,
      LocalDateTime notice,
      LocalDateTime meeting,
      int days,
      boolean timely) {
    ZoneId zone = ZoneId.of("Europe/Moscow");
    assertThat(NoticeClock.isTimely(
            notice.atZone(zone).toInstant(),
            meeting.atZone(zone).toInstant(),
            days,
            counting,
            zone))
        .isEqualTo(timely);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "UTC"
      })
  void isTimely_changeOfClocks_doesNotMatter(String name) {
    ZoneId zone = ZoneId.of(name);
    for (LocalDate meeting = LocalDate.of(2026, 1, 15);
        meeting.getYear() < 2027;
        meeting = meeting.plusDays(1)) {
      Instant opens = meeting.atTime(0, 30).atZone(zone).toInstant();
      Instant lastSecond = meeting.minusDays(9).atStartOfDay(zone).toInstant().minusSeconds(1);
      assertThat(NoticeClock.isTimely(lastSecond, opens, 10, DATE_DIFF, zone))
          .as("%s", meeting)
          .isTrue();
      assertThat(NoticeClock.isTimely(lastSecond.plusSeconds(1), opens, 10, DATE_DIFF, zone))
          .as("%s", meeting)
          .isFalse();
      assertThat(NoticeClock.isTimely(lastSecond, opens, 10, FULL_DAYS_BETWEEN, zone))
          .isFalse();
      assertThat(NoticeClock.lastDay(opens, 10, DATE_DIFF, zone)).isEqualTo(meeting.minusDays(10));
      assertThat(NoticeClock.lastDay(opens, 10, FULL_DAYS_BETWEEN, zone))
          .isEqualTo(meeting.minusDays(11));
    }
  }

  @Test
  void isTimely_dependsOnTheZoneOfTheCooperative() {
    Instant notice = Instant.parse("2026-04-17T20:30:00Z");
    Instant meeting = Instant.parse("2026-04-27T09:00:00Z");
    assertThat(NoticeClock.isTimely(notice, meeting, 10, DATE_DIFF, ZoneId.of("Europe/Moscow")))
        .isTrue();
    assertThat(NoticeClock.isTimely(notice, meeting, 10, DATE_DIFF, ZoneId.of("Asia/Kamchatka")))
        .isFalse();
  }

  @Test
  @Tag("NOTICE-04")
  void requiredDays_reorganization_raisesToThirty() {
    NoticePolicy platform = Fixtures.platform().notice();
    assertThat(NoticeClock.requiredDays(List.of(ItemType.OTHER, ItemType.CHARTER), platform))
        .isEqualTo(10);
    assertThat(NoticeClock.requiredDays(List.of(ItemType.OTHER, ItemType.REORGANIZATION), platform))
        .isEqualTo(30);
    assertThat(NoticeClock.requiredDays(List.of(ItemType.LIQUIDATION), platform))
        .isEqualTo(10);
    assertThat(NoticeClock.requiredDays(
            List.of(ItemType.LIQUIDATION), Fixtures.rf().notice()))
        .isEqualTo(30);
  }
}
