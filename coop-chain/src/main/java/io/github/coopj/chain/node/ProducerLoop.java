package io.github.coopj.chain.node;

import io.github.coopj.CoopException;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.core.time.BlockTimestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends a block at the end of each slot that belongs to a producer of this process, on a thread of its own, until it is
 * closed. What was pushed or submitted meanwhile has been executed in it by then; little is left to do but to sign it and
 * to have it written. Where that takes longer than a slot, the block of the slot that has begun follows at once.
 *
 * <p>A chain that has a loop needs nobody to call {@link LocalChain#produceBlock}; where tests and replays decide the time
 * themselves, there is no loop.
 */
public final class ProducerLoop implements AutoCloseable {
  /**
   * Time for what still waits when the slot is over; the rest of the next slot is for the signature, the disk, and what
   * comes meanwhile. More is left over only where more comes than can be executed.
   */
  private static final Duration EXECUTION = Duration.ofMillis(100);

  private final LocalChain chain;
  private final InstantSource clock;
  private final Consumer<? super CoopException> failures;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  private ProducerLoop(
      LocalChain chain, InstantSource clock, Consumer<? super CoopException> failures) {
    this.chain = chain;
    this.clock = clock;
    this.failures = failures;
    this.thread = new Thread(this::run, "block-producer");
    thread.setDaemon(true);
  }

  /**
   * Starts making blocks.
   *
   * @param chain the chain; closing the loop does not close it
   * @param clock clock that the chain was opened with
   * @param failures told on the loop's thread of each block that could not be made, for example because the disk is full;
   *     the loop goes on with the next slot
   * @return the loop, running
   */
  public static ProducerLoop start(
      LocalChain chain, InstantSource clock, Consumer<? super CoopException> failures) {
    ProducerLoop loop = new ProducerLoop(chain, clock, failures);
    loop.thread.start();
    return loop;
  }

  /** What became of a slot. */
  enum Step {
    /** Its block was made. */
    MADE,
    /** It has its block already, or none can be made. */
    PASSED,
    /** The chain is closed, so that there is nothing more to do. */
    CLOSED
  }

  private void run() {
    Duration wait = untilNextSlot(clock.instant());
    while (!isStopped(wait)) {
      Step step = step(chain, clock, failures);
      if (step == Step.CLOSED) {
        return;
      }
      wait = pause(step, chain, clock);
    }
  }

  /** How long to wait after a step: not at all after a block that took so long that the next slot has begun. */
  static Duration pause(Step step, LocalChain chain, InstantSource clock) {
    return step == Step.MADE && isBehind(chain, clock)
        ? Duration.ZERO
        : untilNextSlot(clock.instant());
  }

  /** Makes the block of the slot that has begun, if it is still to be made and belongs to a producer of this process. */
  static Step step(
      LocalChain chain, InstantSource clock, Consumer<? super CoopException> failures) {
    if (!isBehind(chain, clock)) {
      return Step.PASSED;
    }
    try {
      chain.produceBlock(EXECUTION);
      return Step.MADE;
    } catch (ChainException e) {
      if (e.reason() != ChainError.WRONG_PRODUCER) {
        failures.accept(e);
      }
      return Step.PASSED;
    } catch (CoopException e) {
      failures.accept(e);
      return Step.PASSED;
    } catch (IllegalStateException e) {
      return Step.CLOSED;
    }
  }

  /** Whether the slot that has begun has no block yet. */
  private static boolean isBehind(LocalChain chain, InstantSource clock) {
    return chain.info().headTime().slot() < BlockTimestamp.of(clock.instant()).slot();
  }

  /** Time until the next slot begins. */
  static Duration untilNextSlot(Instant now) {
    return Duration.between(now, BlockTimestamp.of(now).next().toInstant());
  }

  private boolean isStopped(Duration wait) {
    try {
      return stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Ends the loop; a block that is being made is finished first. May be called again, not from the loop's thread. */
  @Override
  public void close() {
    stopped.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
