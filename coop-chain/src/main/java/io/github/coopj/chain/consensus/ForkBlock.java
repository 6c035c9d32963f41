package io.github.coopj.chain.consensus;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.crypto.Checksum256;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A block that can still be undone, on whatever branch: its signature was checked, it may have been executed or not. */
public final class ForkBlock {
  /** The better branch by the rule of nodes: what makes more irreversible, then what is longer. */
  private static final Comparator<ForkBlock> BY_BRANCH = Comparator.comparingLong(
          (ForkBlock block) -> block.state().finality().irreversible())
      .thenComparingLong(ForkBlock::number);

  /** Worst first; of equally good ones that with the greater id first, so that no two are equal. */
  static final Comparator<ForkBlock> BY_PREFERENCE =
      BY_BRANCH.thenComparing(ForkBlock::id, Comparator.reverseOrder());

  private final SignedBlock block;
  private final BlockState state;
  private final List<TransactionMetadata> transactions;
  private @Nullable AppliedBlock applied;

  ForkBlock(SignedBlock block, BlockState state, List<TransactionMetadata> transactions) {
    this.block = block;
    this.state = state;
    this.transactions = List.copyOf(transactions);
  }

  /**
   * The block.
   *
   * @return as it was received
   */
  public SignedBlock block() {
    return block;
  }

  /**
   * What follows from the headers up to it.
   *
   * @return its state
   */
  public BlockState state() {
    return state;
  }

  /**
   * Its transactions with their recovered keys.
   *
   * @return in their order
   */
  public List<TransactionMetadata> transactions() {
    return transactions;
  }

  /**
   * What came of it, if it was executed.
   *
   * @return empty for a block of a branch that never was the best one
   */
  public Optional<AppliedBlock> applied() {
    return Optional.ofNullable(applied);
  }

  /**
   * Id of the block.
   *
   * @return the id
   */
  public Checksum256 id() {
    return state.id();
  }

  /**
   * Number of the block.
   *
   * @return 2 or more
   */
  public long number() {
    return state.number();
  }

  Checksum256 previous() {
    return block.header().previous();
  }

  void setApplied(AppliedBlock result) {
    applied = result;
  }

  /** Whether a chain with this head leaves that head for it: only if it is strictly better, not if it is as good. */
  boolean isBetterThan(BlockState head) {
    return isBetter(state, head);
  }

  static boolean isBetter(BlockState state, BlockState head) {
    long irreversible = head.finality().irreversible();
    return state.finality().irreversible() > irreversible
        || (state.finality().irreversible() == irreversible && state.number() > head.number());
  }

  @Override
  public String toString() {
    return HeaderRules.name(block);
  }
}
