package io.github.coopj.crypto;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hash of exactly 64 bytes; what key agreement yields.
 *
 * <p>Ordered byte by byte, unsigned, as the node orders them. {@link #ZERO} stands for "none" where the protocol has no
 * optional.
 */
public final class Checksum512 implements Comparable<Checksum512> {
  /** Length in bytes. */
  public static final int SIZE = 64;

  /** All bytes zero. */
  public static final Checksum512 ZERO = new Checksum512(new byte[SIZE]);

  private final byte[] bytes;

  private Checksum512(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Wraps a ready hash.
   *
   * @param bytes exactly 64 bytes, copied
   * @return the hash
   * @throws InvalidValueException for any other length
   */
  public static Checksum512 of(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    if (bytes.length != SIZE) {
      throw new InvalidValueException("checksum512 must have 64 bytes, got " + bytes.length);
    }
    return new Checksum512(bytes.clone());
  }

  /**
   * Reads a hash written in hexadecimal digits of either case.
   *
   * @param hex exactly 128 digits
   * @return the hash
   * @throws InvalidValueException for any other length or character
   */
  public static Checksum512 ofHex(String hex) {
    Objects.requireNonNull(hex, "hex");
    if (hex.length() != 2 * SIZE) {
      throw new InvalidValueException("checksum512 must have 128 hex digits, got " + hex.length());
    }
    return new Checksum512(Bytes.ofHex(hex).toArray());
  }

  /**
   * Hashes bytes with SHA-512.
   *
   * @param data what to hash, may be empty
   * @return the hash
   */
  public static Checksum512 sha512(byte[] data) {
    return new Checksum512(Digests.sha512(data));
  }

  /**
   * Hashes bytes with SHA-512.
   *
   * @param data what to hash, may be empty
   * @return the hash
   */
  public static Checksum512 sha512(Bytes data) {
    return new Checksum512(Digests.sha512(data.toArray()));
  }

  /**
   * The 64 bytes.
   *
   * @return a fresh array
   */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /**
   * Lower case hexadecimal digits.
   *
   * @return 128 digits
   */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public int compareTo(Checksum512 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Checksum512 that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The hash as {@link #toHex()}. */
  @Override
  public String toString() {
    return toHex();
  }
}
