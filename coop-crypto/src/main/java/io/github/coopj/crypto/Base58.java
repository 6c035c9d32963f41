package io.github.coopj.crypto;

import io.github.coopj.InvalidValueException;

/**
 * Bytes as text in Bitcoin's Base58, without checksum: the digits and letters without 0, O, I and l. A leading zero byte
 * is a leading {@code 1}.
 *
 * <p>Texts of keys and signatures carry a prefix and a checksum around it; use {@link PublicKey#parse}, {@link
 * PrivateKey#parse} and {@link Signature#parse} for those.
 */
public final class Base58 {
  private Base58() {}

  /**
   * Writes bytes as text.
   *
   * @param data the bytes, 0 to 65 536
   * @return the text
   * @throws InvalidValueException when there are more bytes: the time taken grows with the square of their number
   */
  public static String encode(byte[] data) {
    return io.github.coopj.crypto.internal.Base58.encode(data);
  }

  /**
   * Reads text. Takes time that grows with the square of its length, so bound what strangers send by what you expect.
   *
   * @param text the text, 0 to 90 440 characters, what 65 536 bytes may take
   * @return the bytes
   * @throws InvalidValueException naming a character outside the alphabet and its position, or the length
   */
  public static byte[] decode(String text) {
    return io.github.coopj.crypto.internal.Base58.decode("Base58 text", text, 0);
  }
}
