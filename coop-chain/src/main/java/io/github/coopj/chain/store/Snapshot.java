package io.github.coopj.chain.store;

import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.chain.kernel.StateView;

/**
 * What a chain starts with instead of replaying from genesis.
 *
 * @param head the block it was taken after, with schedules and finality
 * @param view all accounts, permissions, contracts and rows after that block
 * @param watermarks how far producers had bound themselves by what they signed
 */
public record Snapshot(BlockState head, StateView view, Watermarks watermarks) {}
