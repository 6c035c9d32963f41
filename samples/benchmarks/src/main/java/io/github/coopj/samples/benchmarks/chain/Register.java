package io.github.coopj.samples.benchmarks.chain;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import java.lang.invoke.MethodHandles;

/** A table with as many rows as are asked for, each of 32 bytes. */
@ContractTable(name = "entries", row = Register.Entry.class)
public final class Register extends JavaContract {
  static final Name ACCOUNT = Name.of("register");

  private static final Name ENTRIES = Name.of("entries");
  private static final Asset ONE = Asset.parse("1.0000 AXON");

  Register() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * A row.
   *
   * @param id its number
   * @param owner whose it is
   * @param share how much
   */
  public record Entry(@AbiType("uint64") long id, Name owner, Asset share) {}

  /**
   * Adds rows.
   *
   * @param first number of the first one
   * @param count how many
   */
  public record Fill(
      @AbiType("uint64") long first, @AbiType("uint64") long count) {}

  /**
   * Adds one to the share of a row.
   *
   * @param id its number
   * @param nonce makes the action unlike others
   */
  public record Raise(
      @AbiType("uint64") long id, @AbiType("uint64") long nonce) {}

  static Action fill(long first, long count) {
    return action(ACCOUNT, new Fill(first, count), PermissionLevel.active(ACCOUNT));
  }

  static Action raise(long id, long nonce) {
    return action(ACCOUNT, new Raise(id, nonce), PermissionLevel.active(ACCOUNT));
  }

  @ContractAction
  void fill(Context context, Fill data) {
    context.requireAuthorization(context.receiver());
    Table<Entry> entries = entries(context);
    for (long id = data.first(); id < data.first() + data.count(); id++) {
      entries.insert(context.receiver(), new Entry(id, new Name(id << 24), ONE));
    }
  }

  @ContractAction
  void raise(Context context, Raise data) {
    context.requireAuthorization(context.receiver());
    Table<Entry> entries = entries(context);
    Entry before = entries.find(data.id()).orElseThrow();
    entries.put(
        context.receiver(),
        new Entry(before.id(), before.owner(), before.share().plus(ONE)));
  }

  private static Table<Entry> entries(Context context) {
    return context.table(ENTRIES, context.receiver(), Entry.class, Entry::id);
  }
}
