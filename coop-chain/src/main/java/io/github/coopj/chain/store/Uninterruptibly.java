package io.github.coopj.chain.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits that an interrupt does not end; the thread is interrupted again afterwards. */
final class Uninterruptibly {
  private Uninterruptibly() {}

  /** Something that waits. */
  @FunctionalInterface
  interface Step {
    void run() throws InterruptedException;
  }

  static void run(Step step) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          step.run();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The result of a future, or its failure as it was thrown. */
  static <T> T join(CompletableFuture<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
          }
          throw new IllegalStateException("the store broke down", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
