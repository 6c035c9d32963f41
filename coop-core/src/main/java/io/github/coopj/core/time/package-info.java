/**
 * Moments as the chain writes them: microseconds, seconds, and slots of half a second.
 *
 * <p>Nothing here reads a clock; every moment is given by the caller. No IO, no state.
 */
@NullMarked
package io.github.coopj.core.time;

import org.jspecify.annotations.NullMarked;
