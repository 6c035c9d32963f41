package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.aid.AdvanceGrant;
import io.github.coopj.governance.aid.AidGrant;
import io.github.coopj.governance.aid.LoanGrant;
import io.github.coopj.governance.budget.CooperativePayments;
import io.github.coopj.governance.budget.ExceptionalUse;
import io.github.coopj.governance.budget.LossCover;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.FundBooking;
import io.github.coopj.governance.fund.FundMove;
import io.github.coopj.governance.fund.FundSpending;
import io.github.coopj.governance.fund.Valuation;
import io.github.coopj.governance.ledger.TransferId;
import io.github.coopj.governance.share.DebtNetting;
import io.github.coopj.governance.share.ShareMove;

/** Actions of the treasury about money that is no contribution. */
public final class MoneyActions {
  private MoneyActions() {}

  /**
   * Records what was brought in kind and valued by the Council (FUND-20).
   *
   * @param coop cooperative, which authorises it
   * @param contribution the contribution
   * @param valuation what it is worth
   * @param decision number of the Council's decision VALUATION
   */
  @AbiName("bring")
  public record Bring(
      Name coop,
      Contribution contribution,
      Valuation valuation,
      @AbiType("uint64") long decision) {}

  /**
   * Records a receipt from outside into one fund (FUND-09).
   *
   * @param coop cooperative, which authorises it
   * @param receipt what was received
   */
  @AbiName("receive")
  public record Receive(Name coop, FundBooking.Receipt receipt) {}

  /**
   * Records income that the meeting has not distributed.
   *
   * @param coop cooperative, which authorises it
   * @param amount above zero
   * @param document digest of the paper
   * @param at when it was received
   */
  @AbiName("income")
  public record Income(Name coop, Asset amount, Checksum256 document, TimePointSec at) {}

  /**
   * Records what a fund was spent on (FUND-16).
   *
   * @param coop cooperative, which authorises it
   * @param spending what was spent
   */
  @AbiName("spend")
  public record Spend(Name coop, FundSpending spending) {}

  /**
   * Moves money between funds by a rule of the meeting (FUND-16).
   *
   * @param coop cooperative, which authorises it
   * @param move from which fund to which
   * @param amount above zero
   * @param document digest of the paper
   * @param at when it is moved
   */
  @AbiName("movefund")
  public record MoveFund(
      Name coop, FundMove move, Asset amount, Checksum256 document, TimePointSec at) {}

  /**
   * Records that money was turned into things or things into money.
   *
   * @param coop cooperative, which authorises it
   * @param given what left
   * @param taken what came
   * @param amount above zero
   * @param document digest of the paper
   * @param at when it was exchanged
   */
  @AbiName("exchange")
  public record Exchange(
      Name coop,
      AssetKind given,
      AssetKind taken,
      Asset amount,
      Checksum256 document,
      TimePointSec at) {}

  /**
   * Undoes a transfer in part or whole (FUND-22).
   *
   * @param coop cooperative, which authorises it
   * @param original the transfer
   * @param amount how much of it
   * @param document digest of the paper that tells the error
   * @param at when it is undone
   */
  @AbiName("correct")
  public record Correct(
      Name coop, TransferId original, Asset amount, Checksum256 document, TimePointSec at) {}

  /**
   * Closes the periods before a moment (FUND-22).
   *
   * @param coop cooperative, which authorises it
   * @param until the first moment that stays open
   */
  @AbiName("closeperiod")
  public record ClosePeriod(Name coop, TimePointSec until) {}

  /**
   * Makes the shares of a member due who left; sent by the membership contract (FUND-12).
   *
   * @param coop cooperative
   * @param member who left
   * @param document digest of the paper by which he left
   * @param at when he left
   */
  @AbiName("due")
  public record Due(Name coop, Name member, Checksum256 document, TimePointSec at) {}

  /**
   * Makes the share under a programme due that a participant left; sent by the programme contract (CPP-16).
   *
   * @param coop cooperative
   * @param member who left it
   * @param programme number of the programme
   * @param document digest of the application
   * @param at when he left it
   */
  @AbiName("dueprog")
  public record DueProgramme(
      Name coop,
      Name member,
      @AbiType("uint64") long programme,
      Checksum256 document,
      TimePointSec at) {}

