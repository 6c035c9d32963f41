package io.github.coopj.chain.kernel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sorted map whose changes go through an {@link UndoLog}.
 *
 * @param <K> key
 * @param <V> value, never changed in place
 */
final class UndoMap<K, V> {
  private final NavigableMap<K, V> entries;
  private final UndoLog log;

  UndoMap(UndoLog log, Comparator<? super K> order) {
    this.log = log;
    this.entries = new TreeMap<>(order);
  }

  @Nullable V get(K key) {
    return entries.get(key);
  }

  boolean containsKey(K key) {
    return entries.containsKey(key);
  }

  /** Sets a value and returns the one before. */
  @CanIgnoreReturnValue
  @Nullable V put(K key, V value) {
    V before = entries.put(key, value);
    log.record(() -> restore(key, before));
    return before;
  }

  /** Removes a value and returns it. */
  @CanIgnoreReturnValue
  @Nullable V remove(K key) {
    V before = entries.remove(key);
    if (before != null) {
      log.record(() -> restore(key, before));
    }
    return before;
  }

  Map.@Nullable Entry<K, V> ceiling(K key) {
    return entries.ceilingEntry(key);
  }

  Map.@Nullable Entry<K, V> last() {
    return entries.lastEntry();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  int size() {
    return entries.size();
  }

  /** The entries in their order, not to be changed. */
  NavigableMap<K, V> view() {
    return Collections.unmodifiableNavigableMap(entries);
  }

  private void restore(K key, @Nullable V before) {
    if (before == null) {
      entries.remove(key);
    } else {
      entries.put(key, before);
    }
  }
}
