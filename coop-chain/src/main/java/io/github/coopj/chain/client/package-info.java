/**
 * The face of a chain towards a host. The chain in process has it; whoever reaches a chain elsewhere can give it the same.
 *
 * <p>No state of its own.
 */
@NullMarked
package io.github.coopj.chain.client;

import org.jspecify.annotations.NullMarked;
