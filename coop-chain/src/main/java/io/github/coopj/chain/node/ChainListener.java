package io.github.coopj.chain.node;

import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.consensus.Reception;

/**
 * Hears of what a chain does from its opening on, in the order in which it happens and one thing after the other, on a
 * thread that made or brought a block, which does not hold the chain then: it may call this chain and others. Others may
 * know more by then than a listener was told. What a listener throws is put into the program's log.
 */
public interface ChainListener {
  /** Hears of everything and does nothing. */
  ChainListener NONE = new ChainListener() {};

  /**
   * The head has moved: a block was made here or accepted.
   *
   * @param change blocks that were taken back, blocks applied, transactions that wait again, blocks that are irreversible
   *     from now on
   */
  default void changed(Reception change) {}

  /**
   * A producer was caught at signing two blocks for one slot.
   *
   * @param evidence the proof, which is kept
   */
  default void caught(Evidence evidence) {}
}
