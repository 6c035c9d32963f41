/**
 * The Revision commission (ревизионная комиссия): who sits in it and what adopts its decisions.
 *
 * <p>Start at {@link io.github.coopj.governance.audit.AuditCommission}.
 */
@NullMarked
package io.github.coopj.governance.audit;

import org.jspecify.annotations.NullMarked;
