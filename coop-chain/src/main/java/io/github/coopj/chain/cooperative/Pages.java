package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Reads whole tables through a client that gives some rows at a time, and tables of a contract in parts. */
final class Pages {
  private static final int SIZE = 1000;

  private Pages() {}

  /**
   * Some rows of a table.
   *
   * @param rows in the order of their keys
   * @param isLast whether no row follows them
   */
  record Page<R extends Record>(List<R> rows, boolean isLast) {}

  /** The rows that follow a key, up to a limit. */
  static <R extends Record> Page<R> after(
      Table<R> table, long key, int limit, ToLongFunction<R> primaryKey) {
    List<R> rows = new ArrayList<>();
    Optional<R> next = table.upperBound(key);
    while (next.isPresent() && rows.size() < limit) {
      rows.add(next.get());
      next = table.upperBound(primaryKey.applyAsLong(next.get()));
    }
    return new Page<>(rows, next.isEmpty());
  }

  /** All rows of a table in one scope, in the order of their keys. */
  static <R extends Record> List<R> all(
      ChainClient chain,
      Name code,
      Name scope,
      Name table,
      Class<R> type,
      ToLongFunction<R> primaryKey) {
    List<R> rows = new ArrayList<>();
    long from = 0;
    while (true) {
      List<R> page = chain.rows(code, scope, table, from, SIZE, type);
      rows.addAll(page);
      if (page.size() < SIZE) {
        return rows;
      }
      long last = primaryKey.applyAsLong(page.get(page.size() - 1));
      if (last == -1) {
        return rows;
      }
      from = last + 1;
    }
  }
}
