package io.github.coopj.core.abi;

import io.github.coopj.Bytes;
import io.github.coopj.Texts;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.ExtendedAsset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.asset.SymbolCode;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum160;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Checksum512;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Sha256;
import io.github.coopj.crypto.Signature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes values one after another in the binary form of the chain: little-endian integers, {@code varuint32} counts,
 * UTF-8 text.
 *
 * <p>Numbers outside the range of the type are refused with {@link AbiException} ({@link Reason#OUT_OF_RANGE}); they
 * are never cut. A writer is used by one thread.
 */
public final class AbiWriter {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MAX_U32 = 0xFFFF_FFFFL;

  private byte[] buffer;
  private int size;
  private int depth;
  private boolean omitted;

  /** Creates an empty writer. */
  public AbiWriter() {
    this(128);
  }

  /**
   * Creates an empty writer.
   *
   * @param expectedSize bytes to reserve at once, 0 or more
   */
  public AbiWriter(int expectedSize) {
    buffer = new byte[Math.max(16, expectedSize)];
  }

  /**
   * Everything written so far.
   *
   * @return a new array
   */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, size);
  }

  /**
   * Hash of everything written so far.
   *
   * @param sha256 hash function that has been fed nothing
   * @return SHA-256
   */
  public Checksum256 sha256(Sha256 sha256) {
    return sha256.update(buffer, 0, size).digest();
  }

  /** Forgets everything written so far; the memory is used again. */
  public void clear() {
    size = 0;
    depth = 0;
    omitted = false;
  }

  /**
   * How much was written.
   *
   * @return bytes
   */
  public int size() {
    return size;
  }

  /**
   * Writes a {@code bool} as one byte 0 or 1.
   *
   * @param value the value
   */
  public void writeBool(boolean value) {
    int at = reserve(1);
    buffer[at] = (byte) (value ? 1 : 0);
  }

  /**
   * Writes an {@code int8}.
   *
   * @param value -128 to 127
   */
  public void writeI8(int value) {
    if (value != (byte) value) {
      throw outOfRange("int8", value);
    }
    int at = reserve(1);
    buffer[at] = (byte) value;
  }

  /**
   * Writes a {@code uint8}.
   *
   * @param value 0 to 255
   */
  public void writeU8(int value) {
    if ((value & ~0xFF) != 0) {
      throw outOfRange("uint8", value);
    }
    int at = reserve(1);
    buffer[at] = (byte) value;
  }

  /**
   * Writes an {@code int16}.
   *
   * @param value -32768 to 32767
   */
  public void writeI16(int value) {
    if (value != (short) value) {
      throw outOfRange("int16", value);
    }
    int at = reserve(2);
    SHORT.set(buffer, at, (short) value);
  }

  /**
   * Writes a {@code uint16}.
   *
   * @param value 0 to 65535
   */
  public void writeU16(int value) {
    if ((value & ~0xFFFF) != 0) {
      throw outOfRange("uint16", value);
    }
    int at = reserve(2);
    SHORT.set(buffer, at, (short) value);
  }

  /**
   * Writes an {@code int32}.
   *
   * @param value any
   */
  public void writeI32(int value) {
    int at = reserve(4);
    INT.set(buffer, at, value);
  }

  /**
   * Writes a {@code uint32}.
   *
   * @param value 0 to 2^32-1
   */
  public void writeU32(long value) {
    if ((value & ~MAX_U32) != 0) {
      throw outOfRange("uint32", value);
    }
    int at = reserve(4);
    INT.set(buffer, at, (int) value);
  }

  /**
   * Writes an {@code int64}.
   *
   * @param value any
   */
  public void writeI64(long value) {
    int at = reserve(8);
    LONG.set(buffer, at, value);
  }

  /**
   * Writes a {@code uint64}.
   *
   * @param value the 64 bits; a negative long stands for the values from 2^63 up
   */
  public void writeU64(long value) {
    int at = reserve(8);
    LONG.set(buffer, at, value);
  }

  /**
   * Writes a {@code varuint32}: 7 bits per byte, lowest first, in the shortest form.
   *
   * @param value 0 to 2^32-1
   */
  public void writeVarUint32(long value) {
    if ((value & ~MAX_U32) != 0) {
      throw outOfRange("varuint32", value);
    }
    int at = reserve(5);
    long rest = value;
    while (rest >= 0x80) {
      buffer[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[at++] = (byte) rest;
    size = at;
  }

  /**
   * Writes a {@code varint32}: the sign folded into the lowest bit, then as {@code varuint32}.
   *
   * @param value any
   */
  public void writeVarInt32(int value) {
    writeVarUint32(((value << 1) ^ (value >> 31)) & MAX_U32);
  }

  /**
   * Writes bytes as they are, without a length.
   *
   * @param value the bytes
   */
  public void writeRaw(byte[] value) {
    writeRaw(value, 0, value.length);
  }

  /**
   * Writes a part of an array as it is, without a length.
   *
   * @param value the array
   * @param from first byte
   * @param to end of the part, exclusive
   */
  public void writeRaw(byte[] value, int from, int to) {
    int at = reserve(to - from);
    System.arraycopy(value, from, buffer, at, to - from);
  }

  /**
   * Writes bytes as they are, without a length.
   *
   * @param value the bytes
   */
  public void writeRaw(Bytes value) {
    int at = reserve(value.size());
    value.copyTo(buffer, at);
  }

  /**
   * Writes {@code bytes}: {@code varuint32} length, then the bytes.
   *
   * @param value the bytes
   */
  public void writeBytes(byte[] value) {
    writeVarUint32(value.length);
    writeRaw(value);
  }

  /**
   * Writes {@code bytes}: {@code varuint32} length, then the bytes.
   *
   * @param value the bytes
   */
  public void writeBytes(Bytes value) {
    writeVarUint32(value.size());
    writeRaw(value);
  }

  /**
   * Writes a {@code string}: {@code varuint32} length in bytes, then UTF-8.
   *
   * @param value text without unpaired surrogates; others are refused
   */
  public void writeString(String value) {
    int length = value.length();
    if (length < 0x80) {
      int start = reserve(length + 1);
      buffer[start] = (byte) length;
      for (int i = 0; i < length; i++) {
        char c = value.charAt(i);
        if (c >= 0x80) {
          size = start;
          writeEncoded(value);
          return;
        }
        buffer[start + 1 + i] = (byte) c;
      }
    } else {
      writeEncoded(value);
    }
  }

  private void writeEncoded(String value) {
    if (!Texts.isWellFormed(value)) { // the JDK would write a question mark
      throw AbiException.of(Reason.INVALID_VALUE, "text holds an unpaired surrogate");
    }
    writeBytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a {@code name}.
   *
   * @param value the name
   */
  public void writeName(Name value) {
    writeU64(value.value());
  }

  /**
   * Writes a {@code checksum160}: 20 bytes.
   *
   * @param value the hash
   */
  public void writeChecksum160(Checksum160 value) {
    writeRaw(value.toBytes());
  }

  /**
   * Writes a {@code checksum256}: 32 bytes.
   *
   * @param value the hash
   */
  public void writeChecksum256(Checksum256 value) {
    int at = reserve(Checksum256.SIZE);
    value.copyTo(buffer, at);
  }

  /**
   * Writes a {@code checksum512}: 64 bytes.
   *
   * @param value the hash
   */
  public void writeChecksum512(Checksum512 value) {
    writeRaw(value.toBytes());
  }

  /**
   * Writes a {@code public_key}: type byte and key data.
   *
   * @param value the key
   */
  public void writePublicKey(PublicKey value) {
    writeRaw(value.toBinary());
  }

  /**
   * Writes a {@code signature}: type byte and signature data.
   *
   * @param value the signature
   */
  public void writeSignature(Signature value) {
    writeRaw(value.toBinary());
  }

  /**
   * Writes a {@code symbol_code}.
   *
   * @param value the code
   */
  public void writeSymbolCode(SymbolCode value) {
    writeU64(value.value());
  }

  /**
   * Writes a {@code symbol}: precision and code in 8 bytes.
   *
   * @param value the symbol
   */
  public void writeSymbol(Symbol value) {
    writeU64(value.value());
  }

  /**
   * Writes an {@code asset}: {@code int64} amount of minor units, then the symbol.
   *
   * @param value the asset
   */
  public void writeAsset(Asset value) {
    writeI64(value.amount());
    writeU64(value.symbol().value());
  }

  /**
   * Writes an {@code extended_asset}: the asset, then the name of its contract.
   *
   * @param value the asset
   */
  public void writeExtendedAsset(ExtendedAsset value) {
    enter();
    writeAsset(value.quantity());
    writeName(value.contract());
    leave();
  }

  /**
   * Writes a {@code time_point}: microseconds since 1970 as {@code int64}.
   *
   * @param value the time
   */
  public void writeTimePoint(TimePoint value) {
    writeI64(value.micros());
  }

  /**
   * Writes a {@code time_point_sec}: seconds since 1970 as {@code uint32}.
   *
   * @param value the time
   */
  public void writeTimePointSec(TimePointSec value) {
    writeU32(value.seconds());
  }

  /**
   * Writes a {@code block_timestamp_type}: half seconds since 2000 as {@code uint32}.
   *
   * @param value the time
   */
  public void writeBlockTimestamp(BlockTimestamp value) {
    writeU32(value.slot());
  }

  /**
   * Writes a {@code permission_level}: actor, then permission.
   *
   * @param value the level
   */
  public void writePermissionLevel(PermissionLevel value) {
    enter();
    writeName(value.actor());
    writeName(value.permission());
    leave();
  }

  /**
   * Writes an {@code authority}: threshold, keys, accounts, waits, in the order given.
   *
   * @param value the authority
   */
  public void writeAuthority(Authority value) {
    enter();
    writeU32(value.threshold());
    writePart("keys", value.keys(), BuiltIn.KEY_WEIGHT);
    writePart("accounts", value.accounts(), BuiltIn.PERMISSION_LEVEL_WEIGHT);
    writePart("waits", value.waits(), BuiltIn.WAIT_WEIGHT);
    leave();
  }

  private <T> void writePart(String name, List<T> values, Codec<T> codec) {
    try {
      writeList(values, codec);
    } catch (AbiException e) {
      throw e.within(name);
    }
  }

  /**
   * Writes an array: {@code varuint32} count, then each element.
   *
   * @param <T> kind of elements
   * @param values the elements
   * @param codec how one element is written
   */
  public <T> void writeList(List<T> values, Codec<T> codec) {
    writeVarUint32(values.size());
    enter();
    int index = 0;
    for (T value : values) {
      try {
        if (value == null) {
          throw AbiException.of(Reason.MISSING_FIELD, "null");
        }
        codec.write(value, this);
      } catch (AbiException e) {
        throw e.within("[" + index + "]");
      }
      index++;
    }
    leave();
  }

  /** Goes one level deeper into nested values; every call is matched by {@link #leave()}. */
  void enter() {
    if (depth == AbiReader.MAX_DEPTH) {
      throw AbiException.of(Reason.TOO_DEEP, "nested deeper than " + AbiReader.MAX_DEPTH);
    }
    depth++;
  }

  void leave() {
    depth--;
  }

  /** Goes several levels deeper at once, as a struct with bases does; matched by {@link #leave(int)}. */
  void enter(int levels) {
    if (levels > AbiReader.MAX_DEPTH - depth) {
      throw AbiException.of(Reason.TOO_DEEP, "nested deeper than " + AbiReader.MAX_DEPTH);
    }
    depth += levels;
  }

  void leave(int levels) {
    depth -= levels;
  }

  /** Notes that a binary extension was left out: only the end of the bytes tells that, so nothing may follow. */
  void omitExtension() {
    omitted = true;
  }

  private int reserve(int count) {
    if (omitted && count > 0) {
      throw AbiException.of(Reason.UNEXPECTED_FIELD, "follows an omitted binary extension");
    }
    int at = size;
    int end = at + count;
    if (end < 0) {
      throw AbiException.of(Reason.TOO_LARGE, "more than 2^31-1 bytes");
    }
    if (end > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(end, (int)
          Math.min(Integer.MAX_VALUE - 8L, buffer.length * 2L)));
    }
    size = end;
    return at;
  }

  private static AbiException outOfRange(String type, long value) {
    return AbiException.of(Reason.OUT_OF_RANGE, value + " does not fit " + type);
  }
}
