package io.github.coopj.chain.store;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Bytes as they stand in a file of the store: length (4 bytes, big-endian), CRC-32C of the length, CRC-32C of the bytes,
 * the bytes.
 */
final class Frame {
  /** Bytes before the content. */
  static final int HEADER = 12;

  private Frame() {}

  /** The content with its header. */
  static byte[] of(byte[] content) {
    return ByteBuffer.allocate(HEADER + content.length)
        .putInt(content.length)
        .putInt(crcOfLength(content.length))
        .putInt(Checksums.crc(content))
        .put(content)
        .array();
  }

  /** What was found where a frame should be. */
  sealed interface Found permits Whole, Cut, Bad {}

  /** A frame whose checksums are right; {@code end} is the place behind it. */
  static final class Whole implements Found {
    private final byte[] content;
    private final long end;

    private Whole(byte[] content, long end) {
      this.content = content;
      this.end = end;
    }

    /** The bytes, which belong to the caller. */
    byte[] content() {
      return content;
    }

    long end() {
      return end;
    }
  }

  /** The file ends before the frame does; {@code nothing} if it ends before the frame begins. */
  record Cut(boolean nothing) implements Found {}

  /** A frame that is not what was written. */
  record Bad(String how) implements Found {}

  /** Reads the frame at a place in a file of the given size. */
  static Found read(Disk.OpenFile file, long at, long size, int maxLength) throws IOException {
    byte[] header = new byte[HEADER];
    if (at + HEADER > size || file.read(at, header, 0, HEADER) < HEADER) {
      return new Cut(at >= size);
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    int length = fields.getInt();
    if (fields.getInt() != crcOfLength(length) || length < 0 || length > maxLength) {
      return new Bad("the length of its frame does not match its checksum");
    }
    if (at + HEADER + length > size) {
      return new Cut(false);
    }
    byte[] content = new byte[length];
    if (file.read(at + HEADER, content, 0, length) < length) {
      return new Cut(false);
    }
    if (fields.getInt() != Checksums.crc(content)) {
      return new Bad("its bytes do not match their checksum");
    }
    return new Whole(content, at + HEADER + length);
  }

  private static int crcOfLength(int length) {
    return Checksums.crc(ByteBuffer.allocate(4).putInt(length).array());
  }
}
