package io.github.coopj.chain.system;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;

/** What the system contract does with the system token: all of it by actions of the token contract. */
final class SystemToken {
  private static final int SAVING_SHARE = 10;

  private SystemToken() {}

  /** Makes the token known and issues what there is at first. */
  static void launch(Context context, long maxSupply, long supply) {
    send(
        context,
        TokenContract.ACCOUNT,
        new TokenContract.Create(SystemAccounts.SAVING, new Asset(maxSupply, Symbol.AXON)));
    issue(context, supply, "first issue");
  }

  /** Issues to the savings; nothing else can, since nobody holds a key of that account. */
  static void issue(Context context, long amount, String memo) {
    if (amount > 0) {
      send(
          context,
          SystemAccounts.SAVING,
          new TokenContract.Issue(SystemAccounts.SAVING, new Asset(amount, Symbol.AXON), memo));
    }
  }

  /** Takes a fee: a tenth, rounded down, to the savings, the rest to the producers. */
  static void takeFee(Context context, Name payer, long fee) {
    long saving = fee / SAVING_SHARE;
    transfer(context, payer, SystemAccounts.PRODUCER_PAY, fee - saving, "rent of resources");
    transfer(context, payer, SystemAccounts.SAVING, saving, "rent of resources");
  }

  static void transfer(Context context, Name from, Name to, long amount, String memo) {
    if (amount > 0) {
      send(
          context,
          from,
          new TokenContract.Transfer(from, to, new Asset(amount, Symbol.AXON), memo));
    }
  }

  private static void send(Context context, Name actor, Record data) {
    context.sendInline(
        JavaContract.action(TokenContract.ACCOUNT, data, PermissionLevel.active(actor)));
  }
}
