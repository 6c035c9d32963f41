package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiWriter;
import java.util.function.ToLongFunction;

/** Numbers rows in the order in which they are added. */
final class NextId {
  private NextId() {}

  /** One more than the largest number in use, or than the one given where none is. */
  static <R extends Record> long after(long before, Table<R> table, ToLongFunction<R> id) {
    return table.last().map(row -> id.applyAsLong(row) + 1).orElse(before + 1);
  }

  /** Gives a number back to who pushed the action, 8 bytes little-endian. */
  static void give(Context context, long id) {
    AbiWriter result = new AbiWriter();
    result.writeU64(id);
    context.setReturnValue(Bytes.of(result.toByteArray()));
  }

  /** One more than the largest number in use, 1 for the first. */
  static <R extends Record> long of(Table<R> table, ToLongFunction<R> id) {
    return table.last().map(row -> id.applyAsLong(row) + 1).orElse(1L);
  }
}
