package io.github.coopj.governance.ledger;

import io.github.coopj.core.time.TimePointSec;

/**
 * Voids a pending transfer: nothing of it is posted.
 *
 * @param id id that the caller gave
 * @param pending the pending transfer
 * @param at when it happened
 * @param basis on what ground
 */
public record VoidPending(TransferId id, TransferId pending, TimePointSec at, Basis basis)
    implements Transfer {
  /** Refuses ids of zeros. */
  public VoidPending {
    Transfer.requireAbout(id, pending);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.release(this);
  }
}
