package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.IndexStore;
import io.github.coopj.chain.contract.IndexType;
import io.github.coopj.chain.contract.RowStore;
import io.github.coopj.core.name.Name;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one table as one execution may use them. */
final class ContractRows implements RowStore {
  private static final int MAX_INDEX = 15;

  private final ApplyContext context;
  private final TableKey key;
  private final ChainState state;
  private final TableAccess access;
  private UndoMap.@Nullable Cell<RowKey, Row> latest;

  ContractRows(ApplyContext context, TableKey key) {
    this.context = context;
    this.key = key;
    this.state = context.state();
    this.access = new TableAccess(context, key);
  }

  @Override
  public IndexStore index(int number, IndexType type) {
    context.meter().operation();
    if (number < 0 || number > MAX_INDEX) {
      throw new InvalidValueException(
          "a table has secondary indexes 0 to " + MAX_INDEX + ", got " + number);
    }
    IndexKey.Index index = IndexKey.Index.of(key, number, type.code());
    return new ContractIndex(new TableAccess(context, index.table()), state, index, type);
  }

  @Override
  public @Nullable Bytes find(long primaryKey) {
    context.meter().operation();
    Row row = row(primaryKey);
    return row == null ? null : row.value();
  }

  @Override
  public @Nullable KeyedRow lowerBound(long primaryKey) {
    context.meter().operation();
    return keyed(state.rows.ceiling(RowKey.of(key, primaryKey)));
  }

  @Override
  public @Nullable KeyedRow upperBound(long primaryKey) {
    context.meter().operation();
    return primaryKey == -1 ? null : lowerBound(primaryKey + 1);
  }

  @Override
  public @Nullable KeyedRow previous(long primaryKey) {
    context.meter().operation();
    return keyed(state.rows.lower(RowKey.of(key, primaryKey)));
  }

  @Override
  public @Nullable KeyedRow last() {
    context.meter().operation();
    RowKey largest = RowKey.of(key, -1);
    Row row = state.rows.get(largest);
    return row == null
        ? keyed(state.rows.lower(largest))
        : new KeyedRow(largest.primary(), row.value());
  }

  @Override
  public void insert(Name payer, long primaryKey, Bytes row) {
    context.meter().operation();
    access.requireOwn();
    access.requirePayer(payer);
    if (row(primaryKey) != null) {
      throw new ChainException(
          ChainError.CONTRACT_TABLE_QUERY,
          "table " + access.describe() + " has a row " + Long.toUnsignedString(primaryKey)
              + " already");
    }
    access.open(payer);
    access.addRam(payer, RamSizes.ofRow(row.size()));
    cell(primaryKey).set(new Row(payer, row));
  }

  @Override
  public void update(Name payer, long primaryKey, Bytes row) {
    context.meter().operation();
    access.requireOwn();
    Row before = require(primaryKey);
    Name paying = before.payer();
    if (payer.isEmpty() || payer.equals(paying)) {
      access.addRam(paying, row.size() - (long) before.value().size());
    } else {
      access.requirePayer(payer);
      access.addRam(paying, -RamSizes.ofRow(before.value().size()));
      access.addRam(payer, RamSizes.ofRow(row.size()));
      paying = payer;
    }
    cell(primaryKey).set(new Row(paying, row));
  }

  @Override
  public void remove(long primaryKey) {
    context.meter().operation();
    access.requireOwn();
    Row before = require(primaryKey);
    access.addRam(before.payer(), -RamSizes.ofRow(before.value().size()));
    cell(primaryKey).set(null);
    access.closeIfEmpty();
  }

  private @Nullable Row row(long primaryKey) {
    return cell(primaryKey).get();
  }

  /** Place of a row; what is read is often written next. */
  private UndoMap.Cell<RowKey, Row> cell(long primaryKey) {
    UndoMap.Cell<RowKey, Row> cell = latest;
    if (cell == null || cell.key().primary() != primaryKey) {
      cell = state.rows.cell(RowKey.of(key, primaryKey));
      latest = cell;
    }
    return cell;
  }

  /** The entry, if it is one of this table. */
  private @Nullable KeyedRow keyed(Map.@Nullable Entry<RowKey, Row> entry) {
    return entry == null || !entry.getKey().isIn(key)
        ? null
        : new KeyedRow(entry.getKey().primary(), entry.getValue().value());
  }

  private Row require(long primaryKey) {
    Row row = row(primaryKey);
    if (row == null) {
      throw new ChainException(
          ChainError.CONTRACT_TABLE_QUERY,
          "table " + access.describe() + " has no row " + Long.toUnsignedString(primaryKey));
    }
    return row;
  }
}
