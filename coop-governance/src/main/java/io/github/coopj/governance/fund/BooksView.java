package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;

/** Balances as they are stored somewhere: in tables of a contract or in {@link Balances}. */
public interface BooksView {
  /**
   * Currency of the books.
   *
   * @return symbol of every amount
   */
  Symbol currency();

  /**
   * Balance of an account, on the side on which it grows.
   *
   * @param account an account
   * @return zero if nothing was booked
   */
  Asset balance(LedgerAccount account);

  /**
   * Size of a fund as the cooperative shows it.
   *
   * @param fund a fund
   * @return zero if nothing was booked
   */
  Asset fund(FundCode fund);

  /**
   * Share balances of members.
   *
   * @return one per member, in a fixed order
   */
  Iterable<MemberShare> memberShares();
}
