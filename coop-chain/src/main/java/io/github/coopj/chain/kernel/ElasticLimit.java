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
  private static final long MULTIPLIER = 1_000;
  private static final long CONTRACT_NUMERATOR = 99;
  private static final long CONTRACT_DENOMINATOR = 100;
  private static final long EXPAND_NUMERATOR = 1_000;
  private static final long EXPAND_DENOMINATOR = 999;

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
    long changed = average > target
        ? limit * CONTRACT_NUMERATOR / CONTRACT_DENOMINATOR
        : limit * EXPAND_NUMERATOR / EXPAND_DENOMINATOR;
    return Math.min(Math.max(changed, max), max * MULTIPLIER);
  }
}
