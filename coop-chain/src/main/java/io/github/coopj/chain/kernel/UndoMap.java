package io.github.coopj.chain.kernel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorted map whose changes go through an {@link UndoLog} and whose versions can be kept.
 *
 * <p>What was read or written lately stands in a hash table before the tree. Changes reach the tree when its order is
 * asked for or a version is kept, all at once and in the tree's order: what a block changes often costs the tree one
 * change.
 *
 * @param <K> key, never changed in place
 * @param <V> value, never changed in place
 */
final class UndoMap<K, V> implements UndoLog.Undoable {
  /** Entries that may stay in the hash table from one block to the next. */
  private static final int KEPT = 1 << 16;

  private final KeyOrder<K> order;
  private final SortedTree<K, V> tree;
  private final UndoLog log;
  private final Map<K, Cell<K, V>> recent = new HashMap<>();
  private final List<Cell<K, V>> unwritten = new ArrayList<>();

  /** What is known of one key. */
  private static final class Cell<K, V> {
    final K key;
    final long prefix;

    @Nullable V value;

    boolean unwritten;

    Cell(K key, long prefix, @Nullable V value) {
      this.key = key;
      this.prefix = prefix;
      this.value = value;
    }
  }

  UndoMap(UndoLog log, KeyOrder<K> order) {
    this.log = log;
    this.order = order;
    this.tree = new SortedTree<>(order);
  }

  @Nullable V get(K key) {
    Cell<K, V> cell = recent.get(key);
    if (cell != null) {
      return cell.value;
    }
    long prefix = order.prefix(key);
    V value = tree.get(key, prefix);
    if (value != null) {
      recent.put(key, new Cell<>(key, prefix, value));
    }
    return value;
  }

  boolean containsKey(K key) {
    return get(key) != null;
  }

  /** Sets a value and returns the one before. */
  @CanIgnoreReturnValue
  @Nullable V put(K key, V value) {
    V before = set(key, value);
    log.record(this, key, before);
    return before;
  }

  /** Removes a value and returns it. */
  @CanIgnoreReturnValue
  @Nullable V remove(K key) {
    V before = get(key);
    if (before != null) {
      set(key, null);
      log.record(this, key, before);
    }
    return before;
  }

  /** Entry with the smallest key not below the given one. */
  Map.@Nullable Entry<K, V> ceiling(K key) {
    return written().ceiling(key);
  }

  /** Entry with the largest key below the given one. */
  Map.@Nullable Entry<K, V> lower(K key) {
    return written().lower(key);
  }

  Map.@Nullable Entry<K, V> first() {
    return written().first();
  }

  Map.@Nullable Entry<K, V> last() {
    return written().last();
  }

  /** Entries in their order, from the first whose key is not below the given one; no change may come between. */
  Iterator<Map.Entry<K, V>> from(@Nullable K key) {
    return written().from(key);
  }

  int size() {
    return written().size();
  }

  /** The present version, for good. */
  SortedTree.Frozen<K, V> freeze() {
    SortedTree.Frozen<K, V> version = written().freeze();
    if (recent.size() > KEPT) {
      recent.clear();
    }
    return version;
  }

  /** Goes to another version; the log must be empty. */
  void reset(SortedTree.Frozen<K, V> version) {
    recent.clear();
    unwritten.clear();
    tree.reset(version);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void restore(Object key, @Nullable Object before) {
    set((K) key, (V) before);
  }

  @CanIgnoreReturnValue
  private @Nullable V set(K key, @Nullable V value) {
    Cell<K, V> cell = recent.get(key);
    if (cell == null) {
      long prefix = order.prefix(key);
      cell = new Cell<>(key, prefix, tree.get(key, prefix));
      recent.put(key, cell);
    }
    V before = cell.value;
    cell.value = value;
    if (!cell.unwritten) {
      cell.unwritten = true;
      unwritten.add(cell);
    }
    return before;
  }

  private SortedTree<K, V> written() {
    if (!unwritten.isEmpty()) {
      unwritten.sort(this::compare);
      for (Cell<K, V> cell : unwritten) {
        V value = cell.value;
        cell.unwritten = false;
        if (value == null) {
          tree.remove(cell.key, cell.prefix);
          recent.remove(cell.key);
        } else {
          tree.put(cell.key, cell.prefix, value);
        }
      }
      unwritten.clear();
    }
    return tree;
  }

  private int compare(Cell<K, V> left, Cell<K, V> right) {
    int compared = Long.compareUnsigned(left.prefix, right.prefix);
    return compared == 0 ? order.compare(left.key, right.key) : compared;
  }
}
