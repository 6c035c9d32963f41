package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table in one scope as records (SC-04).
 *
 * @param <R> record of a row
 */
public final class Table<R extends Record> implements Iterable<R> {
  private final RowStore rows;
  private final Codec<R> codec;
  private final ToLongFunction<R> primaryKey;

  Table(RowStore rows, Class<R> type, ToLongFunction<R> primaryKey) {
    this.rows = rows;
    this.codec = RecordCodec.of(type);
    this.primaryKey = primaryKey;
  }

  /**
   * Reads a row.
   *
   * @param key primary key, unsigned
   * @return the row, if there is one
   */
  public Optional<R> find(long key) {
    Bytes row = rows.find(key);
    return row == null ? Optional.empty() : Optional.of(codec.decode(row.toArray()));
  }

  /**
   * Reads the row with the largest key.
   *
   * @return the row, if there is any
   */
  public Optional<R> last() {
    RowStore.KeyedRow row = rows.last();
    return row == null ? Optional.empty() : Optional.of(codec.decode(row.row().toArray()));
  }

  /**
   * Whether a row exists.
   *
   * @param key primary key, unsigned
   * @return true if it does
   */
  public boolean contains(long key) {
    return rows.find(key) != null;
  }

  /**
   * Adds a row.
   *
   * @param payer account that pays for it
   * @param row the row; its key must not be in use
   */
  public void insert(Name payer, R row) {
    rows.insert(payer, primaryKey.applyAsLong(row), Bytes.of(codec.encode(row)));
  }

  /**
   * Replaces the row with the same key; its payer stays.
   *
   * @param row the new row
   */
  public void update(R row) {
    rows.update(Name.EMPTY, primaryKey.applyAsLong(row), Bytes.of(codec.encode(row)));
  }

  /**
   * Adds the row, or replaces the one with the same key.
   *
   * @param payer account that pays if the row is new
   * @param row the row
   */
  public void put(Name payer, R row) {
    if (contains(primaryKey.applyAsLong(row))) {
      update(row);
    } else {
      insert(payer, row);
    }
  }

  /**
   * Removes a row.
   *
   * @param key primary key of a row that exists
   */
  public void remove(long key) {
    rows.remove(key);
  }

  /** Rows in the order of their keys. Rows must not be added or removed while iterating. */
  @Override
  public Iterator<R> iterator() {
    return new Iterator<>() {
      private RowStore.@Nullable KeyedRow next = rows.lowerBound(0);

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public R next() {
        RowStore.KeyedRow row = next;
        if (row == null) {
          throw new NoSuchElementException();
        }
        next = row.key() == -1 ? null : rows.lowerBound(row.key() + 1);
        return codec.decode(row.row().toArray());
      }
    };
  }
}
