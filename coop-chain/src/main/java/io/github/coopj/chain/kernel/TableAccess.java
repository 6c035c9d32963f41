package io.github.coopj.chain.kernel;

import io.github.coopj.core.name.Name;
import java.util.Map;

/** What one execution may do to a table, and who pays for it: a table is billed as long as anything is in it. */
final class TableAccess {
  private final ApplyContext context;
  private final ChainState state;
  private final TableKey key;

  TableAccess(ApplyContext context, TableKey key) {
    this.context = context;
    this.state = context.state();
    this.key = key;
  }

  Meter meter() {
    return context.meter();
  }

  void requireOwn() {
    if (!key.code().equals(context.receiver())) {
      throw new ChainException(
          ChainError.TABLE_ACCESS_VIOLATION,
          "contract of " + context.receiver() + " cannot write to table " + describe() + " of "
              + key.code());
    }
  }

  void requirePayer(Name payer) {
    if (payer.isEmpty()) {
      throw new ChainException(
          ChainError.INVALID_TABLE_PAYER, "must specify a valid account to pay for new record");
    }
    if (!context.isAccount(payer)) {
      throw new ChainException(
          ChainError.ACCOUNT_QUERY, "account " + payer + ", who is to pay, does not exist");
    }
  }

  void addRam(Name payer, long delta) {
    context.addTableRam(payer, delta);
  }

  /** Bills the table to whoever puts the first thing into it. */
  void open(Name payer) {
    if (!state.tables.containsKey(key)) {
      addRam(payer, RamSizes.TABLE);
      state.tables.put(key, payer);
    }
  }

  void closeIfEmpty() {
    Map.Entry<RowKey, Row> row = state.rows.ceiling(RowKey.of(key, 0));
    if (row != null && row.getKey().isIn(key)) {
      return;
    }
    Map.Entry<IndexKey.Primary, Row> entry =
        state.indexRows.ceiling(new IndexKey.Primary(new IndexKey.Index(key, 0), 0));
    if (entry != null && entry.getKey().index().table().equals(key)) {
      return;
    }
    Name payer = state.tables.remove(key);
    if (payer != null) {
      addRam(payer, -RamSizes.TABLE);
    }
  }

  String describe() {
    return key.table() + " in scope " + key.scope();
  }
}
