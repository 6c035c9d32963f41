package io.github.coopj.chain.kernel;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;

/**
 * What a chain begins with. Its digest is the chain id, which every signature covers.
 *
 * @param initialTimestamp time of block 1
 * @param initialKey key of the account {@code eosio} and of the only producer at first
 * @param initialConfiguration limits
 */
public record Genesis(
    TimePoint initialTimestamp, PublicKey initialKey, Configuration initialConfiguration) {
  private static final Codec<Genesis> CODEC = RecordCodec.of(Genesis.class);

  /**
   * A genesis with the default limits.
   *
   * @param initialTimestamp time of block 1
   * @param initialKey first key
   * @return the genesis
   */
  public static Genesis of(TimePoint initialTimestamp, PublicKey initialKey) {
    return new Genesis(initialTimestamp, initialKey, Configuration.DEFAULT);
  }

  /**
   * Id of the chain: SHA-256 over the byte form.
   *
   * @return the chain id
   */
  public Checksum256 chainId() {
    return Checksum256.sha256(pack());
  }

  /**
   * Byte form of the node.
   *
   * @return packed genesis
   */
  public byte[] pack() {
    return CODEC.encode(this);
  }

  /**
   * Reads the byte form.
   *
   * @param packed packed genesis
   * @return the genesis
   */
  public static Genesis unpack(byte[] packed) {
    return CODEC.decode(packed);
  }

  /**
   * Limits of the chain. Percentages are in hundredths of a percent, times of CPU in microseconds.
   *
   * @param maxBlockNetUsage NET bytes a block may hold
   * @param targetBlockNetUsagePct NET share above which a block is called congested
   * @param maxTransactionNetUsage NET bytes of one transaction
   * @param basePerTransactionNetUsage NET bytes billed for the receipt of a transaction
   * @param netUsageLeeway NET bytes tolerated beyond a limit that a transaction sets itself
   * @param contextFreeDiscountNetUsageNum numerator of the discount on data that can be pruned
   * @param contextFreeDiscountNetUsageDen denominator of that discount
   * @param maxBlockCpuUsage CPU a block may use
   * @param targetBlockCpuUsagePct CPU share above which a block is called congested
   * @param maxTransactionCpuUsage CPU of one transaction
   * @param minTransactionCpuUsage CPU billed at least
   * @param maxTransactionLifetime seconds from block time to the latest expiration
   * @param deferredTrxExpirationWindow seconds, not used
   * @param maxTransactionDelay seconds, not used
   * @param maxInlineActionSize bytes of an inline action
   * @param maxInlineActionDepth how deep inline actions may be nested
   * @param maxAuthorityDepth how deep accounts in authorities may be nested
   */
  public record Configuration(
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
    public static final Configuration DEFAULT = new Configuration(
        1_048_576, 1_000, 524_288, 12, 500, 20, 100, 200_000, 1_000, 150_000, 100, 3_600, 600,
        3_888_000, 4_096, 4, 6);
  }
}
