package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table in the order of a secondary index.
 *
 * @param <R> record of a row
 * @param <K> secondary key
 */
public final class TableIndex<R extends Record, K> {
  private final IndexStore entries;
  private final SecondaryIndex<R, K> index;
  private final LongFunction<R> rows;

  TableIndex(IndexStore entries, SecondaryIndex<R, K> index, LongFunction<R> rows) {
    this.entries = entries;
    this.index = index;
    this.rows = rows;
  }

  /**
   * Reads the first row with a key.
   *
   * @param key secondary key
   * @return the row, if there is one
   */
  public Optional<R> find(K key) {
    Bytes wanted = index.bytesOf(key);
    IndexStore.Entry entry = entries.lowerBound(wanted);
    return entry == null || !ordered(entry.key()).equals(ordered(wanted))
        ? Optional.empty()
        : Optional.of(rows.apply(entry.primary()));
  }

  /**
   * Rows whose keys are not below the given one, upwards. Rows must not be added or removed while iterating.
   *
   * @param key secondary key
   * @return the rows, by key and then by primary key
   */
  public Iterable<R> from(K key) {
    Bytes wanted = index.bytesOf(key);
    return () -> new Rows(entries.lowerBound(wanted), entries::next);
  }

  /**
   * Rows whose keys are above the given one, upwards. Rows must not be added or removed while iterating.
   *
   * @param key secondary key
   * @return the rows, by key and then by primary key
   */
  public Iterable<R> above(K key) {
    Bytes wanted = index.bytesOf(key);
    return () -> new Rows(entries.upperBound(wanted), entries::next);
  }

  /**
   * All rows downwards. Rows must not be added or removed while iterating.
   *
   * @return the rows, the one with the largest key first
   */
  public Iterable<R> descending() {
    return () -> new Rows(entries.last(), entries::previous);
  }

  private Bytes ordered(Bytes key) {
    return index.type().ordered(key);
  }

  private final class Rows implements Iterator<R> {
    private final Step step;
    private IndexStore.@Nullable Entry next;

    Rows(IndexStore.@Nullable Entry first, Step step) {
      this.next = first;
      this.step = step;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public R next() {
      IndexStore.Entry entry = next;
      if (entry == null) {
        throw new NoSuchElementException();
      }
      next = step.apply(entry);
      return rows.apply(entry.primary());
    }
  }

  /** From one entry to the one beside it. */
  private interface Step {
    IndexStore.@Nullable Entry apply(IndexStore.Entry entry);
  }
}
