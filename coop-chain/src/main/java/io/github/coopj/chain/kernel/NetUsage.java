package io.github.coopj.chain.kernel;

import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.crypto.Signature;

/**
 * NET a transaction is billed, by the node's formula: 12 bytes for the transaction in a block, 16 for its receipt, its
 * packed bytes, and a share of its signatures and context-free data, which can be pruned; rounded up to words of 8.
 */
final class NetUsage {
  private static final long WORD = 8;
  private static final long RECEIPT_OVERHEAD = 16;

  private NetUsage() {}

  /** Words billed. */
  static long words(PackedTransaction packed, Genesis.Configuration limits) {
    long prunable = varUint32Size(packed.signatures().size())
        + packed.packedContextFreeData().size();
    for (Signature signature : packed.signatures()) {
      prunable += signature.toBinary().length;
    }
    long discounted = ceilDivide(
        prunable * limits.contextFreeDiscountNetUsageNum(),
        limits.contextFreeDiscountNetUsageDen());
    long bytes = limits.basePerTransactionNetUsage()
        + RECEIPT_OVERHEAD
        + packed.packedTrx().size()
        + discounted;
    return ceilDivide(bytes, WORD);
  }

  private static long ceilDivide(long value, long divisor) {
    return (value + divisor - 1) / divisor;
  }

  private static long varUint32Size(long value) {
    long size = 1;
    for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
      size++;
    }
    return size;
  }
}
