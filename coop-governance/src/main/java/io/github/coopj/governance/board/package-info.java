/**
 * The Board (правление): appointed by the Council, bound to a regulation the Council has approved, deciding by signed votes.
 *
 * <p>Rules only. Start at {@link io.github.coopj.governance.board.Board}.
 */
@NullMarked
package io.github.coopj.governance.board;

import org.jspecify.annotations.NullMarked;
