package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.DemandRule;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Demands, seats, the ballot log and meetings of representatives. */
class SmallRulesTest {
  private static final Charter CHARTER = platform();

  @ParameterizedTest(name = "{1} members need {0} signers")
  @CsvSource({"1,1", "1,2", "1,4", "2,5", "2,8", "3,9", "25,100", "26,101", "26,104", "27,105"})
  void demand_isReached_byAQuarterOfAll(long required, long members) {
    assertThat(DemandRule.required(members)).isEqualTo(required);
    for (long signers = 0; signers <= members; signers++) {
      assertThat(DemandRule.isReached(signers, members))
          .isEqualTo(signers + signers + signers + signers >= members)
          .isEqualTo(signers >= required);
    }
  }

  @Test
  void demand_inACooperativeWithoutMembers_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DemandRule.isReached(0, 0))
        .withMessage("a demand needs a cooperative with members, got 0");
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> DemandRule.required(0));
  }

  // ---- seats

  private static List<ItemRecord> votes(int... votesFor) {
    List<ItemRecord> items = new ArrayList<>();
    for (int i = 0; i < votesFor.length; i++) {
      items.add(new ItemRecord(
              i + 1,
              ItemType.ELECTION_COUNCIL,
              List.of(member(i)),
              Checksum256.ZERO,
              0,
              0,
              0,
              0,
              ItemOutcome.PENDING)
          .counting(Choice.FOR, votesFor[i])
          .counting(Choice.AGAINST, 10 - votesFor[i])
          .decided(2 * votesFor[i] > 10));
    }
    return items;
  }

  private static List<Name> names(int... members) {
    List<Name> names = new ArrayList<>();
    for (int member : members) {
      names.add(member(member));
    }
    return names;
  }

  @Test
  @Tag("TALLY-04")
  void seats_goToTheMostVotes_amongThoseWithAMajority() {
    assertThat(SeatElection.of(votes(7, 9, 8), ItemType.ELECTION_COUNCIL, 2))
        .isEqualTo(new SeatElection(names(1, 2), List.of(), 0, 0));
    assertThat(SeatElection.of(votes(7, 9, 8), ItemType.ELECTION_COUNCIL, 3))
        .isEqualTo(new SeatElection(names(1, 2, 0), List.of(), 0, 0));
    assertThat(SeatElection.of(votes(5, 6, 4), ItemType.ELECTION_COUNCIL, 2))
        .as("exactly half is no majority: the seat stays vacant")
        .isEqualTo(new SeatElection(names(1), List.of(), 0, 1));
    assertThat(SeatElection.of(votes(5, 6, 4), ItemType.AUDIT_COMMISSION, 1))
        .isEqualTo(new SeatElection(List.of(), List.of(), 0, 1));
  }

  @Test
  @Tag("TALLY-04")
  void seats_equalVotesAtTheLastSeat_callForARunOff() {
    assertThat(SeatElection.of(votes(8, 9, 8, 8), ItemType.ELECTION_COUNCIL, 3))
        .isEqualTo(new SeatElection(names(1), names(0, 2, 3), 2, 0));
    assertThat(SeatElection.of(votes(8, 8), ItemType.ELECTION_COUNCIL, 1))
        .isEqualTo(new SeatElection(List.of(), names(0, 1), 1, 0));
    assertThat(SeatElection.of(votes(9, 9, 8), ItemType.ELECTION_COUNCIL, 2))
        .as("equals that all fit need no run-off")
        .isEqualTo(new SeatElection(names(0, 1), List.of(), 0, 0));
  }

  @Test
  @Tag("TALLY-04")
  void seats_alwaysAddUp_andOrderOfItemsDoesNotMatter() {
    for (int a = 4; a <= 8; a++) {
      for (int b = 4; b <= 8; b++) {
        for (int c = 4; c <= 8; c++) {
          for (int seats = 1; seats <= 4; seats++) {
            List<ItemRecord> items = votes(a, b, c);
            SeatElection result = SeatElection.of(items, ItemType.ELECTION_COUNCIL, seats);
            assertThat(result.elected().size() + result.runOffSeats() + result.vacant())
                .isEqualTo(seats);
            assertThat(result.runOff().isEmpty()).isEqualTo(result.runOffSeats() == 0);
            Collections.reverse(items);
            assertThat(SeatElection.of(items, ItemType.ELECTION_COUNCIL, seats)).isEqualTo(result);
          }
        }
      }
    }
  }

  @Test
  void seats_ofItemsNotCounted_areRefused() {
    List<ItemRecord> pending = votes(8).stream().map(ItemRecord::emptied).toList();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SeatElection.of(pending, ItemType.ELECTION_COUNCIL, 1))
        .withMessage("item 1 must be counted");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SeatElection.of(votes(8), ItemType.ELECTION_COUNCIL, 0));
  }

  // ---- ballot log

  @Test
  @Tag("MEET-26")
  void ballotLog_letsAnyMemberFindTheOwnBallot_andSeeThatNoneWasAddedLostOrMoved() {
    OpenMeeting open = open(agenda(ItemType.OTHER), 5, CHARTER);
    List<Checksum256> published = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Ballot ballot = ballot(open, member(i), i % 2 == 0 ? "+" : "-");
      published.add(ballot.digest());
      open = open.accept(ballot, true, null, false, CHARTER, OPENS);
    }
    MinutesTally tally = open.close(CHARTER, CLOSES).requireCounted().tally();
    assertThat(BallotLog.of(published)).isEqualTo(tally.ballotLog());
    assertThat(published).contains(ballot(open, member(3), "-").digest());
    assertThat(published).doesNotContain(ballot(open, member(3), "+").digest());
    for (int i = 0; i < 5; i++) {
      List<Checksum256> lost = new ArrayList<>(published);
      lost.remove(i);
      assertThat(BallotLog.of(lost)).isNotEqualTo(tally.ballotLog());
      List<Checksum256> added = new ArrayList<>(published);
      added.add(i, paper("stuffed"));
      assertThat(BallotLog.of(added)).isNotEqualTo(tally.ballotLog());
      List<Checksum256> moved = new ArrayList<>(published);
      Collections.swap(moved, i, (i + 1) % 5);
      assertThat(BallotLog.of(moved)).isNotEqualTo(tally.ballotLog());
    }
  }

  // ---- representatives

  @Test
  @Tag("DMEET-07")
  void meetingOfRepresentatives_followsTheSameSchedule_withOneVoteEach() {
    DraftMeeting draft = Fixtures.plan(
            MeetingBody.REPRESENTATIVES,
            MeetingKind.EXTRAORDINARY,
            member(0),
            member(1),
            OPENS,
            CLOSES)
        .draft(7, agenda(ItemType.FUND_RULES), CHARTER, NOW);
    OpenMeeting open = Fixtures.notifyEach(
            Fixtures.convene(draft, members(4), CHARTER), CHARTER, NOW)
        .open(CHARTER, OPENS);
    assertThat(Fixtures.cast(open, CHARTER, "+", "+")
            .close(CHARTER, CLOSES)
            .snapshot()
            .status())
        .isEqualTo(MeetingStatus.QUORUM_MISSED);
    CountedMeeting counted =
        Fixtures.cast(open, CHARTER, "+", "+", "-").close(CHARTER, CLOSES).requireCounted();
    MeetingDecision decision = counted
        .sign(member(0), Fixtures.seal(counted), CHARTER, CLOSES)
        .requireHeld()
        .decision(1);
    assertThat(decision.body()).isEqualTo(MeetingBody.REPRESENTATIVES);
    assertThat(decision.type()).isEqualTo(ItemType.FUND_RULES);
  }
}
