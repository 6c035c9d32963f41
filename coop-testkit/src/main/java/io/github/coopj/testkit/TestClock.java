package io.github.coopj.testkit;

import io.github.coopj.chain.node.VirtualClock;
import java.time.Instant;

/** Clocks for tests. The initial time is always explicit, so that no run depends on when it is made. */
public final class TestClock {
  private TestClock() {}

  /**
   * A clock that stands still at a moment.
   *
   * @param moment for example {@code 2026-05-01T12:00:00Z}
   * @return the clock
   */
  public static VirtualClock at(String moment) {
    return new VirtualClock(Instant.parse(moment));
  }
}
