package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.annualAgenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.cast;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.convene;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.draft;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.notifyEach;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.plan;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.rf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Closing, quorum of every cycle, and the next one. */
class MeetingCyclesTest {
  private static final Charter PLATFORM = platform();

  private static final Agenda ONE = agenda(ItemType.OTHER);

  private static final Agenda TWO = agenda(ItemType.OTHER, ItemType.OTHER);

  private static DraftMeeting annual(Instant opensAt) {
    return plan(MeetingKind.ANNUAL, member(0), member(1), opensAt, opensAt.plusSeconds(3600))
        .draft(7, annualAgenda(), PLATFORM, Instant.parse("2026-01-10T00:00:00Z"));
  }

  @Test
  void close_beforeTheEnd_isRefused() {
    OpenMeeting open = cast(open(ONE, 4, PLATFORM), PLATFORM, "+", "+", "+", "+");
    assertRefused(() -> open.close(PLATFORM, CLOSES.minusSeconds(1)), Reason.MEETING_TOO_EARLY);
    assertThat(open.snapshot().items().get(0).outcome()).isEqualTo(ItemOutcome.PENDING);
    assertThat(open.close(PLATFORM, CLOSES).snapshot().status()).isEqualTo(MeetingStatus.COUNTING);
    assertThat(closed(open(ONE, 4, PLATFORM), PLATFORM, CLOSES, "+", "+", "+", "+")
            .requireCounted()
            .snapshot()
            .items()
            .get(0)
            .outcome())
        .isEqualTo(ItemOutcome.ADOPTED);
  }

  @Test
  @Tag("MEET-18")
  @Tag("MEET-19")
  @Tag("MEET-20")
  @Tag("MEET-14")
  void close_equalsTheOracle_forEveryRollUpTo12EveryCountAndCycle() {
    long meetings = 0;
    for (int eligible = 1; eligible <= 12; eligible++) {
      GeneralMeetingRecord first = openRow(eligible, 1);
      for (int cycle = 1; cycle <= 5; cycle++) {
        for (int votesFor = 0; votesFor <= eligible; votesFor++) {
          for (int against = 0; votesFor + against <= eligible; against++) {
            for (int blank = 0; votesFor + against + blank <= eligible; blank++) {
              int present = votesFor + against + blank;
              List<Ballot> ballots = ballots(cycle, votesFor, against, blank);
              GeneralMeeting closed = Fixtures.counted(
                  GeneralMeeting.restore(voted(first, cycle, ballots))
                      .requireOpen()
                      .close(PLATFORM, CLOSES),
                  PLATFORM,
                  ballots);
              MeetingStatus expected = oracle(present, eligible, cycle);
              assertThat(closed.snapshot().status())
                  .as("N=%d k=%d +%d -%d .%d", eligible, cycle, votesFor, against, blank)
                  .isEqualTo(expected);
              if (expected == MeetingStatus.COUNTED) {
                assertThat(closed.snapshot().items().get(0).outcome())
                    .isEqualTo(
                        votesFor > against + blank ? ItemOutcome.ADOPTED : ItemOutcome.REJECTED);
              }
              meetings++;
            }
          }
        }
      }
    }
    assertThat(meetings).isEqualTo(5 * 1_819L);
  }

  /** Written from MEET-18 to MEET-20: present percent against 75, 50, 25 …; nobody at a need of one ends it. */
  private static MeetingStatus oracle(int present, int eligible, int cycle) {
    int percentTimes16 = cycle == 1 ? 75 * 16 : (50 * 16) >> (cycle - 2);
    if (present > 0 && present * 100 * 16 >= eligible * percentTimes16) {
      return MeetingStatus.COUNTED;
    }
    return eligible * percentTimes16 <= 100 * 16
        ? MeetingStatus.FAILED
        : MeetingStatus.QUORUM_MISSED;
  }

  private static GeneralMeetingRecord openRow(int eligible, int cycle) {
    DraftMeeting draft = draft(ONE, PLATFORM);
    MeetingEdit edit = new MeetingEdit(draft
        .convene(
            new ByCouncil(
                decision(QuestionType.CONVENE_MEETING, draft.convocation().digest(), NOW)),
            Fixtures.papers(Fixtures.agendaOf(draft)),
            eligible,
            paper("roll"),
            account -> true,
            PLATFORM,
            NOW)
        .snapshot());
    in(edit, cycle);
    return edit.toRecord(MeetingStatus.OPEN);
  }

  /** Puts a meeting into a cycle, with those before it missed. */
  private static void in(MeetingEdit edit, int cycle) {
    edit.cycle = cycle;
    edit.cycles.clear();
    for (int missed = 1; missed < cycle; missed++) {
      edit.cycles.add(
          new CycleRecord(missed, edit.eligible, 0, TimePointSec.of(NOW), TimePointSec.of(OPENS)));
    }
  }

