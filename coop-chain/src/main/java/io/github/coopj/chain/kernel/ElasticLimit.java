package io.github.coopj.chain.kernel;

import io.github.coopj.core.abi.AbiType;

/**
 * Parameters of a limit that grows while blocks are emptier than wanted and shrinks while they are fuller (protocol rule:
 * resource_limits.cpp, update_elastic_limit).
 *
 * @param target average use of a block above which the limit shrinks
 * @param max what a block may use at most; the limit is 1 to 1000 times that
 */
public record ElasticLimit(
    @AbiType("uint64") long target, @AbiType("uint64") long max) {
  /** How many times the maximum the limit can be. */
  public static final long MULTIPLIER = 1_000;

  /** What the limit is multiplied with after a full block. */
  public static final Ratio CONTRACT = new Ratio(99, 100);

  /** What the limit is multiplied with after any other block. */
  public static final Ratio EXPAND = new Ratio(1_000, 999);

  /**
   * A fraction.
   *
   * @param numerator above the line
   * @param denominator below it, positive
   */
  public record Ratio(long numerator, long denominator) {
    long of(long value) {
      return value * numerator / denominator;
    }
  }

  /**
   * Limit of a share of the maximum.
   *
   * @param max what a block may use at most
   * @param targetPct the share, in hundredths of a percent
   * @return the parameters
   */
  static ElasticLimit of(long max, long targetPct) {
    return new ElasticLimit(max * targetPct / 10_000, max);
  }

  /**
   * The limit after one more block.
   *
   * @param limit the limit before
   * @param average average use of blocks
   * @return the limit
   */
  public long next(long limit, long average) {
    long changed = (average > target ? CONTRACT : EXPAND).of(limit);
    return Math.min(Math.max(changed, max), max * MULTIPLIER);
  }
}
