package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.governance.ledger.AccountRole;
import java.math.BigInteger;

/**
 * Whether the cooperative could pay what it owes to members (FUND-02): shares are returnable and yet spent on the business, so
 * money and what is owed differ.
 *
 * @param money money at the bank and cash
 * @param dueShares shares due to members who left
 * @param shareFund shares of members, which would become due if they left
 */
public record Liquidity(Asset money, Asset dueShares, Asset shareFund) {
  private static final BigInteger BASIS_POINTS = BigInteger.valueOf(10_000);

  /**
   * Draws up the report.
   *
   * @param books the books
   * @return the report
   */
  public static Liquidity of(BooksView books) {
    return new Liquidity(
        books.balance(AssetKind.MONEY).plus(books.balance(AssetKind.CASH)),
        books.balance(AccountRole.SHARES_TO_RETURN),
        books.fund(FundCode.SHARE));
  }

  /**
   * Whether the money is enough for what is due.
   *
   * @return true if every due share could be paid now
   */
  public boolean coversDue() {
    return money.compareAmount(dueShares) >= 0;
  }

  /**
   * How much of all that is or may become due to members the money covers.
   *
   * @return basis points, rounded down; 10000 if nothing is owed, and not more than that
   */
  public int coverage() {
    BigInteger owed =
        BigInteger.valueOf(dueShares.amount()).add(BigInteger.valueOf(shareFund.amount()));
    BigInteger covered = BigInteger.valueOf(Math.max(0, money.amount()));
    return owed.signum() <= 0 || covered.compareTo(owed) >= 0
        ? BASIS_POINTS.intValueExact()
        : covered.multiply(BASIS_POINTS).divide(owed).intValueExact();
  }
}
