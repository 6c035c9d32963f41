/**
 * A group of prime order for proofs about secrets: numbers modulo its order and points of NIST P-256, with nothing of the
 * library below in a signature.
 *
 * <p>No clock, no IO. Randomness comes in as a {@link io.github.coopj.crypto.group.ScalarSource}; only {@link
 * io.github.coopj.crypto.group.SecureScalars} draws from a {@link java.security.SecureRandom}. Everything else is immutable
 * and the same for the same arguments. Start at {@link io.github.coopj.crypto.group.Group}.
 *
 * <p>What time tells: {@link io.github.coopj.crypto.group.Element#timesSecret} does the same sequence of group operations
 * for every factor. Everything else, the arithmetic of scalars included, takes time that depends on the numbers; secrets
 * belong on the device of their owner, who answers nobody's questions in quick succession.
 */
@NullMarked
package io.github.coopj.crypto.group;

import org.jspecify.annotations.NullMarked;
