package io.github.coopj.chain.kernel;

import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.AuthorityChecker;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.permission.PermissionTable;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decides whether keys, or the code of a contract, may do what actions declare: the declared permission must be strong
 * enough for the action, and it must be satisfied (PERM-01, PERM-02).
 */
final class Authorizer {
  private final ChainState state;
  private final int maxDepth;

  Authorizer(ChainState state, int maxDepth) {
    this.state = state;
    this.maxDepth = maxDepth;
  }

  /** Requires that the keys satisfy what the actions declare, and that none is left over. */
  void requireSignedBy(List<Action> actions, Collection<PublicKey> keys) {
    AuthorityChecker checker = checker(keys, List.of());
    for (PermissionLevel level : requiredLevels(actions)) {
      requireSatisfied(checker, level, keys.size());
    }
    if (!checker.allKeysUsed()) {
      throw new ChainException(
          ChainError.TX_IRRELEVANT_SIG,
          "transaction bears irrelevant signatures from these keys: " + checker.unusedKeys());
    }
  }

  /** Requires that the code of a contract may send an action. */
  void requireSentBy(Name receiver, Action action) {
    PermissionLevel code = new PermissionLevel(receiver, PermissionNames.CODE);
    AuthorityChecker checker = checker(List.of(), List.of(code));
    for (PermissionLevel level : requiredLevels(List.of(action))) {
      requireSatisfied(checker, level, 0);
    }
  }

  /** Whether keys satisfy a permission and all of them are needed. */
  boolean isSatisfied(PermissionLevel level, Collection<PublicKey> keys) {
    AuthorityChecker checker = checker(keys, List.of());
    return checker.isSatisfied(level) && checker.allKeysUsed();
  }

  private AuthorityChecker checker(Collection<PublicKey> keys, Collection<PermissionLevel> levels) {
    return new AuthorityChecker(state.permissions, keys, levels, 0, maxDepth);
  }

  private void requireSatisfied(AuthorityChecker checker, PermissionLevel level, int keys) {
    if (!checker.isSatisfied(level)) {
      throw new ChainException(
          ChainError.UNSATISFIED_AUTHORIZATION,
          "transaction declares authority " + level + ", but its " + keys
              + " signature(s) do not satisfy it: " + checker.explain(level));
    }
  }

  private NavigableSet<PermissionLevel> requiredLevels(List<Action> actions) {
    NavigableSet<PermissionLevel> levels = new TreeSet<>();
    for (Action action : actions) {
      for (PermissionLevel declared : action.authorization()) {
        requireStrongEnough(action, declared);
        levels.add(declared);
      }
    }
    return levels;
  }

  /** Requires that the declared permission is the weakest that may authorise the action, or above it. */
  private void requireStrongEnough(Action action, PermissionLevel declared) {
    PermissionTable table = state.permissions.of(declared.actor());
    Permissions.change(() -> {
      Optional<Name> minimum = PermissionTable.isSpecial(action.account(), action.name())
          ? minimumToChangePermissions(table, action, declared)
          : table.minimumPermission(action.account(), action.name());
      minimum.ifPresent(needed -> table.requireSatisfies(declared.permission(), needed));
      return minimum;
    });
  }

  private static Optional<Name> minimumToChangePermissions(
      PermissionTable table, Action action, PermissionLevel declared) {
    return switch (action.name().toString()) {
      case "updateauth" -> {
        var update = NativeActions.read(SystemActions.UpdateAuth.class, action);
        requireSoleActor(action, declared, update.account());
        yield Optional.of(table.requiredToUpdate(update.permission(), update.parent()));
      }
      case "deleteauth" -> {
        var delete = NativeActions.read(SystemActions.DeleteAuth.class, action);
        requireSoleActor(action, declared, delete.account());
        yield Optional.of(table.requiredToDelete(delete.permission()));
      }
      case "linkauth" -> {
        var link = NativeActions.read(SystemActions.LinkAuth.class, action);
        requireSoleActor(action, declared, link.account());
        yield table.requiredToLink(link.code(), link.type());
      }
      case "unlinkauth" -> {
        var unlink = NativeActions.read(SystemActions.UnlinkAuth.class, action);
        requireSoleActor(action, declared, unlink.account());
        yield table.requiredToUnlink(unlink.code(), unlink.type());
      }
      default ->
        throw new ChainException(
            ChainError.INVALID_TRANSACTION,
            "there are no delayed transactions on this chain to " + action.name());
    };
  }

  private static void requireSoleActor(Action action, PermissionLevel declared, Name account) {
    if (action.authorization().size() != 1 || !declared.actor().equals(account)) {
      throw new ChainException(
          ChainError.IRRELEVANT_AUTH,
          "eosio::" + action.name() + " of " + account
              + " is authorised by exactly one permission of that account");
    }
  }
}
