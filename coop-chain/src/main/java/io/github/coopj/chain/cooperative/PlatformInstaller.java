package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.system.SystemInstaller;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.PublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The actions that turn a fresh chain into one of the platform: the system with its token, then the accounts of the
 * cooperative contracts, their code and ABIs.
 */
public final class PlatformInstaller {
  private PlatformInstaller() {}

  /**
   * Actions in the order in which they must take effect, one list a transaction. All are signed with the operator's
   * key, which is the initial key of the chain.
   *
   * <p>The key holds the contracts' accounts only until their code is there. The last transaction takes it away: from then
   * on a contract's account acts by its code alone, and {@code eosio}, which the producers hold, owns it.
   *
   * @param operator key that holds {@code eosio}
   * @return the transactions
   */
  public static List<List<Action>> transactions(PublicKey operator) {
    List<List<Action>> transactions = new ArrayList<>(SystemInstaller.transactions(operator));
    transactions.add(List.of(SystemInstaller.launch()));
    List<Action> accounts = new ArrayList<>();
    List<Action> code = new ArrayList<>();
    List<Action> handOver = new ArrayList<>();
    CooperativeContracts.byAccount().forEach((account, contract) -> {
      accounts.add(newAccount(
          SystemActions.EOSIO, account, Authority.ofKey(operator), Authority.ofKey(operator)));
      code.addAll(SystemInstaller.install(account, contract));
      handOver.addAll(handOver(account));
    });
    transactions.add(accounts);
    transactions.add(code);
    transactions.add(handOver);
    return List.copyOf(transactions);
  }

  /**
   * Creates an account.
   *
   * @param creator account that creates it
   * @param name its name
   * @param owner authority of its permission {@code owner}
   * @param active authority of its permission {@code active}
   * @return the action, authorised by {@code creator@active}
   */
  public static Action newAccount(Name creator, Name name, Authority owner, Authority active) {
    return JavaContract.action(
        SystemActions.EOSIO,
        new SystemActions.NewAccount(creator, name, owner, active),
        PermissionLevel.active(creator));
  }

  /** The account acts by its code, and belongs to {@code eosio}. */
  private static List<Action> handOver(Name account) {
    PermissionLevel owner = new PermissionLevel(account, PermissionNames.OWNER);
    Authority code = Authority.ofLevel(new PermissionLevel(account, PermissionNames.CODE));
    Authority eosio = Authority.ofLevel(PermissionLevel.active(SystemActions.EOSIO));
    return List.of(
        JavaContract.action(
            SystemActions.EOSIO,
            new SystemActions.UpdateAuth(
                account, PermissionNames.ACTIVE, PermissionNames.OWNER, code),
            owner),
        JavaContract.action(
            SystemActions.EOSIO,
            new SystemActions.UpdateAuth(account, PermissionNames.OWNER, Name.EMPTY, eosio),
            owner));
  }
}
