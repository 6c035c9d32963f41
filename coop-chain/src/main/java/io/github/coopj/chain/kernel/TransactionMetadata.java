package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.core.transaction.TransactionException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A transaction with all that is known of it before it is executed: its keys, recovered from the signatures, its id and
 * its digests. Only {@link #recover} makes one, so the keys are those that signed. This is the costly part; it needs no
 * state and may run on any thread.
 */
public final class TransactionMetadata {
  /** Signatures that a transaction can have at most; a chain in use needs a few. */
  public static final int MAX_SIGNATURES = 1_000;

  private final Checksum256 chainId;
  private final PackedTransaction packed;
  private final Transaction transaction;
  private final List<Bytes> contextFreeData;
  private final Checksum256 id;
  private final Checksum256 packedDigest;
  private final List<PublicKey> keys;
  private final List<Checksum256> actionDigests;
  private final long prunableBytes;

  private TransactionMetadata(
      Checksum256 chainId,
      PackedTransaction packed,
      SignedTransaction signed,
      List<PublicKey> keys,
      long prunableBytes) {
    this.chainId = chainId;
    this.packed = packed;
    this.transaction = signed.transaction();
    this.contextFreeData = signed.contextFreeData();
    this.id = signed.id();
    this.packedDigest = packed.packedDigest();
    this.keys = keys;
    this.prunableBytes = prunableBytes;
    List<Checksum256> digests = new ArrayList<>();
    for (Action action : transaction.contextFreeActions()) {
      digests.add(action.digest(Bytes.EMPTY));
    }
    for (Action action : transaction.actions()) {
      digests.add(action.digest(Bytes.EMPTY));
    }
    this.actionDigests = List.copyOf(digests);
  }

  /**
   * Unpacks a transaction and recovers its keys.
   *
   * @param packed as it was pushed
   * @param chainId chain that the signatures must be for
   * @return the metadata
   * @throws ChainException if it cannot be read, has more than {@value #MAX_SIGNATURES} signatures, one of them is not
   *     canonical or gives no key, or one key signed twice
   */
  public static TransactionMetadata recover(PackedTransaction packed, Checksum256 chainId) {
    try {
      long prunable = requireSignatures(packed);
      SignedTransaction signed = packed.unpackSigned();
      return new TransactionMetadata(
          chainId, packed, signed, recoverKeys(signed, chainId), prunable);
    } catch (ChainException e) {
      throw e;
    } catch (TransactionException e) {
      ChainError error = e.reason() == TransactionException.Reason.DUPLICATE_SIGNATURE
          ? ChainError.TX_DUPLICATE_SIG
          : ChainError.INVALID_PACKED_TRANSACTION;
      throw new ChainException(error, String.valueOf(e.getMessage()), e);
    } catch (InvalidValueException | CoopException e) {
      throw new ChainException(
          ChainError.INVALID_PACKED_TRANSACTION, String.valueOf(e.getMessage()), e);
    }
  }

  /** Counts the signatures and refuses those that anybody could rewrite; bytes of what can be pruned. */
  private static long requireSignatures(PackedTransaction packed) {
    if (packed.signatures().size() > MAX_SIGNATURES) {
      throw new ChainException(
          ChainError.TX_TOO_BIG,
          "a transaction has at most " + MAX_SIGNATURES + " signatures, got "
              + packed.signatures().size());
    }
    List<Integer> sizes = new ArrayList<>();
    for (Signature signature : packed.signatures()) {
      if (!signature.isCanonical()) {
        throw new ChainException(
            ChainError.INVALID_PACKED_TRANSACTION, "signature " + signature + " is not canonical");
      }
      sizes.add(signature.toBinary().length);
    }
    return NetUsage.prunableBytes(sizes, packed.packedContextFreeData().size());
  }

  private static List<PublicKey> recoverKeys(SignedTransaction signed, Checksum256 chainId) {
    Checksum256 digest = signed.signingDigest(chainId);
    List<PublicKey> keys = new ArrayList<>(signed.signatures().size());
    SortedSet<PublicKey> seen = new TreeSet<>();
    for (Signature signature : signed.signatures()) {
      PublicKey key = signature.recover(digest);
      if (!seen.add(key)) {
        throw new ChainException(
            ChainError.TX_DUPLICATE_SIG, "transaction includes more than one signature of " + key);
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }

  /**
   * Chain that the keys were recovered for.
   *
   * @return its id
   */
  public Checksum256 chainId() {
    return chainId;
  }

  /**
   * The transaction as it was pushed.
   *
   * @return packed and signed
   */
  public PackedTransaction packed() {
    return packed;
  }

  /**
   * The transaction unpacked.
   *
   * @return header and actions
   */
  public Transaction transaction() {
    return transaction;
  }

  /**
   * Data for the context-free actions.
   *
   * @return byte strings, usually none
   */
  public List<Bytes> contextFreeData() {
    return contextFreeData;
  }

  /**
   * Id of the transaction.
   *
   * @return digest of its packed form
   */
  public Checksum256 id() {
    return id;
  }

  /**
   * Digest that its receipt covers.
   *
   * @return digest of the signed transaction as pushed
   */
  public Checksum256 packedDigest() {
    return packedDigest;
  }

  /**
   * Keys that signed it.
   *
   * @return in the order of the signatures, each once
   */
  public List<PublicKey> keys() {
    return keys;
  }

  /** Digests of its context-free actions and its actions, as they are without return values. */
  List<Checksum256> actionDigests() {
    return actionDigests;
  }

  /** Bytes of the packed transaction that a node keeps for good. */
  long unprunableBytes() {
    return NetUsage.RECEIPT_OVERHEAD + packed.packedTrx().size();
  }

  /** Bytes of signatures and context-free data. */
  long prunableBytes() {
    return prunableBytes;
  }
}
