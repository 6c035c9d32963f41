/**
 * A chain in a folder: block log, snapshots, history. {@link io.github.coopj.chain.store.ChainStore} keeps one line of
 * blocks, {@link io.github.coopj.chain.store.StoredForks} a chain that leaves a branch for a better one.
 *
 * <p>The only package of the room that touches files.
 */
@NullMarked
package io.github.coopj.chain.store;

import org.jspecify.annotations.NullMarked;
