package io.github.coopj.chain.store;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The history of some blocks that follow each other, sorted. May be read by many threads. */
interface HistorySource {
  /** What stands under a key. */
  final class Entry {
    private final byte[] key;
    private final byte[] value;

    Entry(byte[] key, byte[] value) {
      this.key = key;
      this.value = value;
    }

    /** The key, not to be changed. */
    byte[] key() {
      return key;
    }

    /** The value, not to be changed. */
    byte[] value() {
      return value;
    }
  }

  /** The block before the first one. */
  long from();

  /** The last block. */
  long to();

  /** Number of the last action up to the last block. */
  long lastSequence();

  /** The entry with the greatest key that is not greater than the given one. */
  @Nullable Entry floor(HistoryTable table, byte[] key);

  /** Entries from the first whose key is not smaller than the given one, in order. */
  Iterator<Entry> from(HistoryTable table, byte[] key);
}
