package io.github.coopj.chain.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Cuts a transaction that goes on for too long; asked at every call of the context, so it looks at clocks now and then. */
final class Meter {
  /** At every how many calls clocks are looked at; those that take long are looked at each. */
  private static final int LOOK_EVERY = 16;

  private final List<Clock> clocks = new ArrayList<>(2);
  private long most = Long.MAX_VALUE;
  private long operations;
  private long nextLook = Long.MAX_VALUE;
  private @Nullable ChainException cut;

  /** A clock, and what it must not pass. */
  private record Clock(
      LongSupplier nanoTime, long began, long nanos, ChainError error, String why) {
    boolean isOver() {
      return nanoTime.getAsLong() - began > nanos;
    }
  }

  /** A meter that never cuts. */
  Meter() {}

  Meter(Deadline deadline) {
    if (deadline instanceof Deadline.Operations operations) {
      most = operations.most();
      nextLook = most == Long.MAX_VALUE ? most : most + 1;
    } else {
      Deadline.Elapsed elapsed = (Deadline.Elapsed) deadline;
      LongSupplier clock = elapsed.nanoTime();
      add(
          clock,
          clock.getAsLong(),
          elapsed.limit().toNanos(),
          ChainError.DEADLINE,
          "deadline of " + elapsed.limit().toMillis() + " ms exceeded");
    }
  }

  /** Has another clock looked at. */
  void add(LongSupplier nanoTime, long began, long nanos, ChainError error, String why) {
    clocks.add(new Clock(nanoTime, began, nanos, error, why));
    nextLook = Math.min(nextLook, operations + LOOK_EVERY);
  }

  /** Counts a call. */
  void operation() {
    if (++operations >= nextLook) {
      look();
    }
  }

  /** Counts a call that takes long. */
  void longOperation() {
    operations++;
    look();
  }

  /** Fails also a transaction whose contract has caught the refusal. */
  void requireInTime() {
    if (cut != null) {
      throw cut;
    }
    for (Clock clock : clocks) {
      // what is billed is looked at when it is billed
      if (clock.error() == ChainError.DEADLINE && clock.isOver()) {
        throw cut(clock.error(), clock.why());
      }
    }
  }

  private void look() {
    if (operations > most) {
      throw cut(ChainError.DEADLINE, "more than " + most + " calls of a contract");
    }
    for (Clock clock : clocks) {
      if (clock.isOver()) {
        throw cut(clock.error(), clock.why());
      }
    }
    long end = most == Long.MAX_VALUE ? most : most + 1;
    nextLook = clocks.isEmpty() ? end : Math.min(end, operations + LOOK_EVERY);
  }

  private ChainException cut(ChainError error, String why) {
    nextLook = 0;
    ChainException now = new ChainException(error, why);
    cut = now;
    return now;
  }
}
