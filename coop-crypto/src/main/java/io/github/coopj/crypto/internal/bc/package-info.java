/**
 * The only package that uses Bouncy Castle; not exported.
 *
 * <p>No clock, no IO, no randomness.
 */
@NullMarked
package io.github.coopj.crypto.internal.bc;

import org.jspecify.annotations.NullMarked;
