/**
 * Personal data sealed to one receiver's key, so that only hashes need to stand on a chain and the data travel closed;
 * begin with {@link io.github.coopj.crypto.seal.SealedData}.
 *
 * <p>No clock, no IO; randomness only where a {@link java.security.SecureRandom} is passed in.
 */
@NullMarked
package io.github.coopj.crypto.seal;

import org.jspecify.annotations.NullMarked;
