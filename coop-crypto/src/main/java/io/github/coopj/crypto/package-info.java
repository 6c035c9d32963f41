/**
 * Keys, signatures and hashes of Antelope chains; begin with {@link io.github.coopj.crypto.PrivateKey} and
 * {@link io.github.coopj.crypto.PublicKey}.
 *
 * <p>No clock, no IO; randomness only where a {@link java.security.SecureRandom} is passed in. Everything is immutable
 * and safe for threads; the one exception is destroying a private key.
 */
@NullMarked
package io.github.coopj.crypto;

import org.jspecify.annotations.NullMarked;
