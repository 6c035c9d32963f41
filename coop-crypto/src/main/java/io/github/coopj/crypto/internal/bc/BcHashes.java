package io.github.coopj.crypto.internal.bc;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/** Hash functions the JDK does not have. */
public final class BcHashes {
  private BcHashes() {}

  /**
   * RIPEMD-160.
   *
   * @param data what to hash
   * @return 20 bytes
   */
  public static byte[] ripemd160(byte[] data) {
    return hash(new RIPEMD160Digest(), data);
  }

  /**
   * Keccak-256.
   *
   * @param data what to hash
   * @return 32 bytes
   */
  public static byte[] keccak256(byte[] data) {
    return hash(new KeccakDigest(256), data);
  }

  private static byte[] hash(Digest digest, byte[] data) {
    digest.update(data, 0, data.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
