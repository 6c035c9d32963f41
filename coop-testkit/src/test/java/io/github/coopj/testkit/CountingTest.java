package io.github.coopj.testkit;

import static io.github.coopj.testkit.MeetingVoteTest.closeVote;
import static io.github.coopj.testkit.MeetingVoteTest.openMeeting;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.plainAgenda;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.BallotView;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.BallotLog;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.CountingMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.ItemRecord;
import io.github.coopj.governance.meeting.MeetingStatus;
import io.github.coopj.governance.meeting.MinutesTally;
import io.github.coopj.governance.meeting.Recount;
import io.github.coopj.testkit.junit5.CoopTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counting over the chain: nothing before the end, then in steps of bounded size. */
@Tag("TALLY-01")
class CountingTest {
  private static final int BALLOTS = 1_203;

  @CoopTest(startsAt = START)
  void tables_holdNoCountWhileVotingGoesOn(Cooperative coop, Meetings meetings) {
    long id = openMeeting(coop, meetings, plainAgenda());
    for (int voter = 1; voter <= 4; voter++) {
      Choice choice = voter == 2 ? Choice.AGAINST : Choice.FOR;
      coop.chain().push(meetings.handIn(meetings.ballot(id, founder(voter), choice)));
      GeneralMeetingRecord row = coop.row(
              CooperativeAccounts.MEETING, "meetings", id, GeneralMeetingRecord.class)
          .orElseThrow();
      assertThat(row.present()).isEqualTo(voter);
      assertThat(row.items())
          .flatExtracting(
              ItemRecord::votesFor, ItemRecord::against, ItemRecord::abstain, ItemRecord::blank)
          .containsOnly(0L);
    }
    assertRefused(coop.chain(), () -> coop.chain().push(meetings.count(id, 1)), Reason.WRONG_STATE);
    closeVote(coop, meetings, id);
    assertThat(meetings.meeting(id).requireCounted().snapshot().items().get(0))
        .extracting(ItemRecord::votesFor, ItemRecord::against)
        .containsExactly(3L, 1L);
    assertRefused(coop.chain(), () -> coop.chain().push(meetings.count(id, 1)), Reason.WRONG_STATE);
  }

  @Test
  void runningTally_isShown_whereTheCharterLetsEverybodySeeIt() {
    for (boolean shown : new boolean[] {false, true}) {
      try (TestChain own = TestChain.inMemory(TestClock.at(START));
          Cooperative coop = Cooperative.found(
              own,
              Cooperative.charterWith("\"ballot.revote\": \"LAST_WINS\""
                  + (shown ? ", \"ballot.runningTally\": true" : "")))) {
        Meetings meetings = new Meetings(coop);
        long id = openMeeting(coop, meetings, plainAgenda());
        for (Choice choice : List.of(Choice.FOR, Choice.AGAINST)) {
          coop.chain().push(meetings.handIn(meetings.ballot(id, founder(2), choice)));
        }
        coop.chain().push(meetings.handIn(meetings.ballot(id, founder(3), Choice.FOR)));
        BallotView view = coop.view().votes();
        if (shown) {
          assertThat(view.runningTally(id, coop.charter()).get(0))
              .extracting(ItemRecord::votesFor, ItemRecord::against)
              .as("the last ballot of a member counts")
              .containsExactly(1L, 1L);
        } else {
          assertRefused(() -> view.runningTally(id, coop.charter()), Reason.TALLY_CLOSED)
              .hasFact("meeting", id);
        }
      }
    }
  }

  @CoopTest(startsAt = START)
  @Tag("BALLOT-08")
  @Tag("MEET-26")
  void count_goesOnInStepsOfBoundedSize_andAnybodyCountsAgain(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"ballot.revote\": \"LAST_WINS\""));
    Meetings meetings = new Meetings(coop);
    long id = openMeeting(coop, meetings, plainAgenda());
    for (int i = 0; i < BALLOTS; i++) {
      Name voter = founder(1 + i % 5);
      Choice choice = i % 3 == 0 ? Choice.AGAINST : Choice.FOR;
      coop.chain().push(meetings.handIn(meetings.ballot(id, voter, choice)));
    }
    closeVote(coop, meetings, id);
    requireCounted(meetings, id, CountingMeeting.MAX_BATCH);
    for (int limit : new int[] {0, -1, CountingMeeting.MAX_BATCH + 1}) {
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(meetings.count(id, limit)),
          ChainError.ASSERT_MESSAGE);
    }
    coop.chain().push(meetings.count(id, 1));
    requireCounted(meetings, id, 1_001);
    coop.chain().push(meetings.count(id, 201));
    requireCounted(meetings, id, 1_202);
    coop.chain().push(meetings.count(id, CountingMeeting.MAX_BATCH));
    GeneralMeetingRecord counted = meetings.meeting(id).requireCounted().snapshot();
    assertThat(counted.present()).isEqualTo(5);

    List<Ballot> ballots = meetings.ballots(id, 1);
    Recount.of(counted, ballots).requireSame();
    MinutesTally tally = meetings.minutes(id).tally();
    List<Checksum256> digests = ballots.stream().map(Ballot::digest).toList();
    for (int number : new int[] {1, 600, BALLOTS}) {
      var proof = BallotLog.proof(digests, number);
      assertThat(proof.path()).hasSizeLessThanOrEqualTo(11);
      assertThat(proof.verifies(ballots.get(number - 1).digest(), tally.ballotLog()))
          .isTrue();
    }
  }

  private static void requireCounted(Meetings meetings, long id, long ballots) {
    GeneralMeetingRecord row = meetings.meeting(id).requireCounting().snapshot();
    assertThat(row.status()).isEqualTo(MeetingStatus.COUNTING);
    assertThat(row.counted().size()).isEqualTo(ballots);
    assertThat(row.ballots().size()).isEqualTo(BALLOTS);
  }
}
