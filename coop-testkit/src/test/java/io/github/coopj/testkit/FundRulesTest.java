package io.github.coopj.testkit;

import static io.github.coopj.testkit.MeetingVoteTest.castFirst;
import static io.github.coopj.testkit.MeetingVoteTest.closeVote;
import static io.github.coopj.testkit.MeetingVoteTest.openMeeting;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.TreasuryContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.FundRegulation;
import io.github.coopj.governance.fund.FundRulesRecord;
import io.github.coopj.governance.fund.FundShare;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

class FundRulesTest {
  private static final FundRegulation HALF_TO_RESERVE = regulation(1, 0, 5_000, 0, 0, 5_000);

  @CoopTest(startsAt = START)
  @Tag("FUND-15")
  @Tag("MEET-28")
  @Tag("FUND-10")
  void adoptedRules_divideLaterContributions_andNotEarlierOnes(
      Cooperative coop, Meetings meetings) {
    coop.programme(2, new SplitRule(0, 1));
    coop.join(founder(2), 2);
    contribute(coop, coop.now());
    Instant early = coop.now();
    long id = meetings.hold(agenda(rulesItem(1, HALF_TO_RESERVE)));
    MeetingDecision decision = meetings.meeting(id).requireHeld().decision(1);
    coop.chain().push(adopt(coop, HALF_TO_RESERVE, id, 1));
    FundRulesRecord rules = coop.row(
            CooperativeAccounts.TREASURY, "rules", 1, FundRulesRecord.class)
        .orElseThrow();
    assertThat(rules.meetingDecisionId()).isEqualTo(decision.id());
    assertThat(rules.effectiveFrom()).isEqualTo(TimePointSec.of(decision.effectiveAt()));
    contribute(coop, coop.now());
    contribute(coop, early);
    contribute(coop, decision.effectiveAt().minusSeconds(1));
    contribute(coop, decision.effectiveAt());
    List<TransferRecord> journal = coop.books().journal().stream()
        .filter(record -> Purpose.MEMBERSHIP.is(record.transfer().basis().purpose()))
        .toList();
    assertThat(journal)
        .extracting(record -> record.transfer().basis().ruleVersion())
        .containsExactly(0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
    assertThat(journal)
        .extracting(TransferRecord::posted)
        .startsWith(500L, 1500L, 1000L, 500L, 6500L, 5000L, 5000L);
    assertThat(coop.books().fund(FundCode.RESERVE)).isEqualTo(Asset.parse("145.00 RUB"));
    assertThat(BooksCheck.check(coop.books().ledger())).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-23")
  @Tag("MEET-28")
  void adopt_refused_beforeTheMinutesAreSigned(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, agenda(rulesItem(1, HALF_TO_RESERVE)));
    castFirst(coop, meetings, id, 5);
    closeVote(coop, meetings, id);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(adopt(coop, HALF_TO_RESERVE, id, 1)),
            Reason.WRONG_STATE)
        .hasFact("state", "COUNTED")
        .hasFact("needed", "HELD");
    coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), CHAIRMAN));
    coop.chain().push(adopt(coop, HALF_TO_RESERVE, id, 1));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(adopt(coop, HALF_TO_RESERVE, id, 1)),
        ChainError.CONTRACT_TABLE_QUERY);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-15")
  @Tag("MEET-28")
  void adopt_refused_forWhatTheMeetingDidNotAdopt(Cooperative coop, Meetings meetings) {
    FundRegulation rejected = regulation(1, 0, 0, 0, 0, 10_000);
    long id = openMeeting(
        coop,
        meetings,
        agenda(rulesItem(1, HALF_TO_RESERVE), rulesItem(2, rejected), item(3, ItemType.OTHER)));
    List<Answer> answers = List.of(
        new Answer(1, Choice.FOR), new Answer(2, Choice.AGAINST), new Answer(3, Choice.FOR));
    for (Name member : Cooperative.FOUNDERS) {
      coop.chain()
          .push(meetings.handIn(new Ballot(Cooperative.ACCOUNT, id, 1, 1, member, answers)));
    }
    closeVote(coop, meetings, id);
    coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), CHAIRMAN));
    FundRegulation other = regulation(1, 0, 5_001, 0, 0, 4_999);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(adopt(coop, other, id, 1)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(adopt(coop, rejected, id, 2)),
            Reason.ITEM_NOT_ADOPTED)
        .hasFact("item", 2);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(adopt(coop, HALF_TO_RESERVE, id, 3)),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(adopt(coop, HALF_TO_RESERVE, id, 4)),
        Reason.ITEM_NOT_ADOPTED);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(adopt(coop, HALF_TO_RESERVE, id + 1, 1)),
            ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("has no meeting");
    assertThat(coop.row(CooperativeAccounts.TREASURY, "rules", 1, FundRulesRecord.class))
        .isEmpty();
    coop.chain().push(adopt(coop, HALF_TO_RESERVE, id, 1));
    assertThat(coop.row(CooperativeAccounts.TREASURY, "rules", 1, FundRulesRecord.class))
        .map(FundRulesRecord::shares)
        .contains(HALF_TO_RESERVE.shares());
  }

  static FundRegulation regulation(int version, int... basisPoints) {
    FundCode[] funds = {
      FundCode.INDIVISIBLE,
      FundCode.RESERVE,
      FundCode.DEVELOPMENT,
      FundCode.MUTUAL_AID,
      FundCode.OPERATIONS
    };
    FundShare[] shares = new FundShare[funds.length];
    for (int i = 0; i < funds.length; i++) {
      shares[i] = new FundShare(funds[i], basisPoints[i]);
    }
    return new FundRegulation(Cooperative.ACCOUNT, version, List.of(shares));
  }

  static AgendaItem rulesItem(int number, FundRegulation regulation) {
    return new AgendaItem(
        number,
        ItemType.FUND_RULES,
        "О порядке формирования фондов",
        "Утвердить",
        List.of(),
        regulation.digest());
  }

  static Action adopt(Cooperative coop, FundRegulation regulation, long meeting, int item) {
    return coop.actions()
        .act(
            CooperativeAccounts.TREASURY,
            new TreasuryContract.Adopt(regulation, meeting, item),
            Cooperative.ACCOUNT);
  }

  private static void contribute(Cooperative coop, Instant at) {
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.TREASURY,
                new TreasuryContract.Contribute(
                    Cooperative.ACCOUNT,
                    new Contribution(
                        ContributionKind.PROGRAMME,
                        founder(2),
                        Asset.parse("100.00 RUB"),
                        2,
                        digest("payment of " + at),
                        TimePointSec.of(at))),
                Cooperative.ACCOUNT));
  }
}
