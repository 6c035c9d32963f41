package io.github.coopj.core.transaction;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiException;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.List;

/**
 * A signed transaction as it travels and stands in a block. What the bytes hold is not checked until one of the methods
 * looks into them; each call unpacks anew, so keep the result of {@link #unpackSigned()} where it is needed twice.
 *
 * @param signatures signatures of the signing digest
 * @param compression how the two parts are compressed
 * @param packedContextFreeData data for context-free actions; empty bytes if there is none
 * @param packedTrx the transaction
 */
public record PackedTransaction(
    List<Signature> signatures,
    Compression compression,
    Bytes packedContextFreeData,
    Bytes packedTrx) {
  private static final Codec<Signature> SIGNATURE = RecordCodec.of(Signature.class);

  /** Binary form, as in a block. */
  public static final Codec<PackedTransaction> CODEC = new Codec<>() {
    @Override
    public void write(PackedTransaction value, AbiWriter out) {
      out.writeList(value.signatures, SIGNATURE);
      out.writeU8(value.compression.code());
      out.writeBytes(value.packedContextFreeData);
      out.writeBytes(value.packedTrx);
    }

    @Override
    public PackedTransaction read(AbiReader in) {
      List<Signature> signatures = in.readList(SIGNATURE);
      Compression compression = Compression.ofCode(in.readU8());
      Bytes contextFreeData = in.readBytes();
      return new PackedTransaction(signatures, compression, contextFreeData, in.readBytes());
    }
  };

  /** Copies the list. */
  public PackedTransaction {
    signatures = List.copyOf(signatures);
  }

  /**
   * The transaction inside. Bytes behind it are left aside, as by nodes: ids and signatures are over the transaction as
   * packed anew, so they say nothing of such bytes.
   *
   * @return the transaction
   * @throws AbiException if the bytes do not begin with a transaction, or inflate beyond the limit
   */
  public Transaction unpack() {
    return Transaction.CODEC.read(new AbiReader(compression.unpack(packedTrx.toArray())));
  }

  /**
   * The data for context-free actions inside.
   *
   * @return the data, usually none
   * @throws AbiException if the bytes are no list of bytes
   */
  public List<Bytes> unpackContextFreeData() {
    if (packedContextFreeData.size() == 0) {
      return List.of();
    }
    return SignedTransaction.unpackContextFreeData(
        compression.unpack(packedContextFreeData.toArray()));
  }

  /**
   * The signed transaction inside.
   *
   * @return transaction, signatures and context-free data
   * @throws AbiException if the bytes hold none
   */
  public SignedTransaction unpackSigned() {
    return new SignedTransaction(unpack(), signatures, unpackContextFreeData());
  }

  /**
   * The id of the transaction inside, over its binary form as this library writes it, as the node does.
   *
   * @return the id
   * @throws AbiException if the bytes are no transaction
   */
  public Checksum256 id() {
    return unpack().id();
  }

  /**
   * What the signers sign.
   *
   * @param chainId id of the chain
   * @return the digest
   * @throws AbiException if the bytes hold no transaction
   */
  public Checksum256 signingDigest(Checksum256 chainId) {
    return unpackSigned().signingDigest(chainId);
  }

  /**
   * The keys that signed, in the order of the signatures.
   *
   * @param chainId id of the chain
   * @return the keys, each once
   * @throws AbiException if the bytes hold no transaction
   * @throws TransactionException if a signature is not canonical or of no key, or two are of the same key
   */
  public List<PublicKey> recoverKeys(Checksum256 chainId) {
    return unpackSigned().recoverKeys(chainId);
  }

  /**
   * Digest that the receipt in a block holds: sha256 over compression, packed transaction, and the sha256 of signatures
   * and packed context-free data.
   *
   * @return the digest
   */
  public Checksum256 packedDigest() {
    AbiWriter prunable = new AbiWriter(packedContextFreeData.size() + 128);
    prunable.writeList(signatures, SIGNATURE);
    prunable.writeBytes(packedContextFreeData);
    AbiWriter out = new AbiWriter(packedTrx.size() + 64);
    out.writeU8(compression.code());
    out.writeBytes(packedTrx);
    out.writeChecksum256(Checksum256.sha256(prunable.toByteArray()));
    return Checksum256.sha256(out.toByteArray());
  }
}
