/**
 * Acts in the name of a cooperative: which officer may do what, up to which amount and on which ground, and which acts of two
 * officers conflict; orders to employees.
 *
 * <p>Rules only. Start at {@link io.github.coopj.governance.act.Acts}.
 */
@NullMarked
package io.github.coopj.governance.act;

import org.jspecify.annotations.NullMarked;
