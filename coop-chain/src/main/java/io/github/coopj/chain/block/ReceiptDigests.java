package io.github.coopj.chain.block;

import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Sha256;

/** Digests of receipts, for whoever makes many on one thread: memory is used again. Not safe for several threads. */
public final class ReceiptDigests {
  private final AbiWriter out = new AbiWriter();
  private final Sha256 sha256 = new Sha256();

  /** Digests for one thread. */
  public ReceiptDigests() {
    out.clear();
  }

  /**
   * Leaf of the block's action root.
   *
   * @param receipt receipt of an action
   * @return SHA-256 over its byte form
   */
  public Checksum256 of(ActionReceipt receipt) {
    out.clear();
    receipt.write(out);
    return out.sha256(sha256);
  }

  /**
   * Leaf of the block's transaction root.
   *
   * @param receipt receipt of a transaction
   * @param packedDigest digest of its transaction
   * @return SHA-256 over status, billing and that digest
   */
  public Checksum256 of(TransactionReceipt receipt, Checksum256 packedDigest) {
    out.clear();
    receipt.writeBilling(out);
    out.writeChecksum256(packedDigest);
    return out.sha256(sha256);
  }
}
