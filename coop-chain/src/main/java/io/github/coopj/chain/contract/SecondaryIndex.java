package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How rows of a {@link Table} are found by something else than their primary key.
 *
 * @param <R> record of a row
 * @param <K> secondary key
 */
public final class SecondaryIndex<R extends Record, K> {
  private static final int MAX_BITS = 128;

  private final IndexType type;
  private final Function<R, K> key;
  private final Function<K, Bytes> bytes;

  private SecondaryIndex(IndexType type, Function<R, K> key, Function<K, Bytes> bytes) {
    this.type = type;
    this.key = key;
    this.bytes = bytes;
  }

  /**
   * By an unsigned number of 64 bits.
   *
   * @param key the number of a row
   * @param <R> record of a row
   * @return the index
   */
  public static <R extends Record> SecondaryIndex<R, Long> i64(ToLongFunction<R> key) {
    return new SecondaryIndex<>(IndexType.I64, key::applyAsLong, SecondaryIndex::littleEndian);
  }

  /**
   * By a name.
   *
   * @param key the name of a row
   * @param <R> record of a row
   * @return the index
   */
  public static <R extends Record> SecondaryIndex<R, Name> name(Function<R, Name> key) {
    return new SecondaryIndex<>(IndexType.I64, key, name -> littleEndian(name.value()));
  }

  /**
   * By an unsigned number of 128 bits.
   *
   * @param key the number of a row, 0 to 2^128 - 1
   * @param <R> record of a row
   * @return the index
   */
  public static <R extends Record> SecondaryIndex<R, BigInteger> i128(Function<R, BigInteger> key) {
    return new SecondaryIndex<>(IndexType.I128, key, SecondaryIndex::littleEndian);
  }

  /**
   * By a checksum.
   *
   * @param key the checksum of a row
   * @param <R> record of a row
   * @return the index
   */
  public static <R extends Record> SecondaryIndex<R, Checksum256> i256(
      Function<R, Checksum256> key) {
    return new SecondaryIndex<>(IndexType.I256, key, checksum -> Bytes.of(checksum.toBytes()));
  }

  /**
   * By a floating-point number of 64 bits, given by its bits so that nothing is computed with it.
   *
   * @param key the bits of a row's number, as IEEE 754 has them
   * @param <R> record of a row
   * @return the index
   */
  public static <R extends Record> SecondaryIndex<R, Long> f64(ToLongFunction<R> key) {
    return new SecondaryIndex<>(IndexType.F64, key::applyAsLong, SecondaryIndex::littleEndian);
  }

  /**
   * By a floating-point number of 128 bits.
   *
   * @param key the 16 bytes of a row's number, little-endian
   * @param <R> record of a row
   * @return the index
   */
  public static <R extends Record> SecondaryIndex<R, Bytes> f128(Function<R, Bytes> key) {
    return new SecondaryIndex<>(IndexType.F128, key, Function.identity());
  }

  IndexType type() {
    return type;
  }

  Bytes keyOf(R row) {
    return bytes.apply(key.apply(row));
  }

  Bytes bytesOf(K value) {
    return bytes.apply(value);
  }

  private static Bytes littleEndian(long value) {
    AbiWriter out = new AbiWriter(8);
    out.writeU64(value);
    return Bytes.of(out.toByteArray());
  }

  private static Bytes littleEndian(BigInteger value) {
    if (value.signum() < 0 || value.bitLength() > MAX_BITS) {
      throw new InvalidValueException("a key of kind i128 is 0 to 2^128-1, got " + value);
    }
    AbiWriter out = new AbiWriter(16);
    out.writeU64(value.longValue());
    out.writeU64(value.shiftRight(64).longValue());
    return Bytes.of(out.toByteArray());
  }
}
