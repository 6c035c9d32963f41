package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** A contract that does one thing an action, and whatever a test needs to go wrong. */
@ContractTable(name = "items", row = Ledger.Item.class)
public final class Ledger extends JavaContract {
  /** Memo at which a notified ledger fails. */
  public static final String POISON = "poison";

  static final Name ITEMS = Name.of("items");

  public Ledger() {
    this(1);
  }

  public Ledger(int version) {
    super(MethodHandles.lookup(), version);
  }

  public record Item(long id, String text) {}

  public record Put(Name payer, long id, String text) {}

  @AbiName("change")
  public record Change(Name payer, long id, String text) {}

  public record Drop(long id) {}

  public record Fail(String message) {}

  public record Crash(String how) {}

  public record Send(Name account, Name name, List<PermissionLevel> authorization, Bytes data) {}

  public record Nest(int levels) {}

  public record Tell(List<Name> accounts, String memo) {}

  public record Foreign(Name code, long id) {}

  @AbiName("peek")
  public record Peek(Name code, Name scope, long id) {}

  @AbiName("answer")
  public record Answer(int size) {}

  @AbiName("raise")
  public record Raise(Name account) {}

  @ContractAction
  void put(Context context, Put data) {
    items(context).insert(data.payer(), new Item(data.id(), data.text()));
  }

  @ContractAction
  void change(Context context, Change data) {
    context
        .rows(ITEMS, context.receiver())
        .update(data.payer(), data.id(), Bytes.ofUtf8(data.text()));
  }

  @ContractAction
  void drop(Context context, Drop data) {
    items(context).remove(data.id());
  }

  @ContractAction
  void fail(Context context, Fail data) {
    items(context).insert(context.receiver(), new Item(-1, "never seen"));
    context.check(false, data.message());
  }

  @ContractAction
  void crash(Context context, Crash data) {
    items(context).insert(context.receiver(), new Item(-1, "never seen"));
    switch (data.how()) {
      case "state" -> throw new IllegalStateException("broken");
      case "value" -> throw new InvalidValueException("bad value");
      case "error" -> throw new AssertionError("not a refusal");
      default -> throw new ArithmeticException(data.how());
    }
  }

  @ContractAction
  void send(Context context, Send data) {
    context.sendInline(new Action(data.account(), data.name(), data.authorization(), data.data()));
  }

  @ContractAction
  void nest(Context context, Nest data) {
    if (data.levels() > 0) {
      context.sendInline(action(
          context.receiver(),
          new Nest(data.levels() - 1),
          PermissionLevel.active(context.receiver())));
    }
  }

  @ContractAction
  void tell(Context context, Tell data) {
    data.accounts().forEach(context::requireRecipient);
  }

  @ContractAction
  void foreign(Context context, Foreign data) {
    context
        .rows(data.code(), ITEMS, data.code())
        .insert(context.receiver(), data.id(), Bytes.ofUtf8("x"));
  }

  @ContractAction
  void peek(Context context, Peek data) {
    context.check(
        context.rows(data.code(), ITEMS, data.scope()).find(data.id()) == null
            && context.rows(data.code(), ITEMS, data.scope()).lowerBound(0) == null
            && context.rows(data.code(), ITEMS, data.scope()).last() == null,
        "there is a row");
  }

  @ContractAction
  void answer(Context context, Answer data) {
    context.setReturnValue(Bytes.of(new byte[data.size()]));
  }

  @ContractAction
  void raise(Context context, Raise data) {
    context.privileged().setPrivileged(data.account(), true);
  }

  /** Counts what it was told in row 0 of its own table; the teller pays nothing. */
  @Override
  protected void notified(Context context) {
    if (!context.action().name().equals(Name.of("tell"))) {
      return;
    }
    Tell data = context.action().dataAs(Tell.class);
    Table<Item> items = items(context);
    long seen = items.last().map(Item::id).orElse(0L) + 1;
    switch (data.memo()) {
      case "charge" -> items.insert(context.action().account(), new Item(seen, "charged"));
      default -> items.insert(context.receiver(), new Item(seen, data.memo()));
    }
    context.check(!data.memo().equals(POISON), "cannot swallow " + POISON);
  }

  private static Table<Item> items(Context context) {
    return context.table(ITEMS, context.receiver(), Item.class, Item::id);
  }
}
