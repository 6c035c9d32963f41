package io.github.coopj.samples.year;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.cooperative.PlatformInstaller;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.name.AccountNames;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.samples.year.data.MemberRow;
import java.util.ArrayList;
import java.util.List;

/** Stage 1 and 2: the platform on a fresh chain, its producers, and accounts by the rules of names and domains. */
final class Boot {
  /** Producers after the change of schedule. */
  static final List<Name> PRODUCERS =
      List.of(Name.of("producera"), Name.of("producerb"), Name.of("producerc"));

  private static final int ACCOUNTS_PER_TRANSACTION = 20;

  private final World world;

  Boot(World world) {
    this.world = world;
  }

  /** Keys of all producers, {@code eosio} of genesis included. */
  static List<PrivateKey> producerKeys() {
    List<PrivateKey> keys = new ArrayList<>();
    keys.add(World.deriveKey(SystemActions.EOSIO));
    PRODUCERS.forEach(name -> keys.add(World.deriveKey(name)));
    return keys;
  }

  /** Installs the contracts and hands block production over to three producers. */
  void platform() {
    PrivateKey operator = world.keyOf(SystemActions.EOSIO);
    for (List<Action> actions : PlatformInstaller.transactions(operator.publicKey())) {
      world.push(List.of(operator), actions);
    }
    for (Name producer : PRODUCERS) {
      world.push(operator, newAccount(SystemActions.EOSIO, producer));
    }
    List<SystemContract.Producer> schedule = PRODUCERS.stream()
        .map(name -> new SystemContract.Producer(name, world.keyOf(name).publicKey()))
        .toList();
    world.push(
        operator,
        JavaContract.action(
            SystemActions.EOSIO,
            new SystemContract.SetProducers(schedule),
            PermissionLevel.active(SystemActions.EOSIO)));
    while (!PRODUCERS.contains(world.chain().info().headProducer())) {
      world.settle();
    }
  }

  /** Creates the cooperative's account and those of all applicants. Returns the refusal of a name that is not allowed. */
  String accounts(List<MemberRow> applicants) {
    PrivateKey operator = world.keyOf(SystemActions.EOSIO);
    Name cooperative = world.cooperative();
    world.push(operator, newAccount(SystemActions.EOSIO, cooperative));
    List<World.Unsigned> transactions = new ArrayList<>();
    List<Action> ordinary = new ArrayList<>();
    List<Action> inDomain = new ArrayList<>();
    for (MemberRow applicant : applicants) {
      boolean dotted = AccountNames.zoneOf(applicant.account()).isPresent();
      Name creator = dotted ? cooperative : SystemActions.EOSIO;
      (dotted ? inDomain : ordinary).add(newAccount(creator, applicant.account()));
    }
    addChunks(transactions, ordinary, operator);
    addChunks(transactions, inDomain, world.keyOf(cooperative));
    world.pushAll(transactions);
    return refusedName();
  }

  /** Nobody but the cooperative creates names in its domain: shown by trying. */
  private String refusedName() {
    Name outsider = Name.of("outsid." + world.cooperative());
    Name somebody = PRODUCERS.get(0);
    return outsider + " by " + somebody + ": "
        + world.refused(world.keyOf(somebody), newAccount(somebody, outsider));
  }

  private static void addChunks(
      List<World.Unsigned> transactions, List<Action> actions, PrivateKey signer) {
    for (int from = 0; from < actions.size(); from += ACCOUNTS_PER_TRANSACTION) {
      List<Action> chunk =
          actions.subList(from, Math.min(actions.size(), from + ACCOUNTS_PER_TRANSACTION));
      transactions.add(new World.Unsigned(List.copyOf(chunk), List.of(signer)));
    }
  }

  private Action newAccount(Name creator, Name name) {
    Authority authority = Authority.ofKey(world.keyOf(name).publicKey());
    return PlatformInstaller.newAccount(creator, name, authority, authority);
  }
}
