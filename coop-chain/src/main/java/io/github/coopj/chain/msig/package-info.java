/**
 * Proposed transactions: several accounts approve at different times what is then executed at once.
 *
 * <p>No clock, no IO: time is that of the block. Begin with {@link io.github.coopj.chain.msig.MsigContract}.
 */
@NullMarked
package io.github.coopj.chain.msig;

import org.jspecify.annotations.NullMarked;
