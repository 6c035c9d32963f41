/**
 * Actions and transactions of an Antelope chain: packing, ids, signing digests, compression, recovery of the signers.
 *
 * <p>Promise: the bytes are those of the node; malformed bytes end in {@link io.github.coopj.core.abi.AbiException},
 * compressed data is inflated to a bounded size only. No clock, no IO, no randomness, no threads: expiration and TAPOS
 * come in as arguments. Entry point: {@link io.github.coopj.core.transaction.TransactionBuilder}.
 */
@NullMarked
package io.github.coopj.core.transaction;

import org.jspecify.annotations.NullMarked;
