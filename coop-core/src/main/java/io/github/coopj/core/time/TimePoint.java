package io.github.coopj.core.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.coopj.InvalidValueException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Moment in microseconds since 1970-01-01T00:00Z, written {@code 2018-06-15T19:17:47.500} without a zone.
 *
 * <p>The text shows milliseconds, as the node's does; the value keeps microseconds. Leap seconds do not exist. Years
 * outside 0 to 9999, which a 64-bit value may have, are printed and read with a sign: {@code
 * +294247-01-10T04:00:54.775}; nodes have no such text.
 *
 * @param micros microseconds since the epoch, signed
 */
public record TimePoint(long micros) implements Comparable<TimePoint> {
  private static final long MICROS_PER_SECOND = 1_000_000L;

  private static final TimePoint FIRST = new TimePoint(Long.MIN_VALUE);
  private static final Instant PRINTED_FIRST = FIRST.toInstant().truncatedTo(ChronoUnit.MILLIS);

  /** 1970-01-01T00:00Z. */
  public static final TimePoint EPOCH = new TimePoint(0);

  /**
   * Moment of an instant; what is finer than a microsecond is cut off towards the past.
   *
   * @param instant any instant within about 292 000 years of the epoch
   * @return the moment
   * @throws InvalidValueException farther away
   */
  public static TimePoint of(Instant instant) {
    // the last second before the lower end does not fit as a product, so negative moments are
    // counted from the next one
    long second = instant.getEpochSecond();
    long within = instant.getNano() / 1000;
    try {
      return new TimePoint(
          second < 0
              ? Math.addExact(
                  Math.multiplyExact(second + 1, MICROS_PER_SECOND), within - MICROS_PER_SECOND)
              : Math.addExact(Math.multiplyExact(second, MICROS_PER_SECOND), within));
    } catch (ArithmeticException e) {
      throw new InvalidValueException("moment must fit 64 bits of microseconds, got " + instant, e);
    }
  }

  /**
   * Reads a moment.
   *
   * @param text {@code yyyy-MM-ddTHH:mm:ss} with an optional fraction of 1 to 6 digits and an optional {@code Z}
   * @return the moment
   * @throws InvalidValueException for any other text, also for a date or hour that does not exist, and beyond 64 bits of
   *     microseconds
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TimePoint parse(String text) {
    Instant instant = Moments.parse(text);
    // what the first moments print lies before all of them
    return instant.equals(PRINTED_FIRST) ? FIRST : of(instant);
  }

  /** The same moment. */
  public Instant toInstant() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Text with three digits of fraction, cut off towards the past. */
  @Override
  @JsonValue
  public String toString() {
    return Moments.withMillis(toInstant());
  }

  @Override
  public int compareTo(TimePoint other) {
    return Long.compare(micros, other.micros);
  }
}
