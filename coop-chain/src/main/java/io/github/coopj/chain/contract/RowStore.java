package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.core.name.Name;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table in one scope, as bytes in the order of their unsigned primary keys.
 *
 * <p>Writing to another contract's table is refused, and so is charging an account that did not authorise the action.
 */
public interface RowStore {
  /**
   * Reads a row.
   *
   * @param key primary key, unsigned
   * @return its bytes, or null if there is none
   */
  @Nullable Bytes find(long key);

  /**
   * Reads the row with the smallest key that is not below the given one.
   *
   * @param key primary key, unsigned
   * @return the row, or null if there is none
   */
  @Nullable KeyedRow lowerBound(long key);

  /**
   * Reads the row with the smallest key above the given one.
   *
   * @param key primary key, unsigned
   * @return the row, or null if there is none
   */
  @Nullable KeyedRow upperBound(long key);

  /**
   * Reads the row with the largest key below the given one.
   *
   * @param key primary key, unsigned
   * @return the row, or null if there is none
   */
  @Nullable KeyedRow previous(long key);

  /**
   * Reads the row with the largest key.
   *
   * @return the row, or null if there is none
   */
  @Nullable KeyedRow last();

  /**
   * Adds a row.
   *
   * @param payer account that pays for the row
   * @param key primary key, unsigned, not in use
   * @param row its bytes
   */
  void insert(Name payer, long key, Bytes row);

  /**
   * Replaces a row.
   *
   * @param payer account that pays from now on; {@link Name#EMPTY} leaves the payer as it is
   * @param key primary key of a row that exists
   * @param row its new bytes
   */
  void update(Name payer, long key, Bytes row);

  /**
   * Removes a row.
   *
   * @param key primary key of a row that exists
   */
  void remove(long key);

  /**
   * A secondary index of the table.
   *
   * @param number number of the index in the table, 0 to 15
   * @param type kind of its keys
   * @return its entries as bytes
   */
  IndexStore index(int number, IndexType type);

  /**
   * A row with its key.
   *
   * @param key primary key, unsigned
   * @param row its bytes
   */
  record KeyedRow(long key, Bytes row) {}
}
