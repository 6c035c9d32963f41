package io.github.coopj.core.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.coopj.InvalidValueException;
import java.time.Instant;

/**
 * Number of a slot of 500 ms since 2000-01-01T00:00Z, the time of a block (CHAIN-03).
 *
 * <p>A slot begins at its moment and lasts until the next: 00:00:00.499 is still slot 0, 00:00:00.500 is slot 1. A moment
 * is never rounded up (protocol rule: block_timestamp.hpp).
 *
 * @param slot 0 to 2^32 - 1, the last one in the year 2068
 */
public record BlockTimestamp(long slot) implements Comparable<BlockTimestamp> {
  /** Length of a slot in milliseconds. */
  public static final int INTERVAL_MS = 500;
  /** Milliseconds from 1970 to slot 0. */
  public static final long EPOCH_MS = 946_684_800_000L;
  /** The last slot, 2^32 - 1. */
  public static final long MAX_SLOT = 0xffff_ffffL;

  /**
   * Checks the range.
   *
   * @throws InvalidValueException outside 0 to 2^32 - 1
   */
  public BlockTimestamp {
    if (slot < 0 || slot > MAX_SLOT) {
      throw new InvalidValueException("slot must be 0 to 2^32-1, got " + slot);
    }
  }

  /**
   * Slot that a moment lies in.
   *
   * @param instant 2000 to 2068
   * @return the slot
   * @throws InvalidValueException outside these years
   */
  public static BlockTimestamp of(Instant instant) {
    return of(TimePoint.of(instant));
  }

  /**
   * Slot that a moment lies in.
   *
   * @param time 2000 to 2068
   * @return the slot
   * @throws InvalidValueException outside these years
   */
  public static BlockTimestamp of(TimePoint time) {
    long millis = Math.floorDiv(time.micros(), 1000L);
    return new BlockTimestamp(Math.floorDiv(millis - EPOCH_MS, INTERVAL_MS));
  }

  /**
   * Reads a moment and takes its slot.
   *
   * @param text {@code yyyy-MM-ddTHH:mm:ss} with an optional fraction of 1 to 6 digits and an optional {@code Z}
   * @return the slot
   * @throws InvalidValueException for any other text and outside 2000 to 2068
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static BlockTimestamp parse(String text) {
    return of(TimePoint.parse(text));
  }

  /**
   * The slot after this one.
   *
   * @return the next slot
   * @throws InvalidValueException after the last slot
   */
  public BlockTimestamp next() {
    return new BlockTimestamp(slot + 1);
  }

  /** Moment at which this slot begins. */
  public Instant toInstant() {
    return Instant.ofEpochMilli(EPOCH_MS + slot * INTERVAL_MS);
  }

  /** Moment at which this slot begins. */
  public TimePoint toTimePoint() {
    return new TimePoint((EPOCH_MS + slot * INTERVAL_MS) * 1000L);
  }

  /** Moment at which this slot begins, with three digits of fraction. */
  @Override
  @JsonValue
  public String toString() {
    return Moments.withMillis(toInstant());
  }

  @Override
  public int compareTo(BlockTimestamp other) {
    return Long.compare(slot, other.slot);
  }
}
