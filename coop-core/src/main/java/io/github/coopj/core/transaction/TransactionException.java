package io.github.coopj.core.transaction;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import org.jspecify.annotations.Nullable;

/** Signatures that a transaction must not carry. */
public final class TransactionException extends CoopException {
  private static final long serialVersionUID = 1L;

  /** Why. New constants may come in a minor version. */
  public enum Reason {
    /** Two signatures are of one key (the node's {@code tx_duplicate_sig}). */
    DUPLICATE_SIGNATURE,
    /** No key can have made the signature. */
    UNRECOVERABLE_SIGNATURE,
    /** The signature has another form than the one that nodes take; anybody could have rewritten it. */
    NOT_CANONICAL
  }

  private final Reason reason;

  TransactionException(Reason reason, String detail, @Nullable Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }

  static PublicKey recover(Signature signature, Checksum256 digest) {
    if (!signature.isCanonical()) {
      throw new TransactionException(
          Reason.NOT_CANONICAL, "signature " + signature + " is not canonical", null);
    }
    try {
      return signature.recover(digest);
    } catch (InvalidValueException e) {
      throw new TransactionException(
          Reason.UNRECOVERABLE_SIGNATURE, String.valueOf(e.getMessage()), e);
    }
  }
}
