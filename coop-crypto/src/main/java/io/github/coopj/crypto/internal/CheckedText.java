package io.github.coopj.crypto.internal;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Base58 texts with four checksum bytes at the end, as keys and signatures have them.
 *
 * <p>The checksum of the modern forms is RIPEMD-160 over data and the suffix ({@code K1}, {@code R1}, {@code WA}); the
 * legacy form of public keys has no suffix.
 */
public final class CheckedText {
  private static final int CHECKSUM = 4;

  /** Bytes more than expected that are still counted and told, since people mistype. */
  private static final int SLACK = 2;

  /** Most bytes of data whose size varies: type, numbers and two lengths around the variable parts. */
  private static final int MAX_SIZE = Binary.MAX_VARIABLE + 128;

  private CheckedText() {}

  /**
   * Writes data with its checksum.
   *
   * @param prefix text in front, such as {@code PUB_K1_}
   * @param data what to write
   * @param suffix what the checksum covers besides the data, empty for the legacy form
   * @return the text
   */
  public static String encode(String prefix, byte[] data, String suffix) {
    byte[] checked = Arrays.copyOf(data, data.length + CHECKSUM);
    System.arraycopy(checksum(data, suffix), 0, checked, data.length, CHECKSUM);
    String text = prefix + Base58.encode(checked);
    Arrays.fill(checked, (byte) 0);
    return text;
  }

  /**
   * Reads data and holds it against its checksum.
   *
   * @param what what is being read, for messages, such as {@code public key PUB_K1_}
   * @param text the whole text
   * @param from length of its prefix
   * @param suffix what the checksum covers besides the data, empty for the legacy form
   * @param size bytes of data expected, or -1 when it varies
   * @return the data
   * @throws InvalidValueException naming length, character or checksum, never the text
   */
  public static byte[] decode(String what, String text, int from, String suffix, int size) {
    byte[] checked =
        decodeBase58(what, text, from, (size < 0 ? MAX_SIZE : size) + CHECKSUM + SLACK);
    int found = checked.length - CHECKSUM;
    if (size >= 0 ? found != size : found <= 0) {
      Arrays.fill(checked, (byte) 0);
      throw new InvalidValueException(what + " must have " + (size >= 0 ? size : "1 or more")
          + " bytes and 4 of checksum, got " + checked.length + " in all");
    }
    byte[] data = Arrays.copyOf(checked, found);
    boolean matches =
        Arrays.equals(checked, found, checked.length, checksum(data, suffix), 0, CHECKSUM);
    Arrays.fill(checked, (byte) 0);
    if (!matches) {
      Arrays.fill(data, (byte) 0);
      throw new InvalidValueException(
          what + " has a checksum that does not match its data: mistyped or of another kind");
    }
    return data;
  }

  /**
   * Reads Base58, refusing texts too long for what they should hold before spending time on them.
   *
   * @param what what is being read, for messages
   * @param text the whole text
   * @param from length of its prefix
   * @param size bytes expected, at most
   * @return the bytes
   */
  static byte[] decodeBase58(String what, String text, int from, int size) {
    Base58.requireLength(what, text, from, Base58.charactersOf(size));
    return Base58.decode(what, text, from);
  }

  private static byte[] checksum(byte[] data, String suffix) {
    byte[] tail = suffix.getBytes(StandardCharsets.US_ASCII);
    byte[] covered = Arrays.copyOf(data, data.length + tail.length);
    System.arraycopy(tail, 0, covered, data.length, tail.length);
    byte[] hash = Digests.ripemd160(covered);
    Arrays.fill(covered, (byte) 0);
    return hash;
  }
}
