package io.github.coopj.chain.kernel;

import io.github.coopj.InvalidValueException;
import java.util.function.LongSupplier;

/** How the CPU that a transaction is billed becomes known. */
public sealed interface Billing {
  /**
   * The same for every transaction, so that blocks do not depend on the machine.
   *
   * @param cpuUs microseconds, 0 to 2^32 - 1; the chain's minimum if that is more
   */
  record Fixed(long cpuUs) implements Billing {
    /** Checks the range. */
    public Fixed {
      requireRange(cpuUs);
    }
  }

  /**
   * What a block made elsewhere says; it must not be below the chain's minimum.
   *
   * @param cpuUs microseconds, 0 to 2^32 - 1
   */
  record Stated(long cpuUs) implements Billing {
    /** Checks the range. */
    public Stated {
      requireRange(cpuUs);
    }
  }

  /**
   * What the transaction took; the kernel asks before and after, and bills no less than the chain's minimum.
   *
   * @param nanoTime a clock that only runs forward, in nanoseconds
   */
  record Measured(LongSupplier nanoTime) implements Billing {}

  private static void requireRange(long cpuUs) {
    if (cpuUs < 0 || cpuUs > 0xffff_ffffL) {
      throw new InvalidValueException("billed CPU is 0 to 2^32-1 microseconds, got " + cpuUs);
    }
  }
}
