package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.permission.PermissionTable;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The accounts that the chain itself makes and looks after (protocol rule: controller.cpp). */
final class GenesisState {
  private static final Name NULL = Name.of("eosio.null");
  private static final Name PRODUCERS = Name.of("eosio.prods");
  private static final Name MAJORITY = Name.of("prod.major");
  private static final Name MINORITY = Name.of("prod.minor");
  private static final Authority NOBODY = new Authority(1, List.of(), List.of(), List.of());

  private final ChainState state;
  private final ResourceLimits resources;

  GenesisState(ChainState state, ResourceLimits resources) {
    this.state = state;
    this.resources = resources;
  }

  /** The state of block 1: the privileged account {@code eosio}, nobody's account and that of the producers. */
  void create(Genesis genesis, Set<ProtocolFeature> features) {
    state.configuration.set(genesis.initialConfiguration());
    resources.initialize();
    for (ProtocolFeature feature : features) {
      state.features.put(feature.digest(), 1L);
    }
    BlockTimestamp start = BlockTimestamp.of(genesis.initialTimestamp().toInstant());
    Authority initial = Authority.ofKey(genesis.initialKey());
    account(start, true, ownerAndActive(SystemActions.EOSIO, initial, initial));
    account(start, false, ownerAndActive(NULL, NOBODY, NOBODY));
    Authority eosio = Authority.ofLevel(PermissionLevel.active(SystemActions.EOSIO));
    account(start, false, producers(eosio, eosio, eosio));
  }

  /** Lets the producers of a schedule hold their account: two thirds of them, one half, one third, and one more. */
  void setProducers(ProducerSchedule schedule) {
    PermissionTable now =
        producers(share(schedule, 2, 3), share(schedule, 1, 2), share(schedule, 1, 3));
    if (!now.equals(state.accounts.of(PRODUCERS).permissions())) {
      state.accounts.setPermissions(now);
    }
  }

  private void account(BlockTimestamp created, boolean privileged, PermissionTable table) {
    Name name = table.account();
    state.accounts.put(
        name,
        AccountEntry.of(new AccountObject(created, privileged, Checksum256.ZERO, 0, 0), table));
    long bytes = RamSizes.ACCOUNT;
    for (Permission permission : table.permissions()) {
      // as on a node, the two permissions below that of the producers are billed to nobody
      if (permission.name().equals(PermissionNames.OWNER)
          || permission.name().equals(PermissionNames.ACTIVE)) {
        bytes += RamSizes.ofPermission(permission.authority());
      }
    }
    resources.addRam(name, bytes);
  }

  private static PermissionTable ownerAndActive(Name account, Authority owner, Authority active) {
    return PermissionTable.restore(
        account,
        List.of(
            new Permission(PermissionNames.OWNER, Name.EMPTY, owner),
            new Permission(PermissionNames.ACTIVE, PermissionNames.OWNER, active)),
        List.of());
  }

  private static PermissionTable producers(
      Authority active, Authority majority, Authority minority) {
    return PermissionTable.restore(
        PRODUCERS,
        List.of(
            new Permission(PermissionNames.OWNER, Name.EMPTY, NOBODY),
            new Permission(PermissionNames.ACTIVE, PermissionNames.OWNER, active),
            new Permission(MAJORITY, PermissionNames.ACTIVE, majority),
            new Permission(MINORITY, MAJORITY, minority)),
        List.of());
  }

  private static Authority share(ProducerSchedule schedule, int numerator, int denominator) {
    List<PermissionLevelWeight> accounts = new ArrayList<>();
    for (ProducerSchedule.Producer producer : schedule.producers()) {
      accounts.add(new PermissionLevelWeight(PermissionLevel.active(producer.producerName()), 1));
    }
    int threshold = accounts.size() * numerator / denominator + 1;
    return new Authority(threshold, List.of(), accounts, List.of());
  }
}
