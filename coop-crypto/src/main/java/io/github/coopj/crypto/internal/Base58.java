package io.github.coopj.crypto.internal;

import io.github.coopj.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Base58 in Bitcoin's alphabet: the digits and letters without 0, O, I and l; a leading 1 is a leading zero byte.
 *
 * <p>Reading and writing take time that grows with the square of the length, so both have a limit. Work is done on five
 * characters and four bytes at a time.
 */
public final class Base58 {
  /** Bytes that are written at most. */
  public static final int MAX_BYTES = 65_536;

  /** Characters that are read at most: what {@link #MAX_BYTES} may take. */
  public static final int MAX_CHARACTERS = charactersOf(MAX_BYTES);

  private static final byte[] ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DIGITS = new byte[128];

  /** Characters that go into one group. */
  private static final int GROUP = 5;

  /** 58 to the power of {@link #GROUP}. */
  private static final int GROUP_BASE = 656_356_768;

  private static final long WORD = 0xFFFF_FFFFL;

  static {
    Arrays.fill(DIGITS, (byte) -1);
    for (int i = 0; i < ALPHABET.length; i++) {
      DIGITS[ALPHABET[i]] = (byte) i;
    }
  }

  private Base58() {}

  /**
   * How many characters bytes may take at most.
   *
   * @param bytes how many bytes, 0 to {@link #MAX_BYTES}
   * @return length of their longest text
   */
  static int charactersOf(int bytes) {
    return bytes * 138 / 100 + 1; // log(256) / log(58) < 1.38
  }

  /**
   * Writes bytes as text.
   *
   * @param data the bytes, 0 to {@link #MAX_BYTES}
   * @return the text
   * @throws InvalidValueException when there are more
   */
  public static String encode(byte[] data) {
    if (data.length > MAX_BYTES) {
      throw new InvalidValueException(
          "Base58 is written of at most " + MAX_BYTES + " bytes, got " + data.length);
    }
    int zeros = 0;
    while (zeros < data.length && data[zeros] == 0) {
      zeros++;
    }
    // groups of five digits, least significant first
    int[] groups = new int[charactersOf(data.length - zeros) / GROUP + 1];
    int used = 0;
    for (int i = zeros; i < data.length; ) {
      int bits = Math.min(Integer.SIZE, (data.length - i) * Byte.SIZE);
      long carry = 0;
      for (int end = i + bits / Byte.SIZE; i < end; i++) {
        carry = carry << Byte.SIZE | (data[i] & 0xff);
      }
      for (int j = 0; j < used; j++) {
        carry += (long) groups[j] << bits;
        groups[j] = (int) (carry % GROUP_BASE);
        carry /= GROUP_BASE;
      }
      while (carry > 0) {
        groups[used++] = (int) (carry % GROUP_BASE);
        carry /= GROUP_BASE;
      }
    }
    byte[] text = new byte[zeros + used * GROUP];
    int at = text.length;
    for (int j = 0; j < used; j++) {
      int rest = groups[j];
      for (int k = 0; k < GROUP; k++) {
        text[--at] = ALPHABET[rest % 58];
        rest /= 58;
      }
    }
    int first = at;
    while (first < text.length && text[first] == ALPHABET[0]) {
      first++;
    }
    first -= zeros;
    Arrays.fill(text, first, first + zeros, ALPHABET[0]);
    Arrays.fill(groups, 0);
    String encoded = new String(text, first, text.length - first, StandardCharsets.US_ASCII);
    Arrays.fill(text, (byte) 0);
    return encoded;
  }

  /**
   * Reads text.
   *
   * @param what what is being read, for the message
   * @param text the text, at most {@link #MAX_CHARACTERS} from {@code from} on
   * @param from index of the first Base58 character; what stands before is skipped
   * @return the bytes
   * @throws InvalidValueException naming a character outside the alphabet and its position, or the length, without the
   *     text itself
   */
  public static byte[] decode(String what, String text, int from) {
    requireLength(what, text, from, MAX_CHARACTERS);
    int zeros = 0;
    while (from + zeros < text.length() && text.charAt(from + zeros) == '1') {
      zeros++;
    }
    int characters = text.length() - from - zeros;
    // words of four bytes, least significant first; log(58) / log(256) < 0.733
    int[] words = new int[characters * 733 / 4000 + 2];
    int used = 0;
    for (int i = from + zeros; i < text.length(); ) {
      long carry = 0;
      long base = 1;
      for (int end = Math.min(i + GROUP, text.length()); i < end; i++) {
        carry = carry * 58 + digit(what, text, i);
        base *= 58;
      }
      for (int j = 0; j < used; j++) {
        carry += (words[j] & WORD) * base;
        words[j] = (int) carry;
        carry >>>= Integer.SIZE;
      }
      if (carry > 0) {
        words[used++] = (int) carry;
      }
    }
    int count = used == 0
        ? 0
        : used * Integer.BYTES - Integer.numberOfLeadingZeros(words[used - 1]) / Byte.SIZE;
    byte[] data = new byte[zeros + count];
    for (int j = 0; j < count; j++) {
      data[data.length - 1 - j] =
          (byte) (words[j / Integer.BYTES] >>> (j % Integer.BYTES * Byte.SIZE));
    }
    Arrays.fill(words, 0);
    return data;
  }

  /**
   * Refuses text before time is spent on it.
   *
   * @param what what is being read, for the message
   * @param text the text
   * @param from index of the first Base58 character
   * @param most characters allowed from there on
   * @throws InvalidValueException when there are more
   */
  static void requireLength(String what, String text, int from, int most) {
    if (text.length() - from > most) {
      throw new InvalidValueException(what + " must have at most " + most
          + " characters of Base58, got " + (text.length() - from));
    }
  }

  private static int digit(String what, String text, int at) {
    char c = text.charAt(at);
    int digit = c < 128 ? DIGITS[c] : -1;
    if (digit < 0) {
      throw new InvalidValueException(String.format(
          Locale.ROOT,
          "%s has the character '%s' (U+%04X) at position %d, which is not Base58",
          what,
          c,
          (int) c,
          at));
    }
    return digit;
  }
}
