package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.cast;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OpenMeetingTest {
  private static final Charter PLATFORM = platform();

  private static final Agenda ONE = agenda(ItemType.OTHER);

  private static final Agenda TWO = agenda(ItemType.OTHER, ItemType.OTHER);

  @Test
  @Tag("BALLOT-01")
  @Tag("BALLOT-07")
  void cast_countsEveryAnswer_andABlankAsPresent() {
    OpenMeeting open = cast(open(TWO, 4, PLATFORM), PLATFORM, "+-", "-.", "..");
    assertThat(open.snapshot().present()).isEqualTo(3);
    assertThat(open.snapshot().items()).extracting(ItemRecord::votes).containsOnly(0L);
    assertThat(closed(open(TWO, 4, PLATFORM), PLATFORM, CLOSES, "+-", "-.", "..")
            .snapshot()
            .items())
        .extracting(
            ItemRecord::votesFor, ItemRecord::against, ItemRecord::abstain, ItemRecord::blank)
        .containsExactly(tuple(1L, 1L, 0L, 1L), tuple(0L, 1L, 0L, 2L));
  }

  @Test
  @Tag("BALLOT-01")
  @Tag("AGENDA-19")
  void ballotFor_hasEveryItemOfThisAgendaOnce() {
    OpenMeeting open = open(TWO, 4, PLATFORM);
    BallotForm form = open.ballotFor(member(2), PLATFORM);
    assertThat(form.items()).containsExactly(1, 2);
    assertThat(form.options()).containsExactly(Choice.FOR, Choice.AGAINST);
    Ballot ballot = form.fill(Map.of(2, Choice.AGAINST, 1, Choice.FOR));
    assertThat(ballot).isEqualTo(ballot(open, member(2), "+-"));
    assertThat(form.fill(Map.of(2, Choice.FOR))).isEqualTo(ballot(open, member(2), ".+"));
    assertThat(
            open.accept(ballot, true, false, false, PLATFORM, OPENS).snapshot().present())
        .isEqualTo(1);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> form.fill(Map.of(3, Choice.FOR)))
        .withMessage("the ballot has the items [1, 2], got answers to others");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> form.fill(Map.of(1, Choice.ABSTAIN)))
        .withMessage("the ballot offers [FOR, AGAINST], got ABSTAIN for item 1");
  }

  @Test
  @Tag("BALLOT-03")
  void cast_abstention_onlyWhereTheCharterOffersIt() {
    OpenMeeting open = open(ONE, 4, PLATFORM);
    assertRefused(
        () -> open.accept(ballot(open, member(0), "0"), true, false, false, PLATFORM, OPENS),
        "BALLOT_CHOICE_NOT_OFFERED item=1 choice=ABSTAIN");
    Charter abstain = platform("\"ballot.options\": [\"FOR\", \"AGAINST\", \"ABSTAIN\"]");
    GeneralMeeting counted = closed(open(ONE, 4, abstain), abstain, CLOSES, "+", "+", "0", "0");
    assertThat(counted.snapshot().items().get(0).abstain()).isEqualTo(2);
    assertThat(counted.requireCounted().snapshot().items().get(0).outcome())
        .as("two of four present: abstentions count as present, not as for")
        .isEqualTo(ItemOutcome.REJECTED);
  }

  @Test
  @Tag("MEET-04")
  @Tag("BALLOT-08")
  void cast_secondBallot_isRefused_whereItStands() {
    OpenMeeting open = cast(open(ONE, 4, PLATFORM), PLATFORM, "+");
    assertRefused(
        () -> open.accept(ballot(open, member(0), "-"), true, false, true, PLATFORM, OPENS),
        "BALLOT_ALREADY_CAST account=" + member(0) + " cycle=1");
    assertRefused(
        () -> open.accept(ballot(open, member(0), "-"), true, true, false, PLATFORM, OPENS),
        "BALLOT_ALREADY_CAST account=" + member(0) + " cycle=1");
  }

  @Test
  @Tag("MEET-04")
  @Tag("BALLOT-08")
  void replace_lastOneWins_andCountsOnce() {
    Charter lastWins = platform("\"ballot.revote\": \"LAST_WINS\"");
    OpenMeeting open = cast(open(TWO, 4, lastWins), lastWins, "+-", "++");
    Ballot old = ballot(open, member(0), "+-");
    Ballot next = ballot(open, member(0), "-.");
    OpenMeeting replaced = open.accept(next, true, true, false, lastWins, OPENS);
    assertThat(replaced.snapshot().present()).isEqualTo(2);
    assertThat(replaced.snapshot().ballots().size()).as("both stay in the log").isEqualTo(3);
    Ballot third = ballot(open, member(2), "..");
    OpenMeeting all = replaced.accept(third, true, false, false, lastWins, OPENS);
    List<Ballot> log = List.of(old, ballot(open, member(1), "++"), next, third);
    assertThat(Fixtures.counted(all.close(lastWins, CLOSES), lastWins, log)
            .snapshot()
            .items())
        .extracting(ItemRecord::votesFor, ItemRecord::against, ItemRecord::blank)
        .containsExactly(tuple(1L, 1L, 1L), tuple(1L, 0L, 2L));
    assertRefused(
        () -> open.accept(next, true, true, true, lastWins, OPENS), Reason.BALLOT_ALREADY_CAST);
    assertRefused(() -> open.accept(next, true, true, false, lastWins, CLOSES), Reason.BALLOT_LATE);
  }

  @Test
  void cast_refusesEachWrongBallot_withItsOwnReason_andCountsItNowhere() {
    OpenMeeting open = open(TWO, 4, PLATFORM);
    GeneralMeetingRecord before = open.snapshot();
    Name voter = member(0);
    Ballot good = ballot(open, voter, "+-");
    assertRefused(
        () -> open.accept(
            new Ballot(Name.of("other"), 7, 1, 1, voter, good.answers()),
            true,
            false,
            false,
            PLATFORM,
            OPENS),
        "BALLOT_OTHER_MEETING ballot=other#7 expected=coop#7");
    assertRefused(
        () -> open.accept(
            new Ballot(Fixtures.COOP, 8, 1, 1, voter, good.answers()),
            true,
            false,
            false,
            PLATFORM,
            OPENS),
        "BALLOT_OTHER_MEETING ballot=coop#8 expected=coop#7");
    assertRefused(
        () -> open.accept(
            new Ballot(Fixtures.COOP, 7, 2, 1, voter, good.answers()),
            true,
            false,
            false,
            PLATFORM,
            OPENS),
        "BALLOT_OTHER_CYCLE ballot=2 expected=1");
    assertRefused(
        () -> open.accept(
            new Ballot(Fixtures.COOP, 7, 1, 2, voter, good.answers()),
            true,
            false,
            false,
            PLATFORM,
            OPENS),
        "BALLOT_OTHER_AGENDA ballot=2 expected=1");
    for (int item : new int[] {0, 3, -1}) {
      Ballot unknown =
          new Ballot(Fixtures.COOP, 7, 1, 1, voter, List.of(new Answer(item, Choice.FOR)));
      assertRefused(
          () -> open.accept(unknown, true, false, false, PLATFORM, OPENS),
          "BALLOT_UNKNOWN_ITEM item=" + item + " items=2");
    }
    Ballot twice = new Ballot(
        Fixtures.COOP,
        7,
        1,
        1,
        voter,
        List.of(new Answer(1, Choice.FOR), new Answer(2, Choice.FOR), new Answer(1, Choice.FOR)));
    assertRefused(
        () -> open.accept(twice, true, false, false, PLATFORM, OPENS),
        "BALLOT_DUPLICATE_ITEM item=1");
    assertRefused(
        () -> open.accept(good, false, false, false, PLATFORM, OPENS),
        "NOT_ON_ROLL account=" + voter + " meeting=7");
    assertRefused(
        () -> open.accept(good, true, false, false, PLATFORM, CLOSES),
        "BALLOT_LATE account=" + voter + " now=2026-04-27T17:00:00 until=2026-04-27T17:00:00");
    assertRefused(
        () -> open.accept(good, true, false, false, PLATFORM, OPENS.minusSeconds(1)),
        Reason.MEETING_TOO_EARLY);
    assertThat(open.snapshot()).isEqualTo(before);
    assertThat(open.accept(good, true, false, false, PLATFORM, CLOSES.minusSeconds(1))
            .snapshot()
            .present())
        .isEqualTo(1);
  }

  @Test
  @Tag("ESIG-04")
  @Tag("BALLOT-06")
  void requireGenuine_refusesAnythingButTheMembersSignatureOverExactlyThisBallot() {
    OpenMeeting open = open(TWO, 4, PLATFORM);
    Name voter = member(0);
    Ballot ballot = ballot(open, voter, "+-");
    DocumentSignature signature =
        DocumentSignature.sign(Fixtures.key(voter), voter, ballot.digest(), OPENS);
    assertThat(new SignedBallot(ballot, signature).requireGenuine(Fixtures.KEYS))
        .isEqualTo(ballot);
    List<Ballot> changed = new ArrayList<>(List.of(
        new Ballot(Name.of("coop2"), 7, 1, 1, voter, ballot.answers()),
        new Ballot(Fixtures.COOP, 8, 1, 1, voter, ballot.answers()),
        new Ballot(Fixtures.COOP, 7, 2, 1, voter, ballot.answers()),
        new Ballot(Fixtures.COOP, 7, 1, 2, voter, ballot.answers()),
        ballot(open, member(1), "+-"),
        ballot(open, voter, "--"),
        ballot(open, voter, "++"),
        ballot(open, voter, "+."),
        ballot(open, voter, ".-"),
        new Ballot(
            Fixtures.COOP,
            7,
            1,
            1,
            voter,
            List.of(new Answer(2, Choice.AGAINST), new Answer(1, Choice.FOR)))));
    for (Ballot other : changed) {
      assertRefused(
          () -> new SignedBallot(other, signature).requireGenuine(Fixtures.KEYS),
          "BALLOT_FORGED account=" + other.member());
    }
    DocumentSignature foreign =
        DocumentSignature.sign(Fixtures.key(member(1)), voter, ballot.digest(), OPENS);
    assertRefused(
        () -> new SignedBallot(ballot, foreign).requireGenuine(Fixtures.KEYS),
        Reason.BALLOT_FORGED);
    DocumentSignature postdated = new DocumentSignature(
        voter,
        signature.key(),
        signature.signature(),
        new TimePointSec(signature.signedAt().seconds() + 1));
    assertRefused(
        () -> new SignedBallot(ballot, postdated).requireGenuine(Fixtures.KEYS),
        Reason.BALLOT_FORGED);
  }
}
