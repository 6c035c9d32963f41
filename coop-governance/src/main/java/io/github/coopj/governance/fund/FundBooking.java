package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;

/** Turns what is not a contribution into entries: receipts from outside, shares given back, benefits given to members. */
public final class FundBooking {
  private FundBooking() {}

  /**
   * Books a receipt from outside into one fund (FUND-09).
   *
   * @param source CHARITY, INCOME or OTHER_LAWFUL
   * @param amount above zero
   * @param fund one of the five funds
   * @param document digest of the paper behind it
   * @param currency currency of the books
   * @return the entry to apply
   * @throws GovernanceException WRONG_FUND_SOURCE for the share fund, for the indivisible fund and for contributions of
   *     members, WRONG_CURRENCY, AMOUNT_NOT_POSITIVE
   */
  public static Entry receipt(
      EntrySource source, Asset amount, FundCode fund, Checksum256 document, Symbol currency) {
    ContributionBooking.requireAmount(amount, currency);
    if (!source.isReceipt() || fund == FundCode.SHARE || fund == FundCode.INDIVISIBLE) {
      throw new GovernanceException(Reason.WRONG_FUND_SOURCE, "fund", fund, "source", source);
    }
    return new Entry(
        LedgerAccount.CASH, LedgerAccount.of(fund), amount, Name.EMPTY, 0, source, 0, document);
  }

  /**
   * Gives a share contribution back (FUND-12): the one contribution that is returnable. Membership and entrance
   * contributions are not, and no booking returns them (FUND-13).
   *
   * @param statement the member's statement in the programme that the share was paid to, before the return
   * @param amount above zero, at most the balance in this programme
   * @param books the books before the return
   * @param document digest of the paper behind it
   * @return the entry to apply
   * @throws GovernanceException SHARE_EXCEEDED, WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, BALANCE_TOO_LOW without the cash
   */
  public static Entry shareReturn(
      MemberStatement statement, Asset amount, BooksView books, Checksum256 document) {
    ContributionBooking.requireAmount(amount, books.currency());
    if (amount.compareAmount(statement.shareBalance()) > 0) {
      throw new GovernanceException(
          Reason.SHARE_EXCEEDED,
          "account",
          statement.member(),
          "amount",
          amount,
          "balance",
          statement.shareBalance());
    }
    requireBalance(books, LedgerAccount.CASH, amount);
    return new Entry(
        LedgerAccount.SHARE_FUND,
        LedgerAccount.CASH,
        amount,
        statement.member(),
        statement.programme(),
        EntrySource.SHARE_RETURN,
        0,
        document);
  }

  /**
   * Gives goods to a participant from what the membership contributions formed, up to the entitlement (CPP-13) and no
   * more than there is of goods and of the operations fund.
   *
   * @param statement the member's statement in the programme before the benefit
   * @param benefit value of the goods, above zero
   * @param books the books before the benefit
   * @param document digest of the paper behind it
   * @return the entry to apply
   * @throws GovernanceException BENEFIT_EXCEEDS_ENTITLEMENT, WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, BALANCE_TOO_LOW
   */
  public static Entry benefit(
      MemberStatement statement, Asset benefit, BooksView books, Checksum256 document) {
    ContributionBooking.requireAmount(benefit, books.currency());
    if (benefit.compareAmount(statement.entitlement()) > 0) {
      throw new GovernanceException(
          Reason.BENEFIT_EXCEEDS_ENTITLEMENT,
          "account",
          statement.member(),
          "benefit",
          benefit,
          "entitlement",
          statement.entitlement());
    }
    requireBalance(books, LedgerAccount.GOODS, benefit);
    requireBalance(books, LedgerAccount.OPERATIONS_FUND, benefit);
    return new Entry(
        LedgerAccount.OPERATIONS_FUND,
        LedgerAccount.GOODS,
        benefit,
        statement.member(),
        statement.programme(),
        EntrySource.BENEFIT,
        0,
        document);
  }

  /**
   * Undoes an entry made by error: the same entry with its sides exchanged.
   *
   * @param original the entry to undo
   * @param document digest of the paper that tells the error
   * @return the entry to apply
   */
  public static Entry reversal(Entry original, Checksum256 document) {
    LedgerAccount debit = original.credit();
    LedgerAccount credit = original.debit();
    return new Entry(
        debit,
        credit,
        original.amount(),
        original.member(),
        original.programme(),
        EntrySource.REVERSAL,
        original.ruleVersion(),
        document);
  }

  private static void requireBalance(BooksView books, LedgerAccount account, Asset amount) {
    Asset balance = books.balance(account);
    if (amount.compareAmount(balance) > 0) {
      throw new GovernanceException(
          Reason.BALANCE_TOO_LOW, "account", account, "amount", amount, "balance", balance);
    }
  }
}
