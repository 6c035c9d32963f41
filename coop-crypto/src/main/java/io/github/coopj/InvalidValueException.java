package io.github.coopj;

/**
 * A value that cannot exist: malformed text, a number out of range, parts that contradict each other.
 *
 * <p>The message names the rule and the offending value. Nothing was changed.
 */
public class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a refusal of one value.
   *
   * @param message the rule and the offending value
   */
  public InvalidValueException(String message) {
    super(message);
  }

  /**
   * Creates a refusal of one value found wrong by a lower layer.
   *
   * @param message the rule and the offending value
   * @param cause what the lower layer said
   */
  public InvalidValueException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Creates a refusal of an object whose mandatory attributes are missing.
   *
   * @param missing names of the attributes
   */
  public InvalidValueException(String... missing) {
    super("mandatory attributes are missing: " + String.join(", ", missing));
  }
}
