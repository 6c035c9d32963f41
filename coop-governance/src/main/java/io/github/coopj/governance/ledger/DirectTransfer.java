package io.github.coopj.governance.ledger;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.time.TimePointSec;

/**
 * A transfer that is posted at once.
 *
 * @param id id that the caller gave
 * @param debit wallet debited
 * @param credit wallet credited, another one
 * @param amount above zero
 * @param at when it happened
 * @param basis on what ground
 * @param corrects the posted transfer that this one undoes in part or whole, {@link TransferId#NONE} for none (FUND-22)
 */
public record DirectTransfer(
    TransferId id,
    LedgerKey debit,
    LedgerKey credit,
    Asset amount,
    TimePointSec at,
    Basis basis,
    TransferId corrects)
    implements Transfer {
  /** Refuses an id of zeros, one wallet twice, and amounts not above zero. */
  public DirectTransfer {
    Transfer.requireSound(id, debit, credit, amount);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.direct(this);
  }
}
