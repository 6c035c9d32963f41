package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.CoopException;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.transaction.SignedTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

  /** What is executed within a slot is in the block of the slot's end. */
  @Test
  void step_endsTheBlockThatWasBegunInTheSlot() {
    SignedTransaction transaction = chain.sign(
        List.of(TestChain.install(TestChain.EOSIO, new SystemContract())),
        List.of(TestChain.key(TestChain.EOSIO)));
    CompletableFuture<PushResult> promise = chain.submit(transaction);
    assertThat(chain.queued()).as("executed").isZero();
    assertThat(step()).isEqualTo(ProducerLoop.Step.PASSED);
    clock.advance(Duration.ofMillis(499));
    assertThat(step()).isEqualTo(ProducerLoop.Step.PASSED);
    assertThat(promise).isNotDone();
    clock.advance(Duration.ofMillis(1));
    assertThat(step()).isEqualTo(ProducerLoop.Step.MADE);

    assertThat(promise.join().blockTime().toInstant()).isEqualTo(START.plusMillis(500));
    assertThat(chain.info().headTime()).isEqualTo(promise.join().blockTime());
  }

  @Test
  void pause_isNone_afterABlockThatTookLongerThanASlot() {
    clock.advance(Duration.ofMillis(500));
    assertThat(step()).isEqualTo(ProducerLoop.Step.MADE);
    clock.advance(Duration.ofMillis(499));
    assertThat(pause(ProducerLoop.Step.MADE)).isEqualTo(Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(201));
    assertThat(pause(ProducerLoop.Step.PASSED)).isEqualTo(Duration.ofMillis(300));
    assertThat(pause(ProducerLoop.Step.MADE)).isEqualTo(Duration.ZERO);

    assertThat(step()).isEqualTo(ProducerLoop.Step.MADE);
    assertThat(chain.info().headTime().toInstant()).isEqualTo(START.plusSeconds(1));
    assertThat(pause(ProducerLoop.Step.MADE)).isEqualTo(Duration.ofMillis(300));
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

  private Duration pause(ProducerLoop.Step step) {
    return ProducerLoop.pause(step, chain, clock);
  }

  private ProducerLoop.Step step() {
    return ProducerLoop.step(chain, clock, failures::add);
  }
}
