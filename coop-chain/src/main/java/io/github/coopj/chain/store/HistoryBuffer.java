package io.github.coopj.chain.store;

import io.github.coopj.crypto.Checksum256;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The history of the latest blocks, in memory until it is written to a file. One thread adds, many may read. */
final class HistoryBuffer implements HistorySource {
  /** What an entry takes besides its bytes, roughly. */
  private static final int OVERHEAD = 120;

  private final Map<HistoryTable, ConcurrentNavigableMap<byte[], byte[]>> tables =
      new EnumMap<>(HistoryTable.class);
  private final long from;
  private volatile long to;
  private volatile long lastSequence;
  private Checksum256 lastId = Checksum256.ZERO;
  private long bytes;

  /** Goes on after a block. */
  HistoryBuffer(long from, long lastSequence) {
    for (HistoryTable table : HistoryTable.values()) {
      tables.put(table, new ConcurrentSkipListMap<>(Arrays::compareUnsigned));
    }
    this.from = from;
    this.to = from;
    this.lastSequence = lastSequence;
  }

  void put(HistoryTable table, byte[] key, byte[] value) {
    map(table).put(key, value);
    bytes += key.length + value.length + OVERHEAD;
  }

  /** Ends a block: from here on it is known. */
  void end(long number, Checksum256 id, long sequence) {
    lastId = id;
    lastSequence = sequence;
    to = number;
  }

  /** Roughly what it takes of the memory. */
  long bytes() {
    return bytes;
  }

  /** Id of the last block. */
  Checksum256 lastId() {
    return lastId;
  }

  @Override
  public long from() {
    return from;
  }

  @Override
  public long to() {
    return to;
  }

  @Override
  public long lastSequence() {
    return lastSequence;
  }

  @Override
  public @Nullable Entry floor(HistoryTable table, byte[] key) {
    Map.Entry<byte[], byte[]> found = map(table).floorEntry(key);
    return found == null ? null : new Entry(found.getKey(), found.getValue());
  }

  @Override
  public Iterator<Entry> from(HistoryTable table, byte[] key) {
    Iterator<Map.Entry<byte[], byte[]>> entries =
        map(table).tailMap(key, true).entrySet().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Entry next() {
        Map.Entry<byte[], byte[]> next = entries.next();
        return new Entry(next.getKey(), next.getValue());
      }
    };
  }

  private ConcurrentNavigableMap<byte[], byte[]> map(HistoryTable table) {
    ConcurrentNavigableMap<byte[], byte[]> map = tables.get(table);
    if (map == null) {
      throw new IllegalStateException("no table " + table);
    }
    return map;
  }
}
