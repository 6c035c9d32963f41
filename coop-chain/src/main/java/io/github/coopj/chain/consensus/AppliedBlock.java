package io.github.coopj.chain.consensus;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.BlockResult;
import io.github.coopj.chain.kernel.StateView;

/**
 * A block that was executed, and what came of it.
 *
 * @param block the block
 * @param state what follows from the headers up to it
 * @param result what its transactions did, and which rows changed
 */
public record AppliedBlock(SignedBlock block, BlockState state, BlockResult result) {
  /**
   * What the chain knows after the block.
   *
   * @return immutable, for any thread
   */
  public StateView view() {
    return result.view();
  }
}
