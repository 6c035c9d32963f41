package io.github.coopj.core.name;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import java.nio.charset.StandardCharsets;

/**
 * Name on the chain: up to 13 characters out of {@code .}, {@code 1-5} and {@code a-z} packed into 64 bits.
 *
 * <p>Twelve characters take five bits each from the top; the thirteenth takes the last four bits and is therefore one of
 * {@code .}, {@code 1-5}, {@code a-j}. A dot is zero bits, so dots at the end of a text do not exist: the text without
 * them is the only one that belongs to a value (protocol rule: name.cpp, round trip). Every 64-bit value is a name.
 *
 * <p>Order is that of the value as an unsigned number, which is the order of the texts under {@code . < 1-5 < a-z}.
 *
 * @param value the packed characters, unsigned
 */
public record Name(long value) implements Comparable<Name> {
  /** Characters that a name can have at most. */
  public static final int MAX_LENGTH = 13;

  /** The name without characters, value 0. */
  public static final Name EMPTY = new Name(0);

  private static final String ALPHABET = ".12345abcdefghijklmnopqrstuvwxyz";
  private static final int FULL_CHARACTERS = 12;
  private static final int LAST_SYMBOL_LIMIT = 0x0f;

  /**
   * Reads a name from its only text.
   *
   * @param text up to 13 characters of {@code .1-5a-z}, not ending in a dot, the 13th not beyond {@code j}; empty text is
   *     {@link #EMPTY}
   * @return the name whose {@link #toString()} is exactly {@code text}
   * @throws InvalidValueException when the text is no name; the message tells the character and its position from 1
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Name of(String text) {
    int length = text.length();
    if (length > MAX_LENGTH) {
      throw new InvalidValueException(
          "name must have at most 13 characters, got " + length + ": '" + Texts.brief(text) + "'");
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      int symbol = symbolOf(text.charAt(i));
      if (symbol < 0) {
        throw new InvalidValueException("name may have only a-z, 1-5 and dots, got '"
            + text.charAt(i) + "' at position " + (i + 1) + " of '" + text + "'");
      }
      if (i < FULL_CHARACTERS) {
        value |= (long) symbol << (59 - 5 * i);
      } else if (symbol > LAST_SYMBOL_LIMIT) {
        throw new InvalidValueException("13th character of a name must be one of .1-5a-j, got '"
            + text.charAt(i) + "' in '" + text + "'");
      } else {
        value |= symbol;
      }
    }
    if (length > 0 && text.charAt(length - 1) == '.') {
      throw new InvalidValueException("name must not end in a dot: '" + text + "'");
    }
    return new Name(value);
  }

  /** The text of this name, without dots at the end. */
  @Override
  @JsonValue
  public String toString() {
    byte[] text = new byte[length()];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) ALPHABET.charAt(symbolAt(i));
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Whether this name has no characters. */
  public boolean isEmpty() {
    return value == 0;
  }

  /**
   * Characters of this name, dots at the end not counted.
   *
   * @return 0 to 13
   */
  public int length() {
    if ((value & LAST_SYMBOL_LIMIT) != 0) {
      return MAX_LENGTH;
    }
    if (value == 0) {
      return 0;
    }
    // bits 4..63 hold the twelve full characters, the last of them lowest
    return FULL_CHARACTERS - (Long.numberOfTrailingZeros(value) - 4) / 5;
  }

  /**
   * What stands before the last dot: {@code a.b} of {@code a.b.c}; the whole name when it has no dot.
   *
   * <p>Dots that would then stand at the end vanish: the prefix of {@code a..b} is {@code a}, that of {@code .a} is empty.
   *
   * @return the prefix
   */
  public Name prefix() {
    int dot = lastDot();
    if (dot < 0) {
      return this;
    }
    // the dot stands among the first twelve, so the bits from it downwards are exactly those to
    // clear
    return new Name(dot == 0 ? 0 : value & (-1L << (64 - 5 * dot)));
  }

  /**
   * What stands after the last dot: {@code c} of {@code a.b.c}; the whole name when it has no dot.
   *
   * @return the suffix, never empty unless this name is
   */
  public Name suffix() {
    int dot = lastDot();
    if (dot < 0) {
      return this;
    }
    long suffix = 0;
    int length = length();
    for (int i = dot + 1, at = 0; i < length; i++, at++) {
      suffix |= (long) symbolAt(i) << (59 - 5 * at);
    }
    return new Name(suffix);
  }

  /** Whether a dot stands anywhere before the last character. */
  public boolean hasDot() {
    return lastDot() >= 0;
  }

  /** Mixed, because short names differ in their first bits only. */
  @Override
  public int hashCode() {
    return (int) ((value * 0x9e3779b97f4a7c15L) >>> 32);
  }

  @Override
  public int compareTo(Name other) {
    return Long.compareUnsigned(value, other.value);
  }

  private int lastDot() {
    for (int i = length() - 1; i >= 0; i--) {
      if (symbolAt(i) == 0) {
        return i;
      }
    }
    return -1;
  }

  private int symbolAt(int index) {
    return index == FULL_CHARACTERS
        ? (int) (value & LAST_SYMBOL_LIMIT)
        : (int) (value >>> (59 - 5 * index)) & 0x1f;
  }

  private static int symbolOf(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 6;
    }
    if (c >= '1' && c <= '5') {
      return c - '0';
    }
    return c == '.' ? 0 : -1;
  }
}
