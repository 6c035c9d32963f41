/**
 * Membership of a cooperative (членство): the application, its decision by the Council, and the end.
 *
 * <p>Start at {@link io.github.coopj.governance.membership.Membership}.
 */
@NullMarked
package io.github.coopj.governance.membership;

import org.jspecify.annotations.NullMarked;
