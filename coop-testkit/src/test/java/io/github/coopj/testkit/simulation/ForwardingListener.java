package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.kernel.StateView;

/** Passes everything on, but for what a test overrides. */
class ForwardingListener implements SimulationListener {
  private final SimulationListener next;

  ForwardingListener(SimulationListener next) {
    this.next = next;
  }

  @Override
  public void begun(Start start) {
    next.begun(start);
  }

  @Override
  public void started(int node) {
    next.started(node);
  }

  @Override
  public void applied(int node, SignedBlock block) {
    next.applied(node, block);
  }

  @Override
  public void undone(int node, SignedBlock block) {
    next.undone(node, block);
  }

  @Override
  public void irreversible(int node, SignedBlock block) {
    next.irreversible(node, block);
  }

  @Override
  public void rested(int node, StateView view) {
    next.rested(node, view);
  }

  @Override
  public void caught(int node, Evidence evidence) {
    next.caught(node, evidence);
  }

  @Override
  public void healed() {
    next.healed();
  }

  @Override
  public void finished() {
    next.finished();
  }
}
