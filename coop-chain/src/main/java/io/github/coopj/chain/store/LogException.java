package io.github.coopj.chain.store;

import io.github.coopj.CoopException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of the store cannot be read, written or opened. The message names the file, the place and the block. */
public final class LogException extends CoopException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  LogException(Reason reason, String message, @Nullable Throwable cause) {
    super(reason + ": " + message, cause);
    this.reason = reason;
  }

  /** The file system refused something with a file. */
  static LogException of(Path file, IOException cause) {
    return new LogException(Reason.IO, file + ": " + cause, cause);
  }

  /** The file system refused something with a file. */
  static LogException of(Path file, String what, IOException cause) {
    return new LogException(Reason.IO, file + ": " + what + ": " + cause, cause);
  }

  /** Why a file is refused. */
  public enum Reason {
    /** The file is no block log, or of a version that this code does not know. */
    NOT_A_LOG,
    /** The file belongs to a chain with another genesis. */
    OTHER_CHAIN,
    /** Bytes of a block are not those that were written. */
    DAMAGED_BLOCK,
    /** A snapshot is not what was written, of a version that this code does not know, or does not fit the log. */
    BAD_SNAPSHOT,
    /** What producers have signed is not known any more, because the file that said it is not what was written. */
    BAD_WATERMARKS,
    /** A record beside the log that the chain can do without is not what was written. */
    BAD_RECORD,
    /** The history cannot be read, or has stopped. */
    HISTORY,
    /** Another process has the folder open. */
    IN_USE,
    /** The file system refused: the disk is full, the file cannot be written or read, a device failed. */
    IO
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
