package io.github.coopj.chain.node;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.CheckedBlock;
import io.github.coopj.chain.consensus.Reception;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;

/**
 * Takes in blocks made elsewhere: the header first, which is cheap, then the keys of its transactions on all processors
 * while the chain goes on, then the block itself.
 */
final class BlockReceiver {
  private final BlockMaker maker;
  private final KeyRecovery recovery;

  BlockReceiver(BlockMaker maker, KeyRecovery recovery) {
    this.maker = maker;
    this.recovery = recovery;
  }

  Acceptance accept(SignedBlock block) {
    if (maker.knows(block)) {
      return new Acceptance.Duplicate();
    }
    try {
      CheckedBlock checked = maker.check(block).requireContent();
      Reception reception =
          maker.receive(checked, recovery.recoverAll(block, maker.recoveredBefore(block)));
      if (!reception.movedHead()) {
        return new Acceptance.Kept();
      }
      return reception.undone().isEmpty()
          ? new Acceptance.Extended(reception)
          : new Acceptance.Switched(reception);
    } catch (ChainException e) {
      return refused(block, e);
    }
  }

  private Acceptance refused(SignedBlock block, ChainException refusal) {
    if (refusal.reason() == ChainError.FORK_DATABASE && maker.knows(block)) {
      return new Acceptance.Duplicate();
    }
    if (refusal.reason() == ChainError.UNLINKABLE_BLOCK) {
      maker.investigate(block);
    }
    return refusal.reason() == ChainError.UNLINKABLE_BLOCK
            && block.number() > maker.published().root().number()
        ? new Acceptance.Unlinkable(block.header().previous())
        : new Acceptance.Refused(refusal);
  }
}
