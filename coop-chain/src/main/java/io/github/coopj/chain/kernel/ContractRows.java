package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.RowStore;
import io.github.coopj.core.name.Name;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one table as one execution may use them. */
final class ContractRows implements RowStore {
  private final ApplyContext context;
  private final TableKey key;
  private final ChainState state;

  ContractRows(ApplyContext context, TableKey key, ChainState state) {
    this.context = context;
    this.key = key;
    this.state = state;
  }

  @Override
  public @Nullable Bytes find(long primaryKey) {
    Row row = row(primaryKey);
    return row == null ? null : row.value();
  }

  @Override
  public @Nullable KeyedRow lowerBound(long primaryKey) {
    return keyed(state.rows.ceiling(RowKey.of(key, primaryKey)));
  }

  @Override
  public @Nullable KeyedRow upperBound(long primaryKey) {
    return primaryKey == -1 ? null : lowerBound(primaryKey + 1);
  }

  @Override
  public @Nullable KeyedRow previous(long primaryKey) {
    return keyed(state.rows.lower(RowKey.of(key, primaryKey)));
  }

  @Override
  public @Nullable KeyedRow last() {
    RowKey largest = RowKey.of(key, -1);
    Row row = state.rows.get(largest);
    return row == null
        ? keyed(state.rows.lower(largest))
        : new KeyedRow(largest.primary(), row.value());
  }

  @Override
  public void insert(Name payer, long primaryKey, Bytes row) {
    requireOwn();
    requirePayer(payer);
    if (row(primaryKey) != null) {
      throw new ChainException(
          ChainError.CONTRACT_TABLE_QUERY,
          "table " + describe() + " has a row " + Long.toUnsignedString(primaryKey) + " already");
    }
    if (!state.tables.containsKey(key)) {
      context.addTableRam(payer, RamSizes.TABLE);
      state.tables.put(key, payer);
    }
    context.addTableRam(payer, RamSizes.ofRow(row.size()));
    state.rows.put(RowKey.of(key, primaryKey), new Row(payer, row));
  }

  @Override
  public void update(Name payer, long primaryKey, Bytes row) {
    requireOwn();
    Row before = require(primaryKey);
    Name paying = before.payer();
    if (payer.isEmpty() || payer.equals(paying)) {
      context.addTableRam(paying, row.size() - (long) before.value().size());
    } else {
      requirePayer(payer);
      context.addTableRam(paying, -RamSizes.ofRow(before.value().size()));
      context.addTableRam(payer, RamSizes.ofRow(row.size()));
      paying = payer;
    }
    state.rows.put(RowKey.of(key, primaryKey), new Row(paying, row));
  }

  @Override
  public void remove(long primaryKey) {
    requireOwn();
    Row before = require(primaryKey);
    context.addTableRam(before.payer(), -RamSizes.ofRow(before.value().size()));
    state.rows.remove(RowKey.of(key, primaryKey));
    if (lowerBound(0) == null) {
      Name payer = state.tables.remove(key);
      if (payer != null) {
        context.addTableRam(payer, -RamSizes.TABLE);
      }
    }
  }

  private @Nullable Row row(long primaryKey) {
    return state.rows.get(RowKey.of(key, primaryKey));
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
          "table " + describe() + " has no row " + Long.toUnsignedString(primaryKey));
    }
    return row;
  }

  private void requireOwn() {
    if (!key.code().equals(context.receiver())) {
      throw new ChainException(
          ChainError.TABLE_ACCESS_VIOLATION,
          "contract of " + context.receiver() + " cannot write to table " + describe() + " of "
              + key.code());
    }
  }

  private void requirePayer(Name payer) {
    if (payer.isEmpty()) {
      throw new ChainException(
          ChainError.INVALID_TABLE_PAYER, "must specify a valid account to pay for new record");
    }
    if (!context.isAccount(payer)) {
      throw new ChainException(
          ChainError.ACCOUNT_QUERY, "account " + payer + ", who is to pay, does not exist");
    }
  }

  private String describe() {
    return key.table() + " in scope " + key.scope();
  }
}
