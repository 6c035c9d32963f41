package io.github.coopj.chain.kernel;

import io.github.coopj.chain.kernel.UndoMap.Cell;
import java.util.List;

/** Puts cells into the order of their keys, moving the numbers that decide it along with them. */
final class CellSort {
  private CellSort() {}

  /** The cells by their keys. A merge sort from the bottom up. */
  static <K, V> Cell<K, V>[] sorted(List<Cell<K, V>> unsorted, KeyOrder<K> order) {
    int count = unsorted.size();
    Cell<K, V>[] cells = unsorted.toArray(CellSort.<K, V>array(count));
    long[] prefixes = new long[count];
    for (int i = 0; i < count; i++) {
      prefixes[i] = cells[i].prefix() + Long.MIN_VALUE; // so that signed comparison orders them
    }
    Cell<K, V>[] otherCells = array(count);
    long[] otherPrefixes = new long[count];
    for (int width = 1; width > 0 && width < count; width *= 2) {
      for (int left = 0; left < count; left += 2 * width) {
        int middle = Math.min(left + width, count);
        int right = Math.min(middle + width, count);
        int a = left;
        int b = middle;
        for (int to = left; to < right; to++) {
          boolean first = b == right
              || (a < middle
                  && (prefixes[a] < prefixes[b]
                      || (prefixes[a] == prefixes[b]
                          && order.compareRest(cells[a].key(), cells[b].key()) <= 0)));
          int from = first ? a++ : b++;
          otherCells[to] = cells[from];
          otherPrefixes[to] = prefixes[from];
        }
      }
      Cell<K, V>[] swappedCells = cells;
      cells = otherCells;
      otherCells = swappedCells;
      long[] swappedPrefixes = prefixes;
      prefixes = otherPrefixes;
      otherPrefixes = swappedPrefixes;
    }
    return cells;
  }

  @SuppressWarnings("unchecked") // arrays of generic types cannot be made otherwise
  private static <K, V> Cell<K, V>[] array(int count) {
    return (Cell<K, V>[]) new Cell<?, ?>[count];
  }
}
