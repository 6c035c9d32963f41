package io.github.coopj.core.abi;

import io.github.coopj.CoopException;
import io.github.coopj.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Data that cannot be read or written by its ABI type: the bytes, the JSON, the record or the ABI itself is at fault.
 *
 * <p>Nothing was changed; a reader or writer that threw is left where the fault was found and should be dropped.
 */
public final class AbiException extends CoopException {
  private static final long serialVersionUID = 1L;

  /** {@link #offset()} when the fault is in JSON, in a value to be written or in an ABI, not in bytes. */
  public static final int NO_OFFSET = -1;

  /** What is wrong. New constants may come in a minor version. */
  public enum Reason {
    /** The bytes end before the value does. */
    TRUNCATED,
    /** Bytes are left over after the value. */
    TRAILING_DATA,
    /** A number lies outside the range of its type. */
    OUT_OF_RANGE,
    /** Bytes or text that no value of the type has: a bad name, key, asset, flag byte, text that is not UTF-8. */
    INVALID_VALUE,
    /** More elements or bytes than the reader allows. */
    TOO_LARGE,
    /** Structs, arrays, optionals and variants nested deeper than {@value AbiReader#MAX_DEPTH}. */
    TOO_DEEP,
    /** A type name that is neither built in nor defined by the ABI. */
    UNKNOWN_TYPE,
    /** A variant tag, a variant type name or an enum constant that the type does not have. */
    UNKNOWN_CASE,
    /** JSON of another kind than the type needs, such as a number where an object belongs. */
    WRONG_JSON,
    /** A mandatory member of a struct is missing from the JSON, or a record component is null. */
    MISSING_FIELD,
    /** A member that the struct does not have, or that comes after an omitted binary extension. */
    UNEXPECTED_FIELD,
    /** The ABI contradicts itself: duplicate or circular definitions, an unknown version. */
    INVALID_ABI
  }

  private final Reason reason;
  private final String path;
  private final int offset;
  private final String detail;

  /**
   * Creates a refusal.
   *
   * @param reason what is wrong
   * @param path where, as field names and indices such as {@code quantity} or {@code auth.keys[2].weight}; empty at
   *     the top
   * @param offset position of the fault in the bytes, or {@link #NO_OFFSET}
   * @param detail the rule and the offending value
   * @param cause what a lower layer said, if any
   */
  public AbiException(
      Reason reason, String path, int offset, String detail, @Nullable Throwable cause) {
    super(message(reason, path, offset, detail), cause);
    this.reason = reason;
    this.path = path;
    this.offset = offset;
    this.detail = detail;
  }

  static AbiException at(Reason reason, int offset, String detail) {
    return new AbiException(reason, "", offset, detail, null);
  }

  /** A value that no value of its type is, as a lower layer says. */
  static AbiException invalid(int offset, Exception cause) {
    return new AbiException(
        Reason.INVALID_VALUE, "", offset, String.valueOf(cause.getMessage()), cause);
  }

  static AbiException of(Reason reason, String detail) {
    return new AbiException(reason, "", NO_OFFSET, detail, null);
  }

  @Override
  public Reason reason() {
    return reason;
  }

  /**
   * Where the fault lies.
   *
   * @return field names and indices from the outermost value inwards; empty when the value itself is at fault
   */
  public String path() {
    return path;
  }

  /**
   * Position of the fault in the bytes.
   *
   * @return offset from the first byte given to the reader, or {@link #NO_OFFSET}
   */
  public int offset() {
    return offset;
  }

  /** The same fault seen from the value that holds the faulty one in {@code segment}. */
  AbiException within(String segment) {
    String outer =
        path.isEmpty() ? segment : path.startsWith("[") ? segment + path : segment + "." + path;
    AbiException seen = new AbiException(reason, outer, offset, detail, getCause());
    seen.setStackTrace(getStackTrace());
    return seen;
  }

  private static String message(Reason reason, String path, int offset, String detail) {
    StringBuilder text = new StringBuilder(64).append(reason);
    if (!path.isEmpty()) {
      text.append(" at ").append(Texts.brief(path));
    }
    if (offset != NO_OFFSET) {
      text.append(" offset ").append(offset);
    }
    return text.append(": ").append(detail).toString();
  }
}
