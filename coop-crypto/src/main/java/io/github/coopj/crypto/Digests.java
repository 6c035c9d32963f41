package io.github.coopj.crypto;

import io.github.coopj.crypto.internal.bc.BcHashes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash functions of the protocol.
 *
 * <p>SHA comes from the JDK, which has machine code for it; RIPEMD-160 and Keccak, absent there, from Bouncy Castle. Safe for any
 * number of threads: every call works on its own state.
 */
public final class Digests {
  private static final MessageDigest SHA_256 = fresh("SHA-256");
  private static final MessageDigest SHA_512 = fresh("SHA-512");

  private Digests() {}

  /**
   * SHA-256.
   *
   * @param data what to hash, may be empty
   * @return 32 bytes
   */
  public static byte[] sha256(byte[] data) {
    return copyOf(SHA_256).digest(data);
  }

  /**
   * SHA-256 of several arrays, one after the other without separator.
   *
   * @param first the first bytes
   * @param more the bytes that follow
   * @return 32 bytes
   */
  public static byte[] sha256(byte[] first, byte[]... more) {
    MessageDigest digest = copyOf(SHA_256);
    digest.update(first);
    for (byte[] part : more) {
      digest.update(part);
    }
    return digest.digest();
  }

  /**
   * SHA-512.
   *
   * @param data what to hash, may be empty
   * @return 64 bytes
   */
  public static byte[] sha512(byte[] data) {
    return copyOf(SHA_512).digest(data);
  }

  /**
   * RIPEMD-160.
   *
   * @param data what to hash, may be empty
   * @return 20 bytes
   */
  public static byte[] ripemd160(byte[] data) {
    return BcHashes.ripemd160(data);
  }

  /**
   * SHA-1, which is broken: only to check what others have made with it.
   *
   * @param data what to hash, may be empty
   * @return 20 bytes
   */
  public static byte[] sha1(byte[] data) {
    return fresh("SHA-1").digest(data);
  }

  /**
   * SHA3-256.
   *
   * @param data what to hash, may be empty
   * @return 32 bytes
   */
  public static byte[] sha3(byte[] data) {
    return fresh("SHA3-256").digest(data);
  }

  /**
   * Keccak-256, as it was before the standard changed its padding.
   *
   * @param data what to hash, may be empty
   * @return 32 bytes
   */
  public static byte[] keccak256(byte[] data) {
    return BcHashes.keccak256(data);
  }

  /** Copies a digest that nobody ever fed: cheaper than asking the providers each time, and free of thread-locals. */
  private static MessageDigest copyOf(MessageDigest unused) {
    try {
      return (MessageDigest) unused.clone();
    } catch (CloneNotSupportedException e) {
      return fresh(unused.getAlgorithm());
    }
  }

  /** A SHA-256 of one's own. */
  static MessageDigest newSha256() {
    return copyOf(SHA_256);
  }

  private static MessageDigest fresh(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
