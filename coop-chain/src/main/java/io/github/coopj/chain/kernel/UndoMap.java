package io.github.coopj.chain.kernel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorted map whose changes go through an {@link UndoLog} and whose versions can be kept.
 *
 * <p>What was read or written lately stands in cells before the tree. Changes reach the tree when its order is asked for or
 * a version is kept, all at once and in the tree's order: what a block changes often costs the tree one change.
 *
 * @param <K> key, never changed in place
 * @param <V> value, never changed in place
 */
final class UndoMap<K, V> {
  /** Cells that stay from one block to the next unless there is a better number. */
  static final int KEPT = 1 << 20;

  private final KeyOrder<K> order;
  private final int kept;
  private final SortedTree<K, V> tree;
  private final UndoLog log;
  private final CellTable<K, V> recent;
  private final ChangedCells<K, V> unwritten;
  private int generation;

  /**
   * An empty map.
   *
   * @param log takes the changes
   * @param order order of the keys
   * @param kept cells that may stay from one block to the next
   */
  UndoMap(UndoLog log, KeyOrder<K> order, int kept) {
    this.log = log;
    this.order = order;
    this.kept = kept;
    this.tree = new SortedTree<>(order);
    this.recent = new CellTable<>(order);
    this.unwritten = new ChangedCells<>(order);
  }

  /**
   * The place of one key, with or without a value. To be used until the block in the making ends.
   *
   * @param <K> key
   * @param <V> value
   */
  static final class Cell<K, V> extends UndoLog.Undoable {
    private final UndoMap<K, V> map;
    private final K key;
    private final long prefix;
    private final long hash;
    private final int generation;
    private @Nullable V value;
    private boolean unwritten;

    private Cell(UndoMap<K, V> map, K key, long hash) {
      this.map = map;
      this.key = key;
      this.hash = hash;
      this.generation = map.generation;
      this.prefix = map.order.prefix(key);
      this.value = map.tree.get(key, prefix);
    }

    K key() {
      return key;
    }

    long hash() {
      return hash;
    }

    long prefix() {
      return prefix;
    }

    @Nullable V get() {
      return value;
    }

    /** Sets the value; null removes it. */
    void set(@Nullable V now) {
      map.log.record(this, value);
      change(now);
    }

    /** The value, which goes to the tree now. */
    @Nullable V written() {
      unwritten = false;
      return value;
    }

    @Override
    @SuppressWarnings("unchecked") // what was noted was a value of this cell
    void restore(@Nullable Object before) {
      change((V) before);
    }

    private void change(@Nullable V now) {
      value = now;
      if (!unwritten) {
        unwritten = true;
        map.unwritten.add(this);
      }
    }
  }

  /** Place of a key. */
  Cell<K, V> cell(K key) {
    long hash = order.hash(key);
    Cell<K, V> cell = recent.find(key, hash);
    if (cell == null) {
      cell = new Cell<>(this, key, hash);
      recent.add(cell);
    }
    return cell;
  }

  @Nullable V get(K key) {
    Cell<K, V> cell = recent.find(key, order.hash(key));
    if (cell != null) {
      return cell.value;
    }
    return tree.size() == 0 ? null : cell(key).value;
  }

  boolean containsKey(K key) {
    return get(key) != null;
  }

  /** Sets a value and returns the one before. */
  @CanIgnoreReturnValue
  @Nullable V put(K key, V value) {
    Cell<K, V> cell = cell(key);
    V before = cell.value;
    cell.set(value);
    return before;
  }

  /** Removes a value and returns it. */
  @CanIgnoreReturnValue
  @Nullable V remove(K key) {
    Cell<K, V> cell = cell(key);
    V before = cell.value;
    if (before != null) {
      cell.set(null);
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

  /** Entries in their order, from the first whose key is not below the given one; no change may come between. */
  Iterator<Map.Entry<K, V>> from(@Nullable K key) {
    return written().from(key);
  }

  /** The present version, for good. */
  SortedTree.Frozen<K, V> freeze() {
    SortedTree.Frozen<K, V> version = written().freeze();
    if (recent.size() > kept && log.isEmpty()) {
      forget();
    }
    return version;
  }

  /** Goes to another version; the log must be empty. */
  void reset(SortedTree.Frozen<K, V> version) {
    forget();
    unwritten.clear();
    tree.reset(version);
  }

  /** Whether a cell is still the place of its key. */
  boolean holds(Cell<K, V> cell) {
    return cell.generation == generation;
  }

  private void forget() {
    recent.clear();
    generation++;
  }

  private SortedTree<K, V> written() {
    if (!unwritten.isEmpty()) {
      unwritten.drain(this::write);
    }
    return tree;
  }

  private void write(K key, long prefix, @Nullable V value) {
    if (value == null) {
      tree.remove(key, prefix);
    } else {
      tree.put(key, prefix, value);
    }
  }
}
