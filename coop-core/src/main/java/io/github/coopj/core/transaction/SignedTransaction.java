package io.github.coopj.core.transaction;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import io.github.coopj.crypto.Signer;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction with its signatures and the data for its context-free actions.
 *
 * @param transaction the transaction
 * @param signatures signatures of its signing digest
 * @param contextFreeData one byte string per use by the context-free actions, usually none
 */
public record SignedTransaction(
    Transaction transaction, List<Signature> signatures, List<Bytes> contextFreeData) {
  private static final Codec<Bytes> BYTES = RecordCodec.of(Bytes.class);

  /** Copies the lists. */
  public SignedTransaction {
    signatures = List.copyOf(signatures);
    contextFreeData = List.copyOf(contextFreeData);
  }

  /**
   * The id of the transaction; signatures do not change it.
   *
   * @return the id
   */
  public Checksum256 id() {
    return transaction.id();
  }

  /**
   * What the signers sign.
   *
   * @param chainId id of the chain
   * @return the digest
   */
  public Checksum256 signingDigest(Checksum256 chainId) {
    return transaction.signingDigest(chainId, contextFreeData);
  }

  /**
   * Adds a signature.
   *
   * @param chainId id of the chain for which it counts
   * @param signer who signs
   * @return the transaction with one signature more
   */
  public SignedTransaction signedBy(Checksum256 chainId, Signer signer) {
    List<Signature> more = new ArrayList<>(signatures);
    more.add(signer.sign(signingDigest(chainId)));
    return new SignedTransaction(transaction, more, contextFreeData);
  }

  /**
   * The keys that signed, in the order of the signatures.
   *
   * @param chainId id of the chain
   * @return the keys, each once
   * @throws TransactionException if a signature is not canonical or of no key, or two are of the same key
   */
  public List<PublicKey> recoverKeys(Checksum256 chainId) {
    Checksum256 digest = signingDigest(chainId);
    List<PublicKey> keys = new ArrayList<>(signatures.size());
    for (Signature signature : signatures) {
      PublicKey key = TransactionException.recover(signature, digest);
      if (keys.contains(key)) {
        throw new TransactionException(
            TransactionException.Reason.DUPLICATE_SIGNATURE,
            "two signatures of the key " + key,
            null);
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }

  /**
   * The form in which it travels and stands in a block.
   *
   * @param compression whether the parts are compressed
   * @return the packed form
   */
  public PackedTransaction pack(Compression compression) {
    byte[] packed = transaction.pack();
    byte[] freeData =
        contextFreeData.isEmpty() ? new byte[0] : packContextFreeData(contextFreeData);
    return new PackedTransaction(
        signatures,
        compression,
        Bytes.of(freeData.length == 0 ? freeData : compression.pack(freeData)),
        Bytes.of(compression.pack(packed)));
  }

  static byte[] packContextFreeData(List<Bytes> contextFreeData) {
    AbiWriter out = new AbiWriter();
    out.writeList(contextFreeData, BYTES);
    return out.toByteArray();
  }

  static List<Bytes> unpackContextFreeData(byte[] packed) {
    return new AbiReader(packed)
        .readList(BYTES); // what follows is left aside, as in the transaction
  }
}
