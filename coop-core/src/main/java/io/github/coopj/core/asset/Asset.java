package io.github.coopj.core.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import java.nio.charset.StandardCharsets;

/**
 * Amount of a token in whole minor units, written {@code 1.0000 AXON}.
 *
 * <p>The amount lies in ±(2<sup>62</sup> &minus; 1) (protocol rule: asset.hpp). Arithmetic is exact: a result outside the
 * range or a mixture of symbols is refused, and nothing is ever rounded.
 *
 * @param amount minor units, ±(2^62 - 1)
 * @param symbol the token and its decimal places
 */
public record Asset(long amount, Symbol symbol) {
  /** Minor units that an amount can have at most, 2^62 - 1. */
  public static final long MAX_AMOUNT = (1L << 62) - 1;

  /** Characters of the longest text: sign, 19 digits with a point, space, letters. */
  private static final int MAX_TEXT = 1 + 20 + 1 + SymbolCode.MAX_LENGTH;

  /**
   * Checks the range.
   *
   * @throws InvalidValueException when the amount is outside ±(2^62 - 1)
   */
  public Asset {
    if (amount < -MAX_AMOUNT || amount > MAX_AMOUNT) {
      throw new InvalidValueException(
          "amount must be within ±(2^62-1), got " + amount + " of " + symbol);
    }
  }

  /**
   * Nothing of a token.
   *
   * @param symbol the token
   * @return amount 0
   */
  public static Asset zero(Symbol symbol) {
    return new Asset(0, symbol);
  }

  /**
   * Reads an amount. The decimal places of the text are those of the symbol: {@code 1.00 RUB} is of {@code 2,RUB}.
   *
   * <p>ASCII blanks around the text and between number and letters are skipped. A point needs digits on both sides; a plus sign
   * is not understood.
   *
   * @param text number, space, letters
   * @return the amount
   * @throws InvalidValueException for any other text and for an amount or precision out of range
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Asset parse(String text) {
    String trimmed = Texts.trim(text);
    int space = trimmed.indexOf(' ');
    if (space < 0) {
      throw new InvalidValueException(
          "amount and symbol must be separated with a space, got '" + Texts.brief(text) + "'");
    }
    String number = trimmed.substring(0, space);
    boolean negative = number.startsWith("-");
    String digits = negative ? number.substring(1) : number;
    int point = digits.indexOf('.');
    if (point == 0 || point == digits.length() - 1 || digits.isEmpty()) {
      throw new InvalidValueException(
          "decimal point must have digits on both sides, got '" + Texts.brief(text) + "'");
    }
    long amount = 0;
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      if (i == point) {
        continue;
      }
      if (digit < '0' || digit > '9') {
        throw new InvalidValueException(
            "amount must be decimal digits, got '" + Texts.brief(text) + "'");
      }
      if (amount > (MAX_AMOUNT - (digit - '0')) / 10) {
        throw new InvalidValueException(
            "amount must be within ±(2^62-1), got '" + Texts.brief(text) + "'");
      }
      amount = amount * 10 + (digit - '0');
    }
    int precision = point < 0 ? 0 : digits.length() - point - 1;
    Symbol symbol = Symbol.of(precision, Texts.trim(trimmed.substring(space + 1)));
    return new Asset(negative ? -amount : amount, symbol);
  }

  /**
   * Sum.
   *
   * @param other amount of the same symbol
   * @return this and {@code other} together
   * @throws InvalidValueException when the symbols differ or the sum is out of range
   */
  public Asset plus(Asset other) {
    requireSameSymbol(other);
    return new Asset(amount + other.amount, symbol); // two 63-bit numbers never overflow 64 bits
  }

  /**
   * Difference.
   *
   * @param other amount of the same symbol
   * @return this without {@code other}, perhaps negative
   * @throws InvalidValueException when the symbols differ or the difference is out of range
   */
  public Asset minus(Asset other) {
    requireSameSymbol(other);
    return new Asset(amount - other.amount, symbol);
  }

  /**
   * Product with a whole number.
   *
   * @param factor any number
   * @return this taken {@code factor} times
   * @throws InvalidValueException when the product is out of range
   */
  public Asset times(long factor) {
    long low = amount * factor;
    if (Math.multiplyHigh(amount, factor) != low >> 63) {
      throw new InvalidValueException(
          "amount must be within ±(2^62-1), got " + this + " times " + factor);
    }
    return new Asset(low, symbol);
  }

  /** The opposite amount; the range is symmetric, so there always is one. */
  public Asset negate() {
    return new Asset(-amount, symbol);
  }

  /** Whether there is nothing. */
  public boolean isZero() {
    return amount == 0;
  }

  /** Whether there is more than nothing. */
  public boolean isPositive() {
    return amount > 0;
  }

  /** Whether there is less than nothing. */
  public boolean isNegative() {
    return amount < 0;
  }

  /**
   * Which of two amounts of one symbol is larger. Not {@link Comparable}, because amounts of different tokens have no order.
   *
   * @param other amount of the same symbol
   * @return negative, zero or positive as this is smaller, equal or larger
   * @throws InvalidValueException when the symbols differ
   */
  public int compareAmount(Asset other) {
    requireSameSymbol(other);
    return Long.compare(amount, other.amount);
  }

  /** Number with exactly the decimal places of the symbol, space, letters. */
  @Override
  @JsonValue
  public String toString() {
    byte[] text = new byte[MAX_TEXT];
    int end = MAX_TEXT - SymbolCode.MAX_LENGTH;
    int at = end;
    text[--at] = ' ';
    int precision = symbol.precision();
    int digits = 0;
    long rest = Math.abs(amount);
    do {
      if (digits == precision && precision > 0) {
        text[--at] = '.';
      }
      text[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
      digits++;
    } while (rest != 0 || digits <= precision);
    if (amount < 0) {
      text[--at] = '-';
    }
    for (long code = symbol.code().value(); code != 0; code >>>= 8) {
      text[end++] = (byte) code;
    }
    return new String(text, at, end - at, StandardCharsets.ISO_8859_1);
  }

  private void requireSameSymbol(Asset other) {
    if (!symbol.equals(other.symbol)) {
      throw new InvalidValueException(
          "amounts of different symbols do not mix: " + symbol + " and " + other.symbol);
    }
  }
}
