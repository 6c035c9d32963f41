package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.CoopException;
import io.github.coopj.chain.kernel.TestChain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CHAIN-03")
class ProducerLoopTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualClock clock = new VirtualClock(START);
  private final List<CoopException> failures = new ArrayList<>();
  private LocalChain chain = open(TestChain.EOSIO);

  private LocalChain open(Object producer) {
    return LocalChain.open(ChainOptions.builder()
        .genesis(TestChain.GENESIS)
        .catalog(TestChain.catalog())
        .clock(clock)
        .addProducers(TestChain.key(producer))
        .build());
  }

  @AfterEach
  void close() {
    chain.close();
  }

  @Test
  void step_makesOneBlockASlot() {
    assertThat(step()).as("the slot of block 1").isEqualTo(ProducerLoop.Step.PASSED);
    assertThat(chain.info().headNumber()).isEqualTo(1);
    clock.advance(Duration.ofMillis(500));
    assertThat(step()).isEqualTo(ProducerLoop.Step.MADE);
    assertThat(step()).isEqualTo(ProducerLoop.Step.PASSED);
    clock.advance(Duration.ofMillis(499));
    step();
    assertThat(chain.info().headNumber()).isEqualTo(2);
    clock.advance(Duration.ofMillis(1));
    step();
    assertThat(chain.info().headNumber()).isEqualTo(3);
    assertThat(chain.info().headTime().toInstant()).isEqualTo(START.plusSeconds(1));
    assertThat(failures).isEmpty();
  }

  @Test
  void step_letsTheSlotsOfOthersPass() {
    chain.close();
    chain = open(TestChain.ALICE);
    clock.advance(Duration.ofMillis(500));

    assertThat(step()).isEqualTo(ProducerLoop.Step.PASSED);
    assertThat(chain.info().headNumber()).isEqualTo(1);
    assertThat(failures).isEmpty();
  }

  @Test
  void step_isTheLast_whereTheChainIsClosed() {
    chain.close();
    clock.advance(Duration.ofMillis(500));

    assertThat(step()).isEqualTo(ProducerLoop.Step.CLOSED);
  }

  @Test
  void untilNextSlot_isAHalfSecondAtMost_andNeverNothing() {
    assertThat(ProducerLoop.untilNextSlot(START)).isEqualTo(Duration.ofMillis(500));
    assertThat(ProducerLoop.untilNextSlot(START.plusMillis(499))).isEqualTo(Duration.ofMillis(1));
    assertThat(ProducerLoop.untilNextSlot(START.plusNanos(499_999_999)))
        .isEqualTo(Duration.ofNanos(1));
    assertThat(ProducerLoop.untilNextSlot(START.plusMillis(500))).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void close_endsTheLoop_alsoTwiceAndWhileInterrupted() {
    ProducerLoop loop = ProducerLoop.start(chain, clock, failures::add);
    Thread.currentThread().interrupt();
    loop.close();
    assertThat(Thread.interrupted()).isTrue();
    loop.close();

    assertThat(failures).isEmpty();
    assertThat(chain.info().headNumber()).isEqualTo(1);
  }

  private ProducerLoop.Step step() {
    return ProducerLoop.step(chain, clock, failures::add);
  }
}
