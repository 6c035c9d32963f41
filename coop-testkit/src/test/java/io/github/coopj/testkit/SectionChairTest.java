package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.chain.cooperative.SectionActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.RepresentationGround;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.section.AttorneyRefusal;
import io.github.coopj.governance.section.PowerOfAttorney;
import io.github.coopj.governance.section.RepresentationSuspension;
import io.github.coopj.governance.section.SectionAct;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMeetingRecord;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** How chairmen of sections are elected in run-offs, suspended, combined with other offices and empowered. */
class SectionChairTest {
  private static List<Duty> duties(Cooperative coop, DutyKind kind) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == kind)
        .toList();
  }

  /** A meeting of the section at which voter i is for the candidate of item votes[i] alone; 0 for nobody. */
  private static long ballot(Cooperative coop, Sections sections, Agenda agenda, int... votes) {
    long meeting = sections.plan(1, agenda, founder(1));
    sections.convene(meeting);
    SectionMeetingRecord row = sections.meeting(meeting).snapshot();
    coop.advance(Duration.between(coop.now(), row.opensAt().toInstant()));
    for (int i = 0; i < votes.length; i++) {
      int chosen = votes[i];
      List<Answer> answers = row.call().agenda().items().stream()
          .map(item ->
              new Answer(item.number(), item.number() == chosen ? Choice.FOR : Choice.AGAINST))
          .toList();
      Ballot ballot =
          new Ballot(Cooperative.ACCOUNT, meeting, row.cycle(), 1, founder(i + 1), answers);
      coop.chain().push(sections.handIn(ballot));
    }
    coop.advance(Duration.between(coop.now(), row.closesAt().toInstant()));
    coop.chain().push(sections.count(meeting));
    return meeting;
  }

  private static void notElected(Cooperative coop, Sections sections, long meeting) {
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(sections.mandate(meeting)),
            Reason.SECTION_CHAIR_NOT_ELECTED)
        .hasFact("meeting", meeting);
  }

  private static void runOffDue(Sections sections, Name... candidates) {
    long meeting = sections.plan(1, Sections.election(candidates), founder(1));
    assertRefused(() -> sections.convene(meeting), Reason.RUN_OFF_DUE)
        .hasFact("candidates", "[" + founder(1) + ", " + founder(2) + "]");
  }

  @CoopTest(startsAt = START)
  @Tag("KU-16")
  void electionWithoutAWinner_isFollowedByARunOffOfTwo_andATieByARepeat(Cooperative coop) {
    Sections sections = new Sections(coop);
    sections.found("Северный", founder(1), founder(2), founder(3), founder(4), founder(5));
    Agenda three = Sections.election(founder(1), founder(2), founder(3));
    notElected(coop, sections, ballot(coop, sections, three, 1, 2, 1, 2, 3));
    runOffDue(sections, founder(1), founder(2), founder(3));
    runOffDue(sections, founder(1), founder(3));
    runOffDue(sections, founder(1));
    Agenda two = Sections.election(founder(1), founder(2));
    notElected(coop, sections, ballot(coop, sections, two, 1, 2, 1, 2));
    long repeat = ballot(coop, sections, three, 3, 3, 1, 2, 3);
    coop.chain().push(sections.mandate(repeat));
    assertThat(sections.chairman(1).holder()).as("3 of 5").isEqualTo(founder(3));
  }

  @CoopTest(startsAt = START)
  @Tag("KU-16")
  void runOff_electsByMoreThanHalfOfThosePresent(Cooperative coop) {
    Sections sections = new Sections(coop);
    sections.found("Северный", founder(1), founder(2), founder(3), founder(4), founder(5));
    Agenda three = Sections.election(founder(1), founder(2), founder(3));
    notElected(coop, sections, ballot(coop, sections, three, 1, 2, 1, 2, 3));
    long runOff = ballot(coop, sections, Sections.election(founder(2), founder(1)), 1, 1, 1, 2, 2);
    coop.chain().push(sections.mandate(runOff));
    assertThat(sections.chairman(1).holder()).isEqualTo(founder(2));
  }

  private static RepresentationSuspension suspension(
      Cooperative coop, RepresentationGround ground, Checksum256 evidence) {
    return new RepresentationSuspension(
        Cooperative.ACCOUNT,
        1,
        founder(2),
        ground,
        evidence,
        TimePointSec.of(coop.now().plus(Duration.ofDays(30))));
  }

  private static Action suspend(Cooperative coop, RepresentationSuspension suspension) {
    long decision = coop.decide(QuestionType.SECTION, suspension.digest());
    return new Sections(coop)
        .act(new SectionActions.Suspend(suspension, decision), Cooperative.ACCOUNT);
  }

  private static Action represent(Sections sections) {
    return sections.act(
        new SectionActions.Act(
            Cooperative.ACCOUNT, founder(2), SectionAct.REPRESENT, 1, digest("paper")),
        founder(2));
  }

  private static Sections seated(Cooperative coop) {
    Sections sections = new Sections(coop);
    sections.regulate();
    sections.found("Северный", founder(2), founder(3));
    sections.seat(1, founder(2), founder(2), founder(3));
    return sections;
  }

  @CoopTest(startsAt = START)
  @Tag("KU-21")
  void council_suspendsRepresentation_onlyOnAGroundOfLaw_byDefault(Cooperative coop) {
    Sections sections = seated(coop);
    coop.chain().push(represent(sections));
    for (RepresentationGround ground : RepresentationGround.values()) {
      Checksum256 evidence =
          ground == RepresentationGround.LAW ? Checksum256.ZERO : digest("evidence");
      Action refused = suspend(coop, suspension(coop, ground, evidence));
      assertRefused(
              coop.chain(), () -> coop.chain().push(refused), Reason.SUSPENSION_WITHOUT_GROUND)
          .hasFact("ground", ground);
    }
    RepresentationSuspension byLaw =
        suspension(coop, RepresentationGround.LAW, digest("ruling of a court"));
    Action suspend = suspend(coop, byLaw);
    coop.chain().push(suspend);
    coop.advance(Duration.ofSeconds(1));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(represent(sections)),
            Reason.SECTION_MANDATE_INCOMPLETE)
        .hasFact("missing", "[REPRESENTATION]");
    assertThat(sections.chairman(1).holder()).as("still in office").isEqualTo(founder(2));
    assertRefused(coop.chain(), () -> coop.chain().push(suspend), Reason.DECISION_ALREADY_USED);
    coop.advance(Duration.between(coop.now(), byLaw.until().toInstant()));
    coop.chain().push(represent(sections));
  }

  @CoopTest(startsAt = START)
  @Tag("KU-21")
  void council_suspendsRepresentation_onTheGroundsOfTheCharter(TestChain chain) {
    Cooperative coop = Cooperative.found(
        chain, Cooperative.charterWith("\"section.suspensionGrounds\": [\"ABUSE\"]"));
    Sections sections = seated(coop);
    Action shortage =
        suspend(coop, suspension(coop, RepresentationGround.SHORTAGE, digest("count")));
    assertRefused(chain, () -> chain.push(shortage), Reason.SUSPENSION_WITHOUT_GROUND);
    chain.push(suspend(coop, suspension(coop, RepresentationGround.ABUSE, digest("report"))));
    coop.advance(Duration.ofSeconds(1));
    assertThat(sections.chairman(1).missing(Sections.REGULATION, coop.now()))
        .containsExactly(SectionMandate.Part.REPRESENTATION);
  }

  private static Action seat(Cooperative coop, long meeting) {
    return coop.actions()
        .act(
            CooperativeAccounts.COUNCIL,
            new CouncilActions.Elect(Cooperative.ACCOUNT, meeting),
            CHAIRMAN);
  }

  private static long electsChairman(Meetings meetings, Name candidate) {
    return meetings.hold(agenda(election(1, ItemType.ELECTION_COUNCIL_CHAIR, candidate)));
  }

  @CoopTest(startsAt = START)
  @Tag("KU-22")
  void chairmanOfASection_headsTheCouncil_onlyWhereTheCharterAllowsIt(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"section.chairMayHeadCouncil\": false"));
    Sections sections = new Sections(coop);
    Meetings meetings = new Meetings(coop);
    sections.found("Северный", CHAIRMAN, founder(2), founder(3));
    assertRefused(
            () -> sections.elect(1, CHAIRMAN, CHAIRMAN, founder(2), founder(3)),
            Reason.INCOMPATIBLE_OFFICES)
        .hasFact("office", "SECTION_CHAIRMAN")
        .hasFact("other", "CHAIRMAN");
    long before = electsChairman(meetings, founder(2));
    sections.elect(1, founder(2), founder(2), founder(3), CHAIRMAN);
    assertRefused(chain, () -> chain.push(seat(coop, before)), Reason.INCOMPATIBLE_OFFICES)
        .hasFact("account", founder(2));
    long after = electsChairman(meetings, founder(2));
    assertRefused(chain, () -> chain.push(seat(coop, after)), Reason.INCOMPATIBLE_OFFICES)
        .hasFact("account", founder(2));
    chain.push(seat(coop, electsChairman(meetings, founder(3))));
  }

  @CoopTest(startsAt = START)
  @Tag("KU-22")
  void chairmanOfASection_headsTheCouncil_byDefault(Cooperative coop, Meetings meetings) {
    Sections sections = new Sections(coop);
    sections.found("Северный", CHAIRMAN, founder(2), founder(3));
    sections.elect(1, founder(2), founder(2), founder(3));
    coop.chain().push(seat(coop, electsChairman(meetings, founder(2))));
    assertThat(coop.view().council().orElseThrow().chairman(coop.now())).contains(founder(2));
  }

  private static Agenda onPower(PowerOfAttorney power) {
    return agenda(new AgendaItem(
        1,
        ItemType.OTHER,
        "Доверенность председателю участка",
        "Выдать доверенность",
        List.of(),
        power.digest()));
  }

  private static Action byMeeting(Sections sections, PowerOfAttorney power, long meeting) {
    return sections.act(new SectionActions.IssueOf(power, meeting, 1), founder(5));
  }

  @CoopTest(startsAt = START)
  @Tag("KU-22")
  void attorneyOfTheCouncilChairman_comesFromTheGeneralMeeting_too(
      Cooperative coop, Meetings meetings) {
    Sections sections = new Sections(coop);
    sections.found("Северный", CHAIRMAN, founder(2));
    sections.elect(1, CHAIRMAN, CHAIRMAN, founder(2));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.attorney(1, CHAIRMAN)),
        Reason.ATTORNEY_TO_HIMSELF);
    PowerOfAttorney power = sections.power(1);
    long other = meetings.hold(Steps.plainAgenda());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(byMeeting(sections, power, other)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    Action issue = byMeeting(sections, power, meetings.hold(onPower(power)));
    coop.chain().push(issue);
    assertThat(sections.chairman(1).hasAttorney(coop.now())).isTrue();
    coop.chain()
        .push(sections.act(new SectionActions.Revoke(Cooperative.ACCOUNT, 1, CHAIRMAN), CHAIRMAN));
    coop.advance(Duration.ofSeconds(1));
    assertRefused(coop.chain(), () -> coop.chain().push(issue), Reason.DECISION_ALREADY_USED);
  }

  private static Action refuse(Sections sections, String grounds) {
    return sections.act(
        new SectionActions.Refuse(Cooperative.ACCOUNT, 1, CHAIRMAN, grounds), CHAIRMAN);
  }

  @CoopTest(startsAt = START)
  @Tag("BOARD-06")
  @Tag("KU-18")
  void contractOnLiability_citesTheVersionOfTheBoard_inForce(Cooperative coop) {
    Sections sections = new Sections(coop);
    sections.found("Северный", founder(4), founder(5));
    sections.elect(1, founder(4), founder(4), founder(5));
    coop.chain().push(sections.attorney(1, CHAIRMAN));
    coop.chain().push(sections.minutes(1));
    Boards.appoint(coop, 2);
    Checksum256 first = Sections.regulation(1).digest();
    Checksum256 second = Sections.regulation(2).digest();
    long ofCouncil = coop.decide(QuestionType.OTHER, first);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.regulate(1, Office.Body.COUNCIL, ofCouncil)),
        Reason.BOARD_IN_OFFICE);
    coop.chain().push(Boards.decide(coop, 1, first, founder(2), founder(3)));
    coop.chain().push(Boards.decide(coop, 2, second, founder(2), founder(3)));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(sections.regulate(2, Office.Body.BOARD, 2)),
            Reason.LIABILITY_VERSION)
        .hasFact("expected", 1);
    coop.chain().push(sections.regulate(1, Office.Body.BOARD, 1));
    coop.chain().push(sections.liability(1));
    assertThat(sections.chairman(1).missing(first, coop.now())).isEmpty();
    Action act = sections.act(
        new SectionActions.Act(
            Cooperative.ACCOUNT, founder(4), SectionAct.REPRESENT, 1, digest("paper")),
        founder(4));
    coop.chain().push(act);
    coop.chain().push(sections.regulate(2, Office.Body.BOARD, 2));
    coop.advance(Duration.ofSeconds(1));
    assertRefused(coop.chain(), () -> coop.chain().push(act), Reason.SECTION_MANDATE_INCOMPLETE)
        .hasFact("missing", "[LIABILITY]");
    coop.chain().push(sections.liability(1, Sections.regulation(2)));
    coop.chain().push(act);
    assertThat(sections.view().regulations())
        .extracting(regulation -> regulation.text().version())
        .containsExactly(1, 2);
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-15")
  void refusedAttorney_isOwedByTheCouncil_thenByTheGeneralMeeting(
      Cooperative coop, Meetings meetings) {
    Sections sections = new Sections(coop);
    sections.regulate();
    sections.found("Северный", founder(2), founder(3));
    sections.elect(1, founder(2), founder(2), founder(3));
    coop.chain().push(sections.minutes(1));
    coop.chain().push(sections.liability(1));
    String about = "chairman founder2 of section 1";
    assertThat(duties(coop, DutyKind.ISSUE_ATTORNEY)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo(about);
      assertThat(duty.since()).isEqualTo(sections.chairman(1).snapshot().from().toInstant());
    });
    coop.chain().push(refuse(sections, "нет отчёта"));
    Instant refused = sections.view().refusals().get(0).at().toInstant();
    Instant passesOn = refused.plus(Duration.ofDays(coop.charter().chairman().signatureDays()));
    assertThat(duties(coop, DutyKind.ISSUE_ATTORNEY)).isEmpty();
    assertThat(duties(coop, DutyKind.DECIDE_ATTORNEY)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo(about);
      assertThat(duty.since()).isEqualTo(refused);
      assertThat(duty.until()).contains(passesOn);
    });
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(represent(sections)),
            Reason.SECTION_MANDATE_INCOMPLETE)
        .hasFact("missing", "[ATTORNEY]");
    coop.advance(Duration.between(coop.now(), passesOn.minusSeconds(1)));
    assertThat(duties(coop, DutyKind.DECIDE_ATTORNEY_AT_MEETING)).isEmpty();
    coop.advance(Duration.ofSeconds(1));
    assertThat(duties(coop, DutyKind.DECIDE_ATTORNEY))
        .extracting(Duty::overdue)
        .containsExactly(true);
    assertThat(duties(coop, DutyKind.DECIDE_ATTORNEY_AT_MEETING))
        .extracting(Duty::about, Duty::since)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(about, passesOn));
    coop.chain().push(refuse(sections, "и не будет"));
    assertThat(sections.view().refusals())
        .extracting(AttorneyRefusal::grounds)
        .containsExactly("нет отчёта", "и не будет");
    PowerOfAttorney power = sections.power(1);
    coop.chain().push(byMeeting(sections, power, meetings.hold(onPower(power))));
    assertThat(duties(coop, DutyKind.DECIDE_ATTORNEY)).isEmpty();
    assertThat(duties(coop, DutyKind.DECIDE_ATTORNEY_AT_MEETING)).isEmpty();
    coop.chain().push(represent(sections));
  }

  @CoopTest(startsAt = START)
  @Tag("KU-04")
  void sectionWithoutAChairman_owesHisElection(Cooperative coop) {
    Sections sections = new Sections(coop);
    sections.found("Северный", founder(2), founder(3));
    assertThat(duties(coop, DutyKind.ELECT_SECTION_CHAIR)).singleElement().satisfies(duty -> {
      assertThat(duty.about()).isEqualTo("section 1");
      assertThat(duty.since())
          .isEqualTo(sections.view().all().get(0).snapshot().founding().at().toInstant());
    });
    sections.elect(1, founder(2), founder(2), founder(3));
    assertThat(duties(coop, DutyKind.ELECT_SECTION_CHAIR)).isEmpty();
    coop.chain().push(coop.actions().leave(founder(2)));
    coop.advance(Duration.ofSeconds(1));
    assertThat(duties(coop, DutyKind.ELECT_SECTION_CHAIR))
        .extracting(Duty::since)
        .containsExactly(coop.membership(founder(2)).snapshot().memberUntil().toInstant());
  }
}
