package io.github.coopj.chain.kernel;

import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.name.Name;
import org.jspecify.annotations.Nullable;

/**
 * Address of a row: its table and its primary key. The rows of one table stand together in the order of their keys, all
 * numbers unsigned. Tables come in the order of their scopes first: that tells most rows of a token apart.
 *
 * @param code account whose contract owns the table, as a number
 * @param scope scope, as a number
 * @param table name of the table, as a number
 * @param primary primary key
 */
record RowKey(long code, long scope, long table, long primary) implements Comparable<RowKey> {
  /** Order by scope, code, table and primary key. */
  static final KeyOrder<RowKey> ORDER = new KeyOrder<>() {
    @Override
    public long prefix(RowKey key) {
      return key.scope;
    }

    @Override
    public long hash(RowKey key) {
      return key.hash();
    }

    @Override
    public boolean isSame(RowKey left, RowKey right) {
      return left.equals(right);
    }

    @Override
    public int compare(RowKey left, RowKey right) {
      return left.compareTo(right);
    }
  };

  /** Form in snapshots and in the digest of the state. */
  static final Codec<RowKey> CODEC = new Codec<>() {
    @Override
    public void write(RowKey value, AbiWriter out) {
      out.writeU64(value.code);
      out.writeU64(value.scope);
      out.writeU64(value.table);
      out.writeU64(value.primary);
    }

    @Override
    public RowKey read(AbiReader in) {
      return new RowKey(in.readU64(), in.readU64(), in.readU64(), in.readU64());
    }
  };

  static RowKey of(TableKey table, long primary) {
    return new RowKey(table.code().value(), table.scope().value(), table.table().value(), primary);
  }

  TableKey tableKey() {
    return new TableKey(new Name(code), new Name(scope), new Name(table));
  }

  boolean isIn(TableKey other) {
    return code == other.code().value()
        && scope == other.scope().value()
        && table == other.table().value();
  }

  private long hash() {
    long mixed = (code * 31 + scope) * 31 + table;
    return mixed * 0x9e3779b97f4a7c15L + primary * 0xc2b2ae3d27d4eb4fL;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowKey that
        && scope == that.scope
        && primary == that.primary
        && code == that.code
        && table == that.table;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash());
  }

  /** Keeps hash tables fast even if somebody picks keys whose hashes are equal. */
  @Override
  public int compareTo(RowKey other) {
    if (scope != other.scope) {
      return Long.compareUnsigned(scope, other.scope);
    }
    if (code != other.code) {
      return Long.compareUnsigned(code, other.code);
    }
    if (table != other.table) {
      return Long.compareUnsigned(table, other.table);
    }
    return Long.compareUnsigned(primary, other.primary);
  }
}
