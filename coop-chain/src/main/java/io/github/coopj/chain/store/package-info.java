/**
 * The block log on disk.
 *
 * <p>The only package of the room that touches files.
 */
@NullMarked
package io.github.coopj.chain.store;

import org.jspecify.annotations.NullMarked;
