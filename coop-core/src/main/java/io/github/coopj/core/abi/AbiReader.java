package io.github.coopj.core.abi;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.ExtendedAsset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.asset.SymbolCode;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.WaitWeight;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum160;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Checksum512;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Reads values one after another from the binary form of the chain.
 *
 * <p>Every fault is an {@link AbiException} with the offset where it was found. Counts and lengths are checked against
 * the bytes that are left before anything is reserved, so memory is bounded by the input. A reader is used by one
 * thread; it reads the given array in place, which must not change meanwhile.
 */
public final class AbiReader {
  /**
   * How deep structs, their bases, arrays, optionals and variants may be nested in each other. Counted alike whether a
   * value is read or written, as a record or as JSON: each of these is one level, an empty array too.
   */
  public static final int MAX_DEPTH = 32;

  /**
   * How many structs or elements of zero bytes one reader accepts in total; what takes bytes is bounded
   * by the input.
   */
  public static final int MAX_EMPTY_ELEMENTS = 65_536;

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FIRST_CAPACITY = 256;

  /** What the JDK puts where bytes are not UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] data;
  private final int start;
  private final int end;
  private int position;
  private int depth;
  private int emptyElements;

  /**
   * Reads a whole array.
   *
   * @param data the bytes
   */
  public AbiReader(byte[] data) {
    this(data, 0, data.length);
  }

  /**
   * Reads a part of an array; offsets count from {@code from}.
   *
   * @param data the array
   * @param from first byte
   * @param to end of the part, exclusive
   * @throws InvalidValueException when there is no such part
   */
  public AbiReader(byte[] data, int from, int to) {
    if (from < 0 || to < from || to > data.length) {
      throw new InvalidValueException(
          "no part " + from + " to " + to + " in an array of " + data.length);
    }
    this.data = data;
    this.start = from;
    this.position = from;
    this.end = to;
  }

  /**
   * Reads the bytes of a value.
   *
   * @param data the bytes
   */
  public AbiReader(Bytes data) {
    this(data.toArray());
  }

  /**
   * How far the reader has come.
   *
   * @return offset of the next byte, from the first byte given to this reader
   */
  public int position() {
    return position - start;
  }

  /**
   * What is left.
   *
   * @return bytes not read yet
   */
  public int remaining() {
    return end - position;
  }

  /** Refuses bytes that are left over. */
  public void requireEnd() {
    if (position != end) {
      throw fault(Reason.TRAILING_DATA, remaining() + " bytes left over");
    }
  }

  /**
   * Reads a {@code bool}.
   *
   * @return the value; only the bytes 0 and 1 are one
   */
  public boolean readBool() {
    int at = take(1);
    byte flag = data[at];
    if ((flag & ~1) != 0) {
      throw faultAt(at, Reason.INVALID_VALUE, "bool byte " + (flag & 0xFF));
    }
    return flag != 0;
  }

  /**
   * Reads an {@code int8}.
   *
   * @return -128 to 127
   */
  public byte readI8() {
    return data[take(1)];
  }

  /**
   * Reads a {@code uint8}.
   *
   * @return 0 to 255
   */
  public int readU8() {
    return data[take(1)] & 0xFF;
  }

  /**
   * Reads an {@code int16}.
   *
   * @return -32768 to 32767
   */
  public short readI16() {
    return (short) SHORT.get(data, take(2));
  }

  /**
   * Reads a {@code uint16}.
   *
   * @return 0 to 65535
   */
  public int readU16() {
    return (short) SHORT.get(data, take(2)) & 0xFFFF;
  }

  /**
   * Reads an {@code int32}.
   *
   * @return the value
   */
  public int readI32() {
    return (int) INT.get(data, take(4));
  }

  /**
   * Reads a {@code uint32}.
   *
   * @return 0 to 2^32-1
   */
  public long readU32() {
    return (int) INT.get(data, take(4)) & 0xFFFF_FFFFL;
  }

  /**
   * Reads an {@code int64}.
   *
   * @return the value
   */
  public long readI64() {
    return (long) LONG.get(data, take(8));
  }

  /**
   * Reads a {@code uint64}.
   *
   * @return the 64 bits; negative for the values from 2^63 up
   */
  public long readU64() {
    return (long) LONG.get(data, take(8));
  }

