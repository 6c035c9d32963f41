package io.github.coopj.core.permission;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import io.github.coopj.core.name.Name;

/**
 * Permission of an account, written {@code alice@active}.
 *
 * <p>Order is by actor, then by permission, both unsigned; an authority lists its accounts in this order.
 *
 * @param actor the account
 * @param permission one of its permissions; empty only as a wildcard among permissions already proven
 */
public record PermissionLevel(
    @JsonProperty("actor") Name actor,
    @JsonProperty("permission") Name permission) implements Comparable<PermissionLevel> {
  /**
   * Reads a permission.
   *
   * @param text {@code actor@permission}
   * @return the permission
   * @throws InvalidValueException unless there is exactly one {@code @} between two names
   */
  public static PermissionLevel parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      throw new InvalidValueException(
          "permission must be written actor@permission, got '" + Texts.brief(text) + "'");
    }
    return new PermissionLevel(Name.of(text.substring(0, at)), Name.of(text.substring(at + 1)));
  }

  /**
   * The usual permission of an account.
   *
   * @param actor the account
   * @return {@code actor@active}
   */
  public static PermissionLevel active(Name actor) {
    return new PermissionLevel(actor, PermissionNames.ACTIVE);
  }

  /**
   * The root permission of an account.
   *
   * @param actor the account
   * @return {@code actor@owner}
   */
  public static PermissionLevel owner(Name actor) {
    return new PermissionLevel(actor, PermissionNames.OWNER);
  }

  /** {@code actor@permission}. */
  @Override
  public String toString() {
    return actor + "@" + permission;
  }

  @Override
  public int compareTo(PermissionLevel other) {
    int byActor = actor.compareTo(other.actor);
    return byActor != 0 ? byActor : permission.compareTo(other.permission);
  }
}
