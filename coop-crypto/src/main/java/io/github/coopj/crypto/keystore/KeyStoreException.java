package io.github.coopj.crypto.keystore;

import io.github.coopj.CoopException;

/** A key store was not opened; no key was given out. */
public final class KeyStoreException extends CoopException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a key store was not opened. */
  public enum Reason {
    /** The bytes are no key store. */
    NOT_A_KEY_STORE,
    /** A version, derivation or cost this release does not read. */
    UNSUPPORTED,
    /**
     * The open part does not match its checksum, or the keys inside are not as this library writes them: damaged in
     * storage, or by whoever wrote it.
     */
    DAMAGED,
    /**
     * The password is another. Also what is left to say when somebody rewrote the open part together with its checksum.
     */
    WRONG_PASSWORD,
    /** The password is right, the encrypted part was changed. */
    TAMPERED
  }

  KeyStoreException(Reason reason, String message) {
    super(reason + " " + message, null);
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
