/**
 * Who may produce which slot, how blocks are signed, when they are irreversible.
 *
 * <p>Works on values and the kernel. No clock, no IO.
 */
@NullMarked
package io.github.coopj.chain.consensus;

import org.jspecify.annotations.NullMarked;
