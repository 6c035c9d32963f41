package io.github.coopj.chain.kernel;

import io.github.coopj.CoopException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain refused a transaction or a block; its state is as before. */
public class ChainException extends CoopException {
  private static final long serialVersionUID = 1L;

  private final ChainError error;

  @SuppressWarnings("serial") // left out of the serial form
  private transient @Nullable TransactionTrace trace;

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

  /**
   * How far the transaction came, if one began to be executed.
   *
   * @return its trace, with this exception in it
   */
  public Optional<TransactionTrace> trace() {
    return Optional.ofNullable(trace);
  }

  void setTrace(TransactionTrace failed) {
    trace = failed;
  }
}
