package io.github.coopj.chain.consensus;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import java.util.Optional;

/**
 * A block of a branch that left the irreversible blocks: it can never be taken in, but its header is right, so it
 * tells what its producer has signed.
 */
public final class LateBlock {
  private final ProducerSchedule.Producer producer;
  private final SignedBlock block;
  private final BlockState state;

  private LateBlock(ProducerSchedule.Producer producer, SignedBlock block, BlockState state) {
    this.producer = producer;
    this.block = block;
    this.state = state;
  }

  /**
   * Looks at the header of a block.
   *
   * @param parent state of the block before it
   * @param block the block
   * @return the block; empty if its header is wrong, so that it tells nothing of anybody
   */
  public static Optional<LateBlock> of(BlockState parent, SignedBlock block) {
    try {
      BlockState state = new HeaderRules(SignatureRecovery.COMPUTED).follow(parent, block);
      return Optional.of(new LateBlock(
          parent.activeSchedule().scheduledAt(block.header().timestamp()), block, state));
    } catch (CoopException | InvalidValueException e) {
      return Optional.empty();
    }
  }

  /**
   * The proof that its producer signed another block for the slot.
   *
   * @param other a block of the chain
   * @param otherState its state
   * @return empty unless that is another block of the same producer and slot
   */
  public Optional<Evidence> against(SignedBlock other, BlockState otherState) {
    return other.header().producer().equals(producer.producerName())
            && other.header().timestamp().equals(block.header().timestamp())
            && !other.id().equals(state.id())
        ? Optional.of(Evidence.of(producer, signed(), Evidence.Signed.of(other, otherState)))
        : Optional.empty();
  }

  ProducerSchedule.Producer producer() {
    return producer;
  }

  /**
   * What follows from the headers up to it.
   *
   * @return its state
   */
  public BlockState state() {
    return state;
  }

  Evidence.Signed signed() {
    return Evidence.Signed.of(block, state);
  }
}