  /**
   * Records that a due share was paid (FUND-12).
   *
   * @param coop cooperative, which authorises it
   * @param member who was paid
   * @param programme programme under which the share was paid in
   * @param amount above zero
   * @param asset what it was paid with
   * @param document digest of the paper
   * @param at when it was paid
   */
  @AbiName("payshare")
  public record PayShare(
      Name coop,
      Name member,
      @AbiType("uint64") long programme,
      Asset amount,
      AssetKind asset,
      Checksum256 document,
      TimePointSec at) {}

  /**
   * Moves share to another programme, or asks for it back. The member authorises it.
   *
   * @param move the application
   * @param signature his signature under it
   */
  @AbiName("moveshare")
  public record MoveShare(ShareMove move, DocumentSignature signature) {}

  /**
   * Sets debts off against a due share (FUND-12). The member authorises it.
   *
   * @param netting his consent
   * @param signature his signature under it
   */
  @AbiName("setoff")
  public record SetOff(DebtNetting netting, DocumentSignature signature) {}

  /**
   * Pays aid that the Council granted (FUND-07).
   *
   * @param grant the grant; its cooperative authorises it
   * @param decision number of the Council's decision AID
   * @param at when it is paid
   */
  @AbiName("aid")
  public record Aid(AidGrant grant, @AbiType("uint64") long decision, TimePointSec at) {}

  /**
   * Pays a loan that the Council granted (FUND-19).
   *
   * @param grant the grant; its cooperative authorises it
   * @param decision number of the Council's decision AID
   * @param at when it is paid
   */
  @AbiName("loan")
  public record Loan(LoanGrant grant, @AbiType("uint64") long decision, TimePointSec at) {}

  /**
   * Records what was paid back of a loan (FUND-19).
   *
   * @param coop cooperative, which authorises it
   * @param member who paid
   * @param programme programme of the loan
   * @param amount above zero
   * @param document digest of the paper
   * @param at when it was paid
   */
  @AbiName("repay")
  public record Repay(
      Name coop,
      Name member,
      @AbiType("uint64") long programme,
      Asset amount,
      Checksum256 document,
      TimePointSec at) {}

  /**
   * Pays an advance that the Council granted (FUND-19).
   *
   * @param grant the grant; its cooperative authorises it
   * @param decision number of the Council's decision AID
   * @param at when it is paid
   */
  @AbiName("advance")
  public record Advance(
      AdvanceGrant grant, @AbiType("uint64") long decision, TimePointSec at) {}

  /**
   * Accepts a report on an advance (FUND-19).
   *
   * @param grant the grant; its cooperative authorises it
   * @param decision number of the Council's decision AID
   * @param spent what the papers show
   * @param document digest of the report
   * @param at when it was accepted
   */
  @AbiName("report")
  public record Report(
      AdvanceGrant grant,
      @AbiType("uint64") long decision,
      Asset spent,
      Checksum256 document,
      TimePointSec at) {}

  /**
   * Pays cooperative payments that the meeting decided on (FUND-21).
   *
   * @param payments the payments; their cooperative authorises it
   * @param meeting number of the meeting
   * @param item item FUND_RULES of its agenda
   * @param at when they are paid
   */
  @AbiName("payout")
  public record PayOut(
      CooperativePayments payments, @AbiType("uint64") long meeting, int item, TimePointSec at) {}

  /**
   * Covers a loss from the reserve fund as the meeting decided (FUND-21).
   *
   * @param cover the plan; its cooperative authorises it
   * @param meeting number of the meeting
   * @param item item FUND_RULES of its agenda
   * @param at when it is booked
   */
  @AbiName("coverloss")
  public record CoverLoss(
      LossCover cover, @AbiType("uint64") long meeting, int item, TimePointSec at) {}

  /**
   * Records the additional contribution of a member to a loss (FUND-21).
   *
   * @param cover the plan; its cooperative authorises it
   * @param member who paid
   * @param meeting number of the meeting
   * @param item item FUND_RULES of its agenda
   * @param document digest of the paper
   * @param at when it was paid
   */
  @AbiName("payloss")
  public record PayLoss(
      LossCover cover,
      Name member,
      @AbiType("uint64") long meeting,
      int item,
      Checksum256 document,
      TimePointSec at) {}

  /**
   * Uses the indivisible fund in an exceptional case as the meeting decided (FUND-04).
   *
   * @param use the use; its cooperative authorises it
   * @param meeting number of the meeting
   * @param item item of its agenda
   * @param at when it leaves
   */
  @AbiName("except")
  public record Except(
      ExceptionalUse use, @AbiType("uint64") long meeting, int item, TimePointSec at) {}
}
