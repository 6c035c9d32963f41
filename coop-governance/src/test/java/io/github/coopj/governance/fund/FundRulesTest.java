package io.github.coopj.governance.fund;

import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.held;
import static io.github.coopj.governance.meeting.Fixtures.heldBy;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.charter.CharterFund;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.HeldMeeting;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.membership.Founding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MEET-28")
@Tag("FUND-15")
class FundRulesTest {
  /** A regulation with those basis points. */
  static FundRegulation regulation(int version, int... basisPoints) {
    List<CharterFund> five = List.of(CharterFund.values());
    List<FundShare> shares = new ArrayList<>();
    for (int i = 0; i < basisPoints.length; i++) {
      shares.add(new FundShare(FundCode.of(five.get(i)), basisPoints[i]));
    }
    return new FundRegulation(COOP, version, shares);
  }

  /** The regulation in force from a time, by a meeting held then. */
  static FundRules inForce(FundRegulation regulation, Instant at) {
    return regulation.activate(
        held(ItemType.FUND_RULES, regulation.digest(), at).decision(1));
  }

  @Test
  void activate_onlyByTheMeetingsDecisionOnExactlyThisRegulation() {
    FundRegulation regulation = regulation(1, 500, 1500, 1000, 500, 6500);
    MeetingDecision decision =
        held(ItemType.FUND_RULES, regulation.digest(), CLOSES).decision(1);
    FundRules rules = regulation.activate(decision);
    assertThat(rules.snapshot().meetingDecisionId()).isEqualTo(decision.id()).isEqualTo(70_001);
    assertThat(rules.effectiveFrom()).isEqualTo(CLOSES);
    assertThat(rules.version()).isEqualTo(1);
    assertThat(rules.shares()).isEqualTo(regulation.shares());
    assertRefused(
        regulation,
        held(ItemType.CHARTER, regulation.digest(), CLOSES),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        regulation,
        held(ItemType.FUND_RULES, regulation(2, 500, 1500, 1000, 500, 6500).digest(), CLOSES),
        Reason.DECISION_ON_OTHER_SUBJECT);
    FundRegulation foreign = new FundRegulation(Name.of("other"), 1, regulation.shares());
    assertRefused(
        foreign, held(ItemType.FUND_RULES, foreign.digest(), CLOSES), Reason.OTHER_COOPERATIVE);
  }

  private static void assertRefused(FundRegulation regulation, HeldMeeting meeting, Reason reason) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> regulation.activate(meeting.decision(1)))
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  @Test
  @Tag("DMEET-09")
  @Tag("FUND-10")
  void activate_byRepresentatives_isAsGood() {
    FundRegulation regulation = regulation(1, 500, 1500, 1000, 500, 6500);
    MeetingDecision decision = heldBy(
            MeetingBody.REPRESENTATIVES, ItemType.FUND_RULES, regulation.digest(), CLOSES)
        .decision(1);
    assertThat(decision.body()).isEqualTo(MeetingBody.REPRESENTATIVES);
    assertThat(regulation.activate(decision).snapshot().meetingDecisionId())
        .isEqualTo(decision.id());
  }

  @Test
  @Tag("MEET-28")
  void restore_withoutDecisionOfAMeeting_isRefused() {
    List<FundShare> shares = regulation(1, 500, 1500, 1000, 500, 6500).shares();
    TimePointSec from = TimePointSec.of(CLOSES);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            FundRules.restore(new FundRulesRecord(1, 0, from, shares, FundUse.DEFAULT, List.of())))
        .withMessage("fund rules of version 1 need the decision of a meeting, got decision 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            FundRules.restore(new FundRulesRecord(0, 0, from, shares, FundUse.DEFAULT, List.of())))
        .withMessage("fund rules of version 0 need the decision of a meeting, got decision 0");
    FundRulesRecord row = new FundRulesRecord(1, 70_001, from, shares, FundUse.DEFAULT, List.of());
    var codec = RecordCodec.of(FundRulesRecord.class);
    assertThat(FundRules.restore(codec.decode(codec.encode(row))).snapshot()).isEqualTo(row);
  }

  @Test
  @Tag("MEET-28")
  void ofCharter_needsTheDecisionOfTheFoundingMeeting() {
    FundRules charter = FundRules.ofCharter(platform(), Founding.GROUND);
    assertThat(charter.snapshot().meetingDecisionId()).isEqualTo(Founding.DECISION);
    assertThat(FundRules.restore(charter.snapshot())).isEqualTo(charter);
    for (Ground other : List.of(Ground.ofCouncil(1), Ground.ofMeeting(70_001))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> FundRules.ofCharter(platform(), other))
          .withMessage(
              "fund rules of the charter need the decision of the founding meeting, got " + other);
    }
  }

  @Test
  void ofCharter_holdsUntilAMeetingDecides() {
    FundRules charter = FundRules.ofCharter(platform(), Founding.GROUND);
    assertThat(charter.version()).isZero();
    assertThat(charter.effectiveFrom()).isEqualTo(Instant.parse("2025-12-31T21:00:00Z"));
    assertThat(charter.shares())
        .extracting(FundShare::basisPoints)
        .containsExactly(500, 1500, 1000, 500, 6500);
    FundRules first = inForce(regulation(1, 2000, 2000, 2000, 2000, 2000), CLOSES);
    FundRules second = inForce(regulation(2, 10000, 0, 0, 0, 0), CLOSES.plusSeconds(10));
    List<FundRules> history = List.of(second, charter, first);
    assertThat(FundRules.inForceAt(history, CLOSES.minusSeconds(1))).isEqualTo(charter);
    assertThat(FundRules.inForceAt(history, CLOSES)).isEqualTo(first);
    assertThat(FundRules.inForceAt(history, CLOSES.plusSeconds(9))).isEqualTo(first);
    assertThat(FundRules.inForceAt(history, CLOSES.plusSeconds(10))).isEqualTo(second);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> FundRules.inForceAt(List.of(first), CLOSES.minusSeconds(1)))
        .withMessage("NO_FUND_RULES at=2026-04-27T16:59:59Z");
  }

  @Test
  @Tag("FUND-14")
  void regulation_namesTheFiveFundsOnce_andAddsUpToAll() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> regulation(1, 500, 1500, 1000, 500, 6499))
        .withMessage("fund rules must add up to 10000 basis points, got 9999");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> regulation(1, 500, 1500, 1000, 500, 6501));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> regulation(1, 5000, 5000))
        .withMessageStartingWith(
            "fund rules must name [INDIVISIBLE, RESERVE, DEVELOPMENT, MUTUAL_AID, OPERATIONS]");
    List<FundShare> swapped =
        new ArrayList<>(regulation(1, 500, 1500, 1000, 500, 6500).shares());
    swapped.add(0, swapped.remove(1));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new FundRegulation(COOP, 1, swapped));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new FundShare(FundCode.SHARE, 1))
        .withMessage("the share fund takes no part of membership contributions");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new FundShare(FundCode.RESERVE, 10_001));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new FundShare(FundCode.RESERVE, -1));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> regulation(0, 10_000, 0, 0, 0, 0));
  }
}
