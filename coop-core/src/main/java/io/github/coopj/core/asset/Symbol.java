package io.github.coopj.core.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;

/**
 * Token symbol: letters and the number of decimal places, written {@code 4,AXON}.
 *
 * <p>{@code 4,AXON} and {@code 2,AXON} are different symbols whose amounts never mix (CHAIN-06). The lowest byte of the
 * value is the precision, the others are the {@link SymbolCode} (protocol rule: symbol.hpp).
 *
 * @param value precision and letters packed
 */
public record Symbol(long value) implements Comparable<Symbol> {
  /** Decimal places that a symbol can have at most. */
  public static final int MAX_PRECISION = 18;

  /** The system token (системный токен) of the platform with the usual four decimal places; both are policy (CHAIN-06). */
  public static final Symbol AXON = of(4, "AXON");

  /**
   * Checks precision and letters.
   *
   * @throws InvalidValueException when the precision is above 18 or the letters are not a {@link SymbolCode}
   */
  public Symbol {
    requirePrecision((int) (value & 0xff));
    new SymbolCode(value >>> 8);
  }

  /**
   * Joins precision and letters.
   *
   * @param precision decimal places, 0 to 18
   * @param code 1 to 7 letters {@code A-Z}
   * @return the symbol
   * @throws InvalidValueException when either is out of range
   */
  public static Symbol of(int precision, String code) {
    return of(precision, SymbolCode.of(code));
  }

  /**
   * Joins precision and letters.
   *
   * @param precision decimal places, 0 to 18
   * @param code the letters
   * @return the symbol
   * @throws InvalidValueException when the precision is out of range
   */
  public static Symbol of(int precision, SymbolCode code) {
    return new Symbol(code.value() << 8 | requirePrecision(precision));
  }

  /**
   * Reads a symbol. ASCII blanks around it are skipped.
   *
   * @param text {@code precision,CODE}
   * @return the symbol
   * @throws InvalidValueException for any other text
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Symbol parse(String text) {
    String trimmed = Texts.trim(text);
    int comma = trimmed.indexOf(',');
    if (comma < 0) {
      throw new InvalidValueException(
          "symbol must be written precision,CODE, got '" + Texts.brief(text) + "'");
    }
    String digits = trimmed.substring(0, comma);
    if (digits.isEmpty()
        || digits.length() > 2
        || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      throw new InvalidValueException(
          "precision of a symbol must be 0 to 18, got '" + Texts.brief(text) + "'");
    }
    return of(Integer.parseInt(digits), trimmed.substring(comma + 1));
  }

  /**
   * Decimal places.
   *
   * @return 0 to 18
   */
  public int precision() {
    return (int) (value & 0xff);
  }

  /**
   * Minor units in one whole token, ten to the power of {@link #precision()}.
   *
   * @return 1 to 10^18
   */
  public long unit() {
    long unit = 1;
    for (int i = precision(); i > 0; i--) {
      unit *= 10;
    }
    return unit;
  }

  /** The letters. */
  public SymbolCode code() {
    return new SymbolCode(value >>> 8);
  }

  /** {@code precision,CODE}. */
  @Override
  @JsonValue
  public String toString() {
    return precision() + "," + code();
  }

  @Override
  public int compareTo(Symbol other) {
    return Long.compareUnsigned(value, other.value);
  }

  private static int requirePrecision(int precision) {
    if (precision < 0 || precision > MAX_PRECISION) {
      throw new InvalidValueException("precision of a symbol must be 0 to 18, got " + precision);
    }
    return precision;
  }
}