  /** Ballots of the first members: some for, the next against, the rest blank. */
  private static List<Ballot> ballots(int cycle, int votesFor, int against, int blank) {
    List<Ballot> ballots = new ArrayList<>();
    for (int i = 0; i < votesFor + against + blank; i++) {
      List<Answer> answers = i < votesFor + against
          ? List.of(new Answer(1, i < votesFor ? Choice.FOR : Choice.AGAINST))
          : List.of();
      ballots.add(new Ballot(Fixtures.COOP, 7, cycle, 1, member(i), answers));
    }
    return ballots;
  }

  private static GeneralMeetingRecord voted(
      GeneralMeetingRecord row, int cycle, List<Ballot> ballots) {
    MeetingEdit edit = new MeetingEdit(row);
    in(edit, cycle);
    edit.present = ballots.size();
    for (Ballot ballot : ballots) {
      edit.ballots = BallotLog.append(edit.ballots, ballot.digest());
    }
    return edit.toRecord(MeetingStatus.OPEN);
  }

  @Test
  @Tag("MEET-18")
  @Tag("MEET-19")
  @Tag("MEET-20")
  void quorum_missedByOne_isToldWithItsFiguresAndItsRule() {
    for (int cycle = 1; cycle <= 3; cycle++) {
      int required = List.of(75, 50, 25).get(cycle - 1);
      GeneralMeetingRecord first = openRow(100, cycle);
      GeneralMeeting missed = afterVotes(first, cycle, required - 1);
      String message = "NO_QUORUM present=%d required=%d of 100 cycle=%d rule=MEET-%d"
          .formatted(required - 1, required, cycle, 17 + cycle);
      assertRefused(missed::requireCounting, message);
      assertRefused(missed::requireCounted, message);
      assertThat(afterVotes(first, cycle, required).requireCounting().snapshot().present())
          .isEqualTo(required);
    }
  }

  private static GeneralMeeting afterVotes(GeneralMeetingRecord first, int cycle, int present) {
    return GeneralMeeting.restore(voted(first, cycle, ballots(cycle, present, 0, 0)))
        .requireOpen()
        .close(PLATFORM, CLOSES);
  }

  @Test
  @Tag("MEET-20")
  @Tag("MEET-22")
  void reconvene_keepsAgendaAndRoll_andVoidsBallotsAndNotices() {
    QuorumMissed missed =
        closed(open(TWO, 4, PLATFORM), PLATFORM, CLOSES, "++", "++").requireQuorumMissed();
    GeneralMeetingRecord before = missed.snapshot();
    Instant opens = CLOSES.plus(Duration.ofDays(10));
    Instant closes = opens.plusSeconds(3600);
    ConvenedMeeting second = Fixtures.repeat(missed, opens, closes, PLATFORM, CLOSES);
    GeneralMeetingRecord row = second.snapshot();
    assertThat(row.cycle()).isEqualTo(2);
    assertThat(row.agendaVersion()).isEqualTo(before.agendaVersion());
    assertThat(row.agendaHash()).isEqualTo(before.agendaHash());
    assertThat(row.eligible()).isEqualTo(4);
    assertThat(row.rollDigest()).isEqualTo(before.rollDigest());
    assertThat(row.notified()).isZero();
    assertThat(row.present()).isZero();
    assertThat(row.items()).allSatisfy(item -> assertThat(item.votesFor()).isZero());
    assertThat(row.cycles())
        .containsExactly(new CycleRecord(1, 3, 2, before.opensAt(), before.closesAt()));
    assertRefused(() -> second.open(PLATFORM, opens), "MEMBERS_NOT_NOTIFIED notified=0 of 4");
    OpenMeeting open = notifyEach(second, PLATFORM, CLOSES).open(PLATFORM, opens);
    Ballot old = new Ballot(Fixtures.COOP, 7, 1, 1, member(0), List.of(new Answer(1, Choice.FOR)));
    assertRefused(
        () -> open.accept(old, true, false, false, PLATFORM, opens),
        "BALLOT_OTHER_CYCLE ballot=1 expected=2");
    OpenMeeting voted = open;
    List<Ballot> ballots = new ArrayList<>();
    for (int i = 2; i < 4; i++) {
      ballots.add(ballot(voted, member(i), "+-"));
      voted = voted.accept(ballot(voted, member(i), "+-"), true, false, false, PLATFORM, opens);
    }
    CountedMeeting counted =
        Fixtures.counted(voted.close(PLATFORM, closes), PLATFORM, ballots).requireCounted();
    assertThat(counted.snapshot().cycles())
        .extracting(
            CycleRecord::cycle, CycleRecord::required, CycleRecord::present, CycleRecord::isMet)
        .containsExactly(tuple(1, 3L, 2L, false), tuple(2, 2L, 2L, true));
  }

