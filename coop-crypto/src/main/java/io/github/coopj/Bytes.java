package io.github.coopj;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable string of bytes, 0 or more.
 *
 * <p>Equal when the bytes are equal; ordered byte by byte, unsigned, a prefix before what it begins. Not for secrets:
 * the bytes cannot be erased and {@link #toString()} shows them.
 */
public final class Bytes implements Comparable<Bytes> {
  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Copies an array.
   *
   * @param bytes the bytes, may be empty
   * @return the same bytes, independent of the array
   */
  public static Bytes of(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /**
   * Reads hexadecimal digits of either case, two for a byte.
   *
   * @param hex the digits, may be empty
   * @return the bytes
   * @throws InvalidValueException when the number of digits is odd or a character is no digit
   */
  public static Bytes ofHex(String hex) {
    Objects.requireNonNull(hex, "hex");
    if (hex.length() % 2 != 0) {
      throw new InvalidValueException(
          "hex text must have an even number of digits, got " + hex.length());
    }
    if (hex.isEmpty()) {
      return EMPTY;
    }
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (digit(hex, 2 * i) << 4 | digit(hex, 2 * i + 1));
    }
    return new Bytes(bytes);
  }

  /**
   * Encodes text.
   *
   * @param text text without unpaired surrogates
   * @return its UTF-8 bytes
   * @throws InvalidValueException when half of a surrogate pair stands alone
   */
  public static Bytes ofUtf8(String text) {
    return of(Texts.utf8("text", text));
  }

  private static int digit(String hex, int at) {
    char c = hex.charAt(at);
    if (!HexFormat.isHexDigit(c)) {
      throw new InvalidValueException(String.format(
          Locale.ROOT, "hex text has the character '%s' (U+%04X) at position %d", c, (int) c, at));
    }
    return HexFormat.fromHexDigit(c);
  }

  /**
   * How many bytes.
   *
   * @return 0 or more
   */
  public int size() {
    return bytes.length;
  }

  /**
   * Whether there are none.
   *
   * @return true for size 0
   */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /**
   * One byte.
   *
   * @param index 0 to size - 1
   * @return the byte, signed as Java has it
   */
  public byte get(int index) {
    return bytes[index];
  }

  /**
   * All bytes.
   *
   * @return a fresh array
   */
  public byte[] toArray() {
    return bytes.clone();
  }

  /**
   * Lower case hexadecimal digits.
   *
   * @return two digits for each byte
   */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * A part.
   *
   * @param from first byte, 0 to size
   * @param to byte after the last, from to size
   * @return the bytes between
   * @throws IndexOutOfBoundsException when the range is not inside
   */
  public Bytes slice(int from, int to) {
    Objects.checkFromToIndex(from, to, bytes.length);
    if (from == to) {
      return EMPTY;
    }
    return from == 0 && to == bytes.length ? this : new Bytes(Arrays.copyOfRange(bytes, from, to));
  }

  /**
   * Writes all bytes into an array.
   *
   * @param dest where to
   * @param at index of the first byte written
   * @throws IndexOutOfBoundsException when there is no room; nothing was written
   */
  public void copyTo(byte[] dest, int at) {
    Objects.checkFromIndexSize(at, bytes.length, dest.length);
    System.arraycopy(bytes, 0, dest, at, bytes.length);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The bytes as {@link #toHex()}. */
  @Override
  public String toString() {
    return toHex();
  }
}
