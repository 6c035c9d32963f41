package io.github.coopj.crypto;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hash of exactly 32 bytes; what names transactions, blocks and documents.
 *
 * <p>Ordered byte by byte, unsigned, as the node orders them. {@link #ZERO} stands for "none" where the protocol has no
 * optional.
 */
public final class Checksum256 implements Comparable<Checksum256> {
  /** Length in bytes. */
  public static final int SIZE = 32;

  /** All bytes zero. */
  public static final Checksum256 ZERO = new Checksum256(new byte[SIZE]);

  private static final VarHandle HEAD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;

  private Checksum256(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Wraps a ready hash.
   *
   * @param bytes exactly 32 bytes, copied
   * @return the hash
   * @throws InvalidValueException for any other length
   */
  public static Checksum256 of(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    if (bytes.length != SIZE) {
      throw new InvalidValueException("checksum256 must have 32 bytes, got " + bytes.length);
    }
    return new Checksum256(bytes.clone());
  }

  /** A checksum of 32 bytes that nobody else holds. */
  static Checksum256 ofOwn(byte[] bytes) {
    return new Checksum256(bytes);
  }

  /**
   * Reads a hash written in hexadecimal digits of either case.
   *
   * @param hex exactly 64 digits
   * @return the hash
   * @throws InvalidValueException for any other length or character
   */
  public static Checksum256 ofHex(String hex) {
    Objects.requireNonNull(hex, "hex");
    if (hex.length() != 2 * SIZE) {
      throw new InvalidValueException("checksum256 must have 64 hex digits, got " + hex.length());
    }
    return new Checksum256(Bytes.ofHex(hex).toArray());
  }

  /**
   * Hashes bytes with SHA-256.
   *
   * @param data what to hash, may be empty
   * @return the hash
   */
  public static Checksum256 sha256(byte[] data) {
    return new Checksum256(Digests.sha256(data));
  }

  /**
   * Hashes bytes with SHA-256.
   *
   * @param data what to hash, may be empty
   * @return the hash
   */
  public static Checksum256 sha256(Bytes data) {
    return new Checksum256(Digests.sha256(data.toArray()));
  }

  /**
   * The 32 bytes.
   *
   * @return a fresh array
   */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /**
   * Copies the bytes into an array.
   *
   * @param to array with room for them
   * @param at index of the first
   */
  public void copyTo(byte[] to, int at) {
    System.arraycopy(bytes, 0, to, at, SIZE);
  }

  /**
   * The first eight bytes as a number, the first of them the highest. Wherever it differs, it orders as
   * {@link #compareTo} does if taken as unsigned.
   *
   * @return any number
   */
  public long head() {
    return (long) HEAD.get(bytes, 0);
  }

  /**
   * Lower case hexadecimal digits.
   *
   * @return 64 digits
   */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public int compareTo(Checksum256 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Checksum256 that && Arrays.equals(bytes, that.bytes);
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
