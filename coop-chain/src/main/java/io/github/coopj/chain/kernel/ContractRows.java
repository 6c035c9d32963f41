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
    state.rows.put(RowKey.of(key, primaryKey), new Row(payer, row));
  }

  @Override
  public void update(Name payer, long primaryKey, Bytes row) {
    requireOwn();
    Row before = require(primaryKey);
    if (!payer.isEmpty() && !payer.equals(before.payer())) {
      requirePayer(payer);
    }
    state.rows.put(
        RowKey.of(key, primaryKey), new Row(payer.isEmpty() ? before.payer() : payer, row));
  }

  @Override
  public void remove(long primaryKey) {
    requireOwn();
    require(primaryKey);
    state.rows.remove(RowKey.of(key, primaryKey));
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
