package io.github.coopj.chain.kernel;

import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.AuthorityChecker;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether keys, or the code of a contract, may do what actions declare: the declared permission must be strong
 * enough for the action, and it must be satisfied (PERM-01, PERM-02).
 */
final class Authorizer {
  private static final Set<Name> PERMISSION_ACTIONS = new TreeSet<>(List.of(
      Name.of("updateauth"), Name.of("deleteauth"), Name.of("linkauth"), Name.of("unlinkauth")));

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
    PermissionLevel code = new PermissionLevel(receiver, SystemActions.EOSIO_CODE);
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
    return new AuthorityChecker(this::authorityOf, keys, levels, 0, maxDepth);
  }

  private @Nullable Authority authorityOf(PermissionLevel level) {
    PermissionObject permission = state.permissions.get(level);
    return permission == null ? null : permission.authority();
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
        minimumFor(action, declared)
            .ifPresent(minimum -> requireAtLeast(declared, minimum, action));
        levels.add(declared);
      }
    }
    return levels;
  }

  /** The weakest permission of the declaring account that may authorise the action; empty where any will do. */
  private Optional<Name> minimumFor(Action action, PermissionLevel declared) {
    if (action.account().equals(SystemActions.EOSIO)
        && PERMISSION_ACTIONS.contains(action.name())) {
      return minimumForPermissionChange(action, declared);
    }
    return linkedPermission(declared.actor(), action.account(), action.name());
  }

  private Optional<Name> minimumForPermissionChange(Action action, PermissionLevel declared) {
    return switch (action.name().toString()) {
      case "updateauth" -> {
        var update = NativeActions.read(SystemActions.UpdateAuth.class, action);
        requireSoleActor(action, declared, update.account());
        boolean exists = state.permissions.containsKey(
            new PermissionLevel(update.account(), update.permission()));
        Name minimum = exists ? update.permission() : update.parent();
        yield Optional.of(minimum.isEmpty() ? SystemActions.OWNER : minimum);
      }
      case "deleteauth" -> {
        var delete = NativeActions.read(SystemActions.DeleteAuth.class, action);
        requireSoleActor(action, declared, delete.account());
        yield Optional.of(delete.permission());
      }
      case "linkauth" -> {
        var link = NativeActions.read(SystemActions.LinkAuth.class, action);
        requireSoleActor(action, declared, link.account());
        if (link.code().equals(SystemActions.EOSIO) && PERMISSION_ACTIONS.contains(link.type())) {
          throw new ChainException(
              ChainError.UNLINKABLE_ACTION,
              "eosio::" + link.type() + " cannot be linked to a permission");
        }
        yield linkedPermission(link.account(), link.code(), link.type());
      }
      default -> {
        var unlink = NativeActions.read(SystemActions.UnlinkAuth.class, action);
        requireSoleActor(action, declared, unlink.account());
        yield linkedPermission(unlink.account(), unlink.code(), unlink.type());
      }
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

  /** Permission an action is linked to: by action, by contract, else {@code active}; none for {@code eosio.any}. */
  private Optional<Name> linkedPermission(Name account, Name code, Name type) {
    Name linked = state.links.get(new LinkKey(account, code, type));
    if (linked == null) {
      linked = state.links.get(new LinkKey(account, code, Name.EMPTY));
    }
    if (linked == null) {
      return Optional.of(SystemActions.ACTIVE);
    }
    return linked.equals(SystemActions.EOSIO_ANY) ? Optional.empty() : Optional.of(linked);
  }

  private void requireAtLeast(PermissionLevel declared, Name minimum, Action action) {
    Name at = minimum;
    while (!at.isEmpty()) {
      if (at.equals(declared.permission())) {
        return;
      }
      PermissionObject permission =
          state.permissions.get(new PermissionLevel(declared.actor(), at));
      if (permission == null) {
        throw new ChainException(
            ChainError.PERMISSION_QUERY, "unknown permission " + declared.actor() + "@" + at);
      }
      at = permission.parent();
    }
    throw new ChainException(
        ChainError.IRRELEVANT_AUTH,
        "action " + action.account() + "::" + action.name() + " declares irrelevant authority "
            + declared + "; minimum authority is " + declared.actor() + "@" + minimum);
  }
}
