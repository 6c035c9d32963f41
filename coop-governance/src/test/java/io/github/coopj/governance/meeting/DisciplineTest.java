package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
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
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.papers;
import static io.github.coopj.governance.meeting.Fixtures.plan;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaAmendment;
import io.github.coopj.governance.agenda.AgendaHistory;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.agenda.ObligatoryItems;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.QuestionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures of a general meeting on the Chairman of the Council. */
class DisciplineTest {
  private static final Charter PLATFORM = platform();
  private static final Name CHAIRMAN = member(2);
  private static final TimePointSec END = TimePointSec.of(CLOSES.plusSeconds(1_000_000));
  private static final DisciplinaryMeasure REPRIMAND =
      new DisciplinaryMeasure(COOP, CHAIRMAN, "выговор", "не созвал собрание");

  private static AgendaItem measure(int number, ItemType type, Name about, Checksum256 subject) {
    return new AgendaItem(number, type, "О председателе", "Принять меру", List.of(about), subject);
  }

  private static AgendaItem reprimand(int number) {
    return measure(number, ItemType.DISCIPLINE, CHAIRMAN, REPRIMAND.digest());
  }

  private static AgendaItem recall(int number) {
    return measure(number, ItemType.RE_ELECT, CHAIRMAN, Checksum256.ZERO);
  }

  private static AgendaItem chair(int number, Name candidate) {
    return new AgendaItem(
        number, ItemType.MEETING_CHAIR, "Председатель", "Избрать", List.of(candidate));
  }

  private static Agenda of(int version, AgendaItem... items) {
    return new Agenda(version, List.of(items));
  }

  private static Council council(Name chairman) {
    List<Mandate> mandates = new ArrayList<>();
    for (int i = 1; i < 4; i++) {
      mandates.add(new Mandate(
          member(i),
          member(i).equals(chairman) ? Office.CHAIRMAN : Office.MEMBER,
          TimePointSec.of(NOW),
          END,
          Ground.ofMeeting(1)));
    }
    return Council.of(mandates);
  }

  private static HeldMeeting held(Agenda agenda, String... answers) {
    CountedMeeting counted =
        closed(open(agenda, 4, PLATFORM), PLATFORM, CLOSES, answers).requireCounted();
    return counted
        .sign(counted.snapshot().chair(), seal(counted), PLATFORM, CLOSES)
        .requireHeld();
  }

  @Test
  @Tag("MEET-27")
  @Tag("CHAIR-10")
  void whomAMeasureIsAbout_votes_andDoesNotPreside() {
    for (AgendaItem item : List.of(reprimand(1), recall(1))) {
      assertRefused(
          () -> plan(MeetingKind.EXTRAORDINARY, CHAIRMAN, member(1), OPENS, CLOSES)
              .draft(7, of(1, item), PLATFORM, NOW),
          "PRESIDES_ON_HIMSELF account=" + CHAIRMAN);
      assertRefused(
          () -> draft(of(1, chair(1, member(0)), chair(2, CHAIRMAN), item.at(3)), PLATFORM),
          "PRESIDES_ON_HIMSELF account=" + CHAIRMAN);
      assertThat(plan(MeetingKind.EXTRAORDINARY, member(0), CHAIRMAN, OPENS, CLOSES)
              .draft(7, of(1, item), PLATFORM, NOW)
              .snapshot()
              .secretary())
          .as("he may keep the minutes")
          .isEqualTo(CHAIRMAN);
      OpenMeeting open = open(of(1, item), 4, PLATFORM);
      GeneralMeetingRecord counted =
          closed(open, PLATFORM, CLOSES, "+", "+", "-").requireCounted().snapshot();
      assertThat(counted.present()).as("his own ballot among them").isEqualTo(3);
      assertThat(counted.items().get(0).votesFor()).isEqualTo(2);
      assertThat(counted.items().get(0).against()).isEqualTo(1);
    }
  }

  @Test
  @Tag("MEET-27")
  void amendment_thatQuestionsTheChairman_handsTheChairToAnother() {
    Agenda first = agenda(ItemType.OTHER);
    Agenda elects = of(1, chair(1, CHAIRMAN));
    record Case(Agenda last, Agenda next, Name chair, Name secretary) {}
    for (Case each : List.of(
        new Case(first, of(2, item(1), recall(2)), member(1), CHAIRMAN),
        new Case(elects, of(2, chair(1, member(3)), recall(2)), member(3), member(1)),
        new Case(first, of(2, item(1), item(2)), CHAIRMAN, member(1)))) {
      GeneralMeetingRecord row = amend(each.last(), each.next()).snapshot();
      assertThat(List.of(row.chair(), row.secretary()))
          .containsExactly(each.chair(), each.secretary());
    }
    assertRefused(
        () -> amend(elects, of(2, chair(1, CHAIRMAN), chair(2, member(3)), recall(3))),
        "PRESIDES_ON_HIMSELF account=" + CHAIRMAN);
  }

