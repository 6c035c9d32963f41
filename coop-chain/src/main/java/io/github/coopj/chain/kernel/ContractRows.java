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
  private final UndoMap<Long, Row> rows;

  ContractRows(ApplyContext context, TableKey key, UndoMap<Long, Row> rows) {
    this.context = context;
    this.key = key;
    this.rows = rows;
  }

  @Override
  public @Nullable Bytes find(long primaryKey) {
    Row row = rows.get(primaryKey);
    return row == null ? null : row.value();
  }

  @Override
  public @Nullable KeyedRow lowerBound(long primaryKey) {
    Map.Entry<Long, Row> entry = rows.ceiling(primaryKey);
    return entry == null ? null : new KeyedRow(entry.getKey(), entry.getValue().value());
  }

  @Override
  public @Nullable KeyedRow last() {
    Map.Entry<Long, Row> entry = rows.last();
    return entry == null ? null : new KeyedRow(entry.getKey(), entry.getValue().value());
  }

  @Override
  public void insert(Name payer, long primaryKey, Bytes row) {
    requireOwn();
    requirePayer(payer);
    if (rows.containsKey(primaryKey)) {
      throw new ChainException(
          ChainError.CONTRACT_TABLE_QUERY,
          "table " + describe() + " has a row " + Long.toUnsignedString(primaryKey) + " already");
    }
    rows.put(primaryKey, new Row(payer, row));
  }

  @Override
  public void update(Name payer, long primaryKey, Bytes row) {
    requireOwn();
    Row before = require(primaryKey);
    if (!payer.isEmpty() && !payer.equals(before.payer())) {
      requirePayer(payer);
    }
    rows.put(primaryKey, new Row(payer.isEmpty() ? before.payer() : payer, row));
  }

  @Override
  public void remove(long primaryKey) {
    requireOwn();
    require(primaryKey);
    rows.remove(primaryKey);
  }

  private Row require(long primaryKey) {
    Row row = rows.get(primaryKey);
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
