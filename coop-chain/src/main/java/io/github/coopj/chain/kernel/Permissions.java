package io.github.coopj.chain.kernel;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.AuthorityLookup;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionException;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLink;
import io.github.coopj.core.permission.PermissionTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The permission tables of all accounts (PERM-02). The rules are those of {@link PermissionTable}; here they meet the
 * state, and their refusals get the chain's error codes.
 */
final class Permissions implements AuthorityLookup {
  /** Form in snapshots and in the digest of the state. */
  static final Codec<PermissionTable> CODEC =
      StateSection.codec(Permissions::write, Permissions::read);

  private final UndoMap<Name, PermissionTable> tables;

  Permissions(UndoMap<Name, PermissionTable> tables) {
    this.tables = tables;
  }

  /** Gives a new account its two permissions. */
  void create(Name account, Authority owner, Authority active) {
    tables.put(account, change(() -> PermissionTable.create(account, owner, active)));
  }

  /** Sets the whole table of an account that the chain itself looks after; authorities are taken as they are. */
  void set(PermissionTable table) {
    tables.put(table.account(), table);
  }

  void update(Name account, Name permission, Name parent, Authority authority) {
    tables.put(account, change(() -> of(account).updateAuth(permission, parent, authority, this)));
  }

  void delete(Name account, Name permission) {
    tables.put(account, change(() -> of(account).deleteAuth(permission)));
  }

  void link(Name account, Name code, Name action, Name permission) {
    tables.put(account, change(() -> of(account).linkAuth(code, action, permission)));
  }

  void unlink(Name account, Name code, Name action) {
    tables.put(account, change(() -> of(account).unlinkAuth(code, action)));
  }

  @Nullable PermissionTable find(Name account) {
    return tables.get(account);
  }

  /** Table of an account; refused if there is no such account. */
  PermissionTable of(Name account) {
    PermissionTable table = tables.get(account);
    if (table == null) {
      throw new ChainException(ChainError.ACCOUNT_QUERY, "account " + account + " does not exist");
    }
    return table;
  }

  Optional<Permission> permission(PermissionLevel level) {
    PermissionTable table = tables.get(level.actor());
    return table == null ? Optional.empty() : table.permission(level.permission());
  }

  boolean contains(PermissionLevel level) {
    return find(level) != null;
  }

  @Override
  public @Nullable Authority find(PermissionLevel level) {
    PermissionTable table = tables.get(level.actor());
    return table == null ? null : table.find(level);
  }

  private static void write(AbiWriter out, PermissionTable table) {
    out.writeName(table.account());
    out.writeList(table.permissions(), RecordCodec.of(Permission.class));
    out.writeList(table.links(), RecordCodec.of(PermissionLink.class));
  }

  private static PermissionTable read(AbiReader in) {
    Name account = in.readName();
    List<Permission> permissions = in.readList(RecordCodec.of(Permission.class));
    return PermissionTable.restore(
        account, permissions, in.readList(RecordCodec.of(PermissionLink.class)));
  }

  /** Applies a rule; its refusal becomes the chain's. */
  static <T> T change(Supplier<T> rule) {
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
