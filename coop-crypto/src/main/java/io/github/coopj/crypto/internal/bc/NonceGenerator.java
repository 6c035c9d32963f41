package io.github.coopj.crypto.internal.bc;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The HMAC-DRBG of RFC 6979 with SHA-256, with the extra entropy of its section 3.6 that the wallets of the ecosystem
 * use to try again: one byte, the number of the attempt.
 */
final class NonceGenerator implements AutoCloseable {
  private static final int SIZE = 32;

  private final HMac hmac = new HMac(new SHA256Digest());
  private final byte[] key = new byte[SIZE];
  private final byte[] value = new byte[SIZE];
  private boolean started;

  /**
   * Seeds the generator.
   *
   * @param secret the private key
   * @param reduced the digest modulo the order, 32 bytes
   * @param attempt 0 for none, or the extra byte
   */
  NonceGenerator(byte[] secret, byte[] reduced, int attempt) {
    Arrays.fill(value, (byte) 1);
    for (byte step = 0; step <= 1; step++) {
      hmac.init(new KeyParameter(key));
      hmac.update(value, 0, SIZE);
      hmac.update(step);
      hmac.update(secret, 0, secret.length);
      hmac.update(reduced, 0, reduced.length);
      if (attempt > 0) {
        hmac.update((byte) attempt);
      }
      hmac.doFinal(key, 0);
      stir();
    }
  }

  /** The next candidate, 32 bytes. */
  byte[] next() {
    if (started) {
      hmac.init(new KeyParameter(key));
      hmac.update(value, 0, SIZE);
      hmac.update((byte) 0);
      hmac.doFinal(key, 0);
      stir();
    }
    started = true;
    stir();
    return value.clone();
  }

  private void stir() {
    hmac.init(new KeyParameter(key));
    hmac.update(value, 0, SIZE);
    hmac.doFinal(value, 0);
  }

  /** Erases the state. */
  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
    Arrays.fill(value, (byte) 0);
    hmac.init(new KeyParameter(key));
  }
}
