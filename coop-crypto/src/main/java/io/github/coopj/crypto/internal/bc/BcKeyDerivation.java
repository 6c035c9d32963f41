package io.github.coopj.crypto.internal.bc;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.HKDFParameters;

/** Key derivation functions the JDK of release 17 does not have. */
public final class BcKeyDerivation {
  private BcKeyDerivation() {}

  /**
   * HKDF of RFC 5869 with SHA-256.
   *
   * @param secret input keying material
   * @param salt not secret
   * @param purpose the info of the RFC
   * @param length bytes wanted, at most 8160
   * @return the derived bytes
   */
  public static byte[] hkdfSha256(byte[] secret, byte[] salt, byte[] purpose, int length) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(secret, salt, purpose));
    byte[] derived = new byte[length];
    generator.generateBytes(derived, 0, length);
    return derived;
  }

  /**
   * scrypt of RFC 7914.
   *
   * @param password the password
   * @param salt not secret
   * @param n cost, a power of two
   * @param r block size
   * @param p parallelisation
   * @param length bytes wanted
   * @return the derived bytes
   */
  public static byte[] scrypt(byte[] password, byte[] salt, int n, int r, int p, int length) {
    return SCrypt.generate(password, salt, n, r, p, length);
  }
}
