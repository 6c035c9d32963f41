package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void clock_standsStill_untilItIsMoved() {
    VirtualClock clock = new VirtualClock(START);
    assertThat(clock.instant()).isEqualTo(START).isEqualTo(clock.instant());

    clock.advance(Duration.ofMillis(500));
    clock.advance(Duration.ZERO);
    assertThat(clock.instant()).isEqualTo(START.plusMillis(500));
    clock.advanceTo(START.plusSeconds(1));
    assertThat(clock.millis()).isEqualTo(START.plusSeconds(1).toEpochMilli());
  }

  @Test
  void clock_doesNotGoBack() {
    VirtualClock clock = new VirtualClock(START);

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> clock.advanceTo(START.minusNanos(1)))
        .withMessageStartingWith("a clock does not go back from 2026-01-01T00:00:00Z");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> clock.advance(Duration.ofMillis(-1)));
    assertThat(clock.instant()).isEqualTo(START);
  }
}
