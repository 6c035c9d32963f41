/**
 * The money of a year: budget and what became of it, cooperative payments, covering of losses, use of the indivisible fund, the
 * order of a liquidation. All of it rests on decisions of the general meeting.
 *
 * <p>Everything is a function of its arguments: no clock, no chance, no IO, no floating point.
 */
@NullMarked
package io.github.coopj.governance.budget;

import org.jspecify.annotations.NullMarked;
