package io.github.coopj.core.abi;

import io.github.coopj.core.abi.AbiException.Reason;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An integer of a Java type that may be narrower or wider than its ABI type. */
final class IntegerCodec implements Codec<Object> {
  private static final int BYTE = 0;
  private static final int SHORT = 1;
  private static final int INT = 2;
  private static final int LONG = 3;
  private static final int BIG = 4;

  final IntegerType abiType;
  private final int java;

  private IntegerCodec(IntegerType abiType, int java) {
    this.abiType = abiType;
    this.java = java;
  }

  static @Nullable IntegerCodec of(Class<?> type, @Nullable IntegerType declared) {
    if (type == byte.class || type == Byte.class) {
      return new IntegerCodec(declared == null ? IntegerType.INT8 : declared, BYTE);
    }
    if (type == short.class || type == Short.class) {
      return new IntegerCodec(declared == null ? IntegerType.INT16 : declared, SHORT);
    }
    if (type == int.class || type == Integer.class) {
      return new IntegerCodec(declared == null ? IntegerType.INT32 : declared, INT);
    }
    if (type == long.class || type == Long.class) {
      return new IntegerCodec(declared == null ? IntegerType.INT64 : declared, LONG);
    }
    if (type == BigInteger.class) {
      return new IntegerCodec(declared == null ? IntegerType.INT128 : declared, BIG);
    }
    return null;
  }

  @Override
  public void write(Object value, AbiWriter out) {
    if (java == BIG) {
      abiType.writeBig((BigInteger) value, out);
    } else {
      abiType.writeLong(((Number) value).longValue(), out);
    }
  }

  @Override
  public Object read(AbiReader in) {
    if (java == BIG) {
      return abiType.readBig(in);
    }
    int at = in.position();
    long value = abiType.readLong(in);
    switch (java) {
      case BYTE -> {
        require(value == (byte) value, value, at);
        return (byte) value;
      }
      case SHORT -> {
        require(value == (short) value, value, at);
        return (short) value;
      }
      case INT -> {
        require(value == (int) value, value, at);
        return (int) value;
      }
      default -> {
        return value;
      }
    }
  }

  private static void require(boolean fits, long value, int at) {
    if (!fits) {
      throw AbiException.at(
          Reason.OUT_OF_RANGE, at, value + " does not fit the Java type of the component");
    }
  }
}
