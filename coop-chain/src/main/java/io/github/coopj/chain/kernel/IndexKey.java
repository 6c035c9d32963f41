package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.name.Name;

/**
 * Place of an entry in a secondary index: the entries of one index stand together, by secondary key and then by primary
 * key.
 *
 * @param index the index
 * @param ordered bytes in the order of the secondary keys
 * @param primary primary key of the row, unsigned
 */
record IndexKey(Index index, Bytes ordered, long primary) implements Comparable<IndexKey> {
  /** Form in snapshots and in the digest of the state. */
  static final Codec<IndexKey> CODEC = new Codec<>() {
    @Override
    public void write(IndexKey value, AbiWriter out) {
      value.index.write(out);
      out.writeBytes(value.ordered);
      out.writeU64(value.primary);
    }

    @Override
    public IndexKey read(AbiReader in) {
      return new IndexKey(Index.read(in), in.readBytes(), in.readU64());
    }
  };

  /**
   * A secondary index of a table in one scope.
   *
   * @param table account and scope of the table, and its name with the number of the index in its last four bits
   * @param type number of the kind of its keys
   */
  record Index(TableKey table, int type) implements Comparable<Index> {
    private static final long NUMBER = 0x0f;

    /** An index by its number in a table. */
    static Index of(TableKey table, int number, int type) {
      long name = (table.table().value() & ~NUMBER) | number;
      return new Index(new TableKey(table.code(), table.scope(), new Name(name)), type);
    }

    void write(AbiWriter out) {
      out.writeName(table.code());
      out.writeName(table.scope());
      out.writeName(table.table());
      out.writeU8(type);
    }

    static Index read(AbiReader in) {
      return new Index(new TableKey(in.readName(), in.readName(), in.readName()), in.readU8());
    }

    @Override
    public int compareTo(Index other) {
      int byTable = table.compareTo(other.table);
      return byTable != 0 ? byTable : Integer.compare(type, other.type);
    }
  }

  /**
   * Address of an entry by the primary key of its row.
   *
   * @param index the index
   * @param primary primary key, unsigned
   */
  record Primary(Index index, long primary) implements Comparable<Primary> {
    /** Form in snapshots and in the digest of the state. */
    static final Codec<Primary> CODEC = new Codec<>() {
      @Override
      public void write(Primary value, AbiWriter out) {
        value.index.write(out);
        out.writeU64(value.primary);
      }

      @Override
      public Primary read(AbiReader in) {
        return new Primary(Index.read(in), in.readU64());
      }
    };

    @Override
    public int compareTo(Primary other) {
      int byIndex = index.compareTo(other.index);
      return byIndex != 0 ? byIndex : Long.compareUnsigned(primary, other.primary);
    }
  }

  @Override
  public int compareTo(IndexKey other) {
    int byIndex = index.compareTo(other.index);
    int byKey = byIndex != 0 ? byIndex : ordered.compareTo(other.ordered);
    return byKey != 0 ? byKey : Long.compareUnsigned(primary, other.primary);
  }
}
