package io.github.coopj.crypto;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hash of exactly 20 bytes; the RIPEMD-160 of the protocol.
 *
 * <p>Ordered byte by byte, unsigned, as the node orders them. {@link #ZERO} stands for "none" where the protocol has no
 * optional.
 */
public final class Checksum160 implements Comparable<Checksum160> {
  /** Length in bytes. */
  public static final int SIZE = 20;

  /** All bytes zero. */
  public static final Checksum160 ZERO = new Checksum160(new byte[SIZE]);

  private final byte[] bytes;

  private Checksum160(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Wraps a ready hash.
   *
   * @param bytes exactly 20 bytes, copied
   * @return the hash
   * @throws InvalidValueException for any other length
   */
  public static Checksum160 of(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    if (bytes.length != SIZE) {
      throw new InvalidValueException("checksum160 must have 20 bytes, got " + bytes.length);
    }
    return new Checksum160(bytes.clone());
  }

  /**
   * Reads a hash written in hexadecimal digits of either case.
   *
   * @param hex exactly 40 digits
   * @return the hash
   * @throws InvalidValueException for any other length or character
   */
  public static Checksum160 ofHex(String hex) {
    Objects.requireNonNull(hex, "hex");
    if (hex.length() != 2 * SIZE) {
      throw new InvalidValueException("checksum160 must have 40 hex digits, got " + hex.length());
    }
    return new Checksum160(Bytes.ofHex(hex).toArray());
  }

  /**
   * Hashes bytes with RIPEMD-160.
   *
   * @param data what to hash, may be empty
   * @return the hash
   */
  public static Checksum160 ripemd160(byte[] data) {
    return new Checksum160(Digests.ripemd160(data));
  }

  /**
   * Hashes bytes with RIPEMD-160.
   *
   * @param data what to hash, may be empty
   * @return the hash
   */
  public static Checksum160 ripemd160(Bytes data) {
    return new Checksum160(Digests.ripemd160(data.toArray()));
  }

  /**
   * The 20 bytes.
   *
   * @return a fresh array
   */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /**
   * Lower case hexadecimal digits.
   *
   * @return 40 digits
   */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public int compareTo(Checksum160 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Checksum160 that && Arrays.equals(bytes, that.bytes);
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
