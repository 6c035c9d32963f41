package io.github.coopj.chain.consensus;

import io.github.coopj.chain.block.Merkle;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.core.name.Name;

/**
 * A block whose header was found to be right on the block before it: of the right slot and producer, and signed by that.
 * Its transactions were not looked at. Only {@link Branches#check} makes one.
 */
public final class CheckedBlock {
  private final SignedBlock block;
  private final BlockState state;
  private volatile boolean complete;

  CheckedBlock(SignedBlock block, BlockState state) {
    this.block = block;
    this.state = state;
  }

  /**
   * The block.
   *
   * @return as it came
   */
  public SignedBlock block() {
    return block;
  }

  /**
   * Who signed it.
   *
   * @return the producer of its slot
   */
  public Name producer() {
    return block.header().producer();
  }

  BlockState state() {
    return state;
  }

  /**
   * Whether a chain that stands at a block leaves that for this one, if this one proves right: only if it makes more
   * irreversible, or as much and is longer.
   *
   * @param head where the chain stands
   * @return whether it is strictly better
   */
  public boolean isBetterThan(BlockState head) {
    return ForkBlock.isBetter(state, head);
  }

  /**
   * Makes sure that the block has the transactions its header speaks of: an id covers the header alone, and content that
   * does not belong to it must not count against it. Needs no chain, so it may be done on any thread; done once.
   *
   * @return this block
   * @throws ChainException BLOCK_TX_OUTPUT if it has others
   */
  public CheckedBlock requireContent() {
    if (!complete) {
      HeaderRules.requireSame(
          ChainError.BLOCK_TX_OUTPUT,
          HeaderRules.name(block) + " has transaction root",
          block.header().transactionMroot(),
          Merkle.root(
              block.transactions().stream().map(TransactionReceipt::digest).toList()));
      complete = true;
    }
    return this;
  }
}
