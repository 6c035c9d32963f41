package io.github.coopj.core.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.coopj.InvalidValueException;
import java.time.Instant;

/**
 * Moment in whole seconds since 1970-01-01T00:00Z, up to 2106-02-07T06:28:15Z, written {@code 2038-01-19T03:14:07}.
 *
 * @param seconds seconds since the epoch, 0 to 2^32 - 1
 */
public record TimePointSec(long seconds) implements Comparable<TimePointSec> {
  /** Seconds that fit, 2^32 - 1. */
  public static final long MAX_SECONDS = 0xffff_ffffL;

  /** 1970-01-01T00:00Z; on chain often "never". */
  public static final TimePointSec EPOCH = new TimePointSec(0);

  /**
   * Checks the range.
   *
   * @throws InvalidValueException outside 0 to 2^32 - 1
   */
  public TimePointSec {
    if (seconds < 0 || seconds > MAX_SECONDS) {
      throw new InvalidValueException("seconds since 1970 must be 0 to 2^32-1, got " + seconds);
    }
  }

  /**
   * Moment of an instant; the fraction of a second is cut off.
   *
   * @param instant 1970 to 2106
   * @return the moment
   * @throws InvalidValueException outside these years
   */
  public static TimePointSec of(Instant instant) {
    return new TimePointSec(instant.getEpochSecond());
  }

  /**
   * Moment of a finer one; the fraction of a second is cut off.
   *
   * @param time 1970 to 2106
   * @return the moment
   * @throws InvalidValueException outside these years
   */
  public static TimePointSec of(TimePoint time) {
    return new TimePointSec(Math.floorDiv(time.micros(), 1_000_000L));
  }

  /**
   * Reads a moment; a fraction of a second is cut off.
   *
   * @param text {@code yyyy-MM-ddTHH:mm:ss} with an optional fraction of 1 to 6 digits and an optional {@code Z}
   * @return the moment
   * @throws InvalidValueException for any other text and outside 1970 to 2106
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TimePointSec parse(String text) {
    return of(Moments.parse(text));
  }

  /**
   * Later moment.
   *
   * @param more seconds, negative for earlier
   * @return this moment that many seconds later
   * @throws InvalidValueException when it is out of range
   */
  public TimePointSec plusSeconds(long more) {
    try {
      return new TimePointSec(Math.addExact(seconds, more));
    } catch (ArithmeticException e) {
      throw new InvalidValueException(
          "seconds since 1970 must be 0 to 2^32-1, got " + this + " plus " + more, e);
    }
  }

  /** The same moment. */
  public Instant toInstant() {
    return Instant.ofEpochSecond(seconds);
  }

  /** The same moment. */
  public TimePoint toTimePoint() {
    return new TimePoint(seconds * 1_000_000L);
  }

  /** Text without a fraction. */
  @Override
  @JsonValue
  public String toString() {
    return Moments.withSeconds(toInstant());
  }

  @Override
  public int compareTo(TimePointSec other) {
    return Long.compare(seconds, other.seconds);
  }
}
