package io.github.coopj.core.transaction;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiBase;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * Actions that are executed all or none.
 *
 * @param header validity and limits
 * @param contextFreeActions actions that need no authority and see no state, executed first
 * @param actions the actions, in the order of execution; packable when empty, though a node refuses that
 * @param extensions additions, usually none
 */
public record Transaction(
    @AbiBase TransactionHeader header,
    @AbiName("context_free_actions") List<Action> contextFreeActions,
    List<Action> actions,
    @AbiName("transaction_extensions") List<Extension> extensions) {
  /** Binary form of a transaction. */
  public static final Codec<Transaction> CODEC = RecordCodec.of(Transaction.class);

  /** Copies the lists. */
  public Transaction {
    contextFreeActions = List.copyOf(contextFreeActions);
    actions = List.copyOf(actions);
    extensions = List.copyOf(extensions);
  }

  /**
   * The binary form.
   *
   * @return a new array
   */
  public byte[] pack() {
    return CODEC.encode(this);
  }

  /**
   * The id: sha256 of the binary form.
   *
   * @return the id
   */
  public Checksum256 id() {
    return CODEC.digest(this);
  }

  /**
   * What the signers sign: sha256 over chain id, binary form, and the sha256 of the packed context-free data, or 32 zero
   * bytes when there is none.
   *
   * @param chainId id of the chain for which the signatures count
   * @param contextFreeData data for the context-free actions, usually none
   * @return the digest
   */
  public Checksum256 signingDigest(Checksum256 chainId, List<Bytes> contextFreeData) {
    byte[] packed = pack();
    AbiWriter out = new AbiWriter(packed.length + 64);
    out.writeChecksum256(chainId);
    out.writeRaw(packed);
    out.writeChecksum256(
        contextFreeData.isEmpty()
            ? Checksum256.ZERO
            : Checksum256.sha256(SignedTransaction.packContextFreeData(contextFreeData)));
    return Checksum256.sha256(out.toByteArray());
  }
}
