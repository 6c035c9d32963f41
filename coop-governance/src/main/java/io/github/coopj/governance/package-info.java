/**
 * Pure rules of a cooperative: the charter, people, bodies, decisions and documents.
 *
 * <p>Every rule is a function of its arguments: time comes in as a parameter, nothing is read from a clock, a network or
 * a random source, and the same arguments always give the same result. A forbidden move is a {@link
 * io.github.coopj.governance.GovernanceException} with a documented {@link io.github.coopj.governance.Reason}, and
 * nothing was changed.
 */
@NullMarked
package io.github.coopj.governance;

import org.jspecify.annotations.NullMarked;
