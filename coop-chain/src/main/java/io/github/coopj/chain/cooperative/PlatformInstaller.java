package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.system.SystemInstaller;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
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
   * @param operator key that holds {@code eosio} and will hold the contracts' accounts
   * @return the transactions
   */
  public static List<List<Action>> transactions(PublicKey operator) {
    List<List<Action>> transactions = new ArrayList<>(SystemInstaller.transactions(operator));
    transactions.add(List.of(SystemInstaller.launch()));
    List<Action> accounts = new ArrayList<>();
    List<Action> code = new ArrayList<>();
    CooperativeContracts.byAccount().forEach((account, contract) -> {
      accounts.add(newAccount(
          SystemActions.EOSIO,
          account,
          Authority.ofKey(operator),
          contractAuthority(account, operator)));
      code.addAll(SystemInstaller.install(account, contract));
    });
    transactions.add(accounts);
    transactions.add(code);
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

  /** A key, and the code of the contract for the actions it sends. */
  private static Authority contractAuthority(Name account, PublicKey key) {
    return new Authority(
        1,
        List.of(new KeyWeight(key, 1)),
        List.of(new PermissionLevelWeight(new PermissionLevel(account, PermissionNames.CODE), 1)),
        List.of());
  }
}
