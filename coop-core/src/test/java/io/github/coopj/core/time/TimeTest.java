package io.github.coopj.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TimeTest {
  @ParameterizedTest(name = "{0} = {1} us, printed {2}")
  @CsvSource({
    "1970-01-01T00:00:00, 0, 1970-01-01T00:00:00.000",
    "1970-01-01T00:00:00.5, 500000, 1970-01-01T00:00:00.500",
    "1970-01-01T00:00:00.000999Z, 999, 1970-01-01T00:00:00.000",
    "1969-12-31T23:59:59.999999, -1, 1969-12-31T23:59:59.999",
    "2024-02-29T12:00:00.125, 1709208000125000, 2024-02-29T12:00:00.125",
  })
  void timePoint_keepsMicroseconds_andPrintsMilliseconds(String text, long micros, String printed) {
    TimePoint time = TimePoint.parse(text);
    assertThat(time.micros()).isEqualTo(micros);
    assertThat(time).hasToString(printed);
    assertThat(TimePoint.of(time.toInstant())).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20:00",
        "2018-06-15",
        "2018-06-15T19:17",
        "2018-06-15 19:17:47",
        "2018-06-15T19:17:47.",
        "2018-06-15T19:17:47.1234567",
        "2018-06-15T19:17:47+03:00",
        "2018-06-31T00:00:00",
        "2023-02-29T00:00:00",
        "2018-06-15T24:00:00",
        "2018-06-15T23:60:00",
        "2018-06-15T23:59:60",
        "18-06-15T19:17:47",
        "٢٠١٨-06-15T19:17:47",
      })
  void parse_isRefused_forOtherTextsAndImpossibleMoments(String text) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> TimePoint.parse(text));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TimePointSec.parse(text));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BlockTimestamp.parse(text));
  }

  @Test
  void timePoint_reachesBothEndsOf64Bits_andNoFarther() {
    for (long micros :
        new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1_000_000, -999_999, Long.MAX_VALUE}) {
      TimePoint time = new TimePoint(micros);
      assertThat(TimePoint.of(time.toInstant())).isEqualTo(time);
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TimePoint.of(new TimePoint(Long.MAX_VALUE).toInstant().plusNanos(1000)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TimePoint.of(new TimePoint(Long.MIN_VALUE).toInstant().minusNanos(1)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TimePoint.of(Instant.MAX));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TimePoint.of(Instant.MIN));
  }

  @ParameterizedTest
  @CsvSource({
    "9999-12-31T23:59:59.999, 253402300799999000",
    "+10000-01-01T00:00:00.000, 253402300800000000",
    "+294247-01-10T04:00:54.775, 9223372036854775000",
    "0000-01-01T00:00:00.000, -62167219200000000",
    "-0001-12-31T23:59:59.999, -62167219200001000",
    "-290308-12-21T19:59:05.225, -9223372036854775000"
  })
  void timePoint_readsWhatItPrints_inAnyYear(String text, long micros) {
    assertThat(new TimePoint(micros)).hasToString(text);
    assertThat(TimePoint.parse(text)).isEqualTo(new TimePoint(micros));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 191, Long.MIN_VALUE + 808, Long.MAX_VALUE})
  void timePoint_readsWhatItPrints_atTheEnds(long micros) {
    String text = new TimePoint(micros).toString();
    assertThat(TimePoint.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10000-01-01T00:00:00",
        "+9999-01-01T00:00:00",
        "-0000-01-01T00:00:00",
        "+294247-01-10T04:00:54.775808",
        "-290308-12-21T19:59:05.223",
        "+1000000-01-01T00:00:00"
      })
  void timePoint_isRefused_beyondItsYears(String text) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> TimePoint.parse(text));
  }

  @Test
  void timePointSec_hasItsRange_andCutsFractions() {
    assertThat(TimePointSec.parse("2106-02-07T06:28:15").seconds())
        .isEqualTo(TimePointSec.MAX_SECONDS);
    assertThat(TimePointSec.parse("2026-05-01T12:00:00.999")).hasToString("2026-05-01T12:00:00");
    assertThat(TimePointSec.of(Instant.parse("2026-05-01T12:00:00.999999999Z")))
        .hasToString("2026-05-01T12:00:00");
    assertThat(TimePointSec.of(new TimePoint(1_999_999))).isEqualTo(new TimePointSec(1));
    assertThat(new TimePointSec(7).toTimePoint()).isEqualTo(new TimePoint(7_000_000));
    assertThat(TimePointSec.EPOCH.plusSeconds(3600)).hasToString("1970-01-01T01:00:00");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TimePointSec.parse("2106-02-07T06:28:16"))
        .withMessage("seconds since 1970 must be 0 to 2^32-1, got 4294967296");
    for (long more : new long[] {-1, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new TimePointSec(0).plusSeconds(more));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TimePointSec.of(new TimePoint(-1)));
  }

  @ParameterizedTest(name = "{0} lies in slot {1}")
  @CsvSource({
    "2000-01-01T00:00:00.000, 0",
    "2000-01-01T00:00:00.499, 0",
    "2000-01-01T00:00:00.499999, 0",
    "2000-01-01T00:00:00.500, 1",
    "2000-01-01T00:00:00.999999, 1",
    "2000-01-01T00:00:01.000, 2",
    "2068-01-19T03:14:07.500, 4294967295",
    "2068-01-19T03:14:07.999999, 4294967295",
  })
  @Tag("CHAIN-03")
  void blockTimestamp_truncatesToSlotsOfHalfASecond(String text, long slot) {
    assertThat(BlockTimestamp.parse(text)).isEqualTo(new BlockTimestamp(slot));
    assertThat(BlockTimestamp.of(TimePoint.parse(text).toInstant()))
        .isEqualTo(new BlockTimestamp(slot));
  }

  @Test
  @Tag("CHAIN-03")
  void blockTimestamp_isRefused_outsideItsRange() {
    for (String text : new String[] {"1999-12-31T23:59:59.999999", "2068-01-19T03:14:08"}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> BlockTimestamp.parse(text));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BlockTimestamp.of(Instant.MIN));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new BlockTimestamp(BlockTimestamp.MAX_SLOT).next())
        .withMessage("slot must be 0 to 2^32-1, got 4294967296");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @Tag("CHAIN-03")
  void blockTimestamp_mapsSlotsAndMomentsExactly(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      BlockTimestamp slot = new BlockTimestamp(random.nextLong() & 0xffff_fffeL);
      Instant start = slot.toInstant();
      assertThat(BlockTimestamp.of(start)).isEqualTo(slot);
      assertThat(BlockTimestamp.of(start.plusNanos(499_999_999))).isEqualTo(slot);
      assertThat(BlockTimestamp.of(start.plusMillis(500))).isEqualTo(slot.next());
      assertThat(slot.next().toInstant()).isEqualTo(start.plusMillis(500));
      assertThat(slot.toTimePoint().toInstant()).isEqualTo(start);
      assertThat(BlockTimestamp.parse(slot.toString())).isEqualTo(slot);
    }
  }

  @Test
  void moments_areOrderedByTime() {
    assertThat(new TimePoint(-1)).isLessThan(TimePoint.EPOCH);
    assertThat(new TimePointSec(0x8000_0000L)).isGreaterThan(new TimePointSec(0x7fff_ffffL));
    assertThat(new BlockTimestamp(0x8000_0000L)).isGreaterThan(new BlockTimestamp(0x7fff_ffffL));
  }

  @Test
  void json_isTheText() {
    JsonMapper mapper = JsonMapper.builder().build();
    assertThat(mapper.writeValueAsString(new TimePoint(1_500_000)))
        .isEqualTo("\"1970-01-01T00:00:01.500\"");
    assertThat(mapper.readValue("\"1970-01-01T00:00:01.500\"", TimePoint.class))
        .isEqualTo(new TimePoint(1_500_000));
    assertThat(mapper.writeValueAsString(new TimePointSec(1))).isEqualTo("\"1970-01-01T00:00:01\"");
    assertThat(mapper.readValue("\"1970-01-01T00:00:01\"", TimePointSec.class))
        .isEqualTo(new TimePointSec(1));
    assertThat(mapper.writeValueAsString(new BlockTimestamp(1)))
        .isEqualTo("\"2000-01-01T00:00:00.500\"");
    assertThat(mapper.readValue("\"2000-01-01T00:00:00.500\"", BlockTimestamp.class))
        .isEqualTo(new BlockTimestamp(1));
  }
}
