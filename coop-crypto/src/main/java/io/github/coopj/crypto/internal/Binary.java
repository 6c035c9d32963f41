package io.github.coopj.crypto.internal;

import io.github.coopj.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The little of the binary format that keys and signatures need: a cursor and length-prefixed bytes. */
public final class Binary {
  /** Bytes that the variable parts of a key or signature may have together, as a node's chain configuration has it. */
  public static final int MAX_VARIABLE = 16_384;

  private static final int MAX_VARUINT32 = 5;

  private final String what;
  private final byte[] data;
  private int at;

  /**
   * Starts reading.
   *
   * @param what what is being read, for messages
   * @param data where from; not changed
   * @param from index of the first byte
   */
  public Binary(String what, byte[] data, int from) {
    if (from < 0 || from > data.length) {
      throw new InvalidValueException(
          what + " cannot start at byte " + from + " of " + data.length);
    }
    this.what = what;
    this.data = data;
    this.at = from;
  }

  /**
   * Index of the next byte.
   *
   * @return 0 to the length of the data
   */
  public int position() {
    return at;
  }

  /**
   * Reads one byte.
   *
   * @return 0 to 255
   */
  public int readU8() {
    require(1);
    return data[at++] & 0xff;
  }

  /**
   * Reads bytes.
   *
   * @param count how many
   * @return a fresh array
   */
  public byte[] readRaw(int count) {
    require(count);
    byte[] bytes = Arrays.copyOfRange(data, at, at + count);
    at += count;
    return bytes;
  }

  /**
   * Reads a varuint32 length and that many bytes.
   *
   * @return a fresh array
   */
  public byte[] readBytes() {
    long length = readVarUint32();
    if (length > data.length - at) {
      throw new InvalidValueException(what + " ends early: " + length + " bytes announced at byte "
          + at + ", " + (data.length - at) + " left");
    }
    return readRaw((int) length);
  }

  /**
   * Measures fixed bytes and what follows them: parts with a varuint32 length in front.
   *
   * @param what what is being measured, for messages
   * @param data where it stands
   * @param from index of its first byte
   * @param to end of the data, exclusive
   * @param fixed how many bytes come before the parts
   * @param parts how many parts
   * @return bytes in all, or -1 when the data end before the last of them
   * @throws InvalidValueException when a length does not fit 32 bits, or the parts have more than {@link #MAX_VARIABLE}
   *     bytes together
   */
  public static int measure(String what, byte[] data, int from, int to, int fixed, int parts) {
    if (fixed > to - from) {
      return -1;
    }
    Binary in = new Binary(what, data, from + fixed);
    int variable = 0;
    for (int part = 0; part < parts; part++) {
      if (!in.hasVarUint32(to)) {
        return -1;
      }
      long length = in.readVarUint32();
      if (length > MAX_VARIABLE - variable) {
        throw tooLong(what, variable + length);
      }
      if (length > to - in.at) {
        return -1;
      }
      variable += (int) length;
      in.at += (int) length;
    }
    return in.at - from;
  }

  /**
   * Refuses variable parts that no node takes.
   *
   * @param what what they belong to, for messages
   * @param size bytes of all variable parts together
   * @throws InvalidValueException above {@link #MAX_VARIABLE}
   */
  public static void requireVariable(String what, long size) {
    if (size > MAX_VARIABLE) {
      throw tooLong(what, size);
    }
  }

  private static InvalidValueException tooLong(String what, long size) {
    return new InvalidValueException(
        what + " must have at most " + MAX_VARIABLE + " bytes of variable size, got " + size);
  }

  private boolean hasVarUint32(int to) {
    int last = at;
    while (last < to && last < at + MAX_VARUINT32 && data[last] < 0) {
      last++;
    }
    return last < to;
  }

  private long readVarUint32() {
    long length = 0;
    int shift = 0;
    int next;
    do {
      next = readU8();
      if ((shift == 28 && next > 0x0f) || shift > 28) {
        throw new InvalidValueException(
            what + " has a length of more than 32 bits before byte " + at);
      }
      length |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while ((next & 0x80) != 0);
    return length;
  }

  /** Refuses bytes behind the end. */
  public void requireEnd() {
    if (at != data.length) {
      throw new InvalidValueException(
          what + " ends at byte " + at + ", got " + data.length + " bytes");
    }
  }

  private void require(int count) {
    if (count > data.length - at) {
      throw new InvalidValueException(
          what + " ends early: byte " + (at + count) + " needed, got " + data.length + " bytes");
    }
  }

  /**
   * Writes a varuint32 length and the bytes.
   *
   * @param out where to
   * @param bytes the bytes
   */
  public static void writeBytes(ByteArrayOutputStream out, byte[] bytes) {
    int rest = bytes.length;
    while (rest >= 0x80) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    out.writeBytes(bytes);
  }
}
