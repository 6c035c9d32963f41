package io.github.coopj.governance.budget;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.fund.Wallets;
import io.github.coopj.governance.meeting.MeetingDecision;

/**
 * Use of the indivisible fund in an exceptional case (FUND-04). It takes a decision of the general meeting with the majority of a
 * liquidation or a reorganization; members get nothing of it, whatever the decision says.
 *
 * @param cooperative account of the cooperative
 * @param kind LIQUIDATION or REORGANIZATION, whose majority the charter sets
 * @param amount above zero
 * @param receiver account of the cooperative or union that gets it
 * @param reason digest of the paper that tells the case
 */
public record ExceptionalUse(
    Name cooperative, ItemType kind, Asset amount, Name receiver, Checksum256 reason) {
  /** Refuses any other kind of decision, nothing, and the cooperative itself as receiver. */
  public ExceptionalUse {
    boolean exceptional = kind == ItemType.LIQUIDATION || kind == ItemType.REORGANIZATION;
    if (!exceptional
        || !amount.isPositive()
        || receiver.isEmpty()
        || receiver.equals(cooperative)
        || reason.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("the indivisible fund is used by LIQUIDATION or"
          + " REORGANIZATION, for another society, got " + kind + " of " + amount + " for "
          + receiver);
    }
  }

  /**
   * What the meeting decides on.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.EXCEPTIONAL_USE, this);
  }

  /**
   * Uses the fund by decision of the meeting; the ledger refuses more than it holds.
   *
   * @param decision decision of {@link #kind} on {@link #digest}
   * @param wallets wallets of the chart
   * @param at when it leaves
   * @return what to book
   * @throws io.github.coopj.governance.GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE,
   *     DECISION_ON_OTHER_SUBJECT
   */
  public Posting use(MeetingDecision decision, Wallets wallets, TimePointSec at) {
    Decisions.require(decision, cooperative, kind, digest());
    Purpose purpose = kind == ItemType.LIQUIDATION ? Purpose.LIQUIDATION : Purpose.EXCEPTIONAL;
    return Posting.of(wallets, digest(), at)
        .move(wallets.fund(FundCode.INDIVISIBLE), wallets.asset(AssetKind.MONEY), amount, purpose)
        .build();
  }
}
