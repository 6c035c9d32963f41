package io.github.coopj.crypto.internal;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Digests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a WebAuthn assertion says about a signature, checked by the rules of the node.
 *
 * <p>The rules: the JSON is an object whose {@code type} is {@code webauthn.get}; {@code challenge}, in Base64 of either
 * alphabet, is the digest; {@code origin} begins with {@code https://} and the rest up to the last colon is the site,
 * whose SHA-256 opens the authenticator data; bit 0 of its byte 32 says the user was present, bit 2 verified.
 */
public final class WebAuthn {
  private static final byte[] SCHEME = "https://".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ASSERTION = "webauthn.get".getBytes(StandardCharsets.US_ASCII);
  private static final int MIN_AUTHENTICATOR_DATA = 37;
  private static final int FLAGS_AT = 32;

  private final byte[] site;
  private final int presence;
  private final byte[] signedDigest;

  private WebAuthn(byte[] site, int presence, byte[] signedDigest) {
    this.site = site;
    this.presence = presence;
    this.signedDigest = signedDigest;
  }

  /**
   * Checks an assertion.
   *
   * @param clientJson the client's JSON
   * @param authenticatorData the authenticator's data
   * @param digest what should have been signed
   * @return site, presence and the digest that the curve signature is over
   * @throws InvalidValueException naming the rule that is broken
   */
  public static WebAuthn check(byte[] clientJson, byte[] authenticatorData, byte[] digest) {
    ClientJson client = ClientJson.read(clientJson);
    if (!Arrays.equals(client.type(), ASSERTION)) {
      throw new InvalidValueException("WA signature must be of type webauthn.get");
    }
    if (!Arrays.equals(decodeBase64(client.challenge()), digest)) {
      throw new InvalidValueException("WA signature has a challenge that is not the digest");
    }
    byte[] site = siteOf(client.origin());
    if (authenticatorData.length < MIN_AUTHENTICATOR_DATA) {
      throw new InvalidValueException(
          "WA signature must have 37 or more bytes of authenticator data, got "
              + authenticatorData.length);
    }
    if (!Arrays.equals(authenticatorData, 0, FLAGS_AT, Digests.sha256(site), 0, FLAGS_AT)) {
      throw new InvalidValueException(
          "WA signature has authenticator data of another site than its origin");
    }
    int flags = authenticatorData[FLAGS_AT];
    int presence = (flags & 4) != 0 ? 2 : flags & 1;
    byte[] signed = Digests.sha256(authenticatorData, Digests.sha256(clientJson));
    return new WebAuthn(site, presence, signed);
  }

  private static byte[] siteOf(byte[] origin) {
    if (origin.length < SCHEME.length
        || !Arrays.equals(origin, 0, SCHEME.length, SCHEME, 0, SCHEME.length)) {
      throw new InvalidValueException("WA signature must have an origin that begins with https://");
    }
    int colon = origin.length - 1;
    while (origin[colon] != ':') {
      colon--;
    }
    int end = colon < SCHEME.length ? origin.length : colon;
    return Arrays.copyOfRange(origin, SCHEME.length, end);
  }

  /** Base64 as the node reads it: both alphabets, padding by '=' or '.' or none, line feeds skipped. */
  private static byte[] decodeBase64(byte[] text) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(text.length);
    for (byte b : text) {
      if (b != '\n') {
        lines.write(b);
      }
    }
    byte[] in = lines.toByteArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int at = 0; at < in.length; at += 4) {
      int first = sextet(in, at);
      int second = sextet(in, at + 1);
      out.write(first << 2 | second >> 4);
      if (ends(in, at + 2)) {
        continue;
      }
      int third = sextet(in, at + 2);
      out.write(second << 4 | third >> 2);
      if (ends(in, at + 3)) {
        continue;
      }
      out.write(third << 6 | sextet(in, at + 3));
    }
    return out.toByteArray();
  }

  private static boolean ends(byte[] in, int at) {
    return at >= in.length || in[at] == '=' || in[at] == '.';
  }

  private static int sextet(byte[] in, int at) {
    int c = at < in.length ? in[at] : -1;
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    if (c == '+' || c == '-') {
      return 62;
    }
    if (c == '/' || c == '_') {
      return 63;
    }
    throw new InvalidValueException("WA signature has a challenge that is not Base64");
  }

  /**
   * The relying party id.
   *
   * @return UTF-8, not copied
   */
  public byte[] site() {
    return site;
  }

  /**
   * How the user was seen.
   *
   * @return 0 not, 1 present, 2 verified
   */
  public int presence() {
    return presence;
  }

  /**
   * What the P-256 signature is over.
   *
   * @return SHA-256 of authenticator data and the hash of the JSON, not copied
   */
  public byte[] signedDigest() {
    return signedDigest;
  }
}
