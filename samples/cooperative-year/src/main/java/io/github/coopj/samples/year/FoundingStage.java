package io.github.coopj.samples.year;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.RegistryContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.samples.year.data.MemberRow;
import java.util.ArrayList;
import java.util.List;

/** Stage 3: the founding meeting adopts the charter and elects the Council; then the cooperative's own account is put under it. */
final class FoundingStage {
  private static final int SEATS_TO_RECOVER = 3;

  private final World world;
  private final Applications applications;

  FoundingStage(World world, Applications applications) {
    this.world = world;
    this.applications = applications;
  }

  /** Founds the cooperative; the founders are its Council, the first of them in the chair. */
  void found(String charterJson, List<MemberRow> founders) {
    List<Name> names = founders.stream().map(MemberRow::account).toList();
    List<MembershipApplication> signed = founders.stream().map(applications::of).toList();
    List<PermissionLevel> levels = new ArrayList<>();
    List<PrivateKey> keys = new ArrayList<>();
    levels.add(PermissionLevel.active(world.cooperative()));
    keys.add(world.keyOf(world.cooperative()));
    for (Name founder : names) {
      levels.add(PermissionLevel.active(founder));
      keys.add(world.keyOf(founder));
    }
    Action found = JavaContract.action(
        CooperativeAccounts.REGISTRY,
        new RegistryContract.Found(charterJson, signed, names, names.get(0)),
        levels.toArray(new PermissionLevel[0]));
    world.push(keys, List.of(found));
    handOver(names);
  }

  /**
   * The cooperative's account: three members of the Council together can recover it, the Chairman acts for it, and two
   * permissions with keys of their own can do one thing each (PERM-01, PERM-02).
   */
  void handOver(List<Name> council) {
    Name cooperative = world.cooperative();
    PermissionLevel owner = new PermissionLevel(cooperative, PermissionNames.OWNER);
    List<PermissionLevelWeight> seats = council.stream()
        .sorted()
        .map(seat -> new PermissionLevelWeight(PermissionLevel.active(seat), 1))
        .toList();
    List<Action> actions = new ArrayList<>();
    actions.add(permission(owner, World.CASHIER, PermissionNames.ACTIVE, key(World.CASHIER)));
    actions.add(permission(owner, World.OFFICE, PermissionNames.ACTIVE, key(World.OFFICE)));
    actions.add(link(owner, World.CASHIER, CooperativeAccounts.TREASURY, "contribute"));
    actions.add(link(owner, World.OFFICE, CooperativeAccounts.MEMBERSHIP, "verify"));
    actions.add(link(owner, World.OFFICE, CooperativeAccounts.MEMBERSHIP, "admit"));
    actions.add(link(owner, World.OFFICE, CooperativeAccounts.MEETING, ""));
    actions.add(link(owner, World.OFFICE, CooperativeAccounts.COUNCIL, ""));
    actions.add(link(owner, World.OFFICE, CooperativeAccounts.PROGRAMME, ""));
    actions.add(permission(
        owner,
        PermissionNames.ACTIVE,
        PermissionNames.OWNER,
        Authority.ofLevel(PermissionLevel.active(council.get(0)))));
    actions.add(permission(
        owner,
        PermissionNames.OWNER,
        Name.EMPTY,
        new Authority(Math.min(SEATS_TO_RECOVER, seats.size()), List.of(), seats, List.of())));
    world.push(List.of(world.keyOf(cooperative)), actions);
  }

  private Authority key(Name permission) {
    return Authority.ofKey(world.keyOf(permission).publicKey());
  }

  private static Action permission(
      PermissionLevel by, Name permission, Name parent, Authority authority) {
    return JavaContract.action(
        SystemActions.EOSIO,
        new SystemActions.UpdateAuth(by.actor(), permission, parent, authority),
        by);
  }

  private static Action link(PermissionLevel by, Name permission, Name contract, String action) {
    return JavaContract.action(
        SystemActions.EOSIO,
        new SystemActions.LinkAuth(by.actor(), contract, Name.of(action), permission),
        by);
  }
}
