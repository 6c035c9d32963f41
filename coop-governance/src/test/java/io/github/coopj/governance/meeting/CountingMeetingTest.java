package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.cast;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.logged;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TALLY-01")
class CountingMeetingTest {
  private static final Charter PLATFORM = platform();

  private static final Agenda TWO = agenda(ItemType.OTHER, ItemType.OTHER);

  private static final String[] ANSWERS = {"++", "+-", "-.", "..", "+-", "++", "-+"};

  private static final OpenMeeting OPEN = cast(open(TWO, 8, PLATFORM), PLATFORM, ANSWERS);

  private static final CountingMeeting COUNTING = OPEN.close(PLATFORM, CLOSES).requireCounting();

  private static final List<LoggedBallot> LOG = logged(ballots());

  private static List<Ballot> ballots() {
    List<Ballot> ballots = new ArrayList<>();
    for (String answers : ANSWERS) {
      ballots.add(ballot(OPEN, member(ballots.size()), answers));
    }
    return ballots;
  }

  @Test
  void close_withAQuorum_endsVotingAndCountsNothingYet() {
    assertThat(COUNTING.snapshot().items()).extracting(ItemRecord::votes).containsOnly(0L);
    assertThat(COUNTING.snapshot().items())
        .extracting(ItemRecord::outcome)
        .containsOnly(ItemOutcome.PENDING);
    assertThat(COUNTING.next(3)).containsExactly(1L, 2L, 3L);
    assertRefused(COUNTING::requireCounted, Reason.WRONG_STATE);
    assertRefused(COUNTING::requireOpen, Reason.WRONG_STATE);
  }

  @Test
  void close_withoutAQuorum_neverCountsTheVoidBallots() {
    GeneralMeeting missed = closed(open(TWO, 8, PLATFORM), PLATFORM, CLOSES, "++", "+-");
    assertThat(missed.requireQuorumMissed().snapshot().items())
        .extracting(ItemRecord::votes)
        .containsOnly(0L);
    assertRefused(missed::requireCounting, Reason.NO_QUORUM);
  }

  @Test
  void count_inBatchesOfEverySize_givesTheSame() {
    GeneralMeeting whole = COUNTING.count(LOG, PLATFORM, CLOSES);
    for (int size = 1; size <= LOG.size(); size++) {
      GeneralMeeting counted = COUNTING;
      int steps = 0;
      while (counted instanceof CountingMeeting counting) {
        List<LoggedBallot> batch = new ArrayList<>();
        counting.next(size).forEach(number -> batch.add(LOG.get((int) (number - 1))));
        counted = GeneralMeeting.restore(counting.count(batch, PLATFORM, CLOSES).snapshot());
        steps++;
      }
      assertThat(counted).as("batches of %d", size).isEqualTo(whole);
      assertThat(steps).isEqualTo((LOG.size() + size - 1) / size);
    }
    assertThat(whole.requireCounted().snapshot().items().get(0))
        .extracting(ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank)
        .containsExactly(4L, 2L, 1L);
  }

  @Test
  void count_refusesAGap_aWrongOrder_aBallotTwice_andOneTooMany() {
    String first = "COUNT_GAP number=%d expected=%d ballots=7";
    assertRefused(() -> COUNTING.count(LOG.subList(1, 7), PLATFORM, CLOSES), first.formatted(2, 1));
    List<LoggedBallot> swapped = List.of(LOG.get(0), LOG.get(2), LOG.get(1));
    assertRefused(() -> COUNTING.count(swapped, PLATFORM, CLOSES), first.formatted(3, 2));
    assertRefused(
        () -> COUNTING.count(List.of(LOG.get(0), LOG.get(0)), PLATFORM, CLOSES),
        first.formatted(1, 2));
    CountingMeeting begun = COUNTING.count(LOG.subList(0, 3), PLATFORM, CLOSES).requireCounting();
    assertRefused(() -> begun.count(LOG.subList(0, 3), PLATFORM, CLOSES), first.formatted(1, 4));
    List<LoggedBallot> more = new ArrayList<>(LOG);
    more.add(new LoggedBallot(8, ballot(OPEN, member(7), "++"), 8));
    assertRefused(() -> COUNTING.count(more, PLATFORM, CLOSES), first.formatted(8, 8));
    assertThat(begun.snapshot().counted().size()).isEqualTo(3);
  }

