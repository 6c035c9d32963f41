package io.github.coopj.chain.kernel;

import io.github.coopj.core.name.Name;
import java.util.Comparator;

/**
 * Address of a table in one scope.
 *
 * @param code account whose contract owns it
 * @param scope scope
 * @param table name of the table
 */
public record TableKey(Name code, Name scope, Name table) implements Comparable<TableKey> {
  private static final Comparator<TableKey> ORDER = Comparator.comparing(TableKey::code)
      .thenComparing(TableKey::scope)
      .thenComparing(TableKey::table);

  @Override
  public int compareTo(TableKey other) {
    return ORDER.compare(this, other);
  }
}
