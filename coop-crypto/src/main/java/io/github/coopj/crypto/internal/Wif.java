package io.github.coopj.crypto.internal;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Digests;
import java.util.Arrays;

/** The wallet import format of K1 secrets: 0x80, 32 bytes, 4 bytes of double SHA-256, in Base58. */
public final class Wif {
  private static final String WHAT = "private key in WIF";
  private static final byte VERSION = (byte) 0x80;
  private static final int SECRET = 32;
  private static final int SIZE = 1 + SECRET + 4;

  private Wif() {}

  /**
   * Writes a secret.
   *
   * @param secret 32 bytes
   * @return 51 characters
   */
  public static String encode(byte[] secret) {
    byte[] whole = new byte[SIZE];
    whole[0] = VERSION;
    System.arraycopy(secret, 0, whole, 1, SECRET);
    System.arraycopy(checksum(whole), 0, whole, 1 + SECRET, 4);
    String text = Base58.encode(whole);
    Arrays.fill(whole, (byte) 0);
    return text;
  }

  /**
   * Reads a secret.
   *
   * @param text the text
   * @return 32 bytes
   * @throws InvalidValueException naming length, character, version or checksum, never the text
   */
  public static byte[] decode(String text) {
    byte[] whole = CheckedText.decodeBase58(WHAT, text, 0, SIZE + 1);
    try {
      if (whole.length != SIZE) {
        throw new InvalidValueException(WHAT + " must have " + SIZE + " bytes, got " + whole.length
            + (whole.length == SIZE + 1
                ? ": Bitcoin's form with a mark for compressed keys is not used here"
                : ""));
      }
      if (whole[0] != VERSION) {
        throw new InvalidValueException(WHAT + " must start with the byte 0x80, got another");
      }
      if (!Arrays.equals(whole, 1 + SECRET, SIZE, checksum(whole), 0, 4)) {
        throw new InvalidValueException(
            WHAT + " has a checksum that does not match its data: mistyped");
      }
      return Arrays.copyOfRange(whole, 1, 1 + SECRET);
    } finally {
      Arrays.fill(whole, (byte) 0);
    }
  }

  private static byte[] checksum(byte[] whole) {
    byte[] covered = Arrays.copyOf(whole, 1 + SECRET);
    byte[] hash = Digests.sha256(Digests.sha256(covered));
    Arrays.fill(covered, (byte) 0);
    return hash;
  }
}
