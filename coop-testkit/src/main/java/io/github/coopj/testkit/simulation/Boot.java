package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.SignatureRecovery;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Where all nodes of a network begin: contracts and accounts are there, the producers have just become active. */
final class Boot {
  private static final Name EOSIO = SystemActions.EOSIO;
  private static final Map<Name, PrivateKey> KEYS = new ConcurrentHashMap<>();

  /** Seconds from the boot on in which marks expire, some soon, all before a transaction may live that long. */
  private static final int SHORTEST_LIFE = 60;

  private static final int LIVES = 900;

  private final Genesis genesis =
      Genesis.of(TimePoint.parse("2026-01-01T00:00:00"), key(EOSIO).publicKey());
  private final ContractCatalog catalog =
      new ContractCatalog(List.of(new SystemContract(), new Marks()));
  private final List<Name> producers;
  private final BlockState head;
  private final StateView view;
  private final List<TransactionMetadata> marks = new ArrayList<>();
  private final Map<Asked, TransactionMetadata> schedules = new HashMap<>();
  private int pushed;

  private record Asked(int id, boolean all) {}

  Boot(int count) {
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(Name.of("producer" + (char) ('a' + i)));
    }
    this.producers = List.copyOf(names);
    Controller controller = new Controller(genesis, catalog);
    Controller.Making making =
        controller.begin(controller.head().header().timestamp().next());
    push(making, controller, EOSIO, setCode(EOSIO, new SystemContract()));
    push(making, controller, EOSIO, newAccount(Marks.ACCOUNT));
    push(making, controller, Marks.ACCOUNT, setCode(Marks.ACCOUNT, new Marks()));
    for (Name producer : producers) {
      push(making, controller, EOSIO, newAccount(producer));
    }
    push(making, controller, EOSIO, setProducers(producers));
    making.seal(key(EOSIO));
    while (controller.head().activeSchedule().version() == 0) {
      controller.begin(controller.head().header().timestamp().next()).seal(key(EOSIO));
    }
    this.head = controller.head();
    this.view = controller.view();
  }

  Genesis genesis() {
    return genesis;
  }

  List<Name> producers() {
    return producers;
  }

  BlockState head() {
    return head;
  }

  ProducerSchedule schedule() {
    return head.activeSchedule();
  }

  /** A chain that stands at the end of the boot. */
  Controller controller(SignatureRecovery recovery) {
    Controller controller = new Controller(genesis, catalog, recovery);
    controller.reset(head, view);
    return controller;
  }

  static PrivateKey key(Name name) {
    return KEYS.computeIfAbsent(
        name, each -> PrivateKey.fromSeed(KeyType.K1, "simulation " + each));
  }

  private void push(Controller.Making making, Controller controller, Name signer, Action action) {
    making.execute(
        transaction(
            controller.head().id(), making.slot().toInstant().getEpochSecond(), signer, action),
        100);
  }

  /** A transaction of the given action, unlike all others of this boot. */
  private TransactionMetadata transaction(Checksum256 tapos, long now, Name signer, Action action) {
    return TransactionMetadata.recover(
        TransactionBuilder.forChain(genesis.chainId())
            .tapos(tapos)
            .expiresAt(new TimePointSec(now + 60 + pushed++))
            .add(action)
            .sign(key(signer))
            .pack(Compression.NONE),
        genesis.chainId());
  }

  /** Sets a mark, signed once for all runs; valid on every branch, because it refers to the last block of the boot. */
  synchronized TransactionMetadata mark(int id) {
    while (marks.size() < id) {
      marks.add(newMark(marks.size() + 1));
    }
    return marks.get(id - 1);
  }

  private TransactionMetadata newMark(int id) {
    return onEveryBranch(
        SHORTEST_LIFE + id * 97L % LIVES,
        Marks.ACCOUNT,
        JavaContract.action(
            Marks.ACCOUNT, new Marks.SetMark(id), PermissionLevel.active(Marks.ACCOUNT)));
  }

  /**
   * Asks for other producers, or another order of them; as a mark, signed once for all runs. More than two thirds of them
   * stay: where a branch with fewer of them wins, each may be bound by higher numbers that it signed on a branch that lost,
   * and then nobody goes on, with any node that follows this protocol.
   */
  synchronized TransactionMetadata schedule(int id, boolean all) {
    return schedules.computeIfAbsent(new Asked(id, all), this::newSchedule);
  }

  private TransactionMetadata newSchedule(Asked asked) {
    List<Name> names = new ArrayList<>(producers);
    Random random = new Random(Simulation.mixed(asked.id()));
    Collections.shuffle(names, random);
    int least = asked.all() ? names.size() : names.size() * 2 / 3 + 1;
    int size = least + random.nextInt(names.size() - least + 1);
    return onEveryBranch(LIVES + asked.id(), EOSIO, setProducers(names.subList(0, size)));
  }

  private TransactionMetadata onEveryBranch(long life, Name signer, Action action) {
    return TransactionMetadata.recover(
        TransactionBuilder.forChain(genesis.chainId())
            .tapos(head.id())
            .expiresAt(TimePointSec.of(head.header().timestamp().toInstant()).plusSeconds(life))
            .add(action)
            .sign(key(signer))
            .pack(Compression.NONE),
        genesis.chainId());
  }

  private static Action setProducers(List<Name> names) {
    return JavaContract.action(
        EOSIO,
        new SystemContract.SetProducers(names.stream()
            .map(name -> new SystemContract.Producer(name, key(name).publicKey()))
            .toList()),
        PermissionLevel.active(EOSIO));
  }

  private static Action newAccount(Name name) {
    Authority authority = Authority.ofKey(key(name).publicKey());
    return JavaContract.action(
        EOSIO,
        new SystemActions.NewAccount(EOSIO, name, authority, authority),
        PermissionLevel.active(EOSIO));
  }

  private static Action setCode(Name account, JavaContract contract) {
    return JavaContract.action(
        EOSIO,
        new SystemActions.SetCode(account, 1, 0, contract.descriptor()),
        PermissionLevel.active(account));
  }
}
