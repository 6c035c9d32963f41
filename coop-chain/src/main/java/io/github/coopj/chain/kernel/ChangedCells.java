package io.github.coopj.chain.kernel;

import io.github.coopj.chain.kernel.UndoMap.Cell;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cells that wait for being written into the tree. The numbers that decide the order of their keys stand beside them, so
 * that they are sorted without a look at the cells, which are spread over memory.
 */
final class ChangedCells<K, V> {
  private static final int FIRST = 16;

  private final KeyOrder<K> order;
  private @Nullable Cell<K, V>[] cells = array(FIRST);
  private long[] prefixes = new long[FIRST];
  private @Nullable Cell<K, V>[] otherCells = array(FIRST);
  private long[] otherPrefixes = new long[FIRST];
  private int count;

  ChangedCells(KeyOrder<K> order) {
    this.order = order;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Adds a cell that is not there. */
  void add(Cell<K, V> cell) {
    if (count == cells.length) {
      cells = Arrays.copyOf(cells, 2 * count);
      prefixes = Arrays.copyOf(prefixes, 2 * count);
      otherCells = array(2 * count);
      otherPrefixes = new long[2 * count];
    }
    cells[count] = cell;
    prefixes[count++] = cell.prefix() + Long.MIN_VALUE; // so that signed comparison orders them
  }

  /** What is told of a cell. */
  interface Visitor<K, V> {
    void visit(K key, long prefix, @Nullable V value);
  }

  /**
   * Tells the cells by their keys and forgets them. All are read before the first is told: reading many in a row keeps
   * many of memory's answers on their way at once.
   */
  void drain(Visitor<K, V> visitor) {
    sort();
    @Nullable Object[] values = new @Nullable Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = cell(i).written();
    }
    for (int i = 0; i < count; i++) {
      @SuppressWarnings("unchecked") // the array holds nothing else
      @Nullable V value = (V) values[i];
      visitor.visit(cell(i).key(), prefixes[i] - Long.MIN_VALUE, value);
    }
    clear();
  }

  void clear() {
    Arrays.fill(cells, 0, count, null);
    Arrays.fill(otherCells, 0, count, null);
    count = 0;
  }

  /** A merge sort from the bottom up. */
  private void sort() {
    for (int width = 1; width > 0 && width < count; width *= 2) {
      for (int left = 0; left < count; left += 2 * width) {
        merge(left, Math.min(left + width, count), Math.min(left + 2 * width, count));
      }
      @Nullable Cell<K, V>[] swappedCells = cells;
      cells = otherCells;
      otherCells = swappedCells;
      long[] swappedPrefixes = prefixes;
      prefixes = otherPrefixes;
      otherPrefixes = swappedPrefixes;
    }
  }

  private void merge(int left, int middle, int right) {
    int a = left;
    int b = middle;
    for (int to = left; to < right; to++) {
      int from = b == right || (a < middle && !isAfter(a, b)) ? a++ : b++;
      otherCells[to] = cells[from];
      otherPrefixes[to] = prefixes[from];
    }
  }

  private boolean isAfter(int a, int b) {
    return prefixes[a] > prefixes[b]
        || (prefixes[a] == prefixes[b]
            && order.compareRest(cell(a).key(), cell(b).key()) > 0);
  }

  /** Cell at an index below the count, where there always is one. */
  @SuppressWarnings("NullAway")
  private Cell<K, V> cell(int at) {
    return cells[at];
  }

  @SuppressWarnings("unchecked") // arrays of generic types cannot be made otherwise
  private static <K, V> @Nullable Cell<K, V>[] array(int count) {
    return (@Nullable Cell<K, V>[]) new @Nullable Cell<?, ?>[count];
  }
}
