package io.github.coopj.crypto.internal;

import io.github.coopj.crypto.KeyType;
import org.jspecify.annotations.Nullable;

/**
 * Elliptic curve arithmetic behind keys and signatures, for the types K1 and R1.
 *
 * <p>Works on plain arrays, which it neither keeps nor changes. A compact signature is 65 bytes: 27 + 4 + recovery id,
 * then r and s of 32 bytes each. A point is 33 bytes, compressed. Implementations are safe for threads and yield the
 * same bytes for the same arguments.
 */
public interface SignatureEngine {
  /**
   * Name for logs.
   *
   * @return a short word
   */
  String name();

  /**
   * Whether 32 bytes are a secret of the curve: 1 to its order - 1.
   *
   * @param type K1 or R1
   * @param secret 32 bytes
   * @return false when out of range
   */
  boolean isSecret(KeyType type, byte[] secret);

  /**
   * Whether 33 bytes are a point of the curve other than infinity.
   *
   * @param type K1 or R1
   * @param point 33 bytes
   * @return false when no point
   */
  boolean isPoint(KeyType type, byte[] point);

  /**
   * The public point of a secret.
   *
   * @param type K1 or R1
   * @param secret 32 bytes in range
   * @return 33 bytes
   */
  byte[] publicPoint(KeyType type, byte[] secret);

  /**
   * Signs deterministically, low s.
   *
   * @param type K1 or R1
   * @param secret 32 bytes in range
   * @param digest 32 bytes
   * @param attempt 0 for plain RFC 6979, else 1 to 255, mixed into the generator as one byte of extra entropy
   * @return compact signature
   */
  byte[] sign(KeyType type, byte[] secret, byte[] digest, int attempt);

  /**
   * Recovers the signer.
   *
   * @param type K1 or R1
   * @param compact 65 bytes, first byte 27 to 34
   * @param digest 32 bytes
   * @return the point, 33 bytes, or null when there is none
   */
  byte @Nullable [] recover(KeyType type, byte[] compact, byte[] digest);

  /**
   * Elliptic curve Diffie-Hellman.
   *
   * @param type K1 or R1
   * @param secret 32 bytes in range
   * @param point 33 bytes of the other side
   * @return x of the common point, 32 bytes, or null when {@code point} is none of the curve
   */
  byte @Nullable [] agree(KeyType type, byte[] secret, byte[] point);
}
