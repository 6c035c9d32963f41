/**
 * The Revision commission (ревизионная комиссия): who sits in it, what adopts its decisions, what it checks and reads, and
 * what becomes of its remarks and conclusions.
 *
 * <p>Rules only: nothing here depends on the Council or the Board, which have no hold on the commission (AUDIT-07). Start
 * at {@link io.github.coopj.governance.audit.AuditCommission}.
 */
@NullMarked
package io.github.coopj.governance.audit;

import org.jspecify.annotations.NullMarked;
