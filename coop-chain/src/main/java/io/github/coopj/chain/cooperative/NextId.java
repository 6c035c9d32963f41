package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Table;
import java.util.function.ToLongFunction;

/** Numbers rows in the order in which they are added. */
final class NextId {
  private NextId() {}

  /** One more than the largest number in use, 1 for the first. */
  static <R extends Record> long of(Table<R> table, ToLongFunction<R> id) {
    return table.last().map(row -> id.applyAsLong(row) + 1).orElse(1L);
  }
}
