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
    UndoMap<Long, Row> rows = state.findTable(key);
    Map.Entry<Long, Row> entry = rows == null ? null : rows.ceiling(primaryKey);
    return entry == null ? null : new KeyedRow(entry.getKey(), entry.getValue().value());
  }

  @Override
  public @Nullable KeyedRow last() {
    UndoMap<Long, Row> rows = state.findTable(key);
    Map.Entry<Long, Row> entry = rows == null ? null : rows.last();
    return entry == null ? null : new KeyedRow(entry.getKey(), entry.getValue().value());
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
    state.table(key).put(primaryKey, new Row(payer, row));
  }

  @Override
  public void update(Name payer, long primaryKey, Bytes row) {
    requireOwn();
    Row before = require(primaryKey);
    if (!payer.isEmpty() && !payer.equals(before.payer())) {
      requirePayer(payer);
    }
    state.table(key).put(primaryKey, new Row(payer.isEmpty() ? before.payer() : payer, row));
  }

  @Override
  public void remove(long primaryKey) {
    requireOwn();
    require(primaryKey);
    state.table(key).remove(primaryKey);
  }

  /** Reading never makes a table. */
  private @Nullable Row row(long primaryKey) {
    UndoMap<Long, Row> rows = state.findTable(key);
    return rows == null ? null : rows.get(primaryKey);
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
          ChainError.CONTRACT_TABLE_QUERY,
          "contract of " + context.receiver() + " cannot write to table " + describe() + " of "
              + key.code());
    }
  }

  /** A contract pays for itself; anybody else must have authorised the action, and only for its own contract. */
  private void requirePayer(Name payer) {
    if (!context.isAccount(payer)) {
      throw new ChainException(
          ChainError.ACCOUNT_QUERY, "account " + payer + ", who is to pay, does not exist");
    }
    boolean own = payer.equals(context.receiver());
    boolean authorised =
        context.receiver().equals(context.action().account()) && context.hasAuthorization(payer);
    if (!own && !authorised && !context.isPrivileged(context.receiver())) {
      throw new ChainException(
          ChainError.UNAUTHORIZED_RAM_USAGE,
          "contract of " + context.receiver() + " cannot charge " + payer
              + ", who did not authorise the action");
    }
  }

  private String describe() {
    return key.table() + " in scope " + key.scope();
  }
}
