/**
 * The Council (совет): its members and Chairman, its questions and what becomes of them.
 *
 * <p>A question is a chain of states, each a type with only the moves that it allows; every state can be stored as a
 * plain record and restored. Start at {@link io.github.coopj.governance.council.CouncilDecision}.
 */
@NullMarked
package io.github.coopj.governance.council;

import org.jspecify.annotations.NullMarked;
