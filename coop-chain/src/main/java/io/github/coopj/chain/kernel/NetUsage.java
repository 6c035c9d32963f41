package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ChainConfiguration;
import java.util.List;

/**
 * NET a transaction is billed, by the node's formula: 12 bytes for the transaction in a block, 16 for its receipt, its
 * packed bytes, and a share of its signatures and context-free data, which can be pruned; rounded up to words of 8.
 */
public final class NetUsage {
  /** Bytes of a word. */
  public static final long WORD = 8;

  static final long RECEIPT_OVERHEAD = 16;

  private NetUsage() {}

  /**
   * Bytes before they are rounded up to words.
   *
   * @param packedBytes bytes of the packed transaction
   * @param signatureBytes sizes of its signatures in binary form
   * @param contextFreeBytes bytes of its packed context-free data
   * @param limits limits of the chain
   * @return bytes billed
   */
  public static long bytes(
      long packedBytes,
      List<Integer> signatureBytes,
      long contextFreeBytes,
      ChainConfiguration limits) {
    return bytes(
        RECEIPT_OVERHEAD + packedBytes, prunableBytes(signatureBytes, contextFreeBytes), limits);
  }

  /**
   * Rounds up to whole words.
   *
   * @param bytes bytes, 0 or more
   * @return words
   */
  public static long words(long bytes) {
    return ceilDivide(bytes, WORD);
  }

  static long bytes(long unprunable, long prunable, ChainConfiguration limits) {
    return limits.basePerTransactionNetUsage()
        + unprunable
        + ceilDivide(
            prunable * limits.contextFreeDiscountNetUsageNum(),
            limits.contextFreeDiscountNetUsageDen());
  }

  static long prunableBytes(List<Integer> signatureBytes, long contextFreeBytes) {
    long bytes = varUint32Size(signatureBytes.size()) + contextFreeBytes;
    for (int signature : signatureBytes) {
      bytes += signature;
    }
    return bytes;
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
