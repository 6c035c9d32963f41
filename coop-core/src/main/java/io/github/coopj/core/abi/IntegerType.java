package io.github.coopj.core.abi;

import io.github.coopj.core.abi.AbiException.Reason;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The integer types of the ABI, with their ranges. */
enum IntegerType {
  INT8("int8", 8, true),
  UINT8("uint8", 8, false),
  INT16("int16", 16, true),
  UINT16("uint16", 16, false),
  INT32("int32", 32, true),
  UINT32("uint32", 32, false),
  INT64("int64", 64, true),
  UINT64("uint64", 64, false),
  INT128("int128", 128, true),
  UINT128("uint128", 128, false),
  VARINT32("varint32", 32, true),
  VARUINT32("varuint32", 32, false);

  private static final IntegerType[] ALL = values();

  private final String type;
  private final int bits;
  private final boolean signed;
  private final BigInteger min;
  private final BigInteger max;

  IntegerType(String type, int bits, boolean signed) {
    this.type = type;
    this.bits = bits;
    this.signed = signed;
    this.min = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
    this.max = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
  }

  static @Nullable IntegerType of(String type) {
    for (IntegerType each : ALL) {
      if (each.type.equals(type)) {
        return each;
      }
    }
    return null;
  }

  String type() {
    return type;
  }

  int bits() {
    return bits;
  }

  /** Whether every value is a long. */
  boolean fitsLong() {
    return bits < 64 || this == INT64;
  }

  /** Writes a long; {@code uint64} takes 0 to 2^63-1 here. */
  void writeLong(long value, AbiWriter out) {
    switch (this) {
      case INT8 -> out.writeI8(requireInt(value));
      case UINT8 -> out.writeU8(requireInt(value));
      case INT16 -> out.writeI16(requireInt(value));
      case UINT16 -> out.writeU16(requireInt(value));
      case INT32 -> out.writeI32(requireInt(value));
      case UINT32 -> out.writeU32(value);
      case INT64 -> out.writeI64(value);
      case UINT64 -> {
        if (value < 0) {
          throw outOfRange(String.valueOf(value));
        }
        out.writeU64(value);
      }
      case VARINT32 -> out.writeVarInt32(requireInt(value));
      case VARUINT32 -> out.writeVarUint32(value);
      case INT128, UINT128 -> writeBig(BigInteger.valueOf(value), out);
    }
  }

  /** Reads a value that must be a long. */
  long readLong(AbiReader in) {
    return switch (this) {
      case INT8 -> in.readI8();
      case UINT8 -> in.readU8();
      case INT16 -> in.readI16();
      case UINT16 -> in.readU16();
      case INT32 -> in.readI32();
      case UINT32 -> in.readU32();
      case INT64 -> in.readI64();
      case VARINT32 -> in.readVarInt32();
      case VARUINT32 -> in.readVarUint32();
      case UINT64 -> {
        int at = in.position();
        long value = in.readU64();
        if (value < 0) {
          throw AbiException.at(
              Reason.OUT_OF_RANGE, at, Long.toUnsignedString(value) + " does not fit a long");
        }
        yield value;
      }
      case INT128, UINT128 -> {
        int at = in.position();
        BigInteger value = readBig(in);
        if (value.bitLength() > 63) {
          throw AbiException.at(Reason.OUT_OF_RANGE, at, value + " does not fit a long");
        }
        yield value.longValue();
      }
    };
  }

  void writeBig(BigInteger value, AbiWriter out) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw outOfRange(
          value.bitLength() > 256
              ? "a number of " + value.bitLength() + " bits"
              : value.toString());
    }
    if (bits == 128) {
      out.writeU64(value.longValue());
      out.writeU64(value.shiftRight(64).longValue());
    } else if (this == UINT64) {
      out.writeU64(value.longValue());
    } else {
      writeLong(value.longValue(), out);
    }
  }

  BigInteger readBig(AbiReader in) {
    if (bits == 128) {
      byte[] raw = in.readRaw(16);
      byte[] bigEndian = new byte[16];
      for (int i = 0; i < 16; i++) {
        bigEndian[i] = raw[15 - i];
      }
      return signed ? new BigInteger(bigEndian) : new BigInteger(1, bigEndian);
    }
    if (this == UINT64) {
      long low = in.readU64();
      BigInteger value = BigInteger.valueOf(low);
      return low < 0 ? value.add(BigInteger.ONE.shiftLeft(64)) : value;
    }
    return BigInteger.valueOf(readLong(in));
  }

  static String names() {
    return Arrays.stream(ALL).map(IntegerType::type).toList().toString();
  }

  private int requireInt(long value) {
    if (value != (int) value) {
      throw outOfRange(String.valueOf(value));
    }
    return (int) value;
  }

  private AbiException outOfRange(String value) {
    return AbiException.of(Reason.OUT_OF_RANGE, value + " does not fit " + type);
  }
}
