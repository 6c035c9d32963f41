package io.github.coopj.chain.kernel;

import io.github.coopj.chain.kernel.UndoMap.Cell;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds cells by their keys. A few bits of each cell's hash stand in a table of their own, so that a cell is looked at only
 * if it is most likely the one: cells are spread over memory, which is slow to read. Cells that somebody's choice of keys crowds in one place
 * go to a hash table of the JDK, which stays fast whatever the keys are.
 */
final class CellTable<K, V> {
  private static final int FIRST_SLOTS = 16;
  private static final int MOST_STEPS = 16;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final KeyOrder<K> order;
  private final Map<K, Cell<K, V>> crowded = new HashMap<>();
  private @Nullable Cell<K, V>[] slots = slots(FIRST_SLOTS);

  /** Marks of the cells in the slots, never 0; 0 for a free slot. */
  private int[] marks = new int[FIRST_SLOTS];

  private int size;

  CellTable(KeyOrder<K> order) {
    this.order = order;
  }

  /** Cell of a key with that hash. */
  @Nullable Cell<K, V> find(K key, long hash) {
    long spread = hash * SPREAD;
    int mark = mark(spread);
    int last = marks.length - 1;
    int at = start(spread);
    for (int step = 0; step < MOST_STEPS; step++) {
      int found = marks[at];
      if (found == 0) {
        return null;
      }
      if (found == mark) {
        Cell<K, V> cell = slots[at];
        if (cell != null && cell.hash() == hash && order.isSame(cell.key(), key)) {
          return cell;
        }
      }
      at = (at + 1) & last;
    }
    return crowded.get(key);
  }

  /** Adds a cell whose key is not there. */
  void add(Cell<K, V> cell) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    place(cell);
    size++;
  }

  int size() {
    return size;
  }

  void clear() {
    Arrays.fill(slots, null);
    Arrays.fill(marks, 0);
    crowded.clear();
    size = 0;
  }

  private void grow() {
    @Nullable Cell<K, V>[] before = slots;
    List<Cell<K, V>> outside = List.copyOf(crowded.values());
    slots = slots(before.length * 2);
    marks = new int[slots.length];
    crowded.clear();
    for (Cell<K, V> cell : before) {
      if (cell != null) {
        place(cell);
      }
    }
    outside.forEach(this::place);
  }

  private void place(Cell<K, V> cell) {
    long spread = cell.hash() * SPREAD;
    int last = marks.length - 1;
    int at = start(spread);
    for (int step = 0; step < MOST_STEPS; step++) {
      if (marks[at] == 0) {
        marks[at] = mark(spread);
        slots[at] = cell;
        return;
      }
      at = (at + 1) & last;
    }
    crowded.put(cell.key(), cell);
  }

  /** Where to begin: the upper bits of the spread hash. */
  private int start(long spread) {
    return (int) (spread >>> (Long.numberOfLeadingZeros(marks.length) + 1));
  }

  /** The lower bits of the spread hash; not 0. */
  private static int mark(long spread) {
    return (int) spread | 1;
  }

  @SuppressWarnings("unchecked") // arrays of generic types cannot be made otherwise
  private static <K, V> @Nullable Cell<K, V>[] slots(int count) {
    return (@Nullable Cell<K, V>[]) new @Nullable Cell<?, ?>[count];
  }
}
