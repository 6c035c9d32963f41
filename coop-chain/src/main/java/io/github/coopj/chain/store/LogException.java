package io.github.coopj.chain.store;

import io.github.coopj.CoopException;
import org.jspecify.annotations.Nullable;

/** A block log cannot be read, written or opened. The message names the file, the place and the block. */
public final class LogException extends CoopException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  LogException(Reason reason, String message, @Nullable Throwable cause) {
    super(reason + ": " + message, cause);
    this.reason = reason;
  }

  /** Why a log is refused. */
  public enum Reason {
    /** The file is no block log, or of a version that this code does not know. */
    NOT_A_LOG,
    /** The log belongs to a chain with another genesis. */
    OTHER_CHAIN,
    /** Bytes of a block are not those that were written. */
    DAMAGED_BLOCK,
    /** Another process has the log open. */
    IN_USE,
    /** The file system refused. */
    IO
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
