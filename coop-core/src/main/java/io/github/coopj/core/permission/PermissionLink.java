package io.github.coopj.core.permission;

import io.github.coopj.core.name.Name;

/**
 * Says which permission of one account an action needs at least.
 *
 * <p>Order is by contract, then by action, both unsigned.
 *
 * @param code account of the contract
 * @param action name of the action; empty for all actions of the contract that have no link of their own
 * @param permission the permission needed, or {@link PermissionNames#ANY} for none in particular
 */
public record PermissionLink(Name code, Name action, Name permission)
    implements Comparable<PermissionLink> {
  @Override
  public int compareTo(PermissionLink other) {
    int byCode = code.compareTo(other.code);
    int byAction = byCode != 0 ? byCode : action.compareTo(other.action);
    return byAction != 0 ? byAction : permission.compareTo(other.permission);
  }
}
