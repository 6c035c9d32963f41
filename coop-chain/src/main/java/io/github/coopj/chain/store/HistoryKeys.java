package io.github.coopj.chain.store;

import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.core.name.Name;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Keys of the history: numbers of fixed width, most significant byte first, so that their order is that of the bytes. */
final class HistoryKeys {
  /** Bytes of a table's address. */
  static final int TABLE = 24;

  /** Bytes of a row's address. */
  static final int ROW = TABLE + 8;

  private HistoryKeys() {}

  static byte[] table(TableKey table) {
    return numbers(table.code().value(), table.scope().value(), table.table().value());
  }

  static byte[] row(TableKey table, long key) {
    return numbers(table.code().value(), table.scope().value(), table.table().value(), key);
  }

  static byte[] version(byte[] row, long block) {
    return ByteBuffer.allocate(row.length + 8).put(row).putLong(block).array();
  }

  static byte[] action(Name account, long sequence) {
    return numbers(account.value(), sequence);
  }

  static byte[] numbers(long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return bytes.array();
  }

  /** The number that the last 8 bytes are. */
  static long last(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key.length - 8);
  }

  static boolean startsWith(byte[] key, byte[] prefix) {
    return Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }
}
