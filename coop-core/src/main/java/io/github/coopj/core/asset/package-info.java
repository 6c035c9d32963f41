/**
 * Amounts of tokens as whole minor units, their symbols, and division of an amount without losing a unit.
 *
 * <p>Every operation is exact or refused; there is no rounding that is not named. No clock, no IO, no state.
 */
@NullMarked
package io.github.coopj.core.asset;

import org.jspecify.annotations.NullMarked;
