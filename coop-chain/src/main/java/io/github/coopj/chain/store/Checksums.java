package io.github.coopj.chain.store;

import java.util.zip.CRC32C;

/** CRC-32C, the checksum of all files of the store. */
final class Checksums {
  private Checksums() {}

  static int crc(byte[] bytes) {
    return crc(bytes, 0, bytes.length);
  }

  static int crc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
