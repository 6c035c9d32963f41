package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Reads whole tables through a client that gives some rows at a time. */
final class Pages {
  private static final int SIZE = 1000;

  private Pages() {}

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