  /**
   * Reads a {@code varuint32} of at most 5 bytes. Longer forms of small numbers are accepted, as by the node.
   *
   * @return 0 to 2^32-1
   */
  public long readVarUint32() {
    int at = take(1);
    byte next = data[at];
    if (next >= 0) {
      return next;
    }
    long value = next & 0x7F;
    for (int shift = 7; shift < 35; shift += 7) {
      next = data[take(1)];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        if (value > 0xFFFF_FFFFL) {
          throw faultAt(at, Reason.OUT_OF_RANGE, value + " does not fit varuint32");
        }
        return value;
      }
    }
    throw faultAt(at, Reason.INVALID_VALUE, "varuint32 longer than 5 bytes");
  }

  /**
   * Reads a {@code varint32}.
   *
   * @return the value
   */
  public int readVarInt32() {
    int folded = (int) readVarUint32();
    return (folded >>> 1) ^ -(folded & 1);
  }

  /**
   * Reads bytes as they are.
   *
   * @param count how many, 0 or more
   * @return a new array
   */
  public byte[] readRaw(int count) {
    int at = take(count);
    return Arrays.copyOfRange(data, at, at + count);
  }

  /**
   * Reads {@code bytes}: length, then the bytes.
   *
   * @return the bytes
   */
  public Bytes readBytes() {
    int length = readLength();
    return length == 0 ? Bytes.EMPTY : Bytes.of(readRaw(length));
  }

  /**
   * Reads a {@code string}: length in bytes, then UTF-8.
   *
   * @return the text; malformed UTF-8 is refused
   */
  public String readString() {
    int length = readLength();
    int at = take(length);
    boolean ascii = true;
    for (int i = at; i < at + length; i++) {
      if (data[i] < 0) {
        ascii = false;
        break;
      }
    }
    if (ascii) {
      return new String(data, at, length, StandardCharsets.ISO_8859_1);
    }
    String text = new String(data, at, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(at, length); // it may stand in the text itself
    }
    return text;
  }

  private void requireUtf8(int at, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data, at, length));
    } catch (CharacterCodingException e) {
      throw new AbiException(Reason.INVALID_VALUE, "", at - start, "text is not UTF-8", e);
    }
  }

  /**
   * Reads a {@code name}.
   *
   * @return the name
   */
  public Name readName() {
    return new Name(readU64());
  }

  /**
   * Reads a {@code checksum160}.
   *
   * @return the hash
   */
  public Checksum160 readChecksum160() {
    return Checksum160.of(readRaw(20));
  }

  /**
   * Reads a {@code checksum256}.
   *
   * @return the hash
   */
  public Checksum256 readChecksum256() {
    return Checksum256.of(readRaw(32));
  }

  /**
   * Reads a {@code checksum512}.
   *
   * @return the hash
   */
  public Checksum512 readChecksum512() {
    return Checksum512.of(readRaw(64));
  }

  /**
   * Reads a {@code public_key} of any key type.
   *
   * @return the key
   */
  public PublicKey readPublicKey() {
    int from = position;
    try {
      return PublicKey.ofBinary(readMeasured(PublicKey.binaryLength(data, from, end)));
    } catch (InvalidValueException e) {
      throw invalid(from, e);
    }
  }

  /**
   * Reads a {@code signature} of any key type.
   *
   * @return the signature
   */
  public Signature readSignature() {
    int from = position;
    try {
      return Signature.ofBinary(readMeasured(Signature.binaryLength(data, from, end)));
    } catch (InvalidValueException e) {
      throw invalid(from, e);
    }
  }

  private byte[] readMeasured(int length) {
    if (length < 0) {
      throw fault(Reason.TRUNCATED, "the bytes end inside, " + remaining() + " left");
    }
    return readRaw(length);
  }

  /**
   * Reads a {@code symbol_code}.
   *
   * @return the code
   */
  public SymbolCode readSymbolCode() {
    int at = position;
    long value = readU64();
    try {
      return new SymbolCode(value);
    } catch (InvalidValueException e) {
      throw invalid(at, e);
    }
  }

  /**
   * Reads a {@code symbol}.
   *
   * @return the symbol
   */
  public Symbol readSymbol() {
    int at = position;
    long value = readU64();
    try {
      return new Symbol(value);
    } catch (InvalidValueException e) {
      throw invalid(at, e);
    }
  }

  /**
   * Reads an {@code asset}.
   *
   * @return the asset
   */
  public Asset readAsset() {
    int at = position;
    long amount = readI64();
    Symbol symbol = readSymbol();
    try {
      return new Asset(amount, symbol);
    } catch (InvalidValueException e) {
      throw invalid(at, e);
    }
  }

  /**
   * Reads an {@code extended_asset}.
   *
   * @return the asset and its contract
   */
  public ExtendedAsset readExtendedAsset() {
    enter();
    Asset quantity = part("quantity", AbiReader::readAsset);
    ExtendedAsset value = new ExtendedAsset(quantity, part("contract", AbiReader::readName));
    leave();
    return value;
  }

  /**
   * Reads a {@code time_point}.
   *
   * @return the time
   */
  public TimePoint readTimePoint() {
    int at = position;
    long micros = readI64();
    try {
      return new TimePoint(micros);
    } catch (InvalidValueException e) {
      throw invalid(at, e);
    }
  }

  /**
   * Reads a {@code time_point_sec}.
   *
   * @return the time
   */
  public TimePointSec readTimePointSec() {
    return new TimePointSec(readU32());
  }

  /**
   * Reads a {@code block_timestamp_type}.
   *
   * @return the time
   */
  public BlockTimestamp readBlockTimestamp() {
    return new BlockTimestamp(readU32());
  }

  /**
   * Reads a {@code permission_level}.
   *
   * @return the level
   */
  public PermissionLevel readPermissionLevel() {
    enter();
    Name actor = readName();
    PermissionLevel value = new PermissionLevel(actor, readName());
    leave();
    return value;
  }

  /**
   * Reads an {@code authority} as it stands; whether it can be satisfied is for {@link Authority#requireValid()}.
   *
   * @return the authority
   */
  public Authority readAuthority() {
    enter();
    long threshold = part("threshold", AbiReader::readU32);
    List<KeyWeight> keys = part("keys", in -> in.readList(BuiltIn.KEY_WEIGHT));
    List<PermissionLevelWeight> accounts =
        part("accounts", in -> in.readList(BuiltIn.PERMISSION_LEVEL_WEIGHT));
    List<WaitWeight> waits = part("waits", in -> in.readList(BuiltIn.WAIT_WEIGHT));
    leave();
    return new Authority(threshold, keys, accounts, waits);
  }

  /** Reads a part of a struct, whose faults are told with its name. */
  <T> T part(String name, Function<AbiReader, T> read) {
    try {
      return read.apply(this);
    } catch (AbiException e) {
      throw e.within(name);
    }
  }

  /**
   * Reads an array: count, then each element.
   *
   * @param <T> kind of elements
   * @param codec how one element is read
   * @return the elements, unmodifiable
   */
  public <T> List<T> readList(Codec<T> codec) {
    int count = readCount();
    enter();
    if (count == 0) {
      leave();
      return List.of();
    }
    List<T> values = new ArrayList<>(Math.min(count, FIRST_CAPACITY));
    for (int i = 0; i < count; i++) {
      int before = position;
      try {
        values.add(codec.read(this));
      } catch (AbiException e) {
        throw e.within("[" + i + "]");
      }
      if (position == before) {
        countEmptyElement();
      }
    }
    leave();
    return Collections.unmodifiableList(values);
  }

  /** Count of an array; counts that the bytes left cannot hold end where the bytes end or at the limit. */
  int readCount() {
    int at = position;
    long count = readVarUint32();
    if (count > remaining() && count > MAX_EMPTY_ELEMENTS) {
      throw faultAt(
          at, Reason.TOO_LARGE, count + " elements announced, " + remaining() + " bytes left");
    }
    return (int) count;
  }

  void countEmptyElement() {
    if (++emptyElements > MAX_EMPTY_ELEMENTS) {
      throw fault(Reason.TOO_LARGE, "more than " + MAX_EMPTY_ELEMENTS + " elements of zero bytes");
    }
  }

  /** Goes one level deeper into nested values; every call is matched by {@link #leave()}. */
  void enter() {
    if (depth == MAX_DEPTH) {
      throw fault(Reason.TOO_DEEP, "nested deeper than " + MAX_DEPTH);
    }
    depth++;
  }

  void leave() {
    depth--;
  }

  /** Goes several levels deeper at once, as a struct with bases does; matched by {@link #leave(int)}. */
  void enter(int levels) {
    if (levels > MAX_DEPTH - depth) {
      throw fault(Reason.TOO_DEEP, "nested deeper than " + MAX_DEPTH);
    }
    depth += levels;
  }

  void leave(int levels) {
    depth -= levels;
  }

  /** A refusal at the place where the reader stands. */
  AbiException fault(Reason reason, String detail) {
    return faultAt(position, reason, detail);
  }

  /** Length of bytes that follow, which are all there. */
  int readLength() {
    int at = position;
    long length = readVarUint32();
    if (length > remaining()) {
      throw faultAt(at, Reason.TRUNCATED, length + " bytes announced, " + remaining() + " left");
    }
    return (int) length;
  }

  AbiException invalid(int absolute, RuntimeException cause) {
    return AbiException.invalid(absolute - start, cause);
  }

  private AbiException faultAt(int absolute, Reason reason, String detail) {
    return AbiException.at(reason, absolute - start, detail);
  }

  private int take(int count) {
    int at = position;
    if (count < 0 || count > end - at) {
      throw faultAt(at, Reason.TRUNCATED, count + " bytes needed, " + (end - at) + " left");
    }
    position = at + count;
    return at;
  }
}
