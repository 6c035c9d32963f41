package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
  private static final int MAX_INDEXES = 16;

  private final RowStore rows;
  private final Codec<R> codec;
  private final ToLongFunction<R> primaryKey;
  private final List<SecondaryIndex<R, ?>> indexes;

  Table(RowStore rows, Class<R> type, ToLongFunction<R> primaryKey) {
    this(rows, RecordCodec.of(type), primaryKey, List.of());
  }

  private Table(
      RowStore rows,
      Codec<R> codec,
      ToLongFunction<R> primaryKey,
      List<SecondaryIndex<R, ?>> indexes) {
    this.rows = rows;
    this.codec = codec;
    this.primaryKey = primaryKey;
    this.indexes = indexes;
  }

  /**
   * The same table with one more secondary index, which is kept up to date from here on. Contracts that write to the table
   * name all of them, always in the same order.
   *
   * @param index the index, the first one being number 0, at most 16
   * @return the table
   */
  public Table<R> with(SecondaryIndex<R, ?> index) {
    if (indexes.size() == MAX_INDEXES) {
      throw new InvalidValueException(
          "a table has at most " + MAX_INDEXES + " secondary indexes, got one more");
    }
    List<SecondaryIndex<R, ?>> more = new ArrayList<>(indexes);
    more.add(index);
    return new Table<>(rows, codec, primaryKey, List.copyOf(more));
  }

  /**
   * Rows in the order of a secondary index.
   *
   * @param index one of those given to {@link #with}
   * @param <K> secondary key
   * @return the rows
   */
  public <K> TableIndex<R, K> by(SecondaryIndex<R, K> index) {
    int number = indexes.indexOf(index);
    if (number < 0) {
      throw new InvalidValueException("the table has no such index");
    }
    return new TableIndex<>(rows.index(number, index.type()), index, this::require);
  }

  private R require(long key) {
    return find(key)
        .orElseThrow(() -> new InvalidValueException(
            "the table has no row " + Long.toUnsignedString(key) + ", but an index has"));
  }

  private IndexStore store(int number) {
    return rows.index(number, indexes.get(number).type());
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
    return decoded(rows.last());
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
    long key = primaryKey.applyAsLong(row);
    rows.insert(payer, key, Bytes.of(codec.encode(row)));
    for (int i = 0; i < indexes.size(); i++) {
      store(i).insert(payer, key, indexes.get(i).keyOf(row));
    }
  }

  /**
   * Replaces the row with the same key; its payer stays.
   *
   * @param row the new row
   */
  public void update(R row) {
    long key = primaryKey.applyAsLong(row);
    rows.update(Name.EMPTY, key, Bytes.of(codec.encode(row)));
    for (int i = 0; i < indexes.size(); i++) {
      store(i).update(Name.EMPTY, key, indexes.get(i).keyOf(row));
    }
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
    for (int i = 0; i < indexes.size(); i++) {
      store(i).remove(key);
    }
  }

  /**
   * Reads the row with the smallest key that is not below the given one.
   *
   * @param key primary key, unsigned
   * @return the row, if there is one
   */
  public Optional<R> lowerBound(long key) {
    return decoded(rows.lowerBound(key));
  }

  /**
   * Reads the row with the smallest key above the given one.
   *
   * @param key primary key, unsigned
   * @return the row, if there is one
   */
  public Optional<R> upperBound(long key) {
    return decoded(rows.upperBound(key));
  }

  /**
   * Reads the row with the largest key below the given one.
   *
   * @param key primary key, unsigned
   * @return the row, if there is one
   */
  public Optional<R> previous(long key) {
    return decoded(rows.previous(key));
  }

  private Optional<R> decoded(RowStore.@Nullable KeyedRow row) {
    return row == null ? Optional.empty() : Optional.of(codec.decode(row.row().toArray()));
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
