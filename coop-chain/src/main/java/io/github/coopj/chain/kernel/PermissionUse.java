package io.github.coopj.chain.kernel;

import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionTable;
import io.github.coopj.core.time.BlockTimestamp;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When each permission of an account was last used, or made. Never changes. */
final class PermissionUse {
  private final Name[] permissions;
  private final BlockTimestamp[] times;

  private PermissionUse(Name[] permissions, BlockTimestamp[] times) {
    this.permissions = permissions;
    this.times = times;
  }

  /** All permissions of a table, used at one time. */
  static PermissionUse of(PermissionTable table, BlockTimestamp time) {
    List<Permission> all = table.permissions();
    BlockTimestamp[] times = new BlockTimestamp[all.size()];
    Arrays.fill(times, time);
    return new PermissionUse(all.stream().map(Permission::name).toArray(Name[]::new), times);
  }

  /** When a permission was last used; null if it is not known. */
  @Nullable BlockTimestamp find(Name permission) {
    int at = indexOf(permission);
    return at < 0 ? null : times[at];
  }

  /** The same with another time of a permission, new or not. */
  PermissionUse with(Name permission, BlockTimestamp time) {
    int at = indexOf(permission);
    if (at >= 0) {
      BlockTimestamp[] changed = times.clone();
      changed[at] = time;
      return new PermissionUse(permissions, changed);
    }
    int place = -at - 1;
    Name[] names = new Name[permissions.length + 1];
    BlockTimestamp[] moments = new BlockTimestamp[names.length];
    copyAround(permissions, names, place);
    copyAround(times, moments, place);
    names[place] = permission;
    moments[place] = time;
    return new PermissionUse(names, moments);
  }

  /** The same without a permission. */
  PermissionUse without(Name permission) {
    int at = indexOf(permission);
    if (at < 0) {
      return this;
    }
    Name[] names = new Name[permissions.length - 1];
    BlockTimestamp[] moments = new BlockTimestamp[names.length];
    System.arraycopy(permissions, 0, names, 0, at);
    System.arraycopy(permissions, at + 1, names, at, names.length - at);
    System.arraycopy(times, 0, moments, 0, at);
    System.arraycopy(times, at + 1, moments, at, names.length - at);
    return new PermissionUse(names, moments);
  }

  void write(AbiWriter out) {
    out.writeVarUint32(permissions.length);
    for (int i = 0; i < permissions.length; i++) {
      out.writeName(permissions[i]);
      out.writeBlockTimestamp(times[i]);
    }
  }

  static PermissionUse read(AbiReader in) {
    PermissionUse use = new PermissionUse(new Name[0], new BlockTimestamp[0]);
    for (long left = in.readVarUint32(); left > 0; left--) {
      use = use.with(in.readName(), in.readBlockTimestamp());
    }
    return use;
  }

  private int indexOf(Name permission) {
    return Arrays.binarySearch(permissions, permission);
  }

  private static void copyAround(Object[] from, Object[] to, int gap) {
    System.arraycopy(from, 0, to, 0, gap);
    System.arraycopy(from, gap, to, gap + 1, from.length - gap);
  }
}
