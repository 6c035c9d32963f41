package io.github.coopj.chain.system;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.msig.MsigContract;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.PublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The actions that give a fresh chain its system: the contracts on {@code eosio}, {@code eosio.token} and
 * {@code eosio.msig}, and the accounts that hold the system token for the system.
 */
public final class SystemInstaller {
  /** Plan of the platform: f = 0.618, tacts of 30 days, at most 1 000 000 000.0000 AXON. */
  public static final EmissionPlan PLAN =
      new EmissionPlan(618_000, 30L * 24 * 60 * 60, 10_000_000_000_000L);

  /** Minor units that are issued at first: 10 000.0000 AXON. */
  public static final long FIRST_SUPPLY = 100_000_000L;

  private SystemInstaller() {}

  /**
   * One fresh instance of each contract.
   *
   * @return what a chain with this system can run
   */
  public static List<Contract> contracts() {
    return List.of(new SystemContract(), new TokenContract(), new MsigContract());
  }

  /**
   * Actions in the order in which they must take effect, one list a transaction, all authorised by {@code eosio} and by
   * accounts that the operator's key holds.
   *
   * @param operator key that holds {@code eosio} and will hold the accounts of the contracts
   * @return the transactions
   */
  public static List<List<Action>> transactions(PublicKey operator) {
    Authority key = Authority.ofKey(operator);
    Authority code = new Authority(
        1,
        List.of(),
        List.of(new PermissionLevelWeight(
            new PermissionLevel(SystemActions.EOSIO, PermissionNames.CODE), 1)),
        List.of());
    List<Action> accounts = new ArrayList<>();
    accounts.add(newAccount(TokenContract.ACCOUNT, key));
    accounts.add(newAccount(MsigContract.ACCOUNT, key));
    accounts.add(newAccount(SystemAccounts.SAVING, code));
    accounts.add(newAccount(SystemAccounts.PRODUCER_PAY, code));
    accounts.add(act(new SystemContract.SetPrivileged(MsigContract.ACCOUNT, true)));
    List<Action> contracts = new ArrayList<>();
    contracts.addAll(install(TokenContract.ACCOUNT, new TokenContract()));
    contracts.addAll(install(MsigContract.ACCOUNT, new MsigContract()));
    return List.of(install(SystemActions.EOSIO, new SystemContract()), accounts, contracts);
  }

  /**
   * Launches the system token by the platform's plan.
   *
   * @return the action, authorised by {@code eosio@active}
   */
  public static Action launch() {
    return act(new SystemContract.Launch(PLAN, FIRST_SUPPLY));
  }

  /**
   * Installs a contract and publishes its ABI.
   *
   * @param account account, whose permission {@code active} authorises it
   * @param contract contract
   * @return the two actions
   */
  public static List<Action> install(Name account, Contract contract) {
    PermissionLevel active = PermissionLevel.active(account);
    return List.of(
        JavaContract.action(
            SystemActions.EOSIO,
            new SystemActions.SetCode(
                account, SystemActions.SetCode.JAVA_VM, 0, contract.descriptor()),
            active),
        JavaContract.action(
            SystemActions.EOSIO,
            new SystemActions.SetAbi(account, Bytes.of(contract.abi().toBinary())),
            active));
  }

  private static Action newAccount(Name name, Authority authority) {
    return act(new SystemActions.NewAccount(SystemActions.EOSIO, name, authority, authority));
  }

  private static Action act(Record data) {
    return JavaContract.action(
        SystemActions.EOSIO, data, PermissionLevel.active(SystemActions.EOSIO));
  }
}
