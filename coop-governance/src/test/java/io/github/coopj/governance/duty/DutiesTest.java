package io.github.coopj.governance.duty;

import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.annualAgenda;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.convene;
import static io.github.coopj.governance.meeting.Fixtures.draft;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.notifyEach;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.plan;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.CollectingDemand;
import io.github.coopj.governance.agenda.Demand;
import io.github.coopj.governance.agenda.DemandText;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.agenda.PresentedDemand;
import io.github.coopj.governance.audit.AuditCommission;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.ByCouncil;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.meeting.CountedMeeting;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.OpenMeeting;
import io.github.coopj.governance.meeting.QuorumMissed;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.Sections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutiesTest {
  private static final String MOSCOW = "Europe/Moscow";
  private static final Charter PLATFORM = platform();
  private static final Agenda ONE = agenda(ItemType.OTHER);

  private static Life quiet() {
    return Life.founded("2025-06-01T09:00:00Z", MOSCOW, "12-31");
  }

  private static Instant at(String moment) {
    return Instant.parse(moment);
  }

  @ParameterizedTest(name = "{0}, year end {1}: late from {3}")
  @CsvSource({
    "Europe/Moscow, 12-31, 2025-12-31T21:00:00Z, 2026-06-30T21:00:00Z",
    "Europe/Berlin, 03-31, 2026-03-31T22:00:00Z, 2026-09-30T22:00:00Z",
    "America/New_York, 09-30, 2025-10-01T04:00:00Z, 2026-04-01T04:00:00Z",
    "Asia/Kamchatka, 02-29, 2026-02-28T12:00:00Z, 2026-08-31T12:00:00Z"
  })
  @Tag("MEET-06")
  void annualMeeting_isDueFromTheYearEnd_andLateFromTheEndOfItsWindow(
      String zone, String yearEnd, String since, String late) {
    Life life = Life.founded("2025-06-01T09:00:00Z", zone, yearEnd);
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, at(since).minusSeconds(1).toString()))
        .as("the financial year runs")
        .isEmpty();
    // the day after the year end is its first day
    String about = "financial year to "
        + at(since).atZone(life.charter().zone()).toLocalDate().minusDays(1);
    Instant nextDay = at(since).plusSeconds(86_400);
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, nextDay.toString()))
        .containsExactly(
            new Duty(DutyKind.ANNUAL_MEETING, about, at(since), Optional.of(at(late)), false));
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, at(late).minusSeconds(1).toString()))
        .extracting(Duty::overdue)
        .containsExactly(false);
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, late))
        .extracting(Duty::overdue)
        .containsExactly(true);
  }

  @Test
  @Tag("MEET-06")
  void annualMeeting_isNotOwed_forYearsBeforeTheFounding() {
    Life life = Life.founded("2025-12-31T21:00:00Z", MOSCOW, "12-31");
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, "2026-03-01T00:00:00Z"))
        .as("founded in the first second of the next year")
        .isEmpty();
    Life earlier = Life.founded("2025-12-31T20:59:59Z", MOSCOW, "12-31");
    assertThat(earlier.duties(DutyKind.ANNUAL_MEETING, "2026-03-01T00:00:00Z")).hasSize(1);
  }

  @Test
  @Tag("MEET-06")
  @Tag("MEET-23")
  @Tag("MIN-03")
  void annualMeeting_meetsTheDuty_onceItsMinutesAreSigned() {
    Life life = quiet();
    OpenMeeting open = notifyEach(
            convene(
                plan(MeetingKind.ANNUAL, member(0), member(1), OPENS, CLOSES)
                    .draft(7, annualAgenda(), PLATFORM, Fixtures.NOW),
                members(3),
                PLATFORM),
            PLATFORM,
            Fixtures.NOW)
        .open(PLATFORM, OPENS);
    CountedMeeting counted =
        closed(open, PLATFORM, CLOSES, "++++", "++++", "++++").requireCounted();
    life.meetings.add(counted.snapshot());
    String day = "2026-05-01T00:00:00Z";
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, day)).hasSize(1);
    assertThat(life.duties(DutyKind.SIGN_MINUTES, day))
        .containsExactly(new Duty(
            DutyKind.SIGN_MINUTES,
            "meeting 7",
            CLOSES,
            Optional.of(CLOSES.plus(Duration.ofDays(10))),
            false));
    Instant due = CLOSES.plus(Duration.ofDays(10));
    assertThat(life.duties(DutyKind.MINUTES_UNSIGNED, due.toString())).isEmpty();
    life.meetings.set(0, counted.passOn(PLATFORM, due).snapshot());
    assertThat(life.duties(DutyKind.MINUTES_UNSIGNED, due.toString()))
        .as("members elected nobody else to preside")
        .containsExactly(
            new Duty(DutyKind.MINUTES_UNSIGNED, "meeting 7", due, Optional.empty(), false));
    life.meetings.set(
        0, counted.sign(member(0), Fixtures.seal(counted), PLATFORM, CLOSES).snapshot());
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, day)).isEmpty();
    assertThat(life.duties(DutyKind.SIGN_MINUTES, day)).isEmpty();
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, "2027-02-01T00:00:00Z"))
        .as("the next year needs its own")
        .hasSize(1);
  }

  /** An annual meeting whose first cycle had no quorum and opened at a moment, held at the second. */
  private static GeneralMeetingRecord repeated(String first, String second, Charter charter) {
    Instant told = at(first).minus(Duration.ofDays(40));
    Agenda agenda = annualAgenda();
    DraftMeeting draft = plan(
            MeetingKind.ANNUAL, member(0), member(1), at(first), at(first).plusSeconds(3_600))
        .draft(7, agenda, charter, told);
    ConvenedMeeting convened = draft.convene(
        new ByCouncil(
            Fixtures.decision(QuestionType.CONVENE_MEETING, draft.convocation().digest(), told)),
        Fixtures.papers(agenda),
        Roll.of(members(3)),
        charter,
        told);
    QuorumMissed missed = notifyEach(convened, charter, told)
        .open(charter, at(first))
        .close(charter, at(first).plusSeconds(3_600))
        .requireQuorumMissed();
    Instant between = at(first).plusSeconds(7_200);
    Instant ends = at(second).plusSeconds(3_600);
    OpenMeeting open = notifyEach(
            Fixtures.repeat(missed, at(second), ends, charter, between), charter, between)
        .open(charter, at(second));
    List<Ballot> log = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      log.add(Fixtures.ballot(open, member(i), "++++"));
      open = open.accept(log.get(i), true, false, false, charter, at(second));
    }
    CountedMeeting counted =
        Fixtures.counted(open.close(charter, ends), charter, log).requireCounted();
    return counted.sign(member(0), Fixtures.seal(counted), charter, ends).snapshot();
  }

  @Test
  @Tag("MEET-06")
  @Tag("MEET-09")
  void annualMeeting_countsByItsFirstCycle_howeverLateItIsHeld() {
    Life life = quiet();
    GeneralMeetingRecord held =
        repeated("2026-06-29T09:00:00Z", "2026-08-10T09:00:00Z", life.charter());
    assertThat(held.cycles()).hasSize(2);
    String late = "2026-08-11T00:00:00Z";
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, late))
        .extracting(Duty::overdue)
        .containsExactly(true);
    life.meetings.add(held);
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, late)).isEmpty();
  }

  @Test
  @Tag("MEET-09")
  void repeatCycle_isBoundToTheWindow_whereTheCharterSaysSo() {
    Life bound = Life.founded(
        "2025-06-01T09:00:00Z", MOSCOW, "12-31", ", \"annual.repeatAfterWindow\": false");
    assertThat(repeated("2026-05-10T09:00:00Z", "2026-06-30T09:00:00Z", bound.charter())
            .cycles())
        .hasSize(2);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> repeated("2026-05-10T09:00:00Z", "2026-07-01T09:00:00Z", bound.charter()))
        .withMessage(
            "MEETING_OUTSIDE_ANNUAL_WINDOW date=2026-07-01 from=2026-03-01 until=2026-07-01");
  }

  @Test
  @Tag("MEET-06")
  void annualMeeting_twelveMonthsApart_isLateBeforeTheWindowEnds() {
    Life life = Life.founded(
        "2025-06-01T09:00:00Z", MOSCOW, "12-31", ", \"annual.rule\": \"TWELVE_MONTHS_APART\"");
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, "2026-05-01T00:00:00Z"))
        .as("no meeting before")
        .extracting(Duty::until)
        .containsExactly(Optional.of(at("2026-06-30T21:00:00Z")));
    life.meetings.add(repeated("2026-04-10T09:00:00Z", "2026-05-20T09:00:00Z", life.charter()));
    Instant late = at("2027-04-10T21:00:00Z");
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, late.minusSeconds(1).toString()))
        .containsExactly(new Duty(
            DutyKind.ANNUAL_MEETING,
            "financial year to 2026-12-31",
            at("2026-12-31T21:00:00Z"),
            Optional.of(late),
            false));
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, late.toString()))
        .extracting(Duty::overdue)
        .containsExactly(true);
    assertThat(life.duties(DutyKind.ANNUAL_MEETING, "2028-01-01T00:00:00Z"))
        .as("a year without any meeting: late from its first day on")
        .extracting(Duty::until)
        .containsExactly(Optional.of(at("2027-12-31T21:00:00Z")));
  }

  @Test
  @Tag("MEET-07")
  @Tag("MEET-08")
  void demand_bindsTheCouncil_untilTheDayAfterItsLast_andThenTheCommission() {
    Life life = quiet();
    Charter charter = life.charter();
    assertThat(charter.demand().conveneDays()).isEqualTo(30);
    DemandText text = new DemandText(Fixtures.COOP, 4, "Долги", ONE.items());
    CollectingDemand collecting = Demand.begin(text);
    life.demands.add(collecting.snapshot());
    Instant presented = at("2028-01-30T20:30:00Z");
    assertThat(life.duties(DutyKind.CONVENE_ON_DEMAND, presented.toString())).isEmpty();
    PresentedDemand demand = collecting
        .sign(
            DocumentSignature.sign(
                Fixtures.key(member(0)), member(0), text.digest(), presented.minusSeconds(60)),
            (account, moment) -> true,
            Fixtures.KEYS,
            presented.minusSeconds(60))
        .present(4, (account, moment) -> true, charter, presented);
    life.demands.set(0, demand.snapshot());
    Instant late = at("2028-02-29T21:00:00Z");
    assertThat(life.duties(DutyKind.CONVENE_ON_DEMAND, late.minusSeconds(1).toString()))
        .as("29 February is the last day")
        .containsExactly(
            new Duty(DutyKind.CONVENE_ON_DEMAND, "demand 4", presented, Optional.of(late), false));
    assertThat(life.duties(DutyKind.CONVENE_ON_DEMAND, late.toString()))
        .extracting(Duty::overdue)
        .containsExactly(true);
    life.demands.set(0, demand.breach(charter.zone(), late).snapshot());
    assertThat(life.duties(DutyKind.CONVENE_ON_DEMAND, late.toString())).isEmpty();
    assertThat(life.duties(DutyKind.DEMAND_BREACHED, late.toString()))
        .containsExactly(
            new Duty(DutyKind.DEMAND_BREACHED, "demand 4", late, Optional.empty(), false));
  }

  @Test
  @Tag("COUNCIL-12")
  void application_isLate_fromTheDayAfterTheLast() {
    Life life = quiet();
    life.applied("ivanov", "2028-01-30T20:30:00Z");
    Instant late = at("2028-02-29T21:00:00Z");
    assertThat(life.charter().admission().deadlineDays()).isEqualTo(30);
    assertThat(life.duties(DutyKind.DECIDE_APPLICATION, "2028-02-29T20:59:59Z"))
        .as("29 February is the last day")
        .containsExactly(new Duty(
            DutyKind.DECIDE_APPLICATION,
            "application of ivanov",
            at("2028-01-30T20:30:00Z"),
            Optional.of(late),
            false));
    assertThat(life.duties(DutyKind.DECIDE_APPLICATION, late.toString()))
        .extracting(Duty::overdue)
        .containsExactly(true);
  }

  @Test
  @Tag("CHAIR-11")
  void signature_isLate_whenTheDaysOfTheCharterHavePassed() {
    Life life = quiet();
    int days = life.charter().chairman().signatureDays();
    life.question(5, DecisionStatus.PENDING_SIGNATURE, "2026-03-01T10:00:00Z");
    life.question(6, DecisionStatus.IN_FORCE, "2026-03-01T10:00:00Z");
    Instant late = at("2026-03-01T10:00:00Z").plusSeconds(86_400L * days);
    assertThat(life.duties(DutyKind.SIGN_DECISION, late.minusSeconds(1).toString()))
        .containsExactly(new Duty(
            DutyKind.SIGN_DECISION,
            "question 5",
            at("2026-03-01T10:00:00Z"),
            Optional.of(late),
            false));
    assertThat(life.duties(DutyKind.SIGN_DECISION, late.toString()))
        .extracting(Duty::overdue)
        .containsExactly(true);
  }

  @Test
  @Tag("CHAIR-11")
  void signature_dueOverTheNightOfTheClocks_keepsTheHourOfTheDay() {
    Life life = Life.founded("2025-06-01T09:00:00Z", "Europe/Berlin", "12-31");
    life.question(5, DecisionStatus.PENDING_SIGNATURE, "2026-03-28T11:00:00Z");
    int days = life.charter().chairman().signatureDays();
    assertThat(life.duties(DutyKind.SIGN_DECISION, "2026-03-28T11:00:00Z"))
        .extracting(duty -> duty.until().orElseThrow())
        .as("an hour is lost on 29 March")
        .containsExactly(at("2026-03-28T10:00:00Z").plusSeconds(86_400L * days));
  }

  @Test
  @Tag("COUNCIL-04")
  void question_whoseTimeIsOver_isToBeCounted() {
    Life life = quiet();
    life.question(5, DecisionStatus.VOTING, "2026-03-01T10:00:00Z");
    assertThat(life.duties(DutyKind.CLOSE_QUESTION, "2026-03-01T09:59:59Z")).isEmpty();
    assertThat(life.duties(DutyKind.CLOSE_QUESTION, "2026-03-01T10:00:00Z")).hasSize(1);
  }

  @Test
  @Tag("COUNCIL-26")
  void month_withoutADecision_isLateOnTheFirstOfTheNext() {
    Life life = quiet();
    assertThat(life.duties(DutyKind.MONTHLY_SESSION, "2025-06-30T20:59:59Z"))
        .as("the month of the founding")
        .isEmpty();
    Duty july = new Duty(
        DutyKind.MONTHLY_SESSION,
        "month 2025-07",
        at("2025-06-30T21:00:00Z"),
        Optional.of(at("2025-07-31T21:00:00Z")),
        false);
    assertThat(life.duties(DutyKind.MONTHLY_SESSION, "2025-07-31T20:59:59Z")).containsExactly(july);
    assertThat(life.duties(DutyKind.MONTHLY_SESSION, "2025-07-31T21:00:00Z"))
        .extracting(Duty::about, Duty::overdue)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("month 2025-07", true),
            org.assertj.core.groups.Tuple.tuple("month 2025-08", false));
    life.question(1, DecisionStatus.VOTING, "2025-07-20T10:00:00Z");
    assertThat(life.duties(DutyKind.MONTHLY_SESSION, "2025-07-25T00:00:00Z"))
        .as("a vote that nobody counted is no decision")
        .hasSize(1);
    life.question(2, DecisionStatus.PENDING_SIGNATURE, "2025-07-31T20:59:59Z");
    assertThat(life.duties(DutyKind.MONTHLY_SESSION, "2025-07-31T20:59:59Z")).isEmpty();
    assertThat(life.duties(DutyKind.MONTHLY_SESSION, "2025-07-31T21:00:00Z"))
        .extracting(Duty::about)
        .containsExactly("month 2025-08");
  }

  @Test
  @Tag("MEET-17")
  @Tag("TALLY-01")
  void meeting_isToBeOpenedAndClosed_atItsTimes() {
    Life life = quiet();
    life.meetings.add(convene(draft(ONE, PLATFORM), members(4), PLATFORM).snapshot());
    String opens = OPENS.toString();
    assertThat(life.duties(DutyKind.OPEN_MEETING, OPENS.minusSeconds(1).toString()))
        .isEmpty();
    assertThat(life.duties(DutyKind.OPEN_MEETING, opens))
        .containsExactly(
            new Duty(DutyKind.OPEN_MEETING, "meeting 7", OPENS, Optional.of(CLOSES), false));
    assertThat(life.duties(DutyKind.OPEN_MEETING, CLOSES.toString()))
        .extracting(Duty::overdue)
        .containsExactly(true);
    life.meetings.set(0, open(ONE, 4, PLATFORM).snapshot());
    assertThat(life.duties(DutyKind.OPEN_MEETING, opens)).isEmpty();
    assertThat(life.duties(DutyKind.CLOSE_MEETING, CLOSES.minusSeconds(1).toString()))
        .isEmpty();
    assertThat(life.duties(DutyKind.CLOSE_MEETING, CLOSES.toString())).hasSize(1);
    life.meetings.set(
        0,
        Fixtures.cast(open(ONE, 4, PLATFORM), PLATFORM, "+", "+", "+")
            .close(PLATFORM, CLOSES)
            .snapshot());
    assertThat(life.duties(DutyKind.CLOSE_MEETING, CLOSES.toString()))
        .as("until all ballots are counted")
        .hasSize(1);
  }

  @Test
  @Tag("MEET-22")
  void meetingWithoutQuorum_isToBeRepeated() {
    Life life = quiet();
    life.meetings.add(closed(open(ONE, 4, PLATFORM), PLATFORM, CLOSES, "+", "+").snapshot());
    assertThat(life.duties(DutyKind.REPEAT_MEETING, CLOSES.toString()))
        .containsExactly(
            new Duty(DutyKind.REPEAT_MEETING, "meeting 7", CLOSES, Optional.empty(), false));
  }

  @Test
  @Tag("COUNCIL-02")
  void council_belowItsLeastSize_isToBeElected() {
    Life life = quiet();
    TimePointSec from = TimePointSec.of(at("2025-06-01T09:00:00Z"));
    TimePointSec end = TimePointSec.of(at("2030-06-01T09:00:00Z"));
    life.council = Life.mandates(from, end, Office.CHAIRMAN, Office.MEMBER, Office.MEMBER);
    assertThat(life.duties(DutyKind.ELECT_COUNCIL, "2030-06-01T08:59:59Z")).isEmpty();
    assertThat(life.duties(DutyKind.ELECT_COUNCIL, "2030-06-01T09:00:00Z"))
        .containsExactly(
            new Duty(DutyKind.ELECT_COUNCIL, "Council", end.toInstant(), Optional.empty(), false));
    life.council = Life.mandates(from, end, Office.CHAIRMAN, Office.MEMBER);
    assertThat(life.duties(DutyKind.ELECT_COUNCIL, "2026-06-01T09:00:00Z"))
        .extracting(Duty::since)
        .as("never there in full")
        .containsExactly(from.toInstant());
  }

  @Test
  @Tag("COUNCIL-02")
  void seat_vacantBeforeItsTime_isToBeFilled_untilSomebodyIsElected() {
    Life life = quiet();
    TimePointSec from = TimePointSec.of(at("2025-06-01T09:00:00Z"));
    TimePointSec end = TimePointSec.of(at("2030-06-01T09:00:00Z"));
    TimePointSec left = TimePointSec.of(at("2026-03-01T09:00:00Z"));
    List<Mandate> council = new ArrayList<>(Life.mandates(
        from, end, Office.CHAIRMAN, Office.MEMBER, Office.MEMBER, Office.MEMBER, Office.MEMBER));
    Mandate last = council.remove(4);
    council.add(new Mandate(last.holder(), last.office(), from, left, last.ground()));
    life.council = council;
    assertThat(life.duties(DutyKind.ELECT_COUNCIL, "2026-03-01T08:59:59Z")).isEmpty();
    assertThat(life.duties(DutyKind.ELECT_COUNCIL, "2026-03-01T09:00:00Z"))
        .as("four are enough for the charter, five were elected")
        .containsExactly(
            new Duty(DutyKind.ELECT_COUNCIL, "Council", left.toInstant(), Optional.empty(), false));
    council.add(new Mandate(
        member(9), Office.MEMBER, new TimePointSec(left.seconds() + 60), end, last.ground()));
    assertThat(life.duties(DutyKind.ELECT_COUNCIL, "2026-03-01T09:00:59Z")).hasSize(1);
    assertThat(life.duties(DutyKind.ELECT_COUNCIL, "2026-03-01T09:01:00Z")).isEmpty();
  }

  @Test
  @Tag("CHAIR-01")
  void council_withoutAChairman_isToBeGivenOne() {
    Life life = quiet();
    TimePointSec from = TimePointSec.of(at("2025-06-01T09:00:00Z"));
    TimePointSec end = TimePointSec.of(at("2030-06-01T09:00:00Z"));
    TimePointSec left = TimePointSec.of(at("2026-03-01T09:00:00Z"));
    List<Mandate> council = new ArrayList<>(
        Life.mandates(from, end, Office.MEMBER, Office.MEMBER, Office.MEMBER, Office.MEMBER));
    council.add(
        new Mandate(member(9), Office.CHAIRMAN, from, left, council.get(0).ground()));
    life.council = council;
    assertThat(life.duties(DutyKind.ELECT_CHAIRMAN, "2026-03-01T08:59:59Z")).isEmpty();
    assertThat(life.duties(DutyKind.ELECT_CHAIRMAN, "2026-03-02T00:00:00Z"))
        .containsExactly(new Duty(
            DutyKind.ELECT_CHAIRMAN,
            "Chairman of the Council",
            left.toInstant(),
            Optional.empty(),
            false));
    assertThat(life.duties(DutyKind.ELECT_CHAIRMAN, "2030-06-01T09:00:00Z"))
        .as("a whole Council is owed then")
        .isEmpty();
  }

  @Test
  @Tag("AUDIT-01")
  void commission_whoseTermIsOver_isToBeAppointed() {
    Life life = quiet();
    assertThat(life.duties(DutyKind.APPOINT_AUDIT, "2026-05-01T09:00:00Z"))
        .as("none was ever appointed")
        .isEmpty();
    TimePointSec from = TimePointSec.of(at("2026-05-01T09:00:00Z"));
    TimePointSec end = TimePointSec.of(at("2027-05-01T09:00:00Z"));
    life.audit = Optional.of(new AuditCommission(Life.mandates(from, end, Office.AUDIT_CHAIRMAN)));
    assertThat(life.duties(DutyKind.APPOINT_AUDIT, "2027-05-01T08:59:59Z")).isEmpty();
    assertThat(life.duties(DutyKind.APPOINT_AUDIT, "2027-05-01T09:00:00Z"))
        .extracting(Duty::since)
        .containsExactly(end.toInstant());
  }

  @Test
  @Tag("KU-04")
  void section_withoutAChairman_isToElectOne() {
    Life life = quiet();
    life.sections.add(Sections.section(1, Sections.NOW));
    life.sections.add(Sections.closed(Sections.section(2, Sections.NOW), Sections.NOW));
    assertThat(life.duties(DutyKind.ELECT_SECTION_CHAIR, Sections.CLOSES.toString()))
        .containsExactly(new Duty(
            DutyKind.ELECT_SECTION_CHAIR, "section 1", Sections.NOW, Optional.empty(), false));
    SectionMandates elected = Sections.withChairman(SectionMandates.NONE, 11, 1, 0);
    Instant gone = Sections.CLOSES.plusSeconds(60);
    life.chairmen = elected.with(elected.mandates().get(0).requireActing().left(gone));
    assertThat(life.duties(DutyKind.ELECT_SECTION_CHAIR, gone.minusSeconds(1).toString()))
        .isEmpty();
    assertThat(life.duties(DutyKind.ELECT_SECTION_CHAIR, gone.plusSeconds(5).toString()))
        .extracting(Duty::since)
        .containsExactly(gone);
  }

  @Test
  @Tag("CHAIR-15")
  void attorney_isOwedByTheChairman_thenTheCouncil_thenTheMeeting() {
    Life life = quiet();
    life.sections.add(Sections.section(1, Sections.NOW));
    life.chairmen = Sections.withChairman(SectionMandates.NONE, 11, 1, 0);
    SectionMandate mandate = life.chairmen.mandates().get(0);
    String about = "chairman " + mandate.holder() + " of section 1";
    Instant end = Sections.CLOSES.plus(Duration.ofDays(365));
    assertThat(life.duties(DutyKind.ISSUE_ATTORNEY, end.minusSeconds(1).toString()))
        .isEmpty();
    assertThat(life.duties(DutyKind.ISSUE_ATTORNEY, end.toString()))
        .containsExactly(new Duty(DutyKind.ISSUE_ATTORNEY, about, end, Optional.empty(), false));
    Instant refused = end.plusSeconds(60);
    life.refusals.add(refusal(mandate, end.minusSeconds(60)));
    assertThat(life.duties(DutyKind.DECIDE_ATTORNEY, end.toString()))
        .as("an earlier refusal was overcome by the power that has ended")
        .isEmpty();
    life.refusals.add(refusal(mandate, refused));
    Instant passesOn = refused
        .atZone(life.charter().zone())
        .plusDays(life.charter().chairman().signatureDays())
        .toInstant();
    assertThat(life.duties(DutyKind.ISSUE_ATTORNEY, refused.toString())).isEmpty();
    assertThat(life.duties(DutyKind.DECIDE_ATTORNEY, refused.toString()))
        .containsExactly(
            new Duty(DutyKind.DECIDE_ATTORNEY, about, refused, Optional.of(passesOn), false));
    assertThat(life.duties(
            DutyKind.DECIDE_ATTORNEY_AT_MEETING, passesOn.minusSeconds(1).toString()))
        .isEmpty();
    assertThat(life.duties(DutyKind.DECIDE_ATTORNEY_AT_MEETING, passesOn.toString()))
        .containsExactly(new Duty(
            DutyKind.DECIDE_ATTORNEY_AT_MEETING, about, passesOn, Optional.empty(), false));
    assertThat(DutyKind.DECIDE_ATTORNEY.debtor()).isEqualTo(Debtor.COUNCIL);
    assertThat(DutyKind.DECIDE_ATTORNEY_AT_MEETING.debtor()).isEqualTo(Debtor.GENERAL_MEETING);
  }

  private static AttorneyRefusal refusal(SectionMandate mandate, Instant at) {
    return new AttorneyRefusal(
        1,
        Fixtures.COOP,
        1,
        mandate.snapshot().meeting(),
        mandate.holder(),
        member(0),
        "no report",
        TimePointSec.of(at));
  }

  private static AgendaItem candidate(int number, int seats) {
    return new AgendaItem(
        number,
        ItemType.ELECTION_COUNCIL,
        "Выборы",
        "Избрать",
        List.of(member(number)),
        seats,
        Checksum256.ZERO);
  }

  @Test
  @Tag("TALLY-04")
  void seatsLeftVacantOrToARunOff_areToBeFilled() {
    Life life = quiet();
    Agenda agenda = new Agenda(1, List.of(candidate(1, 3), candidate(2, 3)));
    CountedMeeting counted = closed(
            open(agenda, 4, PLATFORM), PLATFORM, CLOSES, "++", "++", "+-", "--")
        .requireCounted();
    Instant held = CLOSES.plusSeconds(60);
    life.meetings.add(
        counted.sign(member(0), Fixtures.seal(counted), PLATFORM, held).snapshot());
    assertThat(life.duties(DutyKind.FILL_SEATS, held.toString()))
        .containsExactly(new Duty(
            DutyKind.FILL_SEATS,
            "ELECTION_COUNCIL of meeting 7: 2",
            held,
            Optional.empty(),
            false));
    CountedMeeting again = closed(
            open(new Agenda(1, List.of(candidate(1, 0), candidate(2, 0))), 4, PLATFORM),
            PLATFORM,
            CLOSES,
            "++",
            "++",
            "++")
        .requireCounted();
    life.meetings.add(
        0,
        again
            .sign(member(0), Fixtures.seal(again), PLATFORM, held.plusSeconds(60))
            .snapshot());
    assertThat(life.duties(DutyKind.FILL_SEATS, held.plusSeconds(60).toString()))
        .as("the later election filled them")
        .isEmpty();
  }

  @Test
  void duties_comeByTheirEnd_whateverTheOrderOfTheRecord() {
    Life life = quiet();
    life.applied("petrov", "2026-02-03T00:00:00Z");
    life.applied("ivanov", "2026-02-01T00:00:00Z");
    life.applied("sidorov", "2026-02-02T00:00:00Z");
    life.question(9, DecisionStatus.VOTING, "2026-02-01T00:00:00Z");
    life.question(8, DecisionStatus.VOTING, "2026-02-01T00:00:00Z");
    Instant now = at("2026-02-10T00:00:00Z");
    List<Duty> first = Duties.of(life, now);
    List<Instant> ends = new ArrayList<>();
    first.forEach(duty -> ends.add(duty.until().orElse(Instant.MAX)));
    assertThat(ends).isSorted().hasSizeGreaterThan(5);
    Collections.reverse(life.memberships);
    Collections.reverse(life.questions);
    assertThat(Duties.of(life, now)).isEqualTo(first);
  }

  @Test
  void duty_lateBeforeItIsDue_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Duty(
            DutyKind.SIGN_DECISION, "question 1", OPENS, Optional.of(OPENS.minusSeconds(1)), true));
  }
}
