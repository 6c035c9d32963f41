package io.github.coopj.chain.kernel;

import io.github.coopj.CoopException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The chain refused a transaction or a block; its state is as before. */
public class ChainException extends CoopException {
  private static final long serialVersionUID = 1L;

  /** Numbers of contracts' own are less than this, unsigned: 10^19. */
  private static final long RESERVED_CODES = Long.parseUnsignedLong("10000000000000000000");

  private final ChainError error;
  private final @Nullable Long code;

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
    this(error, detail, cause, null);
  }

  private ChainException(
      ChainError error, String detail, @Nullable Throwable cause, @Nullable Long code) {
    super(error.code() + " " + error.errorName() + ": " + detail, cause);
    this.error = error;
    this.code = code;
  }

  /** A contract's condition does not hold; it has told a number of its own. */
  static ChainException ofCode(long code) {
    String number = Long.toUnsignedString(code);
    return Long.compareUnsigned(code, RESERVED_CODES) >= 0
        ? new ChainException(
            ChainError.RESTRICTED_ERROR_CODE, "a contract cannot use the reserved code " + number)
        : new ChainException(
            ChainError.EOSIO_ASSERT_CODE,
            "assertion failure with error code: " + number,
            null,
            code);
  }

  @Override
  public ChainError reason() {
    return error;
  }

  /**
   * The number that a contract told about its condition.
   *
   * @return unsigned, less than 10^19; empty if the refusal has another reason than EOSIO_ASSERT_CODE
   */
  public OptionalLong assertedCode() {
    return code == null ? OptionalLong.empty() : OptionalLong.of(code);
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
