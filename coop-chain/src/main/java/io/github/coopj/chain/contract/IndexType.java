package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;

/**
 * Kinds of secondary keys, with the node's order of their values (protocol rule: contract_table_objects.hpp). A key is a
 * byte string: numbers and floating-point numbers little-endian, 256-bit keys as they are compared.
 */
public enum IndexType {
  /** Unsigned number of 64 bits, such as a name. */
  I64(0, "i64", 8, 128),
  /** Unsigned number of 128 bits. */
  I128(1, "i128", 16, 144),
  /** 32 bytes compared from the first on, such as a checksum. */
  I256(2, "i256", 32, 160),
  /** Floating-point number of 64 bits; -0 and 0 are equal, what is no number is refused. */
  F64(3, "float64", 8, 128),
  /** Floating-point number of 128 bits; -0 and 0 are equal, what is no number is refused. */
  F128(4, "float128", 16, 144);

  private static final int SIGN = 0x80;

  private final int code;
  private final String abiName;
  private final int size;
  private final int ramBytes;

  IndexType(int code, String abiName, int size, int ramBytes) {
    this.code = code;
    this.abiName = abiName;
    this.size = size;
    this.ramBytes = ramBytes;
  }

  /**
   * Number of the kind in the state of a chain.
   *
   * @return 0 to 4
   */
  public int code() {
    return code;
  }

  /**
   * Name of the kind in an ABI.
   *
   * @return for example {@code i64}
   */
  public String abiName() {
    return abiName;
  }

  /**
   * Bytes of a key.
   *
   * @return 8, 16 or 32
   */
  public int size() {
    return size;
  }

  /**
   * RAM that an entry of such an index is billed as.
   *
   * @return bytes
   */
  public int ramBytes() {
    return ramBytes;
  }

  /**
   * Bytes whose order, compared unsigned from the first on, is that of the keys.
   *
   * @param key a key
   * @return as many bytes
   * @throws InvalidValueException if the key has another size, or is no number where it has to be one
   */
  public Bytes ordered(Bytes key) {
    if (key.size() != size) {
      throw new InvalidValueException(
          "a key of kind " + abiName + " has " + size + " bytes, got " + key.size());
    }
    if (this == I256) {
      return key;
    }
    byte[] bigEndian = reversed(key.toArray());
    return Bytes.of(this == F64 || this == F128 ? orderedFloat(bigEndian) : bigEndian);
  }

  /** Sign and magnitude become an unsigned number: negative ones are turned around, all others stand above them. */
  private byte[] orderedFloat(byte[] bits) {
    requireNumber(bits);
    boolean negative = (bits[0] & SIGN) != 0;
    if (negative && isZero(bits)) {
      bits[0] = 0;
      negative = false;
    }
    if (negative) {
      for (int i = 0; i < bits.length; i++) {
        bits[i] = (byte) ~bits[i];
      }
    } else {
      bits[0] |= (byte) SIGN;
    }
    return bits;
  }

  /** All bits of the exponent set and any of the fraction: 11 and 52 bits of 64, 15 and 112 of 128. */
  private void requireNumber(byte[] bits) {
    int firstFraction = this == F64 ? bits[1] & 0x0f : 0;
    boolean highest = (bits[0] & 0x7f) == 0x7f
        && (this == F64 ? (bits[1] & 0xf0) == 0xf0 : (bits[1] & 0xff) == 0xff);
    boolean fraction = firstFraction != 0;
    for (int i = 2; i < bits.length; i++) {
      fraction |= bits[i] != 0;
    }
    if (highest && fraction) {
      throw new InvalidValueException("NaN is not an allowed value for a secondary key");
    }
  }

  private static boolean isZero(byte[] bits) {
    boolean zero = (bits[0] & 0x7f) == 0;
    for (int i = 1; i < bits.length; i++) {
      zero &= bits[i] == 0;
    }
    return zero;
  }

  private static byte[] reversed(byte[] bytes) {
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
    return bytes;
  }
}
