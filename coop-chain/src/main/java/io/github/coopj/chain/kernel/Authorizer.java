package io.github.coopj.chain.kernel;

import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.AuthorityChecker;
import io.github.coopj.core.permission.PermissionException;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.permission.PermissionTable;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides whether keys, or the code of a contract, may do what actions declare: the declared permission must be strong
 * enough for the action, and it must be satisfied (PERM-01, PERM-02).
 */
final class Authorizer {
  private final ChainState state;

  Authorizer(ChainState state) {
    this.state = state;
  }

  /** Requires that the keys satisfy what the actions declare, and that none is left over. */
  void requireSignedBy(List<Action> actions, Collection<PublicKey> keys) {
    require(actions, checker(keys, List.of(), 0), keys.size());
  }

  /** Requires that the code of a contract may send an action. */
  void requireSentBy(Name receiver, Action action) {
    PermissionLevel code = new PermissionLevel(receiver, PermissionNames.CODE);
    require(List.of(action), checker(List.of(), List.of(code), 0), 0);
  }

  /** Whether keys satisfy a permission and all of them are needed. */
  boolean isSatisfied(PermissionLevel level, Collection<PublicKey> keys) {
    AuthorityChecker checker = checker(keys, List.of(), 0);
    return checker.isSatisfied(level) && checker.allKeysUsed();
  }

  /** Whether keys and permissions satisfy all that a transaction declares, none of the keys in vain. */
  boolean isAuthorized(
      Transaction transaction, Collection<PublicKey> keys, Collection<PermissionLevel> levels) {
    long delay = transaction.header().delaySec();
    long longest = state.configuration().maxTransactionDelay();
    try {
      require(
          transaction.actions(),
          checker(keys, levels, delay >= longest ? Long.MAX_VALUE : delay),
          keys.size());
      return true;
    } catch (ChainException e) {
      if (e.reason().isAuthorization()) {
        return false;
      }
      throw e;
    }
  }

  private AuthorityChecker checker(
      Collection<PublicKey> keys, Collection<PermissionLevel> levels, long delaySec) {
    return new AuthorityChecker(
        state.accounts, keys, levels, delaySec, state.configuration().maxAuthorityDepth());
  }

  private void require(List<Action> actions, AuthorityChecker checker, int keys) {
    PermissionLevel only = null;
    SortedSet<PermissionLevel> several = null;
    for (Action action : actions) {
      if (action.authorization().isEmpty()) {
        requireNoneNeeded(action);
      }
      for (PermissionLevel declared : action.authorization()) {
        requireStrongEnough(action, declared);
        if (only == null) {
          only = declared;
        } else if (several == null) {
          several = new TreeSet<>(List.of(only));
        }
        if (several != null) {
          several.add(declared);
        }
      }
    }
    if (several != null) {
      for (PermissionLevel level : several) {
        requireSatisfied(checker, level, keys);
      }
    } else if (only != null) {
      requireSatisfied(checker, only, keys);
    }
    if (!checker.allKeysUsed()) {
      throw new ChainException(
          ChainError.TX_IRRELEVANT_SIG,
          "transaction bears irrelevant signatures from these keys: " + checker.unusedKeys());
    }
  }

  private static void requireNoneNeeded(Action action) {
    if (PermissionTable.isSpecial(action.account(), action.name())) {
      throw new ChainException(
          ChainError.IRRELEVANT_AUTH,
          "eosio::" + action.name() + " has exactly one declared authorization, got none");
    }
  }

  private static void requireSatisfied(AuthorityChecker checker, PermissionLevel level, int keys) {
    if (!checker.isSatisfied(level)) {
      throw new ChainException(
          ChainError.UNSATISFIED_AUTHORIZATION,
          "transaction declares authority " + level + ", but its " + keys
              + " signature(s) do not satisfy it: " + checker.explain(level));
    }
  }

  /** Requires that the declared permission is the weakest that may authorise the action, or above it. */
  private void requireStrongEnough(Action action, PermissionLevel declared) {
    AccountEntry actor = state.accounts.entry(declared.actor());
    if (actor == null || actor.permissions().find(declared) == null) {
      throw new ChainException(
          ChainError.PERMISSION_QUERY, "failed to retrieve permission " + declared);
    }
    PermissionTable table = actor.permissions();
    try {
      Optional<Name> minimum = PermissionTable.isSpecial(action.account(), action.name())
          ? minimumToChangePermissions(table, action, declared)
          : table.minimumPermission(action.account(), action.name());
      if (minimum.isPresent()) {
        table.requireSatisfies(declared.permission(), minimum.get());
      }
    } catch (PermissionException e) {
      ChainError error = e.reason() == PermissionException.Reason.NO_LINK
          ? ChainError.TRANSACTION
          : Accounts.errorOf(e.reason());
      throw new ChainException(error, String.valueOf(e.getMessage()), e);
    }
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
            ChainError.TX_NOT_FOUND,
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
