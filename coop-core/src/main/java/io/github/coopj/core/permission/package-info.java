/**
 * Who may act for an account: keys, other accounts and delays that together reach a threshold, arranged in a permission
 * table (таблица разрешений), and how a lost key is replaced.
 *
 * <p>{@link io.github.coopj.core.permission.Authority} says what is required, {@link
 * io.github.coopj.core.permission.AuthorityChecker} whether it is there, {@link
 * io.github.coopj.core.permission.PermissionTable} which permission an action needs, {@link
 * io.github.coopj.core.permission.AccountRecovery} what to do when a key is gone. Everything is a function of its
 * arguments: no clock, no IO, no state. Refused moves throw {@link io.github.coopj.core.permission.PermissionException},
 * values that cannot exist {@link io.github.coopj.InvalidValueException}.
 */
@NullMarked
package io.github.coopj.core.permission;

import org.jspecify.annotations.NullMarked;
