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
   * @param member account of the member
   * @param amount above zero, at most the balance
   * @param balance the member's share balance
   * @param programme programme that the share was paid to
   * @param document digest of the paper behind it
   * @param currency currency of the books
   * @return the entry to apply
   * @throws GovernanceException SHARE_EXCEEDED, WRONG_CURRENCY, AMOUNT_NOT_POSITIVE
   */
  public static Entry shareReturn(
      Name member,
      Asset amount,
      Asset balance,
      long programme,
      Checksum256 document,
      Symbol currency) {
    ContributionBooking.requireAmount(amount, currency);
    if (amount.compareAmount(balance) > 0) {
      throw new GovernanceException(
          Reason.SHARE_EXCEEDED, "account", member, "amount", amount, "balance", balance);
    }
    return new Entry(
        LedgerAccount.SHARE_FUND,
        LedgerAccount.CASH,
        amount,
        member,
        programme,
        EntrySource.SHARE_RETURN,
        0,
        document);
  }

  /**
   * Gives goods to a participant from what the membership contributions formed, up to the entitlement (CPP-13).
   *
   * @param statement the member's statement in the programme before the benefit
   * @param benefit value of the goods, above zero
   * @param document digest of the paper behind it
   * @param currency currency of the books
   * @return the entry to apply
   * @throws GovernanceException BENEFIT_EXCEEDS_ENTITLEMENT, WRONG_CURRENCY, AMOUNT_NOT_POSITIVE
   */
  public static Entry benefit(
      MemberStatement statement, Asset benefit, Checksum256 document, Symbol currency) {
    ContributionBooking.requireAmount(benefit, currency);
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
}
