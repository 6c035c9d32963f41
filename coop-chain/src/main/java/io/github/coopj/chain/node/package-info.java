/**
 * A running chain in process: clock, queue, parallel signature recovery, producers, log.
 *
 * <p>The only package of the room with threads and an {@link java.time.InstantSource}.
 */
@NullMarked
package io.github.coopj.chain.node;

import org.jspecify.annotations.NullMarked;
