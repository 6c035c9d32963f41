/**
 * What every room of coopJ shares: the two kinds of refusal, immutable byte strings, and text without loss.
 *
 * <p>No clock, no IO, no randomness.
 */
@NullMarked
package io.github.coopj;

import org.jspecify.annotations.NullMarked;
