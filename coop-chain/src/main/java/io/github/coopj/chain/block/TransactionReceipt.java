package io.github.coopj.chain.block;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.crypto.Checksum256;

/**
 * A transaction in a block, with what it was billed. Only executed transactions are written; the other states of the
 * node's format belong to deferred transactions, which this chain has not.
 *
 * @param cpuUsageUs CPU billed, microseconds, 0 to 2^32 - 1
 * @param netUsageWords NET billed, words of 8 bytes, 0 to 2^32 - 1
 * @param transaction the transaction as it was pushed
 */
public record TransactionReceipt(
    long cpuUsageUs, long netUsageWords, PackedTransaction transaction) {
  private static final int STATUS_EXECUTED = 0;
  private static final int PACKED_TRANSACTION = 1;

  /** Byte form of the node: status, CPU, NET, variant of id and packed transaction. */
  public static final Codec<TransactionReceipt> CODEC = new Codec<>() {
    @Override
    public void write(TransactionReceipt value, AbiWriter out) {
      value.writeBilling(out);
      out.writeVarUint32(PACKED_TRANSACTION);
      PackedTransaction.CODEC.write(value.transaction(), out);
    }

    @Override
    public TransactionReceipt read(AbiReader in) {
      int status = in.readU8();
      long cpu = in.readU32();
      long net = in.readVarUint32();
      long kind = in.readVarUint32();
      if (status != STATUS_EXECUTED || kind != PACKED_TRANSACTION) {
        throw new InvalidValueException(
            "a block holds executed, packed transactions only, got status " + status + " kind "
                + kind);
      }
      return new TransactionReceipt(cpu, net, PackedTransaction.CODEC.read(in));
    }
  };

  /** Checks the ranges. */
  public TransactionReceipt {
    if (cpuUsageUs < 0
        || cpuUsageUs > 0xffff_ffffL
        || netUsageWords < 0
        || netUsageWords > 0xffff_ffffL) {
      throw new InvalidValueException(
          "billed CPU and NET are 0 to 2^32-1, got " + cpuUsageUs + " and " + netUsageWords);
    }
  }

  /**
   * Leaf of the block's transaction root.
   *
   * @return SHA-256 over status, billing and the packed digest of the transaction
   */
  public Checksum256 digest() {
    return new ReceiptDigests().of(this, transaction.packedDigest());
  }

  void writeBilling(AbiWriter out) {
    out.writeU8(STATUS_EXECUTED);
    out.writeU32(cpuUsageUs);
    out.writeVarUint32(netUsageWords);
  }
}
