package io.github.coopj.chain.kernel;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.AuthorityLookup;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionException;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionTable;
import io.github.coopj.core.time.BlockTimestamp;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of the chain and their permission tables (ACC-01, PERM-02). The rules of the tables are those of
 * {@link PermissionTable}; here they meet the state, and their refusals get the chain's error codes.
 */
final class Accounts implements AuthorityLookup {
  private final UndoMap<Name, AccountEntry> entries;

  Accounts(UndoMap<Name, AccountEntry> entries) {
    this.entries = entries;
  }

  boolean exists(Name account) {
    return entries.containsKey(account);
  }

  /** The account; null if there is none. */
  @Nullable AccountObject find(Name account) {
    AccountEntry entry = entries.get(account);
    return entry == null ? null : entry.account();
  }

  /** All that is kept of an account; null if there is none. */
  @Nullable AccountEntry entry(Name account) {
    return entries.get(account);
  }

  /** All that is kept of an account; refused if there is none. */
  AccountEntry of(Name account) {
    AccountEntry entry = entries.get(account);
    if (entry == null) {
      throw new ChainException(ChainError.ACCOUNT_QUERY, "account " + account + " does not exist");
    }
    return entry;
  }

  /** Place of an account, with or without one. */
  UndoMap.Cell<Name, AccountEntry> cell(Name account) {
    return entries.cell(account);
  }

  void put(Name account, AccountEntry entry) {
    entries.put(account, entry);
  }

  void put(Name account, AccountObject object) {
    entries.put(account, of(account).with(object));
  }

  /** Makes an account with its two permissions, by the rules. */
  void create(Name account, AccountObject object, Authority owner, Authority active) {
    PermissionTable table = change(() -> PermissionTable.create(account, owner, active, this));
    entries.put(account, AccountEntry.of(object, table));
  }

  /** Sets the whole table of an account that the chain itself looks after; authorities are taken as they are. */
  void setPermissions(PermissionTable table) {
    entries.put(table.account(), of(table.account()).with(table));
  }

  void updateAuth(Name account, Name permission, Name parent, Authority authority) {
    AccountEntry entry = of(account);
    entries.put(
        account,
        entry.with(
            change(() -> entry.permissions().updateAuth(permission, parent, authority, this))));
  }

  /** Deletes a permission, and forgets when it was used. */
  void deleteAuth(Name account, Name permission) {
    AccountEntry entry = of(account);
    entries.put(
        account,
        entry
            .with(change(() -> entry.permissions().deleteAuth(permission)))
            .with(entry.used().without(permission)));
  }

  void linkAuth(Name account, Name code, Name action, Name permission) {
    AccountEntry entry = of(account);
    entries.put(
        account, entry.with(change(() -> entry.permissions().linkAuth(code, action, permission))));
  }

  void unlinkAuth(Name account, Name code, Name action) {
    AccountEntry entry = of(account);
    entries.put(account, entry.with(change(() -> entry.permissions().unlinkAuth(code, action))));
  }

  Optional<Permission> permission(PermissionLevel level) {
    AccountEntry entry = entries.get(level.actor());
    return entry == null ? Optional.empty() : entry.permissions().permission(level.permission());
  }

  boolean contains(PermissionLevel level) {
    return find(level) != null;
  }

  @Override
  public @Nullable Authority find(PermissionLevel level) {
    AccountEntry entry = entries.get(level.actor());
    return entry == null ? null : entry.permissions().find(level);
  }

  /** When a permission was last used; null if it is not known. */
  @Nullable BlockTimestamp lastUsed(PermissionLevel level) {
    AccountEntry entry = entries.get(level.actor());
    return entry == null ? null : entry.used().find(level.permission());
  }

  /** Notes that a permission is used, if there is one. */
  void use(PermissionLevel level, BlockTimestamp time) {
    UndoMap.Cell<Name, AccountEntry> cell = entries.cell(level.actor());
    AccountEntry entry = cell.get();
    if (entry != null
        && !time.equals(entry.used().find(level.permission()))
        && entry.permissions().find(level) != null) {
      cell.set(entry.with(entry.used().with(level.permission(), time)));
    }
  }

  /** Applies a rule; its refusal becomes the chain's. */
  private static <T> T change(Supplier<T> rule) {
    try {
      return rule.get();
    } catch (PermissionException e) {
      throw new ChainException(errorOf(e.reason()), String.valueOf(e.getMessage()), e);
    } catch (InvalidValueException e) {
      throw new ChainException(ChainError.ACTION_VALIDATE, String.valueOf(e.getMessage()), e);
    }
  }

  static ChainError errorOf(PermissionException.Reason reason) {
    return switch (reason) {
      case UNKNOWN_PERMISSION -> ChainError.PERMISSION_QUERY;
      case NOT_AUTHORIZED -> ChainError.IRRELEVANT_AUTH;
      default -> ChainError.ACTION_VALIDATE;
    };
  }
}
