package io.github.coopj.governance.aid;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.ContributionBooking;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.FundRules;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.program.Participations;

/**
 * Makes the transfers of aid, loans and advances. A grant is paid once and whole: its transfers carry ids that follow from it, so
 * the ledger knows a second payment. Loans and advances stand on accounts of assets of their own (FUND-19).
 */
public final class AidBooking {
  private final Wallets wallets;
  private final Symbol currency;

  /**
   * Booking in books of a chart.
   *
   * @param wallets wallets of the chart
   * @param currency currency of the books
   */
  public AidBooking(Wallets wallets, Symbol currency) {
    this.wallets = wallets;
    this.currency = currency;
  }

  /**
   * Pays aid (FUND-07).
   *
   * @param granted the grant
   * @param member programmes that the member takes part in
   * @param rules fund rules in force then
   * @param at when it is paid
   * @return what to book
   * @throws GovernanceException PURPOSE_NOT_OF_FUND for a ground that the rules do not know, NO_FUND_RULES, WRONG_CURRENCY,
   *     OUT_OF_ORDER, NOT_A_PARTICIPANT
   */
  public Posting payAid(
      Granted<AidGrant> granted, Participations member, FundRules rules, TimePointSec at) {
    AidGrant grant = granted.grant();
    require(member, grant.member(), grant.programme());
    granted.requireInForce(at);
    ContributionBooking.requireAmount(grant.amount(), currency);
    rules.requireInForce(at.toInstant());
    rules.requirePurpose(FundCode.MUTUAL_AID.code(), grant.ground());
    LedgerKey settlement = wallets.settlement(grant.programme(), grant.member());
    return Posting.of(wallets, grant.digest(), at)
        .move(
            wallets.fund(FundCode.MUTUAL_AID),
            settlement,
            grant.amount(),
            Purpose.AID.code(),
            rules.version())
        .move(settlement, wallets.asset(AssetKind.MONEY), grant.amount(), Purpose.PAID_OUT)
        .build();
  }

  /**
   * Pays a loan.
   *
   * @param granted the grant
   * @param member programmes that the member takes part in
   * @param at when it is paid
   * @return what to book
   * @throws GovernanceException WRONG_CURRENCY, OUT_OF_ORDER, NOT_A_PARTICIPANT
   */
  public Posting payLoan(Granted<LoanGrant> granted, Participations member, TimePointSec at) {
    LoanGrant grant = granted.grant();
    require(member, grant.member(), grant.programme());
    granted.requireInForce(at);
    ContributionBooking.requireAmount(grant.amount(), currency);
    return Posting.of(wallets, grant.digest(), at)
        .move(
            loan(grant.programme(), grant.member()),
            wallets.asset(AssetKind.MONEY),
            grant.amount(),
            Purpose.LOAN)
        .build();
  }

  /**
   * Books what a member pays back of his loans; the ledger refuses more than he owes.
   *
   * @param member account of the member
   * @param programme programme of the loan
   * @param amount above zero
   * @param document digest of the paper of the payment
   * @param at when it was paid
   * @return what to book
   * @throws GovernanceException WRONG_CURRENCY, AMOUNT_NOT_POSITIVE, NO_DOCUMENT
   */
  public Posting repayLoan(
      Name member, long programme, Asset amount, Checksum256 document, TimePointSec at) {
    ContributionBooking.requireAmount(amount, currency);
    return Posting.of(wallets, document, at)
        .move(wallets.asset(AssetKind.MONEY), loan(programme, member), amount, Purpose.LOAN_REPAID)
        .build();
  }

  /**
   * Pays an advance.
   *
   * @param granted the grant
   * @param member programmes that the member takes part in
   * @param rules fund rules in force then
   * @param at when it is paid
   * @return what to book
   * @throws GovernanceException PURPOSE_NOT_OF_FUND, NO_FUND_RULES, WRONG_CURRENCY, OUT_OF_ORDER, NOT_A_PARTICIPANT
   */
  public Posting payAdvance(
      Granted<AdvanceGrant> granted, Participations member, FundRules rules, TimePointSec at) {
    AdvanceGrant grant = granted.grant();
    require(member, grant.member(), grant.programme());
    granted.requireInForce(at);
    ContributionBooking.requireAmount(grant.amount(), currency);
    rules.requireInForce(at.toInstant());
    rules.requirePurpose(grant.fund(), grant.purpose());
    return Posting.of(wallets, grant.digest(), at)
        .move(advance(grant), wallets.asset(AssetKind.MONEY), grant.amount(), Purpose.ADVANCE)
        .build();
  }

  /**
   * Books a report on an advance: what was spent is charged to its fund, the rest comes back.
   *
   * @param granted the grant
   * @param spent what the papers show, 0 or more and at most what was granted
   * @param rules fund rules in force then
   * @param document digest of the report
   * @param at when it was accepted
   * @return what to book
   * @throws GovernanceException ABOVE_GRANT, PURPOSE_NOT_OF_FUND, NO_FUND_RULES, NO_DOCUMENT, OUT_OF_ORDER
   */
  public Posting reportAdvance(
      Granted<AdvanceGrant> granted,
      Asset spent,
      FundRules rules,
      Checksum256 document,
      TimePointSec at) {
    AdvanceGrant grant = granted.grant();
    granted.requireInForce(at);
    if (!spent.isZero()) {
      ContributionBooking.requireAmount(spent, currency);
    }
    if (spent.compareAmount(grant.amount()) > 0) {
      throw new GovernanceException(
          Reason.ABOVE_GRANT,
          "account",
          grant.member(),
          "amount",
          spent,
          "granted",
          grant.amount());
    }
    rules.requireInForce(at.toInstant());
    rules.requirePurpose(grant.fund(), grant.purpose());
    return Posting.of(wallets, document, at)
        .move(wallets.fund(grant.fund()), advance(grant), spent, grant.purpose(), rules.version())
        .move(
            wallets.asset(AssetKind.MONEY),
            advance(grant),
            grant.amount().minus(spent),
            Purpose.ADVANCE_BACK)
        .build();
  }

  private static void require(Participations member, Name expected, long programme) {
    if (!member.member().equals(expected)) {
      throw new GovernanceException(
          Reason.NOT_A_PARTICIPANT, "account", expected, "programme", programme);
    }
    member.require(programme);
  }

  private LedgerKey loan(long programme, Name member) {
    return wallets.of(AccountRole.LOANS, programme, member);
  }

  private LedgerKey advance(AdvanceGrant grant) {
    return wallets.of(AccountRole.ADVANCES, grant.programme(), grant.member());
  }
}
