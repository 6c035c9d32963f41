package io.github.coopj.chain.store;

import io.github.coopj.chain.kernel.RowChange;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.core.name.Name;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keys of the history: numbers of fixed width, most significant byte first, so that their order is that of the bytes. */
final class HistoryKeys extends BasicDataType<byte[]> {
  /** Bytes of a table's address. */
  static final int TABLE = 24;

  /** Bytes of a row's address. */
  static final int ROW = TABLE + 8;

  private static final int OVERHEAD = 40;

  private final int length;

  HistoryKeys(int length) {
    this.length = length;
  }

  static byte[] table(TableKey table) {
    return numbers(table.code().value(), table.scope().value(), table.table().value());
  }

  static byte[] row(TableKey table, long key) {
    return numbers(table.code().value(), table.scope().value(), table.table().value(), key);
  }

  static byte[] row(RowChange change) {
    return row(change.table(), change.key());
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

  @Override
  public int compare(byte[] a, byte[] b) {
    return Arrays.compareUnsigned(a, b);
  }

  @Override
  public int getMemory(byte[] key) {
    return length + OVERHEAD;
  }

  @Override
  public void write(WriteBuffer out, byte[] key) {
    out.put(key);
  }

  @Override
  public byte[] read(ByteBuffer in) {
    byte[] key = new byte[length];
    in.get(key);
    return key;
  }

  @Override
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }
}
