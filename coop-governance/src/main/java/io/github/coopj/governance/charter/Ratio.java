package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact share between nothing and everything, such as 3/4. Comparisons are inequalities of integers, never
 * divisions; {@code 1/2} and {@code 2/4} compare alike but stay what was written.
 *
 * @param numerator 0 to the denominator
 * @param denominator 1 or more
 */
public record Ratio(int numerator, int denominator) {
  /** Nothing is asked for. */
  public static final Ratio NONE = new Ratio(0, 1);

  /** Everything. */
  public static final Ratio WHOLE = new Ratio(1, 1);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

  /** Refuses a share outside 0 to 1. */
  public Ratio {
    if (denominator < 1 || numerator < 0 || numerator > denominator) {
      throw new InvalidValueException(
          "ratio must lie between 0 and 1, got " + numerator + "/" + denominator);
    }
  }

  /**
   * Reads {@code 3/4}.
   *
   * @param text numerator, slash, denominator
   * @return the share
   * @throws InvalidValueException if the text has another form or the share is outside 0 to 1
   */
  public static Ratio parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new InvalidValueException("ratio must be written like 3/4, got " + text);
    }
    return new Ratio(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }

  /**
   * Whether a part is at least this share of the whole; exactly the share is enough.
   *
   * @param part 0 to the whole
   * @param whole 0 or more; of an empty whole no share but nothing is reached
   * @return {@code part · denominator ≥ whole · numerator}
   */
  public boolean isReachedBy(long part, long whole) {
    requirePart(part, whole);
    return (whole > 0 || numerator == 0) && compare(part, whole) >= 0;
  }

  /**
   * Whether a part is more than this share of the whole; exactly the share is not enough.
   *
   * @param part 0 to the whole
   * @param whole 0 or more; nothing exceeds a share of an empty whole
   * @return {@code part · denominator > whole · numerator}
   */
  public boolean isExceededBy(long part, long whole) {
    requirePart(part, whole);
    return compare(part, whole) > 0;
  }

  /**
   * The smallest part that reaches this share.
   *
   * @param whole 0 or more
   * @return the share of the whole, rounded up
   */
  public long requiredOf(long whole) {
    requirePart(0, whole);
    BigInteger product = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(numerator));
    BigInteger below = BigInteger.valueOf(denominator - 1L);
    return product.add(below).divide(BigInteger.valueOf(denominator)).longValueExact();
  }

  /**
   * Whether this share is at least another one.
   *
   * @param other the share to compare with
   * @return whether it is equal or larger in value
   */
  public boolean isAtLeast(Ratio other) {
    return (long) numerator * other.denominator >= (long) other.numerator * denominator;
  }

  /**
   * Whether nothing is asked for.
   *
   * @return whether the share is zero
   */
  public boolean isNone() {
    return numerator == 0;
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }

  private int compare(long part, long whole) {
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(denominator))
        .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(numerator)));
  }

  private static void requirePart(long part, long whole) {
    if (part < 0 || part > whole) {
      throw new InvalidValueException(
          "a part must lie between 0 and the whole, got " + part + " of " + whole);
    }
  }
}
