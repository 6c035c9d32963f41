package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.kernel.StateView;

/** Hears of all that nodes of a network do, in the order of virtual time. */
public interface SimulationListener {
  /**
   * The run begins.
   *
   * @param start where all nodes begin
   */
  default void begun(Start start) {}

  /**
   * A node begins at the block where all begin, or does so again before it takes its kept blocks in.
   *
   * @param node number of the node, from 0
   */
  default void started(int node) {}

  /**
   * A node executed a block, which is its head now.
   *
   * @param node number of the node
   * @param block the block
   */
  default void applied(int node, SignedBlock block) {}

  /**
   * A node took back its head.
   *
   * @param node number of the node
   * @param block the block that was its head
   */
  default void undone(int node, SignedBlock block) {}

  /**
   * A node can never undo a block any more.
   *
   * @param node number of the node
   * @param block the block
   */
  default void irreversible(int node, SignedBlock block) {}

  /**
   * A node has come to rest at a block.
   *
   * @param node number of the node
   * @param view what it knows after its head
   */
  default void rested(int node, StateView view) {}

  /**
   * A node caught a producer that signed two blocks for one slot.
   *
   * @param node number of the node
   * @param evidence the proof
   */
  default void caught(int node, Evidence evidence) {}

  /** Trouble is over. */
  default void healed() {}

  /** The run is over: no message is under way and every node runs. */
  default void finished() {}
}