  private static ConvenedMeeting amend(Agenda last, Agenda next) {
    ConvenedMeeting meeting = convene(
        plan(MeetingKind.EXTRAORDINARY, CHAIRMAN, member(1), OPENS, CLOSES)
            .draft(7, last, PLATFORM, NOW),
        last,
        members(4),
        PLATFORM);
    AgendaAmendment amendment = AgendaAmendment.of(
        7,
        last,
        next,
        List.of(),
        Map.of(),
        new ObligatoryItems(MeetingKind.EXTRAORDINARY, PLATFORM.annual(), List.of()),
        PLATFORM);
    return meeting
        .amend(
            AgendaHistory.restore(List.of(last), List.of(41L)),
            amendment,
            decision(QuestionType.AGENDA, amendment.digest(), NOW),
            papers(next),
            Roll.of(members(4)),
            PLATFORM,
            NOW)
        .meeting();
  }

  @Test
  @Tag("MEET-27")
  @Tag("CHAIR-10")
  void measure_isRecorded_onceAndOnTheChairmanOnly() {
    HeldMeeting meeting = held(of(1, reprimand(1), item(2)), "++", "+-", "+-");
    MeasureRecord record = REPRIMAND.imposed(meeting, 1, council(CHAIRMAN), Optional.empty());
    assertThat(record).isEqualTo(new MeasureRecord(70_001, REPRIMAND, TimePointSec.of(CLOSES)));
    assertRefused(
        () -> REPRIMAND.imposed(meeting, 1, council(CHAIRMAN), Optional.of(record)),
        "DECISION_ALREADY_USED decision=70001");
    assertRefused(
        () -> REPRIMAND.imposed(meeting, 1, council(member(1)), Optional.empty()),
        "NOT_CHAIRMAN signer=" + CHAIRMAN + " chairman=" + member(1));
    assertRefused(
        () -> REPRIMAND.imposed(meeting, 2, council(CHAIRMAN), Optional.empty()),
        Reason.ITEM_NOT_ADOPTED);
    DisciplinaryMeasure harsher =
        new DisciplinaryMeasure(COOP, CHAIRMAN, "строгий выговор", "не созвал собрание");
    assertRefused(
        () -> harsher.imposed(meeting, 1, council(CHAIRMAN), Optional.empty()),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> REPRIMAND.imposed(
            held(of(1, item(1)), "+", "+", "+"), 1, council(CHAIRMAN), Optional.empty()),
        Reason.DECISION_OF_OTHER_TYPE);
    for (String blank : List.of("", " ")) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new DisciplinaryMeasure(COOP, CHAIRMAN, blank, "x"));
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new DisciplinaryMeasure(COOP, CHAIRMAN, "x", blank));
    }
  }

  @Test
  @Tag("MEET-27")
  @Tag("CHAIR-10")
  void recall_endsTheOfficeOfTheChairman_withOrWithoutASuccessor() {
    Council before = council(CHAIRMAN);
    Council without = after(before, held(of(1, recall(1)), "+", "+", "+"));
    assertThat(without.chairman(CLOSES)).isEmpty();
    assertThat(without.isMember(CHAIRMAN, CLOSES)).as("he keeps his seat").isTrue();

    AgendaItem successor =
        new AgendaItem(3, ItemType.ELECTION_COUNCIL_CHAIR, "Выборы", "Избрать", List.of(member(3)));
    HeldMeeting meeting = held(of(1, reprimand(1), recall(2), successor), "+++", "+++", "+++");
    Council with = after(before, meeting);
    assertThat(with.chairman(CLOSES)).contains(member(3));
    assertThat(REPRIMAND.imposed(meeting, 1, with, Optional.empty()).decision())
        .as("recorded also after he was recalled")
        .isEqualTo(70_001);

    HeldMeeting kept = held(of(1, recall(1), item(2)), "-+", "-+", "++");
    assertRefused(() -> after(before, kept), Reason.NOT_ELECTED);
    assertRefused(
        () -> after(council(member(1)), held(of(1, recall(1)), "+", "+", "+")),
        "NOT_CHAIRMAN signer=" + CHAIRMAN + " chairman=" + member(1));
    assertRefused(() -> after(with, meeting), Reason.DECISION_ALREADY_USED);
  }

  @Test
  @Tag("MEET-27")
  void recall_olderThanTheOffice_hasNoEffectOnIt() {
    Council later = Council.of(List.of(new Mandate(
        CHAIRMAN, Office.CHAIRMAN, TimePointSec.of(CLOSES), END, Ground.ofMeeting(80_001))));
    assertRefused(
        () -> after(later, held(of(1, recall(1)), "+", "+", "+")),
        "DECISION_ALREADY_USED decision=70001");
  }

  private static Council after(Council before, HeldMeeting meeting) {
    return Elections.after(before, meeting.decisions(), PLATFORM, (account, at) -> true, List.of());
  }
}