  @Test
  @Tag("MEET-22")
  @Tag("NOTICE-04")
  void reconvene_needsTheNoticeOfARepeatCycle_orOfAnItemThatAsksForMore() {
    Instant tenth = CLOSES.plus(Duration.ofDays(10));
    Instant ninth = CLOSES.plus(Duration.ofDays(9));
    Instant thirtieth = CLOSES.plus(Duration.ofDays(30));
    QuorumMissed plain = open(ONE, 4, PLATFORM).close(PLATFORM, CLOSES).requireQuorumMissed();
    assertThat(Fixtures.repeat(plain, tenth, tenth.plusSeconds(1), PLATFORM, CLOSES)
            .snapshot()
            .cycle())
        .isEqualTo(2);
    assertRefused(
        () -> Fixtures.repeat(plain, ninth, ninth.plusSeconds(1), PLATFORM, CLOSES),
        "NOTICE_LATE days=9 required=10 lastDay=2026-04-26");
    assertRefused(
        () -> Fixtures.repeat(plain, tenth, tenth, PLATFORM, CLOSES), Reason.MEETING_TIMES_INVALID);
    QuorumMissed reorganization = open(agenda(ItemType.REORGANIZATION), 4, PLATFORM)
        .close(PLATFORM, CLOSES)
        .requireQuorumMissed();
    assertRefused(
        () -> Fixtures.repeat(
            reorganization, thirtieth.minus(Duration.ofDays(1)), thirtieth, PLATFORM, CLOSES),
        "NOTICE_LATE days=29 required=30 lastDay=2026-04-26");
    assertThat(
            Fixtures.repeat(reorganization, thirtieth, thirtieth.plusSeconds(1), PLATFORM, CLOSES)
                .snapshot()
                .cycle())
        .isEqualTo(2);
    Charter fifteen = platform("\"meeting.repeatNoticeDays\": 15");
    QuorumMissed strict = open(ONE, 4, fifteen).close(fifteen, CLOSES).requireQuorumMissed();
    assertRefused(
        () -> Fixtures.repeat(strict, tenth, tenth.plusSeconds(1), fifteen, CLOSES),
        Reason.NOTICE_LATE);
  }

  @Test
  @Tag("MEET-09")
  void reconvene_annualMeeting_mayFallOutsideTheWindow() {
    DraftMeeting draft = annual(Instant.parse("2026-06-29T09:00:00Z"));
    QuorumMissed missed = notifyEach(convene(draft, members(4), PLATFORM), PLATFORM, NOW)
        .open(PLATFORM, Instant.parse("2026-06-29T09:00:00Z"))
        .close(PLATFORM, Instant.parse("2026-06-29T10:00:00Z"))
        .requireQuorumMissed();
    GeneralMeetingRecord row = Fixtures.repeat(
            missed,
            Instant.parse("2026-07-15T09:00:00Z"),
            Instant.parse("2026-07-15T10:00:00Z"),
            PLATFORM,
            Instant.parse("2026-06-29T10:00:00Z"))
        .snapshot();
    assertThat(row.cycle()).isEqualTo(2);
  }

  @Test
  @Tag("MEET-20")
  void close_rfProfile_failsInsteadOfACycleBelowTheFloor() {
    Charter rf = rf();
    QuorumMissed missed = open(ONE, 4, rf).close(rf, CLOSES).requireQuorumMissed();
    Instant opens = CLOSES.plus(Duration.ofDays(10));
    OpenMeeting second = notifyEach(
            Fixtures.repeat(missed, opens, opens.plusSeconds(1), rf, CLOSES), rf, CLOSES)
        .open(rf, opens)
        .accept(
            new Ballot(Fixtures.COOP, 7, 2, 1, member(0), List.of()),
            true,
            false,
            false,
            rf,
            opens);
    GeneralMeeting failed = second.close(rf, opens.plusSeconds(1));
    assertThat(failed).isInstanceOf(FailedMeeting.class);
    assertThat(((FailedMeeting) failed).cause()).isEqualTo(FailureCause.LEGAL_FLOOR);
  }

  @Test
  @Tag("MEET-20")
  void close_lastCycleOfTheCharter_fails() {
    Charter one = platform("\"meeting.maxCycles\": 1");
    GeneralMeeting failed = closed(open(ONE, 4, one), one, CLOSES, "+", "+");
    assertThat(failed.snapshot().failure()).isEqualTo(FailureCause.NO_CYCLES_LEFT);
    GeneralMeeting nobody =
        GeneralMeeting.restore(openRow(4, 3)).requireOpen().close(PLATFORM, CLOSES);
    assertThat(nobody.snapshot().failure()).isEqualTo(FailureCause.NOBODY_CAME);
  }
}
