package io.github.coopj.core.permission;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionException.Reason;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reserve recovery (резервное восстановление): replacing a key that was lost, without the lost key (PERM-03).
 *
 * <p>There are two ways. Who holds a permission <em>above</em> the lost one replaces it at once. Or guardians, which are
 * other accounts that the lost permission or one above it counts in its authority, ask for a replacement; it takes effect
 * when the delay has passed, and until then the account itself may object. The delay is here because chains no longer delay
 * transactions; waits in the authority of the guardians count from the request on.
 *
 * <p>Every move is kept in {@link #history()}. An account whose {@code owner} has no guardian cannot be helped when owner's
 * keys are lost; {@link #assess} says so beforehand.
 *
 * <p>A value never changes; every move gives a new one, or throws and leaves everything as it was. Moments come from the
 * caller and never run back. That the permissions named were really proven is for the caller to have checked.
 */
public final class AccountRecovery {
  private final PermissionTable table;
  private final long delaySec;
  private final @Nullable Request pending;
  private final List<Change> history;

  private AccountRecovery(
      PermissionTable table, long delaySec, @Nullable Request pending, List<Change> history) {
    this.table = table;
    this.delaySec = delaySec;
    this.pending = pending;
    this.history = history;
  }

  /** What happened. */
  public enum Kind {
    /** A permission above replaced the lost one. */
    REPLACED_BY_PARENT,
    /** Guardians asked for a replacement. */
    REQUESTED_BY_GUARDIANS,
    /** The account objected to the request. */
    OBJECTED,
    /** The replacement that guardians asked for took effect. */
    REPLACED_BY_GUARDIANS,
    /** The permission that guardians asked to replace was deleted, and their request fell away. */
    REQUEST_FELL_AWAY
  }

  /**
   * One entry of the history.
   *
   * @param at when
   * @param kind what
   * @param permission which permission of the account it is about
   * @param by who did it, ascending; nobody when a request fell away
   * @param before its authority before the replacement
   * @param after the authority it got or was to get
   */
  public record Change(
      TimePointSec at,
      Kind kind,
      Name permission,
      List<PermissionLevel> by,
      Authority before,
      Authority after) {
    /** Copies the list. */
    public Change {
      by = List.copyOf(by);
    }
  }

  /**
   * Replacement that guardians asked for and that has not yet taken effect.
   *
   * @param permission the lost permission
   * @param replacement what is to satisfy it
   * @param guardians who asked, ascending
   * @param requestedAt when
   * @param effectiveAt from when on it can be completed; waits of the guardians' authority may make it later
   */
  public record Request(
      Name permission,
      Authority replacement,
      List<PermissionLevel> guardians,
      TimePointSec requestedAt,
      TimePointSec effectiveAt) {
    /** Copies the list. */
    public Request {
      guardians = List.copyOf(guardians);
    }
  }

  /**
   * Begins with a table and an empty history.
   *
   * @param table the permission table
   * @param delaySec seconds in which the account may object to its guardians, 0 to 45 days
   * @return the account, nothing pending
   * @throws InvalidValueException when the delay is out of range
   */
  public static AccountRecovery of(PermissionTable table, long delaySec) {
    if (delaySec < 0 || delaySec > Authority.MAX_WAIT_SEC) {
      throw new InvalidValueException(
          "delay of a recovery must be 0 to 3888000 seconds, got " + delaySec);
    }
    return new AccountRecovery(table, delaySec, null, List.of());
  }

  /**
   * Authority of one key that some guardians can replace: the key alone suffices, and so do that many guardians.
   *
   * <p>On a chain the guardians then satisfy {@code owner} directly; the delay of {@link #request} protects only where the
   * replacement goes through this class.
   *
   * @param key the key of the account
   * @param guardians permissions of other accounts, in any order, each once
   * @param required how many of them suffice, 1 to all
   * @return an authority to give to {@code owner}
   * @throws InvalidValueException when {@code required} is out of range or a guardian occurs twice
   */
  public static Authority guarded(
      PublicKey key, Collection<PermissionLevel> guardians, int required) {
    if (required < 1 || required > guardians.size() || required > Weights.MAX) {
      throw new InvalidValueException(
          "required guardians must be 1 to " + guardians.size() + ", got " + required);
    }
    Authority authority = new Authority(
        required,
        List.of(new KeyWeight(key, required)),
        guardians.stream()
            .sorted()
            .map(guardian -> new PermissionLevelWeight(guardian, 1))
            .toList(),
        List.of());
    authority.requireValid();
    return authority;
  }

  /**
   * Tells what would happen if the account lost its keys. To be shown when an account is set up.
   *
   * @param table its permission table
   * @param accounts authorities of all accounts; this account is looked up in {@code table}
   * @return the report; waits are taken as passed, and keys of other accounts as still there
   */
  public static RecoveryReport assess(PermissionTable table, AuthorityLookup accounts) {
    AuthorityLookup lookup = joined(table, accounts);
    PermissionLevel owner = PermissionLevel.owner(table.account());
    SortedSet<PublicKey> all = new TreeSet<>();
    SortedSet<PublicKey> own = new TreeSet<>();
    collectKeys(owner, lookup, all);
    for (Permission permission : table.permissions()) {
      permission.authority().keys().forEach(key -> own.add(key.key()));
    }
    List<PublicKey> irreplaceable = own.stream()
        .filter(key -> !holdsWithout(List.of(key), owner, lookup, all))
        .toList();
    RecoveryReport.Level level;
    if (!holdsWithout(List.of(), owner, lookup, all)) {
      level = RecoveryReport.Level.UNREACHABLE;
    } else if (holdsWithout(own, owner, lookup, all)) {
      level = RecoveryReport.Level.GUARDED;
    } else {
      level = irreplaceable.isEmpty()
          ? RecoveryReport.Level.SPARE_KEYS
          : RecoveryReport.Level.SINGLE_KEY;
    }
    List<PermissionLevel> guardians =
        require(table, PermissionNames.OWNER).authority().accounts().stream()
            .map(PermissionLevelWeight::permission)
            .filter(guardian -> !guardian.actor().equals(table.account()))
            .sorted()
            .toList();
    return new RecoveryReport(
        table.account(),
        level,
        level == RecoveryReport.Level.UNREACHABLE ? List.of() : irreplaceable,
        guardians);
  }

  /** The permission table as it is now. */
  public PermissionTable table() {
    return table;
  }

  /** Seconds in which the account may object to its guardians. */
  public long delaySec() {
    return delaySec;
  }

  /** The replacement that waits, if one does. */
  public Optional<Request> pending() {
    return Optional.ofNullable(pending);
  }

  /** Everything that happened, the oldest first. */
  public List<Change> history() {
    return history;
  }

  /**
   * Takes over a table that changed otherwise, by the account's own updateauth for example. The history stays, and so does
   * a request unless its permission is gone, which the history then tells.
   *
   * @param changed the table as it is now
   * @param now the moment
   * @return the account with this table
   * @throws InvalidValueException when it belongs to another account
   * @throws PermissionException TIME_RUNS_BACK
   */
  public AccountRecovery withTable(PermissionTable changed, TimePointSec now) {
    requireNotBefore(now);
    if (!changed.account().equals(table.account())) {
      throw new InvalidValueException(
          "table belongs to " + changed.account() + ", not to " + table.account());
    }
    if (pending == null || changed.permission(pending.permission()).isPresent()) {
      return new AccountRecovery(changed, delaySec, pending, history);
    }
    Change change = new Change(
        now,
        Kind.REQUEST_FELL_AWAY,
        pending.permission(),
        List.of(),
        require(table, pending.permission()).authority(),
        pending.replacement());
    return new AccountRecovery(changed, delaySec, null, append(change));
  }

  /**
   * Replaces a lost permission by one above it, at once. A request about the same permission falls away.
   *
   * @param declared the permission above that was proven
   * @param lost the permission whose key is gone
   * @param replacement what is to satisfy it from now on
   * @param accounts authorities of all accounts, as in {@link PermissionTable#updateAuth}
   * @param now the moment
   * @return the account with the replacement
   * @throws InvalidValueException when the replacement is not valid
   * @throws PermissionException UNKNOWN_PERMISSION, NOT_AUTHORIZED when {@code declared} is not above, UNKNOWN_REFERENCE,
   *     TIME_RUNS_BACK
   */
  public AccountRecovery replaceByParent(
      Name declared, Name lost, Authority replacement, AuthorityLookup accounts, TimePointSec now) {
    requireNotBefore(now);
    Permission before = require(table, lost);
    if (declared.equals(lost) || !table.satisfies(declared, lost)) {
      throw new PermissionException(
          Reason.NOT_AUTHORIZED,
          table.account() + "@" + declared + " is not above " + table.account() + "@" + lost);
    }
    PermissionTable changed = table.updateAuth(lost, before.parent(), replacement, accounts);
    Change change = new Change(
        now,
        Kind.REPLACED_BY_PARENT,
        lost,
        List.of(new PermissionLevel(table.account(), declared)),
        before.authority(),
        replacement);
    boolean settled = pending != null && pending.permission().equals(lost);
    return new AccountRecovery(changed, delaySec, settled ? null : pending, append(change));
  }

  /**
   * Guardians ask for a replacement, which takes effect by {@link #complete} when the delay has passed.
   *
   * @param lost the permission whose key is gone
   * @param replacement what is to satisfy it
   * @param guardians permissions of other accounts that were proven, at least one
   * @param accounts authorities of all accounts
   * @param now the moment
   * @return the account with the request
   * @throws InvalidValueException when the replacement is not valid, or the request would take effect after 2106
   * @throws PermissionException UNKNOWN_PERMISSION, UNKNOWN_REFERENCE, ALREADY_PENDING, OWN_GUARDIAN, TOO_FEW_GUARDIANS
   *     when there are none or they would not reach the threshold of {@code lost} or of one above it even after all
   *     waits, or when waits alone reach it and nobody is needed to consent, TIME_RUNS_BACK
   */
  public AccountRecovery request(
      Name lost,
      Authority replacement,
      Collection<PermissionLevel> guardians,
      AuthorityLookup accounts,
      TimePointSec now) {
    requireNotBefore(now);
    Permission before = require(table, lost);
    if (pending != null) {
      throw new PermissionException(
          Reason.ALREADY_PENDING,
          "a replacement of " + table.account() + "@" + pending.permission() + " is waiting");
    }
    for (PermissionLevel guardian : guardians) {
      if (guardian.actor().equals(table.account())) {
        throw new PermissionException(
            Reason.OWN_GUARDIAN, guardian + " cannot be a guardian of its own account");
      }
    }
    requireGuardians(lost, guardians, accounts, Long.MAX_VALUE, Reason.TOO_FEW_GUARDIANS);
    table.updateAuth(
        lost, before.parent(), replacement, accounts); // refused now rather than after the delay
    List<PermissionLevel> by = guardians.stream().sorted().distinct().toList();
    Request request = new Request(lost, replacement, by, now, now.plusSeconds(delaySec));
    Change change =
        new Change(now, Kind.REQUESTED_BY_GUARDIANS, lost, by, before.authority(), replacement);
    return new AccountRecovery(table, delaySec, request, append(change));
  }

  /**
   * The account objects to the request of its guardians, which falls away.
   *
   * @param declared permission of the account that was proven: the one that is to be replaced or one above it
   * @param now the moment
   * @return the account without the request
   * @throws PermissionException NOTHING_PENDING, NOT_AUTHORIZED, TIME_RUNS_BACK
   */
  public AccountRecovery object(Name declared, TimePointSec now) {
    requireNotBefore(now);
    Request request = requirePending();
    table.requireSatisfies(declared, request.permission());
    Change change = new Change(
        now,
        Kind.OBJECTED,
        request.permission(),
        List.of(new PermissionLevel(table.account(), declared)),
        require(table, request.permission()).authority(),
        request.replacement());
    return new AccountRecovery(table, delaySec, null, append(change));
  }

  /**
   * Lets the replacement that guardians asked for take effect. Anybody may do that once it is time. The guardians must
   * still be those that the table asks for.
   *
   * @param accounts authorities of all accounts
   * @param now the moment
   * @return the account with the replacement
   * @throws PermissionException NOTHING_PENDING, TOO_EARLY before the delay and the waits of the guardians' authority have
   *     passed, TOO_FEW_GUARDIANS when the table has changed and they no longer suffice, UNKNOWN_PERMISSION,
   *     UNKNOWN_REFERENCE, TIME_RUNS_BACK
   */
  public AccountRecovery complete(AuthorityLookup accounts, TimePointSec now) {
    requireNotBefore(now);
    Request request = requirePending();
    if (now.compareTo(request.effectiveAt()) < 0) {
      throw new PermissionException(
          Reason.TOO_EARLY,
          "replacement takes effect at " + request.effectiveAt() + ", now is " + now);
    }
    Name lost = request.permission();
    Permission before = require(table, lost);
    requireGuardians(lost, request.guardians(), accounts, Long.MAX_VALUE, Reason.TOO_FEW_GUARDIANS);
    long waited = now.seconds() - request.requestedAt().seconds();
    requireGuardians(lost, request.guardians(), accounts, waited, Reason.TOO_EARLY);
    PermissionTable changed =
        table.updateAuth(lost, before.parent(), request.replacement(), accounts);
    Change change = new Change(
        now,
        Kind.REPLACED_BY_GUARDIANS,
        lost,
        request.guardians(),
        before.authority(),
        request.replacement());
    return new AccountRecovery(changed, delaySec, null, append(change));
  }

  /**
   * Refuses guardians unless some permission from the lost one upwards is satisfied with them and not without: where
   * waits alone satisfy it, anybody could call himself its guardian.
   */
  private void requireGuardians(
      Name lost,
      Collection<PermissionLevel> guardians,
      AuthorityLookup accounts,
      long waitedSec,
      Reason otherwise) {
    AuthorityChecker with = checker(guardians, accounts, waitedSec);
    AuthorityChecker without = checker(List.of(), accounts, waitedSec);
    for (Permission at = require(table, lost); ; at = require(table, at.parent())) {
      PermissionLevel level = new PermissionLevel(table.account(), at.name());
      if (with.isSatisfied(level) && !without.isSatisfied(level)) {
        return;
      }
      if (at.name().equals(PermissionNames.OWNER)) {
        throw new PermissionException(
            otherwise,
            guardians + " do not satisfy " + table.account() + "@" + lost
                + " nor any permission above it, or are not needed for it");
      }
    }
  }

  private AuthorityChecker checker(
      Collection<PermissionLevel> guardians, AuthorityLookup accounts, long waitedSec) {
    return new AuthorityChecker(
        joined(table, accounts),
        List.of(),
        guardians,
        waitedSec,
        AuthorityChecker.DEFAULT_MAX_DEPTH);
  }

  private Request requirePending() {
    if (pending == null) {
      throw new PermissionException(
          Reason.NOTHING_PENDING, "no replacement is waiting for " + table.account());
    }
    return pending;
  }

  private void requireNotBefore(TimePointSec now) {
    if (!history.isEmpty() && now.compareTo(history.get(history.size() - 1).at()) < 0) {
      throw new PermissionException(
          Reason.TIME_RUNS_BACK,
          "last entry of the history is of " + history.get(history.size() - 1).at() + ", now is "
              + now);
    }
  }

  private List<Change> append(Change change) {
    List<Change> longer = new ArrayList<>(history);
    longer.add(change);
    return List.copyOf(longer);
  }

  private static Permission require(PermissionTable table, Name permission) {
    return table
        .permission(permission)
        .orElseThrow(() -> new PermissionException(
            Reason.UNKNOWN_PERMISSION, "no permission " + table.account() + "@" + permission));
  }

  private static AuthorityLookup joined(PermissionTable table, AuthorityLookup accounts) {
    return level ->
        level.actor().equals(table.account()) ? table.find(level) : accounts.find(level);
  }

  private static boolean holdsWithout(
      Collection<PublicKey> lost,
      PermissionLevel owner,
      AuthorityLookup lookup,
      SortedSet<PublicKey> all) {
    SortedSet<PublicKey> left = new TreeSet<>(all);
    left.removeAll(lost);
    return new AuthorityChecker(
            lookup, left, List.of(), Long.MAX_VALUE, AuthorityChecker.DEFAULT_MAX_DEPTH)
        .isSatisfied(owner);
  }

  /** Keys of an authority and of those it leads to, as far as {@link AuthorityChecker} would follow them. */
  private static void collectKeys(
      PermissionLevel first, AuthorityLookup lookup, SortedSet<PublicKey> keys) {
    SortedSet<PermissionLevel> seen = new TreeSet<>(List.of(first));
    List<PermissionLevel> level = List.of(first);
    for (int depth = 0; depth < AuthorityChecker.DEFAULT_MAX_DEPTH; depth++) {
      List<PermissionLevel> next = new ArrayList<>();
      for (PermissionLevel each : level) {
        Authority authority = lookup.find(each);
        if (authority == null) {
          continue;
        }
        authority.keys().forEach(key -> keys.add(key.key()));
        for (PermissionLevelWeight account : authority.accounts()) {
          if (seen.add(account.permission())) {
            next.add(account.permission());
          }
        }
      }
      level = next;
    }
  }
}
