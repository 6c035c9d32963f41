package io.github.coopj.chain.kernel;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.core.transaction.TransactionException;
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
      SignedTransaction signed = packed.unpackSigned();
      return new TransactionMetadata(
          packed, signed.transaction(), signed.id(), signed.recoverKeys(chainId));
    } catch (TransactionException e) {
      ChainError error = e.reason() == TransactionException.Reason.DUPLICATE_SIGNATURE
          ? ChainError.TX_DUPLICATE_SIG
          : ChainError.INVALID_PACKED_TRANSACTION;
      throw new ChainException(error, String.valueOf(e.getMessage()), e);
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
