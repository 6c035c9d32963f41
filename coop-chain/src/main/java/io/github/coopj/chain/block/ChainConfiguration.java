package io.github.coopj.chain.block;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;

/**
 * Limits of a chain, as they stand in its genesis and as a privileged contract may change them. Percentages are in
 * hundredths of a percent, times of CPU in microseconds. The rules are those of the node (protocol rule:
 * chain_config.cpp, validate).
 *
 * @param maxBlockNetUsage NET bytes a block may hold
 * @param targetBlockNetUsagePct NET share above which a block is called congested, 10 to 10000
 * @param maxTransactionNetUsage NET bytes of one transaction, below those of a block and 10240 or more above the base
 * @param basePerTransactionNetUsage NET bytes billed for the receipt of a transaction
 * @param netUsageLeeway NET bytes an account may seem to exceed its limit by while a transaction runs
 * @param contextFreeDiscountNetUsageNum numerator of the discount on data that can be pruned, at most the denominator
 * @param contextFreeDiscountNetUsageDen denominator of that discount, positive
 * @param maxBlockCpuUsage CPU a block may use
 * @param targetBlockCpuUsagePct CPU share above which a block is called congested, 10 to 10000
 * @param maxTransactionCpuUsage CPU of one transaction; with the minimum still below that of a block
 * @param minTransactionCpuUsage CPU billed at least
 * @param maxTransactionLifetime seconds from block time to the latest expiration
 * @param deferredTrxExpirationWindow seconds, not used
 * @param maxTransactionDelay seconds, the longest wait in an authority
 * @param maxInlineActionSize bytes that a packed inline action stays below
 * @param maxInlineActionDepth how deep inline actions may be nested
 * @param maxAuthorityDepth how deep accounts in authorities may be nested, 1 or more
 */
public record ChainConfiguration(
    @AbiType("uint64") long maxBlockNetUsage,
    @AbiType("uint32") long targetBlockNetUsagePct,
    @AbiType("uint32") long maxTransactionNetUsage,
    @AbiType("uint32") long basePerTransactionNetUsage,
    @AbiType("uint32") long netUsageLeeway,
    @AbiType("uint32") long contextFreeDiscountNetUsageNum,
    @AbiType("uint32") long contextFreeDiscountNetUsageDen,
    @AbiType("uint32") long maxBlockCpuUsage,
    @AbiType("uint32") long targetBlockCpuUsagePct,
    @AbiType("uint32") long maxTransactionCpuUsage,
    @AbiType("uint32") long minTransactionCpuUsage,
    @AbiType("uint32") long maxTransactionLifetime,
    @AbiType("uint32") long deferredTrxExpirationWindow,
    @AbiType("uint32") long maxTransactionDelay,
    @AbiType("uint32") long maxInlineActionSize,
    @AbiType("uint16") int maxInlineActionDepth,
    @AbiType("uint16") int maxAuthorityDepth) {
  /** The limits a node starts with unless told otherwise. */
  public static final ChainConfiguration DEFAULT = new ChainConfiguration(
      1_048_576, 1_000, 524_288, 12, 500, 20, 100, 200_000, 1_000, 150_000, 100, 3_600, 600,
      3_888_000, 4_096, 4, 6);

  private static final long U16 = 0xffff;
  private static final long U32 = 0xffff_ffffL;
  private static final long MIN_TARGET = 10;
  private static final long WHOLE = 10_000;
  private static final long MIN_NET_BEYOND_BASE = 10 * 1024;

  /**
   * Checks the rules.
   *
   * @throws InvalidValueException naming the first limit that breaks one
   */
  public ChainConfiguration {
    require("max_block_net_usage", maxBlockNetUsage, 0, Long.MAX_VALUE / WHOLE);
    require("target_block_net_usage_pct", targetBlockNetUsagePct, MIN_TARGET, WHOLE);
    require("target_block_cpu_usage_pct", targetBlockCpuUsagePct, MIN_TARGET, WHOLE);
    require("max_block_cpu_usage", maxBlockCpuUsage, 0, U32);
    require("max_transaction_cpu_usage", maxTransactionCpuUsage, 0, U32);
    require("min_transaction_cpu_usage", minTransactionCpuUsage, 0, maxTransactionCpuUsage);
    require(
        "max_transaction_cpu_usage",
        maxTransactionCpuUsage,
        0,
        maxBlockCpuUsage - minTransactionCpuUsage - 1);
    require("base_per_transaction_net_usage", basePerTransactionNetUsage, 0, U32);
    require(
        "max_transaction_net_usage",
        maxTransactionNetUsage,
        basePerTransactionNetUsage + MIN_NET_BEYOND_BASE,
        Math.min(U32, maxBlockNetUsage - 1));
    require("net_usage_leeway", netUsageLeeway, 0, U32);
    require("context_free_discount_net_usage_den", contextFreeDiscountNetUsageDen, 1, U32);
    require(
        "context_free_discount_net_usage_num",
        contextFreeDiscountNetUsageNum,
        0,
        contextFreeDiscountNetUsageDen);
    require("max_transaction_lifetime", maxTransactionLifetime, 0, U32);
    require("deferred_trx_expiration_window", deferredTrxExpirationWindow, 0, U32);
    require("max_transaction_delay", maxTransactionDelay, 0, U32);
    require("max_inline_action_size", maxInlineActionSize, 0, U32);
    require("max_inline_action_depth", maxInlineActionDepth, 0, U16);
    require("max_authority_depth", maxAuthorityDepth, 1, U16);
  }

  private static void require(String limit, long value, long min, long max) {
    if (value < min || value > max) {
      throw new InvalidValueException(limit + " must be " + min + " to " + max + ", got " + value);
    }
  }
}
