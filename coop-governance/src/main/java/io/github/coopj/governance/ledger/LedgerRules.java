package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What may be booked. Every move gives a {@link LedgerStep} or refuses with nothing changed.
 *
 * <p>A transfer sent again with the same body gives the same record and changes nothing. Linked transfers are booked all or none.
 * Limits count what is pending against a wallet and never what is pending in its favour.
 */
public final class LedgerRules {
  private LedgerRules() {}

  /**
   * Books one transfer.
   *
   * @param transfer the transfer
   * @param ledger the state
   * @param now the moment
   * @return what to store
   * @throws GovernanceException TRANSFER_ID_TAKEN, WRONG_CURRENCY, NO_SUCH_ACCOUNT, WRONG_WALLET, OUT_OF_ORDER for what has not
   *     happened yet or happened before its pending transfer, PERIOD_CLOSED, BALANCE_TOO_LOW, BALANCE_TOO_HIGH, NO_SUCH_TRANSFER,
   *     NOT_PENDING, PENDING_EXPIRED, PENDING_EXCEEDED, NOT_A_CORRECTION, CORRECTION_EXCEEDED
   */
  public static LedgerStep book(Transfer transfer, LedgerView ledger, Instant now) {
    return book(transfer, ledger, TimePointSec.of(now));
  }

  /** Books keep the time that many records share. */
  static LedgerStep book(Transfer transfer, LedgerView ledger, TimePointSec now) {
    LedgerDraft draft = new LedgerDraft(ledger, now);
    draft.book(transfer);
    return draft.step();
  }

  /**
   * Books transfers all or none, each on top of the ones before it.
   *
   * @param linked the transfers, no id twice
   * @param ledger the state
   * @param now the moment
   * @return what to store
   * @throws GovernanceException as for one transfer; LINK_PARTLY_KNOWN if some were booked before and some were not
   * @throws InvalidValueException if an id comes twice
   */
  public static LedgerStep book(List<? extends Transfer> linked, LedgerView ledger, Instant now) {
    LedgerDraft draft = new LedgerDraft(ledger, TimePointSec.of(now));
    Set<TransferId> ids = new HashSet<>();
    long known = 0;
    for (Transfer transfer : linked) {
      if (!ids.add(transfer.id())) {
        throw new InvalidValueException("linked transfers name " + transfer.id() + " twice");
      }
      if (ledger.find(transfer.id()).isPresent()) {
        known++;
      }
    }
    if (known != 0 && known != linked.size()) {
      throw new GovernanceException(Reason.LINK_PARTLY_KNOWN, "known", known, "of", linked.size());
    }
    for (Transfer transfer : linked) {
      if (known == 0) {
        draft.bookNew(transfer);
      } else {
        draft.book(transfer);
      }
    }
    return draft.step();
  }

  /**
   * Ends a pending transfer whose time has run out; nothing is posted, and the limits no longer count it.
   *
   * @param pending the pending transfer
   * @param ledger the state
   * @param now the moment, not before it expires
   * @return what to store
   * @throws GovernanceException NO_SUCH_TRANSFER, NOT_PENDING, PENDING_OPEN if it still has time
   */
  public static LedgerStep expire(TransferId pending, LedgerView ledger, Instant now) {
    LedgerDraft draft = new LedgerDraft(ledger, TimePointSec.of(now));
    draft.expire(pending);
    return draft.step();
  }

  /**
   * Closes the periods before a moment: whatever happened before it can no longer be booked (FUND-22).
   *
   * @param until the first moment that stays open
   * @param ledger the state
   * @param now the moment, not before {@code until}
   * @return {@code until}
   * @throws GovernanceException OUT_OF_ORDER for a period that is not over, PERIOD_CLOSED for one that is closed
   */
  public static TimePointSec close(TimePointSec until, LedgerView ledger, Instant now) {
    if (until.toInstant().isAfter(now)) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", TimePointSec.of(now), "notBefore", until);
    }
    if (until.compareTo(ledger.closedUntil()) <= 0) {
      throw new GovernanceException(
          Reason.PERIOD_CLOSED, "at", until, "closedUntil", ledger.closedUntil());
    }
    return until;
  }

  static void requireCurrency(Asset amount, LedgerView ledger) {
    if (!amount.symbol().equals(ledger.currency())) {
      throw new GovernanceException(
          Reason.WRONG_CURRENCY, "amount", amount, "currency", ledger.currency());
    }
  }
}
