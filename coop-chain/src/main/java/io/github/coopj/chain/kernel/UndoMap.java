package io.github.coopj.chain.kernel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorted map whose changes go through an {@link UndoLog} and whose versions can be kept.
 *
 * @param <K> key, never changed in place
 * @param <V> value, never changed in place
 */
final class UndoMap<K, V> implements UndoLog.Undoable {
  private final SortedTree<K, V> entries;
  private final UndoLog log;

  UndoMap(UndoLog log, KeyOrder<K> order) {
    this.log = log;
    this.entries = new SortedTree<>(order);
  }

  @Nullable V get(K key) {
    return entries.get(key);
  }

  boolean containsKey(K key) {
    return entries.get(key) != null;
  }

  /** Sets a value and returns the one before. */
  @CanIgnoreReturnValue
  @Nullable V put(K key, V value) {
    V before = entries.put(key, value);
    log.record(this, key, before);
    return before;
  }

  /** Removes a value and returns it. */
  @CanIgnoreReturnValue
  @Nullable V remove(K key) {
    V before = entries.remove(key);
    if (before != null) {
      log.record(this, key, before);
    }
    return before;
  }

  /** Entry with the smallest key not below the given one. */
  Map.@Nullable Entry<K, V> ceiling(K key) {
    return entries.ceiling(key);
  }

  /** Entry with the largest key below the given one. */
  Map.@Nullable Entry<K, V> lower(K key) {
    return entries.lower(key);
  }

  Map.@Nullable Entry<K, V> first() {
    return entries.first();
  }

  Map.@Nullable Entry<K, V> last() {
    return entries.last();
  }

  /** Entries in their order, from the first whose key is not below the given one; no change may come between. */
  Iterator<Map.Entry<K, V>> from(@Nullable K key) {
    return entries.from(key);
  }

  int size() {
    return entries.size();
  }

  /** The present version, for good. */
  SortedTree.Frozen<K, V> freeze() {
    return entries.freeze();
  }

  /** Goes to another version; the log must be empty. */
  void reset(SortedTree.Frozen<K, V> version) {
    entries.reset(version);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void restore(Object key, @Nullable Object before) {
    if (before == null) {
      entries.remove((K) key);
    } else {
      entries.put((K) key, (V) before);
    }
  }
}
