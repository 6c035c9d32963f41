package io.github.coopj.chain.consensus;

import io.github.coopj.chain.kernel.TransactionMetadata;
import java.util.List;

/**
 * What a block changed. Nothing is undone and nothing applied by a block that is kept on a branch which is not the best.
 *
 * @param undone blocks that are not on the best branch any more, latest first
 * @param applied blocks that are now, in their order
 * @param orphaned transactions of undone blocks that are in no applied one and not expired, in their order; they go back to
 *     the queue
 * @param irreversible blocks that can never be undone from now on, in their order
 */
public record Reception(
    List<AppliedBlock> undone,
    List<AppliedBlock> applied,
    List<TransactionMetadata> orphaned,
    List<AppliedBlock> irreversible) {
  /** Copies the lists. */
  public Reception {
    undone = List.copyOf(undone);
    applied = List.copyOf(applied);
    orphaned = List.copyOf(orphaned);
    irreversible = List.copyOf(irreversible);
  }

  /**
   * Whether the head has changed.
   *
   * @return false for a block that is only kept
   */
  public boolean movedHead() {
    return !applied.isEmpty();
  }
}
