package io.github.coopj.chain.system;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;

/**
 * The planned emission (плановая эмиссия) of the system token: how much may be issued for the fees that were paid for
 * resources in one tact (такт), a period of fixed length (CHAIN-07).
 *
 * <p>Nothing is issued until the fees of the tact exceed the supply at its beginning divided by 1 + f. From then on the
 * supply follows the fees: it is raised to (1 + f) times the fees of the tact, rounded down, and never above the greatest
 * supply. All amounts are minor units.
 *
 * @param factor f in millionths, 1 to 1 000 000
 * @param tactSeconds length of a tact in seconds, 1 to 365 days
 * @param maxSupply greatest supply there may ever be, 1 to 2^62 - 1
 */
@AbiName("emission_plan")
public record EmissionPlan(
    @AbiType("uint32") long factor,
    @AbiName("tact_seconds") @AbiType("uint32") long tactSeconds,
    @AbiName("max_supply") long maxSupply) {
  /** What the factor is counted in. */
  public static final long WHOLE = 1_000_000;

  /** Seconds of the longest tact. */
  public static final long MAX_TACT_SECONDS = 365L * 24 * 60 * 60;

  private static final long MAX_AMOUNT = (1L << 62) - 1;

  /** Checks the ranges. */
  public EmissionPlan {
    require("the factor of the emission", factor, WHOLE);
    require("the seconds of a tact", tactSeconds, MAX_TACT_SECONDS);
    require("the greatest supply", maxSupply, MAX_AMOUNT);
  }

  /**
   * Fees of a tact up to which nothing is issued.
   *
   * @param supply supply at the beginning of the tact, 0 to {@link #maxSupply}
   * @return supply / (1 + f), rounded down
   */
  public long threshold(long supply) {
    requireSupply(supply);
    return WideInteger.multiplyDivide(supply, WHOLE, WHOLE + factor);
  }

  /**
   * What may be issued now.
   *
   * @param threshold fees up to which nothing is issued in this tact
   * @param fees fees of this tact so far, 0 or more
   * @param supply supply now, 0 to {@link #maxSupply}
   * @return minor units, 0 or more, never more than the greatest supply leaves room for
   */
  public long due(long threshold, long fees, long supply) {
    requireSupply(supply);
    if (fees < 0) {
      throw new InvalidValueException("fees are 0 or more, got " + fees);
    }
    if (fees <= threshold) {
      return 0;
    }
    long planned = fees >= maxSupply
        ? maxSupply // the factor is positive, so the product is above
        : Math.min(maxSupply, WideInteger.multiplyDivide(fees, WHOLE + factor, WHOLE));
    return Math.max(0, planned - supply);
  }

  private void requireSupply(long supply) {
    if (supply < 0 || supply > maxSupply) {
      throw new InvalidValueException("supply must be 0 to " + maxSupply + ", got " + supply);
    }
  }

  private static void require(String what, long value, long max) {
    if (value < 1 || value > max) {
      throw new InvalidValueException(what + " must be 1 to " + max + ", got " + value);
    }
  }
}
