package io.github.coopj;

import org.jspecify.annotations.Nullable;

/**
 * Root of the refusals of coopJ: a move that a rule forbids, or data that a reader refuses.
 *
 * <p>Each room has one family with its own {@link #reason()} constants, which are API; message texts are not. Whoever
 * throws guarantees that nothing was changed.
 */
public abstract class CoopException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a refusal.
   *
   * @param message what was refused and why, with figures
   * @param cause what a lower layer said, if any
   */
  protected CoopException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Why, as a documented constant.
   *
   * @return the constant of the family that throws
   */
  public abstract Enum<?> reason();
}
