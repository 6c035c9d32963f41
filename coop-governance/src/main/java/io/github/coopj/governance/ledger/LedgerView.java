package io.github.coopj.governance.ledger;

import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.time.TimePointSec;
import java.util.Optional;

/** State of a ledger as the rules need it, kept wherever: in {@link Books} or in tables of a contract. */
public interface LedgerView {
  /**
   * The accounts.
   *
   * @return chart
   */
  ChartOfAccounts chart();

  /**
   * Currency of the books.
   *
   * @return symbol of every amount
   */
  Symbol currency();

  /**
   * Up to when periods are closed (FUND-22).
   *
   * @return the first moment that is open; {@link TimePointSec#EPOCH} if nothing was ever closed
   */
  TimePointSec closedUntil();

  /**
   * Number of the last recorded transfer.
   *
   * @return 0 if there is none
   */
  long lastNumber();

  /**
   * What was booked on a wallet.
   *
   * @param wallet wallet
   * @return its sums, {@link WalletBalance#ZERO} if it was never used
   */
  WalletBalance balance(LedgerKey wallet);

  /**
   * A recorded transfer.
   *
   * @param id id
   * @return the record, if there is one
   */
  Optional<TransferRecord> find(TransferId id);
}
