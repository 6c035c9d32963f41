package io.github.coopj.core.permission;

import io.github.coopj.CoopException;

/**
 * A move in a permission table or in the replacement of a key that a rule forbids. Nothing was changed.
 *
 * <p>{@link #reason()} is API, the message is not.
 */
public final class PermissionException extends CoopException {
  private static final long serialVersionUID = 1L;

  /** Why a move was refused. */
  public enum Reason {
    /** The name of a permission is empty. */
    EMPTY_NAME,
    /** Names of permissions that start with {@code eosio.} are reserved. */
    RESERVED_NAME,
    /** A permission cannot be its own parent. */
    OWN_PARENT,
    /** The parent of {@code active} is {@code owner}, and {@code owner} alone has none. */
    WRONG_PARENT,
    /** A permission cannot move to another parent. */
    PARENT_CHANGE,
    /** The table has no such permission. */
    UNKNOWN_PERMISSION,
    /** The authority names an account or permission that does not exist. */
    UNKNOWN_REFERENCE,
    /** {@code owner} and {@code active} cannot be deleted. */
    NOT_DELETABLE,
    /** A permission with children cannot be deleted. */
    HAS_CHILDREN,
    /** A permission that actions are linked to cannot be deleted. */
    LINKED,
    /** The link already says so. */
    SAME_LINK,
    /** There is no such link. */
    NO_LINK,
    /** The actions that change permission tables cannot be linked. */
    NOT_LINKABLE,
    /** The permission declared is neither the one required nor above it. */
    NOT_AUTHORIZED,
    /** The guardians named do not reach the threshold of the permission or of one above it. */
    TOO_FEW_GUARDIANS,
    /** A permission of the account itself cannot be its guardian. */
    OWN_GUARDIAN,
    /** Another replacement is already waiting. */
    ALREADY_PENDING,
    /** No replacement is waiting. */
    NOTHING_PENDING,
    /** The time in which the account may object has not passed. */
    TOO_EARLY,
    /** The moment lies before the last one in the history. */
    TIME_RUNS_BACK
  }

  private final Reason reason;

  /**
   * Creates a refusal.
   *
   * @param reason the constant
   * @param message the rule and the offending values
   */
  public PermissionException(Reason reason, String message) {
    super(message, null);
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
