package io.github.coopj.crypto.internal;

import io.github.coopj.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Base58 in Bitcoin's alphabet: the digits and letters without 0, O, I and l; a leading 1 is a leading zero byte. */
public final class Base58 {
  private static final byte[] ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DIGITS = new byte[128];

  static {
    Arrays.fill(DIGITS, (byte) -1);
    for (int i = 0; i < ALPHABET.length; i++) {
      DIGITS[ALPHABET[i]] = (byte) i;
    }
  }

  private Base58() {}

  /**
   * Writes bytes as text.
   *
   * @param data the bytes, may be empty
   * @return the text
   */
  public static String encode(byte[] data) {
    int zeros = 0;
    while (zeros < data.length && data[zeros] == 0) {
      zeros++;
    }
    // digits, least significant first; log(256) / log(58) < 1.38
    byte[] digits = new byte[(data.length - zeros) * 138 / 100 + 1];
    int used = 0;
    for (int i = zeros; i < data.length; i++) {
      int carry = data[i] & 0xff;
      for (int j = 0; j < used; j++) {
        carry += digits[j] << 8;
        digits[j] = (byte) (carry % 58);
        carry /= 58;
      }
      while (carry > 0) {
        digits[used++] = (byte) (carry % 58);
        carry /= 58;
      }
    }
    byte[] text = new byte[zeros + used];
    Arrays.fill(text, 0, zeros, ALPHABET[0]);
    for (int j = 0; j < used; j++) {
      text[zeros + j] = ALPHABET[digits[used - 1 - j]];
    }
    Arrays.fill(digits, (byte) 0);
    return new String(text, StandardCharsets.US_ASCII);
  }

  /**
   * Reads text.
   *
   * @param what what is being read, for the message
   * @param text the text
   * @param from index of the first Base58 character; what stands before is skipped
   * @return the bytes
   * @throws InvalidValueException naming a character outside the alphabet and its position, without the text itself
   */
  public static byte[] decode(String what, String text, int from) {
    int zeros = 0;
    while (from + zeros < text.length() && text.charAt(from + zeros) == '1') {
      zeros++;
    }
    // bytes, least significant first; log(58) / log(256) < 0.733
    byte[] bytes = new byte[(text.length() - from - zeros) * 733 / 1000 + 1];
    int used = 0;
    for (int i = from + zeros; i < text.length(); i++) {
      char c = text.charAt(i);
      int carry = c < 128 ? DIGITS[c] : -1;
      if (carry < 0) {
        throw new InvalidValueException(String.format(
            Locale.ROOT,
            "%s has the character '%s' (U+%04X) at position %d, which is not Base58",
            what,
            c,
            (int) c,
            i));
      }
      for (int j = 0; j < used; j++) {
        carry += (bytes[j] & 0xff) * 58;
        bytes[j] = (byte) carry;
        carry >>= 8;
      }
      while (carry > 0) {
        bytes[used++] = (byte) carry;
        carry >>= 8;
      }
    }
    byte[] data = new byte[zeros + used];
    for (int j = 0; j < used; j++) {
      data[zeros + j] = bytes[used - 1 - j];
    }
    Arrays.fill(bytes, (byte) 0);
    return data;
  }
}
