package io.github.coopj.chain.kernel;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.time.TimePoint;

/**
 * A permission of an account as the chain keeps it (PERM-02).
 *
 * @param parent name of the permission above it, empty for {@code owner}
 * @param lastUpdated block time of its last change
 * @param authority who satisfies it
 */
public record PermissionObject(Name parent, TimePoint lastUpdated, Authority authority) {}
