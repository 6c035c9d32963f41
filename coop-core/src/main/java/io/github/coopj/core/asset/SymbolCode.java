package io.github.coopj.core.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;

/**
 * Letters of a token without its precision: 1 to 7 out of {@code A-Z}.
 *
 * <p>The first letter is the lowest byte (protocol rule: symbol.hpp). Order is that of the value as an unsigned number,
 * which is the order of rows in a table, not of the dictionary.
 *
 * @param value the packed letters
 */
public record SymbolCode(long value) implements Comparable<SymbolCode> {
  /** Letters that a code can have at most. */
  public static final int MAX_LENGTH = 7;

  /**
   * Checks the packed letters.
   *
   * @throws InvalidValueException unless they are 1 to 7 letters {@code A-Z} followed by zero bytes
   */
  public SymbolCode {
    long rest = value;
    int length = 0;
    while (rest != 0) {
      int letter = (int) (rest & 0xff);
      if (letter < 'A' || letter > 'Z' || length == MAX_LENGTH) {
        throw new InvalidValueException(
            "symbol code must be 1 to 7 letters A-Z, got value " + Long.toUnsignedString(value));
      }
      rest >>>= 8;
      length++;
    }
    if (length == 0) {
      throw new InvalidValueException("symbol code must not be empty");
    }
  }

  /**
   * Reads the letters.
   *
   * @param text 1 to 7 letters {@code A-Z}
   * @return the code
   * @throws InvalidValueException for any other text
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SymbolCode of(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new InvalidValueException(
          "symbol code must be 1 to 7 letters A-Z, got '" + Texts.brief(text) + "'");
    }
    long value = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char letter = text.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        throw new InvalidValueException(
            "symbol code must be 1 to 7 letters A-Z, got '" + text + "'");
      }
      value = value << 8 | letter;
    }
    return new SymbolCode(value);
  }

  /** The letters. */
  @Override
  @JsonValue
  public String toString() {
    StringBuilder text = new StringBuilder(MAX_LENGTH);
    for (long rest = value; rest != 0; rest >>>= 8) {
      text.append((char) (rest & 0xff));
    }
    return text.toString();
  }

  @Override
  public int compareTo(SymbolCode other) {
    return Long.compareUnsigned(value, other.value);
  }
}
