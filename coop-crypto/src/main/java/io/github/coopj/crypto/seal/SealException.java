package io.github.coopj.crypto.seal;

import io.github.coopj.CoopException;

/** Sealed data were not opened; nothing of their content was given out. */
public final class SealException extends CoopException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why sealed data were not opened. */
  public enum Reason {
    /** The bytes are no sealed data of a known version. */
    MALFORMED,
    /** They were sealed to another key than the one that tries to open them. */
    WRONG_RECEIVER,
    /** They were sealed by somebody for this key, but for another context: another person, purpose or occasion. */
    WRONG_CONTEXT,
    /** They were changed after sealing. */
    TAMPERED
  }

  SealException(Reason reason, String message) {
    super(reason + " " + message, null);
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
