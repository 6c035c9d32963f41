package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.ledger.LedgerKey;

/**
 * Turns what is not a contribution into transfers: receipts from outside, spending, money between funds, benefits given to
 * members. That a wallet holds enough is asked by the ledger.
 */
public final class FundBooking {
  private final Wallets wallets;
  private final Symbol currency;

  /**
   * Booking in books of a chart.
   *
   * @param wallets wallets of the chart
   * @param currency currency of the books
   */
  public FundBooking(Wallets wallets, Symbol currency) {
    this.wallets = wallets;
    this.currency = currency;
  }

  /**
   * Something received from outside for one fund (FUND-09).
   *
   * @param source CHARITY, INCOME or OTHER_LAWFUL
   * @param amount above zero
   * @param fund code of the fund
   * @param document digest of the paper behind it
   * @param at when it was received
   */
  public record Receipt(
      Purpose source, Asset amount, Name fund, Checksum256 document, TimePointSec at) {}

  /**
   * Books a receipt from outside into one fund (FUND-09).
   *
   * @param receipt what was received at the bank
   * @return what to book
   * @throws GovernanceException WRONG_FUND_SOURCE for the indivisible fund and for contributions of members, WRONG_CURRENCY,
   *     AMOUNT_NOT_POSITIVE, NO_DOCUMENT, NO_ACCOUNT_FOR for the share fund and funds that the chart does not keep
   */
  public Posting receipt(Receipt receipt) {
    ContributionBooking.requireAmount(receipt.amount(), currency);
    if (!receipt.source().isReceipt() || receipt.fund().equals(FundCode.INDIVISIBLE.code())) {
      throw new GovernanceException(
          Reason.WRONG_FUND_SOURCE, "fund", receipt.fund(), "source", receipt.source());
    }
    return Posting.of(wallets, receipt.document(), receipt.at())
        .move(
            wallets.asset(AssetKind.MONEY),
            wallets.fund(receipt.fund()),
            receipt.amount(),
            receipt.source())
        .build();
  }

  /**
   * Books income that the general meeting has not distributed yet.
   *
   * @param amount above zero
   * @param document digest of the paper behind it
   * @param at when it was received
   * @return what to book
   * @throws GovernanceException WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, NO_DOCUMENT
   */
  public Posting income(Asset amount, Checksum256 document, TimePointSec at) {
    ContributionBooking.requireAmount(amount, currency);
    return Posting.of(wallets, document, at)
        .move(wallets.asset(AssetKind.MONEY), wallets.result(), amount, Purpose.INCOME)
        .build();
  }

  /**
   * Spends a fund on one of its purposes (FUND-05 to FUND-08, FUND-16).
   *
   * @param spending what is spent
   * @param rules fund rules in force then
   * @return what to book, with the version of the rules
   * @throws GovernanceException PURPOSE_NOT_OF_FUND, NO_FUND_RULES, WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, NO_DOCUMENT
   */
  public Posting spend(FundSpending spending, FundRules rules) {
    ContributionBooking.requireAmount(spending.amount(), currency);
    rules.requireInForce(spending.at().toInstant());
    rules.requirePurpose(spending.fund(), spending.purpose());
    return Posting.of(wallets, spending.document(), spending.at())
        .move(
            wallets.fund(spending.fund()),
            wallets.asset(spending.asset()),
            spending.amount(),
            spending.purpose(),
            rules.version())
        .build();
  }

  /**
   * Moves money from one fund to another by a rule of the meeting (FUND-16).
   *
   * @param move from which fund to which
   * @param amount above zero
   * @param rules fund rules in force then
   * @param document digest of the paper behind it
   * @param at when it is moved
   * @return what to book, with the version of the rules
   * @throws GovernanceException NO_MOVE_BETWEEN_FUNDS, NO_FUND_RULES, WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, NO_DOCUMENT
   */
  public Posting move(
      FundMove move, Asset amount, FundRules rules, Checksum256 document, TimePointSec at) {
    ContributionBooking.requireAmount(amount, currency);
    rules.requireInForce(at.toInstant());
    rules.requireMove(move);
    return Posting.of(wallets, document, at)
        .move(
            wallets.fund(move.from()),
            wallets.fund(move.to()),
            amount,
            Purpose.FUND_MOVE.code(),
            rules.version())
        .build();
  }

  /**
   * Turns money into things or things into money; no fund changes (FUND-02).
   *
   * @param given what leaves
   * @param taken what comes
   * @param amount above zero
   * @param document digest of the paper behind it
   * @param at when it was exchanged
   * @return what to book
   * @throws GovernanceException WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, NO_DOCUMENT
   */
  public Posting exchange(
      AssetKind given, AssetKind taken, Asset amount, Checksum256 document, TimePointSec at) {
    ContributionBooking.requireAmount(amount, currency);
    return Posting.of(wallets, document, at)
        .move(wallets.asset(taken), wallets.asset(given), amount, Purpose.EXCHANGE)
        .build();
  }

  /**
   * Gives goods to a participant from what the membership contributions formed, up to the entitlement (CPP-13). The ledger
   * refuses more than there is of goods and of the operations fund.
   *
   * @param statement the member's statement in the programme before the benefit
   * @param benefit value of the goods, above zero
   * @param document digest of the paper behind it
   * @param at when they were given
   * @return what to book
   * @throws GovernanceException BENEFIT_EXCEEDS_ENTITLEMENT, WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, NO_DOCUMENT
   */
  public Posting benefit(
      MemberStatement statement, Asset benefit, Checksum256 document, TimePointSec at) {
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
    LedgerKey settlement = wallets.settlement(statement.programme(), statement.member());
    return Posting.of(wallets, document, at)
        .move(wallets.fund(FundCode.OPERATIONS), settlement, benefit, Purpose.BENEFIT)
        .move(settlement, wallets.asset(AssetKind.GOODS), benefit, Purpose.PAID_OUT)
        .build();
  }
}
