package io.github.coopj.chain.kernel;

import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionLink;
import io.github.coopj.core.permission.PermissionTable;
import java.util.List;

/**
 * All that the chain keeps of one account, in one place: a transaction needs most of it.
 *
 * @param account the account
 * @param permissions its permission table
 * @param used when its permissions were last used
 * @param limits what it may use
 * @param usage what it has used
 * @param received actions executed by its contract
 * @param authorized actions it authorised
 */
record AccountEntry(
    AccountObject account,
    PermissionTable permissions,
    PermissionUse used,
    AccountLimits limits,
    AccountUsage usage,
    long received,
    long authorized) {
  /** Form in snapshots and in the digest of the state. */
  static final Codec<AccountEntry> CODEC =
      StateSection.codec(AccountEntry::write, AccountEntry::read);

  private static final Codec<AccountObject> ACCOUNT = RecordCodec.of(AccountObject.class);
  private static final Codec<Permission> PERMISSION = RecordCodec.of(Permission.class);
  private static final Codec<PermissionLink> LINK = RecordCodec.of(PermissionLink.class);
  private static final Codec<AccountLimits> LIMITS = RecordCodec.of(AccountLimits.class);
  private static final Codec<AccountUsage> USAGE = RecordCodec.of(AccountUsage.class);

  /** A new account: nothing used yet, and no limits. */
  static AccountEntry of(AccountObject account, PermissionTable permissions) {
    return new AccountEntry(
        account,
        permissions,
        PermissionUse.of(permissions, account.created()),
        AccountLimits.NONE,
        AccountUsage.NONE,
        0,
        0);
  }

  AccountEntry with(AccountObject changed) {
    return new AccountEntry(changed, permissions, used, limits, usage, received, authorized);
  }

  AccountEntry with(PermissionTable changed) {
    return new AccountEntry(account, changed, used, limits, usage, received, authorized);
  }

  AccountEntry with(PermissionUse changed) {
    return new AccountEntry(account, permissions, changed, limits, usage, received, authorized);
  }

  AccountEntry with(AccountLimits changed) {
    return new AccountEntry(account, permissions, used, changed, usage, received, authorized);
  }

  AccountEntry with(AccountUsage changed) {
    return new AccountEntry(account, permissions, used, limits, changed, received, authorized);
  }

  AccountEntry counted(long moreReceived, long moreAuthorized) {
    return new AccountEntry(
        account,
        permissions,
        used,
        limits,
        usage,
        received + moreReceived,
        authorized + moreAuthorized);
  }

  private static void write(AbiWriter out, AccountEntry entry) {
    ACCOUNT.write(entry.account, out);
    out.writeName(entry.permissions.account());
    out.writeList(entry.permissions.permissions(), PERMISSION);
    out.writeList(entry.permissions.links(), LINK);
    entry.used.write(out);
    LIMITS.write(entry.limits, out);
    USAGE.write(entry.usage, out);
    out.writeU64(entry.received);
    out.writeU64(entry.authorized);
  }

  private static AccountEntry read(AbiReader in) {
    AccountObject account = ACCOUNT.read(in);
    Name name = in.readName();
    List<Permission> permissions = in.readList(PERMISSION);
    PermissionTable table = PermissionTable.restore(name, permissions, in.readList(LINK));
    return new AccountEntry(
        account,
        table,
        PermissionUse.read(in),
        LIMITS.read(in),
        USAGE.read(in),
        in.readU64(),
        in.readU64());
  }
}
