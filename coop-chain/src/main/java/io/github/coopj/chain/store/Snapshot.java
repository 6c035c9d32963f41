package io.github.coopj.chain.store;

import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.kernel.StateView;

/**
 * What a chain starts with instead of replaying from genesis.
 *
 * @param head the block it was taken after, with schedules and finality
 * @param view all accounts, permissions, contracts and rows after that block
 */
public record Snapshot(BlockState head, StateView view) {}
