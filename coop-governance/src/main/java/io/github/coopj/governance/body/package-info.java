/**
 * Bodies of a cooperative: mandates, the Council (совет) with its Chairman, and the decisions they take.
 *
 * <p>A decision is a chain of states, each a type with only the moves that it allows; every state can be stored as a
 * plain record and restored. Start at {@link io.github.coopj.governance.body.CouncilDecision}.
 */
@NullMarked
package io.github.coopj.governance.body;

import org.jspecify.annotations.NullMarked;
