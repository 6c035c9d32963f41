package io.github.coopj.core.permission;

import io.github.coopj.core.name.Name;

/** Names with a meaning of their own in permissions (protocol rule: config.hpp). */
public final class PermissionNames {
  /** The root of every permission table; may do everything, also replace itself. */
  public static final Name OWNER = Name.of("owner");
  /** What every action needs unless a link says otherwise. */
  public static final Name ACTIVE = Name.of("active");
  /** A link to it frees the action from any minimum permission. */
  public static final Name ANY = Name.of("eosio.any");
  /** Stands for the code of the actor itself; exists in no table. */
  public static final Name CODE = Name.of("eosio.code");
  /** Account of the system contract. */
  public static final Name SYSTEM = Name.of("eosio");

  private PermissionNames() {}
}
