package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.time.TimePointSec;

/**
 * Posts a pending transfer in part or whole; what is left of it is released.
 *
 * @param id id that the caller gave
 * @param pending the pending transfer
 * @param amount above zero, at most that of the pending one
 * @param at when it happened
 * @param basis on what ground
 */
public record PostPending(
    TransferId id, TransferId pending, Asset amount, TimePointSec at, Basis basis)
    implements Transfer {
  /** Refuses ids of zeros and amounts not above zero. */
  public PostPending {
    Transfer.requireAbout(id, pending);
    if (!amount.isPositive()) {
      throw new InvalidValueException("the amount of a transfer is above zero, got " + amount);
    }
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.post(this);
  }
}
