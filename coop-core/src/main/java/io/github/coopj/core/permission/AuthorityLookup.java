package io.github.coopj.core.permission;

import org.jspecify.annotations.Nullable;

/** Where authorities of permissions are found: the tables of a chain, or a map in a test. */
@FunctionalInterface
public interface AuthorityLookup {
  /**
   * Authority of a permission.
   *
   * @param level the permission
   * @return its authority, or null when the account or the permission does not exist
   */
  @Nullable Authority find(PermissionLevel level);
}
