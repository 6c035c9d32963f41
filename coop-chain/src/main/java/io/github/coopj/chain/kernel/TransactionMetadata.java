package io.github.coopj.chain.kernel;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.List;

/**
 * A transaction with what is known of it before it is executed. Recovering the keys is the costly part; it needs no
 * state and may run on any thread.
 *
 * @param packed as it was pushed
 * @param transaction unpacked
 * @param id its id
 * @param keys keys that signed it
 */
public record TransactionMetadata(
    PackedTransaction packed, Transaction transaction, Checksum256 id, List<PublicKey> keys) {
  /** Copies the list. */
  public TransactionMetadata {
    keys = List.copyOf(keys);
  }

  /**
   * Unpacks a transaction and recovers its keys.
   *
   * @param packed as it was pushed
   * @param chainId chain that the signatures must be for
   * @return the metadata
   * @throws ChainException if it cannot be read, a signature is not canonical or gives no key, or one key signed twice
   */
  public static TransactionMetadata recover(PackedTransaction packed, Checksum256 chainId) {
    try {
      requireCanonical(packed);
      Transaction transaction = packed.unpack();
      Checksum256 id = packed.id();
      List<PublicKey> keys = packed.recoverKeys(chainId);
      if (keys.stream().distinct().count() != keys.size()) {
        throw new ChainException(
            ChainError.TX_DUPLICATE_SIG, "transaction " + id + " is signed twice with one key");
      }
      return new TransactionMetadata(packed, transaction, id, keys);
    } catch (ChainException e) {
      throw e;
    } catch (InvalidValueException | CoopException e) {
      throw new ChainException(
          ChainError.INVALID_PACKED_TRANSACTION, String.valueOf(e.getMessage()), e);
    }
  }

  /** A signature that is not canonical could be rewritten by anybody; nodes refuse it, and so does this chain. */
  private static void requireCanonical(PackedTransaction packed) {
    for (Signature signature : packed.signatures()) {
      if (signature.type() == KeyType.K1 && !signature.isCanonical()) {
        throw new ChainException(
            ChainError.INVALID_PACKED_TRANSACTION, "signature " + signature + " is not canonical");
      }
    }
  }
}
