package io.github.coopj.crypto.group;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.internal.bc.BcGroup;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A number modulo the order of {@link Group#P256}: 0 to the order - 1, in 32 bytes, the highest first.
 *
 * <p>Often a secret: {@link #toString()} shows nothing. It cannot be erased; the garbage collector takes it.
 */
public final class Scalar {
  /** Length in bytes. */
  public static final int SIZE = 32;

  /** Zero. */
  public static final Scalar ZERO = new Scalar(BigInteger.ZERO);

  /** One. */
  public static final Scalar ONE = new Scalar(BigInteger.ONE);

  private final BigInteger value;

  private Scalar(BigInteger value) {
    this.value = value;
  }

  /** Takes any number modulo the order. */
  static Scalar of(BigInteger value) {
    return new Scalar(value.mod(BcGroup.ORDER));
  }

  /**
   * A small number.
   *
   * @param value 0 or more
   * @return the same number
   * @throws InvalidValueException for a negative one
   */
  public static Scalar of(long value) {
    if (value < 0) {
      throw new InvalidValueException("scalar must be 0 or more, got " + value);
    }
    return new Scalar(BigInteger.valueOf(value));
  }

  /**
   * Reads a number. There is one form for each: anything not below the order is refused.
   *
   * @param bytes exactly 32 bytes
   * @return the number
   * @throws InvalidValueException for another length or a number not below the order; the bytes are not repeated
   */
  public static Scalar decode(Bytes bytes) {
    if (bytes.size() != SIZE) {
      throw new InvalidValueException("scalar must have 32 bytes, got " + bytes.size());
    }
    BigInteger value = new BigInteger(1, bytes.toArray());
    if (value.compareTo(BcGroup.ORDER) >= 0) {
      throw new InvalidValueException("scalar must be below the order of the group");
    }
    return new Scalar(value);
  }

  /**
   * The bytes.
   *
   * @return 32 bytes
   */
  public Bytes encode() {
    byte[] shortest = value.toByteArray(); // may have a zero in front for the sign
    byte[] bytes = new byte[SIZE];
    int length = Math.min(SIZE, shortest.length);
    System.arraycopy(shortest, shortest.length - length, bytes, SIZE - length, length);
    return Bytes.of(bytes);
  }

  /**
   * Adds.
   *
   * @param other a number
   * @return the sum modulo the order
   */
  public Scalar plus(Scalar other) {
    return of(value.add(other.value));
  }

  /**
   * Subtracts.
   *
   * @param other a number
   * @return the difference modulo the order
   */
  public Scalar minus(Scalar other) {
    return of(value.subtract(other.value));
  }

  /**
   * Multiplies.
   *
   * @param other a number
   * @return the product modulo the order
   */
  public Scalar times(Scalar other) {
    return of(value.multiply(other.value));
  }

  /**
   * The opposite number.
   *
   * @return what gives zero when added
   */
  public Scalar negate() {
    return of(value.negate());
  }

  /**
   * The inverse of a public number; the time depends on it.
   *
   * @return what gives one when multiplied by
   * @throws ArithmeticException for zero
   */
  public Scalar inverse() {
    return new Scalar(value.modInverse(BcGroup.ORDER));
  }

  /**
   * Whether this is zero.
   *
   * @return true for zero
   */
  public boolean isZero() {
    return value.signum() == 0;
  }

  BigInteger value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scalar that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Shows nothing of the number, which may be a secret. */
  @Override
  public String toString() {
    return "Scalar";
  }
}
