package io.github.coopj.governance.budget;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Allocation;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.MoneyPolicy;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Cooperative payments of a year (кооперативные выплаты; FUND-21): part of the income, among members by their part in the
 * business, by decision of the general meeting.
 *
 * @param cooperative account of the cooperative
 * @param year financial year
 * @param programme programme under which they are paid (CPP-04)
 * @param income income of the year
 * @param payments what each member gets, above zero, in the order of accounts
 */
public record CooperativePayments(
    Name cooperative,
    int year,
    @AbiType("uint64") long programme,
    Asset income,
    List<Payment> payments) {
  /**
   * What one member gets.
   *
   * @param member account of the member
   * @param amount above zero
   */
  public record Payment(Name member, Asset amount) {}

  /** Refuses amounts not above zero, in another currency, and a member named twice or out of order. */
  public CooperativePayments {
    payments = List.copyOf(payments);
    Name before = Name.EMPTY;
    for (Payment payment : payments) {
      if (!payment.amount().isPositive()
          || !payment.amount().symbol().equals(income.symbol())
          || payment.member().compareTo(before) <= 0) {
        throw new InvalidValueException("payments name each member once in order and pay above zero"
            + ", got " + payment.member() + " " + payment.amount());
      }
      before = payment.member();
    }
  }

  /**
   * Divides a sum among members by weights, such as their contributions of the year; exact to the minor unit.
   *
   * @param cooperative account of the cooperative
   * @param year financial year
   * @param programme programme under which they are paid
   * @param income income of the year
   * @param total what is divided
   * @param weights part of each member in the business, 0 or more and not all 0
   * @return the payments; who gets less than a minor unit gets none
   */
  public static CooperativePayments divide(
      Name cooperative,
      int year,
      long programme,
      Asset income,
      Asset total,
      SortedMap<Name, Long> weights) {
    List<Payment> payments = new ArrayList<>();
    for (Map.Entry<Name, Long> part :
        Allocation.largestRemainder(total.amount(), weights).entrySet()) {
      if (part.getValue() > 0) {
        payments.add(new Payment(part.getKey(), new Asset(part.getValue(), total.symbol())));
      }
    }
    return new CooperativePayments(cooperative, year, programme, income, payments);
  }

  /**
   * All payments together.
   *
   * @return 0 or more
   */
  public Asset total() {
    Asset total = Asset.zero(income.symbol());
    for (Payment payment : payments) {
      total = total.plus(payment.amount());
    }
    return total;
  }

  /**
   * What the meeting decides on.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.COOPERATIVE_PAYMENTS, this);
  }

  /**
   * Pays them by decision of the meeting.
   *
   * @param decision decision FUND_RULES on {@link #digest}
   * @param policy policy of the charter, which caps them
   * @param wallets wallets of the chart
   * @param at when they are paid
   * @return what to book: from the result to each member and out
   * @throws GovernanceException ABOVE_CAP, OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public Posting pay(
      MeetingDecision decision, MoneyPolicy policy, Wallets wallets, TimePointSec at) {
    Decisions.require(decision, cooperative, ItemType.FUND_RULES, digest());
    if (!income.isPositive()
        || policy.mostPayments().isExceededBy(total().amount(), income.amount())) {
      throw new GovernanceException(
          Reason.ABOVE_CAP, "amount", total(), "cap", policy.mostPayments(), "income", income);
    }
    Posting.Draft posting = Posting.of(wallets, digest(), at);
    for (Payment payment : payments) {
      LedgerKey settlement = wallets.settlement(programme, payment.member());
      posting
          .move(wallets.result(), settlement, payment.amount(), Purpose.PAYMENT)
          .move(settlement, wallets.asset(AssetKind.MONEY), payment.amount(), Purpose.PAID_OUT);
    }
    return posting.build();
  }
}
