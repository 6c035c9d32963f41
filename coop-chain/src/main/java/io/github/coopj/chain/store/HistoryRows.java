package io.github.coopj.chain.store;

import io.github.coopj.chain.kernel.TableKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Keys of all rows that a table ever had in some blocks, in order, each once. */
final class HistoryRows {
  /** How many versions of a row are passed over one by one before the next row is looked for. */
  private static final int STEPS = 8;

  private final byte[] table;
  private final List<Source> sources = new ArrayList<>();

  HistoryRows(List<HistorySource> blocks, TableKey table, long from) {
    this.table = HistoryKeys.table(table);
    byte[] first = HistoryKeys.version(HistoryKeys.row(table, from), 0);
    blocks.forEach(each -> sources.add(new Source(each, first)));
  }

  private final class Source {
    private final HistorySource blocks;
    private Iterator<HistorySource.Entry> entries;
    private byte @Nullable [] key;

    Source(HistorySource blocks, byte[] first) {
      this.blocks = blocks;
      this.entries = blocks.from(HistoryTable.ROWS, first);
      step();
    }

    private void step() {
      byte[] next = entries.hasNext() ? entries.next().key() : null;
      key = next != null && HistoryKeys.startsWith(next, table) ? next : null;
    }

    /** Goes on to the first version of another row. */
    void pass(byte[] row) {
      for (int i = 0; isAt(row); i++) {
        if (i == STEPS) {
          entries = blocks.from(HistoryTable.ROWS, HistoryKeys.version(row, Long.MAX_VALUE));
        }
        step();
      }
    }

    private boolean isAt(byte[] row) {
      return key != null && HistoryKeys.startsWith(key, row);
    }
  }

  boolean hasNext() {
    return smallest() != null;
  }

  long next() {
    byte[] key = smallest();
    if (key == null) {
      throw new NoSuchElementException();
    }
    byte[] row = Arrays.copyOf(key, HistoryKeys.ROW);
    sources.forEach(source -> source.pass(row));
    return HistoryKeys.last(row);
  }

  private byte @Nullable [] smallest() {
    byte[] smallest = null;
    for (Source source : sources) {
      byte[] key = source.key;
      if (key != null && (smallest == null || Arrays.compareUnsigned(key, smallest) < 0)) {
        smallest = key;
      }
    }
    return smallest;
  }
}
