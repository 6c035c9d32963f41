package io.github.coopj.chain.kernel;

import io.github.coopj.core.name.Name;

/**
 * Address of a table in one scope.
 *
 * @param code account whose contract owns it
 * @param scope scope
 * @param table name of the table
 */
public record TableKey(Name code, Name scope, Name table) implements Comparable<TableKey> {
  @Override
  public int compareTo(TableKey other) {
    if (this == other) {
      return 0;
    }
    int order = code.compareTo(other.code);
    if (order == 0) {
      order = scope.compareTo(other.scope);
    }
    return order == 0 ? table.compareTo(other.table) : order;
  }
}
