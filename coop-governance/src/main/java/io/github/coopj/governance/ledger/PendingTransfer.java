package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.time.TimePointSec;

/**
 * A transfer that is held back: the limits of both wallets count it, the balances do not. It ends once: posted, voided or expired.
 *
 * @param id id that the caller gave
 * @param debit wallet to be debited
 * @param credit wallet to be credited, another one
 * @param amount above zero
 * @param at when it happened
 * @param basis on what ground
 * @param expiresAt from when it can no longer be posted, after {@code at}
 */
public record PendingTransfer(
    TransferId id,
    LedgerKey debit,
    LedgerKey credit,
    Asset amount,
    TimePointSec at,
    Basis basis,
    TimePointSec expiresAt)
    implements Transfer {
  /** Refuses what a transfer may not be, and one that expires before it happens. */
  public PendingTransfer {
    Transfer.requireSound(id, debit, credit, amount);
    if (expiresAt.compareTo(at) <= 0) {
      throw new InvalidValueException(
          "a pending transfer expires after it happens, got " + expiresAt + " for " + at);
    }
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.pending(this);
  }
}
