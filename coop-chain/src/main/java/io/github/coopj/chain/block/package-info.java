/**
 * What is written into blocks: headers, receipts, schedules and the Merkle roots over them.
 *
 * <p>Plain values in the node's byte forms. No clock, no IO, no state.
 */
@NullMarked
package io.github.coopj.chain.block;

import org.jspecify.annotations.NullMarked;
