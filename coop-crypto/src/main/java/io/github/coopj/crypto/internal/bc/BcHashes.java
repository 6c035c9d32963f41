package io.github.coopj.crypto.internal.bc;

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
    RIPEMD160Digest digest = new RIPEMD160Digest();
    digest.update(data, 0, data.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
