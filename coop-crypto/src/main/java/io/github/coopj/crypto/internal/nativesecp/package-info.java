/**
 * The optional native accelerator for secp256k1, found by reflection; not exported.
 *
 * <p>The libraries of {@code fr.acinq.secp256k1} cannot stand on a module path, since two of them hold one package; on
 * the class path they are picked up. Loading them is the only IO.
 */
@NullMarked
package io.github.coopj.crypto.internal.nativesecp;

import org.jspecify.annotations.NullMarked;
