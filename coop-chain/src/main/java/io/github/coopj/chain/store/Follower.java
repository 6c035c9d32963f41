package io.github.coopj.chain.store;

import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.Watermarks;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread that does with each applied block what need not be done before the next one. It is never far behind: whoever
 * is ahead of it by more than a few blocks waits.
 */
final class Follower implements AutoCloseable {
  private static final int CAPACITY = 16;

  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>(CAPACITY);
  private final Consumer<Applied> work;
  private final Runnable pause;
  private final Thread thread;

  /** A block that was applied, and whether a snapshot is due. */
  record Applied(AppliedBlock block, Watermarks watermarks, boolean due) {}

  /** A block, or the end. */
  private record Step(@Nullable Applied applied) {}

  /**
   * Starts the thread.
   *
   * @param work done for each block
   * @param pause done when no block waits
   */
  Follower(String name, Consumer<Applied> work, Runnable pause) {
    this.work = work;
    this.pause = pause;
    this.thread = new Thread(this::follow, name);
    this.thread.setDaemon(true);
    this.thread.start();
  }

  void follow(Applied applied) {
    put(new Step(applied));
  }

  /** Ends after what waits. */
  @Override
  public void close() {
    put(new Step(null));
    Uninterruptibly.run(thread::join);
  }

  private void put(Step step) {
    Uninterruptibly.run(() -> steps.put(step));
  }

  private void follow() {
    while (true) {
      Step step = steps.poll();
      if (step == null) {
        pause.run();
        Step[] next = new Step[1];
        Uninterruptibly.run(() -> next[0] = steps.take());
        step = next[0];
      }
      if (step.applied() == null) {
        pause.run();
        return;
      }
      work.accept(step.applied());
    }
  }
}
