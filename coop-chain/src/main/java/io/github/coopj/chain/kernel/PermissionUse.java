package io.github.coopj.chain.kernel;

import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionTable;
import io.github.coopj.core.time.BlockTimestamp;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** When each permission of an account was last used, or made. Never changes. */
final class PermissionUse {
  private static final PermissionUse NONE = new PermissionUse(new long[0]);

  /** Name and slot of each permission, in the order in which they came. */
  private final long[] uses;

  private PermissionUse(long[] uses) {
    this.uses = uses;
  }

  /** All permissions of a table, used at one time. */
  static PermissionUse of(PermissionTable table, BlockTimestamp time) {
    PermissionUse use = NONE;
    for (Permission permission : table.permissions()) {
      use = use.with(permission.name(), time);
    }
    return use;
  }

  /** When a permission was last used; null if it is not known. */
  @Nullable BlockTimestamp find(Name permission) {
    int at = indexOf(permission);
    return at == uses.length ? null : new BlockTimestamp(uses[at + 1]);
  }

  /** The same with another time of a permission, new or not. */
  PermissionUse with(Name permission, BlockTimestamp time) {
    int at = indexOf(permission);
    long[] changed = Arrays.copyOf(uses, Math.max(uses.length, at + 2));
    changed[at] = permission.value();
    changed[at + 1] = time.slot();
    return new PermissionUse(changed);
  }

  /** The same without a permission. */
  PermissionUse without(Name permission) {
    int at = indexOf(permission);
    if (at == uses.length) {
      return this;
    }
    long[] changed = new long[uses.length - 2];
    System.arraycopy(uses, 0, changed, 0, at);
    System.arraycopy(uses, at + 2, changed, at, changed.length - at);
    return new PermissionUse(changed);
  }

  void write(AbiWriter out) {
    out.writeVarUint32(uses.length / 2);
    for (int i = 0; i < uses.length; i += 2) {
      out.writeU64(uses[i]);
      out.writeU32(uses[i + 1]);
    }
  }

  static PermissionUse read(AbiReader in) {
    PermissionUse use = NONE;
    for (long left = in.readVarUint32(); left > 0; left--) {
      use = use.with(in.readName(), in.readBlockTimestamp());
    }
    return use;
  }

  private int indexOf(Name permission) {
    int at = 0;
    while (at < uses.length && uses[at] != permission.value()) {
      at += 2;
    }
    return at;
  }
}
