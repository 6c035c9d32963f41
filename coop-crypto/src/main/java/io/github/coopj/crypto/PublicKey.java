package io.github.coopj.crypto;

import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import io.github.coopj.crypto.internal.Binary;
import io.github.coopj.crypto.internal.CheckedText;
import io.github.coopj.crypto.internal.Engines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key: a compressed point of 33 bytes and, for {@link KeyType#WA}, how the user was seen and by which site.
 *
 * <p>The point is not held against the curve when a key is read, as the node does not either (33 zero bytes are a
 * well-known key nobody owns); see {@link #isOnCurve()}. Ordered as the node orders the keys of an authority: by type,
 * then point, then, for WA, presence and site.
 */
public final class PublicKey implements Comparable<PublicKey> {
  private static final String WHAT = "public key";
  private static final String LEGACY_PREFIX = "EOS";
  private static final String PREFIX = "PUB_";
  private static final int POINT = 33;

  /** Where the site of a WA key starts after type, point and presence: a varuint32 length, then UTF-8. */
  private static final int PRESENCE_AT = 1 + POINT;

  private final KeyType type;
  private final byte[] binary;
  private final byte[] site;

  private PublicKey(KeyType type, byte[] binary, byte[] site) {
    this.type = type;
    this.binary = binary;
    this.site = site;
  }

  /**
   * Reads a key in the form {@code PUB_K1_…}, {@code PUB_R1_…}, {@code PUB_WA_…} or the legacy {@code EOS…}.
   *
   * @param text the text
   * @return the key
   * @throws InvalidValueException when prefix, length, a character or the checksum is wrong; the message says which
   */
  public static PublicKey parse(String text) {
    Objects.requireNonNull(text, "text");
    if (text.startsWith(LEGACY_PREFIX)) {
      return ofPoint(
          KeyType.K1, CheckedText.decode(WHAT + " EOS", text, LEGACY_PREFIX.length(), "", POINT));
    }
    for (KeyType type : KeyType.values()) {
      String prefix = PREFIX + type + "_";
      if (text.startsWith(prefix)) {
        int size = type == KeyType.WA ? -1 : POINT;
        byte[] data =
            CheckedText.decode(WHAT + " " + prefix, text, prefix.length(), type.name(), size);
        byte[] binary = new byte[1 + data.length];
        binary[0] = (byte) type.code();
        System.arraycopy(data, 0, binary, 1, data.length);
        return ofBinary(binary);
      }
    }
    throw new InvalidValueException(
        "public key must start with PUB_K1_, PUB_R1_, PUB_WA_ or EOS, got '"
            + text.substring(0, Math.min(text.length(), 8)) + "'");
  }

  /**
   * Reads the ABI form: the type byte and the data of the type.
   *
   * @param binary the whole array: 34 bytes for K1 and R1, more for WA
   * @return the key
   * @throws InvalidValueException when the type is unknown, the array too short or too long, or the site of WA empty or
   *     longer than 16 384 bytes
   */
  public static PublicKey ofBinary(byte[] binary) {
    Objects.requireNonNull(binary, "binary");
    Binary in = new Binary(WHAT, binary, 0);
    PublicKey key = read(in);
    in.requireEnd();
    return key;
  }

  /**
   * Measures the ABI form of a key inside a longer array, without looking at its point.
   *
   * @param data bytes in which a key starts
   * @param from index of its type byte
   * @param to end of the bytes, exclusive
   * @return how many bytes the key takes, or -1 when the bytes end before the key does
   * @throws InvalidValueException when the type is unknown or the site of WA longer than 16 384 bytes
   */
  public static int binaryLength(byte[] data, int from, int to) {
    Objects.checkFromToIndex(from, to, data.length);
    if (from == to) {
      return -1;
    }
    boolean webAuthn = KeyType.ofCode(data[from] & 0xff) == KeyType.WA;
    return Binary.measure(
        WHAT, data, from, to, webAuthn ? PRESENCE_AT + 1 : PRESENCE_AT, webAuthn ? 1 : 0);
  }

  /**
   * Wraps a compressed point.
   *
   * @param type K1 or R1
   * @param point 33 bytes, copied
   * @return the key
   * @throws InvalidValueException for WA or another length
   */
  public static PublicKey ofPoint(KeyType type, byte[] point) {
    if (type == KeyType.WA) {
      throw new InvalidValueException("WA key needs presence and site beside its point");
    }
    if (point.length != POINT) {
      throw new InvalidValueException(
          "point of a public key must have 33 bytes, got " + point.length);
    }
    byte[] binary = new byte[1 + POINT];
    binary[0] = (byte) type.code();
    System.arraycopy(point, 0, binary, 1, POINT);
    return new PublicKey(type, binary, new byte[0]);
  }

  /**
   * Makes a WA key.
   *
   * @param point 33 bytes, a compressed point of P-256, copied
   * @param presence how the user is seen at each signature: 0 not, 1 present, 2 verified; other values are kept
   * @param site the relying party id, such as {@code coop.example}; 1 to 16 384 bytes of UTF-8
   * @return the key
   * @throws InvalidValueException when a part is out of range
   */
  public static PublicKey ofWebAuthn(byte[] point, int presence, String site) {
    return ofWebAuthn(point, presence, Texts.utf8("site of a WA key", site));
  }

  static PublicKey ofWebAuthn(byte[] point, int presence, byte[] site) {
    if (point.length != POINT) {
      throw new InvalidValueException(
          "point of a public key must have 33 bytes, got " + point.length);
    }
    if (presence < 0 || presence > 255) {
      throw new InvalidValueException("presence of a WA key must be 0 to 255, got " + presence);
    }
    if (site.length == 0) {
      throw new InvalidValueException("WA key must have a site (relying party id), got none");
    }
    Binary.requireVariable(WHAT, site.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream(PRESENCE_AT + 6 + site.length);
    out.write(KeyType.WA.code());
    out.writeBytes(point);
    out.write(presence);
    Binary.writeBytes(out, site);
    return new PublicKey(KeyType.WA, out.toByteArray(), site.clone());
  }

  private static PublicKey read(Binary in) {
    KeyType type = KeyType.ofCode(in.readU8());
    byte[] point = in.readRaw(POINT);
    if (type != KeyType.WA) {
      return ofPoint(type, point);
    }
    int presence = in.readU8();
    return ofWebAuthn(point, presence, in.readBytes());
  }

  /**
   * The kind of key.
   *
   * @return K1, R1 or WA
   */
  public KeyType type() {
    return type;
  }

  /**
   * The ABI form.
   *
   * @return a fresh array: type byte and data
   */
  public byte[] toBinary() {
    return binary.clone();
  }

  /**
   * The compressed point.
   *
   * @return a fresh array of 33 bytes
   */
  public byte[] toPoint() {
    return Arrays.copyOfRange(binary, 1, 1 + POINT);
  }

  /**
   * The relying party id of a WA key.
   *
   * @return the site, empty for K1 and R1
   */
  public Optional<String> site() {
    return type == KeyType.WA
        ? Optional.of(new String(site, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /**
   * How the user of a WA key is seen.
   *
   * @return 0 not seen, 1 present, 2 verified; 0 for K1 and R1
   */
  public int presence() {
    return type == KeyType.WA ? binary[PRESENCE_AT] & 0xff : 0;
  }

  /**
   * Whether somebody can own this key: its point lies on the curve of the type.
   *
   * @return false for the key of zeros and other non-points
   */
  public boolean isOnCurve() {
    return Engines.current().isPoint(type == KeyType.WA ? KeyType.R1 : type, toPoint());
  }

  /**
   * The form of the first EOSIO chains.
   *
   * @return {@code EOS…}
   * @throws InvalidValueException when the type is not K1
   */
  public String toLegacyString() {
    if (type != KeyType.K1) {
      throw new InvalidValueException("only K1 keys have a legacy text, this is " + this);
    }
    return CheckedText.encode(LEGACY_PREFIX, toPoint(), "");
  }

  @Override
  public int compareTo(PublicKey other) {
    int order = Arrays.compareUnsigned(binary, 0, 1 + POINT, other.binary, 0, 1 + POINT);
    if (order == 0) {
      order = Integer.compare(presence(), other.presence());
    }
    return order == 0 ? Arrays.compareUnsigned(site, other.site) : order;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PublicKey that && Arrays.equals(binary, that.binary);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(binary);
  }

  /** The key as {@code PUB_K1_…}, {@code PUB_R1_…} or {@code PUB_WA_…}. */
  @Override
  public String toString() {
    return CheckedText.encode(
        PREFIX + type + "_", Arrays.copyOfRange(binary, 1, binary.length), type.name());
  }
}
