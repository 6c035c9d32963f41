package io.github.coopj.chain.kernel;

import io.github.coopj.CoopException;
import org.jspecify.annotations.Nullable;

/** The chain refused a transaction or a block; its state is as before. */
public class ChainException extends CoopException {
  private static final long serialVersionUID = 1L;

  private final ChainError error;

  /**
   * Creates a refusal.
   *
   * @param error why
   * @param detail what exactly, with names and figures
   */
  public ChainException(ChainError error, String detail) {
    this(error, detail, null);
  }

  /**
   * Creates a refusal that follows from another one, such as that of a rule.
   *
   * @param error why
   * @param detail what exactly, with names and figures
   * @param cause the refusal of the lower layer, if there is one
   */
  public ChainException(ChainError error, String detail, @Nullable Throwable cause) {
    super(error.code() + " " + error.errorName() + ": " + detail, cause);
    this.error = error;
  }

  @Override
  public ChainError reason() {
    return error;
  }
}
