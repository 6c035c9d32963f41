package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.notifyEach;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.MerkleTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of the ballots of a cycle without a quorum. */
@Tag("MEET-21")
class CarryOverTest {
  private static final String CARRY = "\"meeting.ballotCarryOver\": \"CARRY_OVER\"";
  private static final Charter KEEPS = platform(CARRY);
  private static final Agenda ONE = agenda(ItemType.OTHER);
  private static final Instant SECOND = CLOSES.plus(Duration.ofDays(10));
  private static final Instant SECOND_ENDS = SECOND.plusSeconds(3_600);

  private static OpenMeeting second(Charter charter, int eligible, String... first) {
    QuorumMissed missed =
        Fixtures.closed(open(ONE, eligible, charter), charter, CLOSES, first).requireQuorumMissed();
    return notifyEach(
            Fixtures.repeat(missed, SECOND, SECOND_ENDS, charter, CLOSES), charter, CLOSES)
        .open(charter, SECOND);
  }

  private static Ballot first(int member, String answer) {
    Ballot now = ballot(open(ONE, 4, KEEPS), member(member), answer);
    assertThat(now.cycle()).isEqualTo(1);
    return now;
  }

  private static OpenMeeting accept(
      OpenMeeting open, Ballot next, Optional<Ballot> last, Charter charter) {
    BallotStanding standing = new BallotStanding(
        account -> members(20).contains(account),
        last.map(each -> new AcceptedBallot(each, BallotWay.OWN)),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
    return open.accept(CastBallot.electronic(next, Optional.empty()), standing, charter, SECOND)
        .meeting();
  }

  @Test
  void reconvene_voidByDefault_everybodyVotesAgain() {
    Charter platform = platform();
    OpenMeeting open = second(platform, 4, "+", "+");
    assertThat(open.snapshot().present()).isZero();
    assertThat(open.snapshot().ballotsFrom()).isEqualTo(2);
    assertThat(open.snapshot().ballots()).isEqualTo(MerkleTree.Frontier.EMPTY);
    assertRefused(
        () -> accept(open, first(0, "+"), Optional.empty(), platform),
        "BALLOT_OTHER_CYCLE ballot=1 expected=2");
    OpenMeeting voted =
        accept(open, ballot(open, member(0), "-"), Optional.of(first(0, "+")), platform);
    assertThat(voted.snapshot().present()).isEqualTo(1);
    Ballot again = ballot(open, member(0), "+");
    assertRefused(
        () -> accept(voted, again, Optional.of(ballot(open, member(0), "-")), platform),
        Reason.BALLOT_ALREADY_CAST);
  }

  @Test
  void reconvene_carriesBallotsOver_untilTheirMembersVoteAgain() {
    OpenMeeting open = second(KEEPS, 4, "+", "-");
    assertThat(open.snapshot().present()).isEqualTo(2);
    assertThat(open.snapshot().ballotsFrom()).isEqualTo(1);
    OpenMeeting recast =
        accept(open, ballot(open, member(1), "+"), Optional.of(first(1, "-")), KEEPS);
    assertThat(recast.snapshot().present()).isEqualTo(2);
    OpenMeeting all = accept(recast, ballot(open, member(2), "."), Optional.empty(), KEEPS);
    assertThat(all.snapshot().present()).isEqualTo(3);
    Ballot twice = ballot(open, member(1), "-");
    assertRefused(
        () -> accept(all, twice, Optional.of(ballot(open, member(1), "+")), KEEPS),
        "BALLOT_ALREADY_CAST account=" + member(1) + " cycle=2");
    assertRefused(
        () -> accept(all, first(3, "+"), Optional.empty(), KEEPS),
        "BALLOT_OTHER_CYCLE ballot=1 expected=2");
    List<Ballot> log = List.of(
        first(0, "+"), first(1, "-"), ballot(open, member(1), "+"), ballot(open, member(2), "."));
    CountedMeeting counted =
        Fixtures.counted(all.close(KEEPS, SECOND_ENDS), KEEPS, log).requireCounted();
    assertThat(counted.snapshot().items())
        .extracting(ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank)
        .containsExactly(tuple(2L, 0L, 1L));
    assertThat(counted.snapshot().cycles())
        .extracting(CycleRecord::required, CycleRecord::present)
        .containsExactly(tuple(3L, 2L), tuple(2L, 3L));
    assertThat(counted.tally().ballotsFrom()).isEqualTo(1);
    Recount.of(counted.snapshot(), log).requireSame();
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Recount.of(counted.snapshot(), log.subList(1, 4)).requireSame())
        .withMessageStartingWith("MINUTES_MISMATCH figure=present");
    Ballot later = new Ballot(COOP, 7, 3, 1, member(3), List.of());
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Recount.of(counted.snapshot(), List.of(later)))
        .withMessage("MINUTES_MISMATCH figure=cycle stated=2 expected=3");
  }

  /** Nobody has to come again: what was missing to the first quorum is enough for the second. */
  @Test
  void close_carriedBallots_equalTheOracle_forEveryRollUpTo8() {
    for (int eligible = 2; eligible <= 8; eligible++) {
      for (int before = 0; before * 4 < eligible * 3; before++) {
        for (int recast = 0; recast <= before; recast++) {
          for (int fresh = 0; before + fresh <= eligible; fresh++) {
            assertCarried(eligible, before, recast, fresh);
          }
        }
      }
    }
  }

  private static void assertCarried(int eligible, int before, int recast, int fresh) {
    String[] first = new String[before];
    java.util.Arrays.fill(first, "+");
    OpenMeeting open = second(KEEPS, eligible, first);
    List<Ballot> log = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      log.add(first(i, "+"));
    }
    for (int i = 0; i < recast; i++) {
      Ballot next = ballot(open, member(i), "-");
      open = accept(open, next, Optional.of(first(i, "+")), KEEPS);
      log.add(next);
    }
    for (int i = before; i < before + fresh; i++) {
      Ballot next = ballot(open, member(i), "+");
      open = accept(open, next, Optional.empty(), KEEPS);
      log.add(next);
    }
    GeneralMeeting closed = Fixtures.counted(open.close(KEEPS, SECOND_ENDS), KEEPS, log);
    int present = before + fresh;
    boolean met = present > 0 && 2 * present >= eligible;
    assertThat(closed instanceof CountedMeeting)
        .as("N=%d first=%d again=%d new=%d", eligible, before, recast, fresh)
        .isEqualTo(met);
    if (met) {
      assertThat(closed.snapshot().items())
          .extracting(ItemRecord::votesFor, ItemRecord::against)
          .containsExactly(tuple((long) present - recast, (long) recast));
    }
  }

  @Test
  void count_anotherVersionOfTheAgenda_isVoid() {
    OpenMeeting open = second(KEEPS, 4, "+", "+");
    Ballot amended = new Ballot(COOP, 7, 1, 2, member(1), List.of(new Answer(1, Choice.FOR)));
    CountingMeeting counting = open.close(KEEPS, SECOND_ENDS).requireCounting();
    assertRefused(
        () -> counting.count(Fixtures.logged(List.of(first(0, "+"), amended)), KEEPS, SECOND_ENDS),
        "BALLOT_OTHER_AGENDA ballot=2 expected=1");
    Ballot other = new Ballot(COOP, 8, 1, 1, member(1), List.of());
    assertRefused(
        () -> counting.count(Fixtures.logged(List.of(first(0, "+"), other)), KEEPS, SECOND_ENDS),
        Reason.BALLOT_OTHER_MEETING);
  }

  @Test
  void reconvene_secretItems_neverCarryOver() {
    MeetingEdit edit = new MeetingEdit(
        open(ONE, 4, KEEPS).close(KEEPS, CLOSES).requireQuorumMissed().snapshot());
    edit.present = 1;
    edit.ballots = BallotLog.append(edit.ballots, paper("ballot"));
    QuorumMissed plain =
        GeneralMeeting.restore(edit.toRecord(MeetingStatus.QUORUM_MISSED)).requireQuorumMissed();
    assertThat(Fixtures.repeat(plain, SECOND, SECOND_ENDS, KEEPS, CLOSES)
            .snapshot()
            .present())
        .isEqualTo(1);
    edit.items = edit.items.stream()
        .map(item -> new ItemRecord(
            item.number(),
            item.type(),
            item.candidates(),
            item.seats(),
            item.subject(),
            true,
            item.matter(),
            0,
            0,
            0,
            0,
            ItemOutcome.PENDING))
        .toList();
    QuorumMissed secret = new QuorumMissed(edit.toRecord(MeetingStatus.QUORUM_MISSED));
    GeneralMeetingRecord next =
        Fixtures.repeat(secret, SECOND, SECOND_ENDS, KEEPS, CLOSES).snapshot();
    assertThat(next.present()).isZero();
    assertThat(next.ballotsFrom()).isEqualTo(2);
  }

  @Test
  void restore_refuses_logsThatBeginNowhere() {
    GeneralMeetingRecord row = second(KEEPS, 4, "+", "+").snapshot();
    for (int from : new int[] {0, 3}) {
      MeetingEdit edit = new MeetingEdit(row);
      edit.ballotsFrom = from;
      GeneralMeetingRecord broken = edit.toRecord(MeetingStatus.OPEN);
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> GeneralMeeting.restore(broken))
          .withMessageContaining("first cycle");
    }
    assertThat(GeneralMeeting.restore(row).snapshot()).isEqualTo(row);
    assertThat(OPENS).isBefore(SECOND);
  }

  @Test
  @Tag("MEET-21")
  void minutes_sayFromWhichCycleBallotsCount() {
    OpenMeeting open = second(KEEPS, 4, "+", "+");
    CountedMeeting counted = open.close(KEEPS, SECOND_ENDS)
        .requireCounting()
        .count(Fixtures.logged(List.of(first(0, "+"), first(1, "+"))), KEEPS, SECOND_ENDS)
        .requireCounted();
    Minutes minutes = Minutes.draw(
        counted,
        ONE,
        KEEPS,
        new MinutesNotes("Москва", List.of(member(3)), List.of(), List.of()),
        List.of(first(0, "+"), first(1, "+")));
    assertThat(MinutesHtml.render(minutes, Locale.ENGLISH))
        .contains("Ballots count from cycle 1 on");
  }
}
