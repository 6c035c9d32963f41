package io.github.coopj.crypto;

import java.security.DigestException;
import java.security.MessageDigest;

/**
 * SHA-256 for whoever hashes much on one thread: nothing is made anew for each hash but its result. Not safe for several
 * threads; {@link Digests} is.
 */
public final class Sha256 {
  private final MessageDigest digest = Digests.newSha256();

  /** A hash function that has been fed nothing. */
  public Sha256() {
    digest.reset();
  }

  /**
   * Feeds bytes.
   *
   * @param data array
   * @param from index of the first byte
   * @param length how many bytes
   * @return this
   */
  public Sha256 update(byte[] data, int from, int length) {
    digest.update(data, from, length);
    return this;
  }

  /**
   * Hash of what was fed since the last one.
   *
   * @return the hash
   */
  public Checksum256 digest() {
    return Checksum256.ofOwn(digest.digest());
  }

  /**
   * Hash of what was fed since the last one, written into an array.
   *
   * @param to array with 32 bytes left
   * @param at index of the first
   */
  public void digest(byte[] to, int at) {
    try {
      digest.digest(to, at, Checksum256.SIZE);
    } catch (DigestException e) {
      throw new IllegalStateException("a digest fits into its own length", e);
    }
  }
}
