package io.github.coopj.chain.node;

import io.github.coopj.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved, for tests, samples and replays of history. Safe for many threads. */
public final class VirtualClock implements InstantSource {
  private Instant now;

  /**
   * A clock that shows the given moment.
   *
   * @param start what it shows at first
   */
  public VirtualClock(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /**
   * Moves the clock forward.
   *
   * @param step how far, not negative
   */
  public synchronized void advance(Duration step) {
    advanceTo(now.plus(step));
  }

  /**
   * Moves the clock forward to a moment.
   *
   * @param moment what it shows then; a moment in the past is refused
   */
  public synchronized void advanceTo(Instant moment) {
    if (moment.isBefore(now)) {
      throw new InvalidValueException("a clock does not go back from " + now + " to " + moment);
    }
    now = moment;
  }
}
