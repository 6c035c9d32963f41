/**
 * Private keys in a file, encrypted with a password; begin with {@link io.github.coopj.crypto.keystore.KeyStore}.
 *
 * <p>Reads and writes only the files it is told to; randomness only where a {@link java.security.SecureRandom} is passed
 * in.
 */
@NullMarked
package io.github.coopj.crypto.keystore;

import org.jspecify.annotations.NullMarked;
