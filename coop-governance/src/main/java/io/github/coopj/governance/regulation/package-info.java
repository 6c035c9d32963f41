/**
 * Internal regulations: who may adopt which, in which version, and what the Board may not touch.
 *
 * <p>Rules only. Start at {@link io.github.coopj.governance.regulation.Regulation}.
 */
@NullMarked
package io.github.coopj.governance.regulation;

import org.jspecify.annotations.NullMarked;
