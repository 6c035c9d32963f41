package io.github.coopj.crypto;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.internal.Binary;
import io.github.coopj.crypto.internal.CheckedText;
import io.github.coopj.crypto.internal.Engines;
import io.github.coopj.crypto.internal.SignatureEngine;
import io.github.coopj.crypto.internal.WebAuthn;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signature from which its signer is recovered.
 *
 * <p>65 bytes: a header of 27 (or 31) + recovery id, r, s; for {@link KeyType#WA} followed by the data of the
 * authenticator and the client's JSON. Reading is lenient: any numbers are taken, {@link #recover} refuses what yields
 * no key and {@link #isCanonical()} tells whether a node would take it.
 */
public final class Signature {
  private static final String WHAT = "signature";
  private static final String PREFIX = "SIG_";
  private static final int COMPACT = 65;
  private static final byte[] NONE = new byte[0];

  /** Half the order of P-256, rounded down: the largest low s. */
  private static final byte[] HALF_ORDER_R1 =
      HexFormat.of().parseHex("7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8");

  private final KeyType type;
  private final byte[] compact;
  private final byte[] authenticatorData;
  private final byte[] clientJson;

  private Signature(KeyType type, byte[] compact, byte[] authenticatorData, byte[] clientJson) {
    this.type = type;
    this.compact = compact;
    this.authenticatorData = authenticatorData;
    this.clientJson = clientJson;
  }

  /**
   * Reads a signature in the form {@code SIG_K1_…}, {@code SIG_R1_…} or {@code SIG_WA_…}.
   *
   * @param text the text
   * @return the signature
   * @throws InvalidValueException when prefix, length, a character or the checksum is wrong; the message says which
   */
  public static Signature parse(String text) {
    Objects.requireNonNull(text, "text");
    for (KeyType type : KeyType.values()) {
      String prefix = PREFIX + type + "_";
      if (text.startsWith(prefix)) {
        int size = type == KeyType.WA ? -1 : COMPACT;
        byte[] data =
            CheckedText.decode(WHAT + " " + prefix, text, prefix.length(), type.name(), size);
        Binary in = new Binary(WHAT, data, 0);
        Signature signature = read(type, in);
        in.requireEnd();
        return signature;
      }
    }
    throw new InvalidValueException("signature must start with SIG_K1_, SIG_R1_ or SIG_WA_, got '"
        + text.substring(0, Math.min(text.length(), 8)) + "'");
  }

  /**
   * Reads the ABI form: the type byte and the data of the type.
   *
   * @param binary the whole array: 66 bytes for K1 and R1, more for WA
   * @return the signature
   * @throws InvalidValueException when the type is unknown, the array too short or too long, or the variable parts of WA
   *     have more than 16 384 bytes together
   */
  public static Signature ofBinary(byte[] binary) {
    Objects.requireNonNull(binary, "binary");
    Binary in = new Binary(WHAT, binary, 0);
    Signature signature = read(KeyType.ofCode(in.readU8()), in);
    in.requireEnd();
    return signature;
  }

  /**
   * Measures the ABI form of a signature inside a longer array, without looking at its numbers.
   *
   * @param data bytes in which a signature starts
   * @param from index of its type byte
   * @param to end of the bytes, exclusive
   * @return how many bytes the signature takes, or -1 when the bytes end before the signature does
   * @throws InvalidValueException when the type is unknown or the variable parts of WA have more than 16 384 bytes
   *     together
   */
  public static int binaryLength(byte[] data, int from, int to) {
    Objects.checkFromToIndex(from, to, data.length);
    if (from == to) {
      return -1;
    }
    boolean webAuthn = KeyType.ofCode(data[from] & 0xff) == KeyType.WA;
    return Binary.measure(WHAT, data, from, to, 1 + COMPACT, webAuthn ? 2 : 0);
  }

  /**
   * Wraps the three numbers of a K1 or R1 signature.
   *
   * @param type K1 or R1
   * @param compact 65 bytes: header, r, s; copied
   * @return the signature
   * @throws InvalidValueException for WA or another length
   */
  public static Signature ofCompact(KeyType type, byte[] compact) {
    if (type == KeyType.WA) {
      throw new InvalidValueException(
          "WA signature needs authenticator data and client JSON beside its numbers");
    }
    return new Signature(type, requireCompact(compact), NONE, NONE);
  }

  /**
   * Puts together what a WebAuthn assertion yields.
   *
   * @param compact 65 bytes: 31 + recovery id, r, s; copied
   * @param authenticatorData the authenticator's data as received; copied
   * @param clientJson the client's JSON as received, UTF-8; copied
   * @return the signature
   * @throws InvalidValueException when {@code compact} has another length, or the other two have more than 16 384 bytes
   *     together
   */
  public static Signature ofWebAuthn(byte[] compact, byte[] authenticatorData, byte[] clientJson) {
    Binary.requireVariable(WHAT, (long) authenticatorData.length + clientJson.length);
    return new Signature(
        KeyType.WA, requireCompact(compact), authenticatorData.clone(), clientJson.clone());
  }

  private static byte[] requireCompact(byte[] compact) {
    if (compact.length != COMPACT) {
      throw new InvalidValueException("signature must have 65 bytes, got " + compact.length);
    }
    return compact.clone();
  }

  private static Signature read(KeyType type, Binary in) {
    byte[] compact = in.readRaw(COMPACT);
    return type == KeyType.WA
        ? ofWebAuthn(compact, in.readBytes(), in.readBytes())
        : new Signature(type, compact, NONE, NONE);
  }

  /**
   * The kind of signature.
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
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 + COMPACT + variableSize() + 10);
    out.write(type.code());
    writeData(out);
    return out.toByteArray();
  }

  /**
   * Header, r and s.
   *
   * @return a fresh array of 65 bytes
   */
  public byte[] toCompact() {
    return compact.clone();
  }

  /**
   * Bytes of authenticator data and client JSON, which nodes limit to 16 384 together.
   *
   * @return 0 for K1 and R1, at most 16 384 for WA
   */
  public int variableSize() {
    return authenticatorData.length + clientJson.length;
  }

  /**
   * Whether a node takes the numbers of this signature in a transaction or block. Other numbers would be a second form of
   * the same signature.
   *
   * <p>K1: neither r nor s, as 32 bytes, has the highest bit set or a superfluous leading zero byte. R1: s is at most half
   * the order of the curve. WA: any numbers, because nodes ask nothing of them; authenticators make high s as often as low.
   *
   * @return whether canonical
   */
  public boolean isCanonical() {
    return switch (type) {
      case K1 -> isPlainPositive(1) && isPlainPositive(33);
      case R1 -> hasLowS();
      case WA -> true;
    };
  }

  private boolean hasLowS() {
    return Arrays.compareUnsigned(compact, 33, COMPACT, HALF_ORDER_R1, 0, HALF_ORDER_R1.length)
        <= 0;
  }

  private boolean isPlainPositive(int at) {
    return compact[at] >= 0 && (compact[at] != 0 || compact[at + 1] < 0);
  }

  /**
   * The key that made this signature, as the node's function for contracts recovers it: the numbers of K1 need not be
   * canonical here, those of R1 must be. In transactions and documents use {@link #verify} or ask {@link #isCanonical()}
   * as well.
   *
   * <p>WA: the client's JSON must be of type {@code webauthn.get}, its challenge the digest, its origin {@code https}
   * and, without the port, what the authenticator hashed; presence and site of the key come from there.
   *
   * @param digest what was signed
   * @return the signer
   * @throws InvalidValueException when no key yields this signature, s of R1 is high, or a WA rule is broken; the message
   *     says which
   */
  public PublicKey recover(Checksum256 digest) {
    Objects.requireNonNull(digest, "digest");
    SignatureEngine engine = Engines.current();
    if (type == KeyType.R1 && !hasLowS()) {
      throw new InvalidValueException(
          "R1 signature must have an s of at most half the order, got a higher one");
    }
    if (type != KeyType.WA) {
      return PublicKey.ofPoint(type, recoverPoint(engine, type, 27, digest.toBytes()));
    }
    WebAuthn assertion = WebAuthn.check(clientJson, authenticatorData, digest.toBytes());
    byte[] point = recoverPoint(engine, KeyType.R1, 31, assertion.signedDigest());
    return PublicKey.ofWebAuthn(point, assertion.presence(), assertion.site());
  }

  private byte[] recoverPoint(SignatureEngine engine, KeyType curve, int lowest, byte[] digest) {
    int header = compact[0] & 0xff;
    if (header < lowest || header > 34) {
      throw new InvalidValueException(
          type + " signature must have a header of " + lowest + " to 34, got " + header);
    }
    byte[] point = engine.recover(curve, compact, digest);
    if (point == null) {
      throw new InvalidValueException(
          type + " signature yields no key: r or s is out of range or no point of the curve");
    }
    return point;
  }

  /**
   * Whether a key made this signature, decided as a node decides it of a transaction: the signature must be canonical and
   * the signer recovered must be that key.
   *
   * @param digest what was signed
   * @param key the expected signer
   * @return false for another key, another digest, another type, a signature that yields no key or is not canonical
   */
  public boolean verify(Checksum256 digest, PublicKey key) {
    Objects.requireNonNull(key, "key");
    if (key.type() != type || !isCanonical()) {
      return false;
    }
    try {
      return recover(digest).equals(key);
    } catch (InvalidValueException e) {
      return false;
    }
  }

  private void writeData(ByteArrayOutputStream out) {
    out.writeBytes(compact);
    if (type == KeyType.WA) {
      Binary.writeBytes(out, authenticatorData);
      Binary.writeBytes(out, clientJson);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signature that
        && type == that.type
        && Arrays.equals(compact, that.compact)
        && Arrays.equals(authenticatorData, that.authenticatorData)
        && Arrays.equals(clientJson, that.clientJson);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(compact) + type.code();
  }

  /** The signature as {@code SIG_K1_…}, {@code SIG_R1_…} or {@code SIG_WA_…}. */
  @Override
  public String toString() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(COMPACT + variableSize() + 10);
    writeData(out);
    return CheckedText.encode(PREFIX + type + "_", out.toByteArray(), type.name());
  }
}
