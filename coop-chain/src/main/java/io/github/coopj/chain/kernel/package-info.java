/**
 * The deterministic machine: state with undo, authorisation, execution, receipts.
 *
 * <p>No clock, no IO, no randomness, one thread. The same blocks give the same state on any JVM.
 */
@NullMarked
package io.github.coopj.chain.kernel;

import org.jspecify.annotations.NullMarked;
