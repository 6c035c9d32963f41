package io.github.coopj.core.permission;

import io.github.coopj.core.name.Name;

/**
 * Named permission (разрешение) of one account.
 *
 * @param name its name
 * @param parent the permission above it; empty for {@code owner} alone
 * @param authority what satisfies it
 */
public record Permission(Name name, Name parent, Authority authority) {}
