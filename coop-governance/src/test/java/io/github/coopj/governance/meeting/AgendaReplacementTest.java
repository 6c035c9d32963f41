package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.convene;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.draft;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.notifyEach;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.papers;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.repeat;
import static io.github.coopj.governance.meeting.Fixtures.seal;
import static io.github.coopj.governance.meeting.Fixtures.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaAmendment;
import io.github.coopj.governance.agenda.AgendaHistory;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.agenda.ObligatoryItems;
import io.github.coopj.governance.agenda.ProposalBook;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AgendaReplacementTest {
  private static final Charter STRICT = platform("\"agenda.lateItemIfAllPresent\": false");
  private static final Charter LATE = platform("\"agenda.lateItemIfAllPresent\": true");
  private static final Agenda ONE = agenda(ItemType.OTHER);
  private static final Agenda TWO = next(2, item(1), item(2, ItemType.EXCLUSION));

  /** The last second in which ten days of notice can be kept. */
  private static final Instant LAST = Instant.parse("2026-04-17T20:59:59Z");

  private static Agenda next(int version, AgendaItem... items) {
    return new Agenda(version, List.of(items));
  }

  private static AgendaAmendment amendment(Agenda last, Agenda next, Charter charter) {
    return AgendaAmendment.of(
        7,
        last,
        next,
        List.of(),
        Map.of(),
        new ObligatoryItems(MeetingKind.EXTRAORDINARY, charter.annual(), List.of()),
        charter);
  }

  private static Amended amend(
      ConvenedMeeting meeting,
      Agenda last,
      AgendaAmendment amendment,
      Charter charter,
      Instant now) {
    return meeting.amend(
        AgendaHistory.restore(List.of(last), List.of(41L)),
        amendment,
        decision(QuestionType.AGENDA, amendment.digest(), now),
        papers(amendment.next()),
        Roll.of(members(4)),
        charter,
        now);
  }

  /** The meeting after its first version was replaced. */
  private static ConvenedMeeting amend(
      ConvenedMeeting meeting, Agenda last, Agenda next, Charter charter, Instant now) {
    return amend(meeting, last, amendment(last, next, charter), charter, now).meeting();
  }

  private static ConvenedMeeting convened(Agenda agenda, Charter charter) {
    return convene(draft(agenda, charter), agenda, members(4), charter);
  }

  private static ConvenedMeeting told(Agenda agenda, Charter charter) {
    return notifyEach(convened(agenda, charter), charter, NOW);
  }

  @Test
  @Tag("AGENDA-16")
  @Tag("AGENDA-18")
  void amend_beforeAllWereTold_tellsOfTheWholeMeeting() {
    ConvenedMeeting before = tell(convened(ONE, STRICT), member(0), STRICT, NOW);
    Amended amended = amend(before, ONE, amendment(ONE, TWO, STRICT), STRICT, NOW);
    GeneralMeetingRecord row = amended.meeting().snapshot();
    assertThat(row.agendaVersion()).isEqualTo(2);
    assertThat(row.agendaHash()).isEqualTo(TWO.digest());
    assertThat(row.items())
        .extracting(ItemRecord::type)
        .containsExactly(ItemType.OTHER, ItemType.EXCLUSION);
    assertThat(row.notified()).isZero();
    assertThat(row.notice().news()).isEmpty();
    assertThat(row.notice().message()).isNotEqualTo(before.snapshot().notice().message());
    assertThat(amended.history().versions()).containsExactly(ONE, TWO);
    assertThat(notifyEach(amended.meeting(), STRICT, LAST)
            .open(STRICT, OPENS)
            .snapshot()
            .status())
        .isEqualTo(MeetingStatus.OPEN);
  }

  @Test
  @Tag("AGENDA-18")
  void amend_afterAllWereTold_startsTheClockAgain_forWhatIsNew() {
    Agenda first = agenda(ItemType.OTHER, ItemType.REORGANIZATION);
    Agenda second = next(2, item(1), item(2, ItemType.REORGANIZATION), item(3, ItemType.EXCLUSION));
    ConvenedMeeting amended = amend(told(first, STRICT), first, second, STRICT, LAST);
    assertThat(amended.snapshot().notice().news()).containsExactly(3);
    assertThat(amended.snapshot().notified()).isZero();
    assertRefused(() -> amended.open(STRICT, OPENS), "MEMBERS_NOT_NOTIFIED notified=0 of 4");
    assertThat(notifyEach(amended, STRICT, LAST).open(STRICT, OPENS).snapshot().notified())
        .isEqualTo(4);
    ConvenedMeeting notAllTold = tell(convened(first, STRICT), member(0), STRICT, NOW);
    assertRefused(
        () -> amend(notAllTold, first, second, STRICT, LAST),
        "NOTICE_LATE days=10 required=30 lastDay=2026-03-28");
  }

  @Test
  @Tag("AGENDA-18")
  void amend_tooLate_isRefused_unlessTheCharterLetsTheWholeRollDecide() {
    Instant late = LAST.plusSeconds(1);
    assertThat(amend(told(ONE, STRICT), ONE, TWO, STRICT, LAST).snapshot().agendaVersion())
        .isEqualTo(2);
    assertRefused(
        () -> amend(told(ONE, STRICT), ONE, TWO, STRICT, late),
        "NOTICE_LATE days=9 required=10 lastDay=2026-04-17");
    ConvenedMeeting before = told(ONE, LATE);
    ConvenedMeeting amended = amend(before, ONE, TWO, LATE, late);
    assertThat(amended.snapshot().notice())
        .isEqualTo(
            new NoticeState(before.snapshot().notice().message(), List.of(), List.of(2), false));
    assertThat(amended.snapshot().notified()).isEqualTo(4);
  }

  @Test
  @Tag("AGENDA-18")
  void lateItem_isDecided_byTheWholeRollOnly() {
    ConvenedMeeting amended = amend(told(ONE, LATE), ONE, TWO, LATE, LAST.plusSeconds(1));
    OpenMeeting open = amended.open(LATE, OPENS);
    CountedMeeting all = closed(open, LATE, CLOSES, "++", "++", "++", "++").requireCounted();
    assertThat(all.snapshot().items())
        .extracting(ItemRecord::outcome)
        .containsExactly(ItemOutcome.ADOPTED, ItemOutcome.ADOPTED);
    CountedMeeting three = closed(open, LATE, CLOSES, "++", "++", "++").requireCounted();
    assertThat(three.snapshot().items())
        .extracting(ItemRecord::outcome)
        .containsExactly(ItemOutcome.ADOPTED, ItemOutcome.NOT_NOTIFIED);
    HeldMeeting held = three.sign(member(0), seal(three), LATE, CLOSES).requireHeld();
    assertThat(held.decision(1).type()).isEqualTo(ItemType.OTHER);
    assertRefused(() -> held.decision(2), "ITEM_NOT_NOTIFIED item=2");
  }

  @Test
  @Tag("AGENDA-18")
  @Tag("TALLY-04")
  void lateElection_seatsNobody_unlessTheWholeRollVotes() {
    AgendaItem election = new AgendaItem(
        2,
        ItemType.ELECTION_COUNCIL,
        "Совет",
        "Избрать в Совет",
        List.of(member(0)),
        1,
        paper("election"),
        false);
    ConvenedMeeting amended =
        amend(told(ONE, LATE), ONE, next(2, item(1), election), LATE, LAST.plusSeconds(1));
    OpenMeeting open = amended.open(LATE, OPENS);
    assertThat(outcomes(open, "++", "++", "++"))
        .containsExactly(ItemOutcome.ADOPTED, ItemOutcome.NOT_NOTIFIED);
    assertThat(outcomes(open, "++", "++", "++", "++"))
        .containsExactly(ItemOutcome.ADOPTED, ItemOutcome.ADOPTED);
    assertThat(outcomes(open, "+-", "+-", "+-", "+-"))
        .containsExactly(ItemOutcome.ADOPTED, ItemOutcome.REJECTED);
  }

  private static List<ItemOutcome> outcomes(OpenMeeting open, String... answers) {
    return closed(open, LATE, CLOSES, answers).requireCounted().snapshot().items().stream()
        .map(ItemRecord::outcome)
        .toList();
  }

  @Test
  @Tag("NOTICE-06")
  void open_withoutTellingAllOfWhatIsNew_letsTheWholeRollDecideIt() {
    Charter lenient =
        platform("\"agenda.lateItemIfAllPresent\": true", "\"notice.blockIfUndelivered\": false");
    ConvenedMeeting amended = amend(told(ONE, lenient), ONE, TWO, lenient, NOW);
    OpenMeeting open = tell(amended, member(0), lenient, NOW).open(lenient, OPENS);
    assertThat(open.snapshot().notice().incomplete()).isTrue();
    assertThat(open.snapshot().notice().late()).containsExactly(2);
    OpenMeeting complete = notifyEach(amended, lenient, NOW).open(lenient, OPENS);
    assertThat(complete.snapshot().notice().incomplete()).isFalse();
    assertThat(complete.snapshot().notice().late()).isEmpty();
  }

  @Test
  @Tag("AGENDA-16")
  void amend_thatOnlyTakesOff_leavesNoticesStanding_underTheNewNumbers() {
    Agenda first = agenda(ItemType.OTHER, ItemType.UNION);
    Agenda second = next(2, item(1), item(2, ItemType.UNION), item(3, ItemType.EXCLUSION));
    ConvenedMeeting two =
        tell(amend(told(first, STRICT), first, second, STRICT, NOW), member(0), STRICT, NOW);
    Agenda third = next(3, item(1, ItemType.UNION), item(2, ItemType.EXCLUSION));
    AgendaAmendment removal = amendment(second, third, STRICT);
    ConvenedMeeting three = two.amend(
            AgendaHistory.restore(List.of(first, second), List.of(41L, 41L)),
            removal,
            decision(QuestionType.AGENDA, removal.digest(), LAST.plusSeconds(1)),
            papers(third),
            Roll.of(members(4)),
            STRICT,
            LAST.plusSeconds(1))
        .meeting();
    assertThat(three.snapshot().notice().news()).containsExactly(2);
    assertThat(three.snapshot().notice().message())
        .isEqualTo(two.snapshot().notice().message());
    assertThat(three.snapshot().notified()).isEqualTo(1);
  }

  @Test
  @Tag("AGENDA-18")
  void amend_thatMovesTheMeeting_tellsOfTheWholeAnew() {
    Instant opens = OPENS.plus(Duration.ofDays(1));
    AgendaAmendment moved = amendment(ONE, TWO, STRICT)
        .movedTo(TimePointSec.of(opens), TimePointSec.of(opens.plusSeconds(3600)));
    ConvenedMeeting before = told(ONE, STRICT);
    Instant last = LAST.plus(Duration.ofDays(1));
    ConvenedMeeting amended = amend(before, ONE, moved, STRICT, last).meeting();
    assertThat(amended.snapshot().opensAt()).isEqualTo(TimePointSec.of(opens));
    assertThat(amended.snapshot().closesAt()).isEqualTo(TimePointSec.of(opens.plusSeconds(3600)));
    assertThat(amended.snapshot().notified()).isZero();
    assertThat(amended.snapshot().notice().news()).isEmpty();
    assertRefused(
        () -> amend(before, ONE, moved, STRICT, last.plusSeconds(1)),
        "NOTICE_LATE days=9 required=10 lastDay=2026-04-18");
    AgendaAmendment turned =
        amendment(ONE, TWO, STRICT).movedTo(TimePointSec.of(opens), TimePointSec.of(opens));
    assertRefused(() -> amend(before, ONE, turned, STRICT, NOW), Reason.MEETING_TIMES_INVALID);
  }

  @Test
  @Tag("AGENDA-16")
  void amend_fromTheOpeningOn_isRefused_inRepeatCyclesToo() {
    Agenda fewer = next(2, item(1, ItemType.UNION));
    Agenda both = agenda(ItemType.OTHER, ItemType.UNION);
    ConvenedMeeting meeting = told(both, STRICT);
    assertThat(amend(meeting, both, fewer, STRICT, OPENS.minusSeconds(1))
            .snapshot()
            .items())
        .hasSize(1);
    assertRefused(
        () -> amend(meeting, both, fewer, STRICT, OPENS),
        "AGENDA_CLOSED since=" + TimePointSec.of(OPENS));
    QuorumMissed missed = meeting.open(STRICT, OPENS).close(STRICT, CLOSES).requireQuorumMissed();
    Instant again = OPENS.plus(Duration.ofDays(30));
    ConvenedMeeting second = repeat(missed, again, again.plusSeconds(3600), STRICT, CLOSES);
    assertRefused(
        () -> amend(second, both, fewer, STRICT, CLOSES),
        "AGENDA_CLOSED since=" + TimePointSec.of(OPENS));
  }

  @Test
  @Tag("AGENDA-09")
  @Tag("AGENDA-17")
  void amend_asksForDecisionPapersAndCandidates() {
    ConvenedMeeting meeting = told(ONE, STRICT);
    AgendaAmendment amendment = amendment(ONE, TWO, STRICT);
    assertRefused(
        () -> meeting.amend(
            meeting.history(ONE),
            amendment,
            decision(QuestionType.AGENDA, TWO.digest(), NOW),
            papers(TWO),
            Roll.of(members(4)),
            STRICT,
            NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> amend(told(agenda(ItemType.UNION), STRICT), ONE, amendment, STRICT, NOW));
    Agenda electing = next(2, item(1), item(2, ItemType.ELECTION_COUNCIL));
    AgendaAmendment election = amendment(ONE, electing, STRICT);
    ConveningPapers withoutConsent = new ConveningPapers(
        electing,
        new ProposalBook(List.of()),
        (candidate, office, number) -> Optional.empty(),
        (body, items, charter, rollAt) -> {});
    assertRefused(
        () -> meeting.amend(
            meeting.history(ONE),
            election,
            decision(QuestionType.AGENDA, election.digest(), NOW),
            withoutConsent,
            Roll.of(members(4)),
            STRICT,
            NOW),
        "NO_CONSENT account=" + member(0) + " item=2");
    Agenda otherChair = next(
        2,
        new AgendaItem(1, ItemType.MEETING_CHAIR, "Председатель", "Избрать", List.of(member(3))),
        item(2));
    assertRefused(
        () -> amend(meeting, ONE, otherChair, STRICT, NOW), Reason.CANDIDATE_NOT_ON_AGENDA);
  }
}