  @Test
  @Tag("TALLY-02")
  void count_refusesToEnd_ifAnyBallotIsNotTheOneAccepted() {
    for (int i = 0; i < LOG.size(); i++) {
      List<LoggedBallot> changed = new ArrayList<>(LOG);
      changed.set(i, new LoggedBallot(i + 1L, ballot(OPEN, member(i), "+"), i + 1L));
      assertRefused(() -> COUNTING.count(changed, PLATFORM, CLOSES), Reason.COUNT_MISMATCH);
      List<LoggedBallot> hidden = new ArrayList<>(LOG);
      hidden.set(i, new LoggedBallot(i + 1L, LOG.get(i).ballot(), i + 2L));
      assertRefused(
          () -> COUNTING.count(hidden, PLATFORM, CLOSES),
          "COUNT_MISMATCH figure=present counted=6 accepted=7");
    }
  }

  @Test
  @Tag("BALLOT-08")
  void count_takesTheLastOfSeveralBallots_wherever_theyStand() {
    Charter lastWins = platform("\"ballot.revote\": \"LAST_WINS\"");
    OpenMeeting open = cast(open(TWO, 3, lastWins), lastWins, "++", "+-", "++");
    List<Ballot> log = new ArrayList<>(List.of(
        ballot(open, member(0), "++"),
        ballot(open, member(1), "+-"),
        ballot(open, member(2), "++"),
        ballot(open, member(0), "--"),
        ballot(open, member(0), ".-"),
        ballot(open, member(1), "++")));
    for (Ballot again : log.subList(3, 6)) {
      open = open.accept(again, true, true, false, lastWins, Fixtures.OPENS);
    }
    assertThat(open.snapshot().present()).isEqualTo(3);
    GeneralMeeting counted =
        Fixtures.counted(open.close(lastWins, CLOSES), lastWins, log).requireCounted();
    assertThat(counted.snapshot().items().get(0))
        .extracting(ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank)
        .containsExactly(2L, 0L, 1L);
    assertThat(counted.snapshot().items().get(1))
        .extracting(ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank)
        .containsExactly(2L, 1L, 0L);
    Recount.of(counted.snapshot(), log).requireSame();
  }

  @Test
  void next_isBoundedWhateverTheNumberOfBallots() {
    MeetingEdit edit = new MeetingEdit(COUNTING.snapshot());
    for (int i = 0; i < 2_000; i++) {
      edit.ballots = BallotLog.append(edit.ballots, Fixtures.paper("ballot " + i));
    }
    CountingMeeting many =
        GeneralMeeting.restore(edit.toRecord(MeetingStatus.COUNTING)).requireCounting();
    assertThat(many.next(1_000)).hasSize(1_000).startsWith(1L).endsWith(1_000L);
    for (int limit : new int[] {0, -1, 1_001}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> many.next(limit))
          .withMessage("ballots are counted 1 to 1000 at once, got " + limit);
    }
  }

  @Test
  void count_withAnotherCharter_isRefused() {
    assertRefused(
        () -> COUNTING.count(LOG, Fixtures.charter("PLATFORM", 2), CLOSES),
        "CHARTER_VERSION_MISMATCH charter=coop#2 expected=coop#1");
  }

  @Test
  @Tag("TALLY-01")
  void runningTally_isShown_whereTheCharterLetsEverybodySeeIt() {
    Charter open = Fixtures.platform("\"ballot.runningTally\": true");
    OpenMeeting meeting =
        Fixtures.cast(Fixtures.open(Fixtures.agenda(ItemType.OTHER), 4, open), open, "+", "-");
    List<LoggedBallot> log = Fixtures.logged(List.of(
        Fixtures.ballot(meeting, Fixtures.member(0), "+"),
        Fixtures.ballot(meeting, Fixtures.member(1), "-")));
    assertThat(meeting.runningTally(log, open)).singleElement().satisfies(item -> {
      assertThat(item.votesFor()).isEqualTo(1);
      assertThat(item.against()).isEqualTo(1);
      assertThat(item.outcome()).isEqualTo(ItemOutcome.PENDING);
    });
    assertRefused(() -> meeting.runningTally(log.subList(0, 1), open), Reason.COUNT_MISMATCH);
    OpenMeeting closed = Fixtures.open(Fixtures.agenda(ItemType.OTHER), 4, PLATFORM);
    assertRefused(
        () -> closed.runningTally(List.of(), PLATFORM),
        "TALLY_CLOSED meeting=7 closesAt=" + closed.snapshot().closesAt());
  }
}
