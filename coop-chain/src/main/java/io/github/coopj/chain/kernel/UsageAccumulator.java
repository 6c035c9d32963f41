package io.github.coopj.chain.kernel;

import io.github.coopj.core.abi.AbiType;
import java.math.BigInteger;

/**
 * Use of a resource, averaged over a window of slots or blocks: what was used decays linearly with time (protocol rule:
 * resource_limits_private.hpp, exponential moving average).
 *
 * @param lastOrdinal slot or block of the last change
 * @param valueEx average use per slot, in millionths, rounded up
 * @param consumed use within the last slot, the rest of the average included
 */
public record UsageAccumulator(
    @AbiType("uint32") long lastOrdinal,
    @AbiType("uint64") long valueEx,
    @AbiType("uint64") long consumed) {
  /** Nothing used yet. */
  public static final UsageAccumulator EMPTY = new UsageAccumulator(0, 0, 0);

  /** Slots of 500 ms in a day, over which the use of accounts is averaged. */
  public static final int ACCOUNT_WINDOW = 172_800;

  /** Blocks in a minute, over which the use of blocks is averaged. */
  public static final int BLOCK_WINDOW = 120;

  /** What one unit is counted as. */
  public static final long PRECISION = 1_000_000;

  /**
   * Adds use.
   *
   * @param units what was used, 0 or more
   * @param ordinal slot or block, not before the last one
   * @param window slots or blocks that the average is over
   * @return the use with it
   * @throws ChainException if the ordinal runs back or a number leaves its range
   */
  public UsageAccumulator add(long units, long ordinal, int window) {
    long contribution = ceilDivide(multiply(units, PRECISION), window);
    long value = valueEx;
    long used = consumed;
    if (ordinal != lastOrdinal) {
      if (ordinal < lastOrdinal) {
        throw new ChainException(
            ChainError.RESOURCE_LIMIT,
            "new ordinal " + ordinal + " is less than the previous ordinal " + lastOrdinal);
      }
      long delta = ordinal - lastOrdinal;
      value = delta < window ? multiply(value, window - delta) / window : 0;
      used = ceilDivide(value, PRECISION);
    }
    return new UsageAccumulator(ordinal, addExact(value, contribution), addExact(used, units));
  }

  /**
   * The average.
   *
   * @return use per slot or block, rounded up
   */
  public long average() {
    return ceilDivide(valueEx, PRECISION);
  }

  /** Whether so much, added up over the window, is more than a share of what there is. */
  boolean exceeds(long capacityPerSlot, long weight, long allWeights, int window) {
    return usedInWindow(window)
            .compareTo(BigInteger.valueOf(capacityPerSlot)
                .multiply(BigInteger.valueOf(window))
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(allWeights)))
        > 0;
  }

  /** Use over the whole window. */
  BigInteger usedInWindow(int window) {
    return BigInteger.valueOf(valueEx)
        .multiply(BigInteger.valueOf(window))
        .divide(BigInteger.valueOf(PRECISION));
  }

  private static long multiply(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw inconsistent(e);
    }
  }

  private static long addExact(long a, long b) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException e) {
      throw inconsistent(e);
    }
  }

  private static ChainException inconsistent(ArithmeticException e) {
    return new ChainException(
        ChainError.RATE_LIMITING_STATE_INCONSISTENT, "usage exceeds the range of its counter", e);
  }

  private static long ceilDivide(long value, long divisor) {
    return value / divisor + (value % divisor == 0 ? 0 : 1);
  }
}
