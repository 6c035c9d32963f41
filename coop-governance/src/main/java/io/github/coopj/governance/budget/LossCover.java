package io.github.coopj.governance.budget;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Allocation;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.program.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How a loss of a year is covered (покрытие убытка; FUND-21): from the reserve fund, and the rest by additional contributions of
 * the members, within the charter's months. The parts together are the loss to the minor unit.
 *
 * @param cooperative account of the cooperative
 * @param year financial year
 * @param loss above zero
 * @param fromReserve what the reserve fund takes, 0 to the loss
 * @param contributions what each member pays in addition, above zero, in the order of accounts
 */
public record LossCover(
    Name cooperative,
    int year,
    Asset loss,
    Asset fromReserve,
    List<CooperativePayments.Payment> contributions) {
  /** Refuses parts that do not add up to the loss. */
  public LossCover {
    contributions = List.copyOf(contributions);
    if (!loss.isPositive() || fromReserve.isNegative()) {
      throw new InvalidValueException(
          "a loss is above zero and the reserve takes 0 or more of it, got " + loss + " and "
              + fromReserve);
    }
    Asset covered = fromReserve;
    Name before = Name.EMPTY;
    for (CooperativePayments.Payment part : contributions) {
      if (!part.amount().isPositive() || part.member().compareTo(before) <= 0) {
        throw new InvalidValueException("additional contributions name each member once in order"
            + " and are above zero, got " + part.member() + " " + part.amount());
      }
      before = part.member();
      covered = covered.plus(part.amount());
    }
    if (!covered.equals(loss)) {
      throw new GovernanceException(Reason.NOT_COVERED, "loss", loss, "covered", covered);
    }
  }

  /**
   * Takes as much as there is from the reserve, and divides the rest among the members.
   *
   * @param cooperative account of the cooperative
   * @param year financial year
   * @param loss above zero
   * @param reserve what the reserve fund holds
   * @param weights weight of each member, such as 1 each
   * @return the plan
   */
  public static LossCover plan(
      Name cooperative, int year, Asset loss, Asset reserve, SortedMap<Name, Long> weights) {
    Asset fromReserve = reserve.compareAmount(loss) < 0 ? reserve : loss;
    List<CooperativePayments.Payment> parts = new ArrayList<>();
    Asset rest = loss.minus(fromReserve);
    if (rest.isPositive()) {
      Allocation.largestRemainder(rest.amount(), weights).forEach((member, minor) -> {
        if (minor > 0) {
          parts.add(new CooperativePayments.Payment(member, new Asset(minor, loss.symbol())));
        }
      });
    }
    return new LossCover(cooperative, year, loss, fromReserve, parts);
  }

  /**
   * What the meeting decides on.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.LOSS_COVER, this);
  }

  /**
   * Covers the loss from the reserve fund, as far as the plan says.
   *
   * @param decision decision FUND_RULES on {@link #digest}
   * @param wallets wallets of the chart
   * @param at when it is booked
   * @return what to book, nothing if the reserve takes nothing
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public Posting coverFromReserve(MeetingDecision decision, Wallets wallets, TimePointSec at) {
    Decisions.require(decision, cooperative, ItemType.FUND_RULES, digest());
    return Posting.of(wallets, digest(), at)
        .move(wallets.fund(FundCode.RESERVE), wallets.result(), fromReserve, Purpose.LOSS)
        .build();
  }

  /**
   * Books the additional contribution of a member.
   *
   * @param member account of the member
   * @param decision decision FUND_RULES on {@link #digest}
   * @param wallets wallets of the chart
   * @param document digest of the paper of the payment
   * @param at when it was paid
   * @return what to book
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   * @throws InvalidValueException if the plan asks nothing of him
   */
  public Posting pay(
      Name member,
      MeetingDecision decision,
      Wallets wallets,
      Checksum256 document,
      TimePointSec at) {
    Decisions.require(decision, cooperative, ItemType.FUND_RULES, digest());
    Asset amount = contributions.stream()
        .filter(part -> part.member().equals(member))
        .map(CooperativePayments.Payment::amount)
        .findFirst()
        .orElseThrow(() -> new InvalidValueException("the plan asks no contribution of " + member));
    LedgerKey settlement = wallets.settlement(Programme.ADMISSION_ID, member);
    return Posting.of(wallets, document, at)
        .move(wallets.asset(AssetKind.MONEY), settlement, amount, Purpose.RECEIVED)
        .move(settlement, wallets.result(), amount, Purpose.LOSS)
        .build();
  }

  /**
   * Last day on which members pay in time.
   *
   * @param approved day on which the meeting approved the balance of the year
   * @param charter charter in force then
   * @return the day after the charter's months
   */
  public static LocalDate payBy(LocalDate approved, Charter charter) {
    return charter.money().coverBy(approved);
  }
}
