package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.core.name.Name;
import org.jspecify.annotations.Nullable;

/**
 * One secondary index of a table in one scope, as bytes in the order of its keys and, among equal keys, of the primary
 * ones.
 *
 * <p>Keys are as {@link IndexType} says. Writing to another contract's index is refused, and so is charging an account
 * that did not authorise the action.
 */
public interface IndexStore {
  /**
   * Secondary key of a row.
   *
   * @param primary primary key, unsigned
   * @return the key, or null if the row is not in the index
   */
  @Nullable Bytes find(long primary);

  /**
   * Reads the first entry whose key is not below the given one.
   *
   * @param key secondary key
   * @return the entry, or null if there is none
   */
  @Nullable Entry lowerBound(Bytes key);

  /**
   * Reads the first entry whose key is above the given one.
   *
   * @param key secondary key
   * @return the entry, or null if there is none
   */
  @Nullable Entry upperBound(Bytes key);

  /**
   * Reads the entry after one.
   *
   * @param entry an entry of this index
   * @return the entry, or null if there is none
   */
  @Nullable Entry next(Entry entry);

  /**
   * Reads the entry before one.
   *
   * @param entry an entry of this index
   * @return the entry, or null if there is none
   */
  @Nullable Entry previous(Entry entry);

  /**
   * Reads the last entry.
   *
   * @return the entry, or null if there is none
   */
  @Nullable Entry last();

  /**
   * Adds a row to the index.
   *
   * @param payer account that pays
   * @param primary primary key, unsigned, not in the index
   * @param key secondary key
   */
  void insert(Name payer, long primary, Bytes key);

  /**
   * Gives a row another secondary key.
   *
   * @param payer account that pays from now on; {@link Name#EMPTY} leaves the payer as it is
   * @param primary primary key of a row in the index
   * @param key secondary key
   */
  void update(Name payer, long primary, Bytes key);

  /**
   * Takes a row out of the index.
   *
   * @param primary primary key of a row in the index
   */
  void remove(long primary);

  /**
   * An entry of the index.
   *
   * @param key secondary key
   * @param primary primary key of the row, unsigned
   */
  record Entry(Bytes key, long primary) {}
}
