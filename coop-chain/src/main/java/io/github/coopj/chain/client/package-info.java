/**
 * The face of a chain towards a host: the same for the chain in process and for a remote node.
 *
 * <p>No state of its own.
 */
@NullMarked
package io.github.coopj.chain.client;

import org.jspecify.annotations.NullMarked;
