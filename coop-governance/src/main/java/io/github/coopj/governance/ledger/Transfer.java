package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.time.TimePointSec;

/**
 * A transfer (проводка) as it is asked for: the same amount on the debit of one wallet and on the credit of another, so debits
 * equal credits whatever is booked. Immutable; an error is undone by another transfer.
 */
public sealed interface Transfer permits DirectTransfer, PendingTransfer, PostPending, VoidPending {
  /**
   * Id that the caller gave.
   *
   * @return never {@link TransferId#NONE}
   */
  TransferId id();

  /**
   * When it happened, which decides the period that it belongs to.
   *
   * @return time, not when it was recorded
   */
  TimePointSec at();

  /**
   * On what ground.
   *
   * @return paper, purpose and version of the rules
   */
  Basis basis();

  /**
   * Does what fits the kind of transfer.
   *
   * @param <R> result
   * @param cases one function for each kind
   * @return what the function gave
   */
  <R> R match(Cases<R> cases);

  /**
   * One function for each kind.
   *
   * @param <R> result
   */
  interface Cases<R> {
    /** Posted at once. */
    R direct(DirectTransfer transfer);

    /** Pending. */
    R pending(PendingTransfer transfer);

    /** Posts a pending one. */
    R post(PostPending transfer);

    /** Voids a pending one. */
    R release(VoidPending transfer);
  }

  private static void requireNamed(TransferId id) {
    if (id.isNone()) {
      throw new InvalidValueException("a transfer has an id that is not zero");
    }
  }

  /** Checks what every transfer between two wallets has. */
  static void requireSound(TransferId id, LedgerKey debit, LedgerKey credit, Asset amount) {
    requireNamed(id);
    if (debit.equals(credit)) {
      throw new InvalidValueException("a transfer needs two wallets, got twice " + debit);
    }
    if (!amount.isPositive()) {
      throw new InvalidValueException("the amount of a transfer is above zero, got " + amount);
    }
  }

  /** Checks what every transfer about a pending one has. */
  static void requireAbout(TransferId id, TransferId pending) {
    requireNamed(id);
    if (pending.isNone() || pending.equals(id)) {
      throw new InvalidValueException("it names the pending transfer, got " + pending);
    }
  }
}
