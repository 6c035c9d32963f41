package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.chain.cooperative.SectionActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.MandateEnd;
import io.github.coopj.governance.section.PowerOfAttorney;
import io.github.coopj.governance.section.SectionAct;
import io.github.coopj.governance.section.SectionChoice;
import io.github.coopj.governance.section.SectionGround;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMeetingStatus;
import io.github.coopj.governance.section.SectionPlan;
import io.github.coopj.governance.section.SectionPrinciple;
import io.github.coopj.governance.section.SectionRecord;
import io.github.coopj.governance.section.SectionRemoval;
import io.github.coopj.governance.section.Turnout;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** Sections on the chain. */
class SectionTest {
  private static final Name IVANOV = Name.of("ivanov");

  private static Action act(Sections sections, Name chairman, SectionAct act, long section) {
    return sections.act(
        new SectionActions.Act(
            Cooperative.ACCOUNT, chairman, act, section, digest("paper of an act")),
        chairman);
  }

  private static AgendaItem item(ItemType type, Checksum256 subject) {
    return new AgendaItem(1, type, "Вопрос", "Решить", List.of(), subject);
  }

  @CoopTest(startsAt = START)
  @Tag("KU-01")
  @Tag("KU-07")
  @Tag("DMEET-01")
  void found_makesASection_byOneDecisionOfTheCouncil(Cooperative coop) {
    Sections sections = new Sections(coop);
    SectionPlan plan = sections.plan("Северный", SectionGround.TERRITORY);
    long other = coop.decide(QuestionType.OTHER, plan.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.found(plan, other)),
        Reason.DECISION_OF_OTHER_TYPE);
    long decision = coop.decide(QuestionType.SECTION, plan.digest());
    coop.chain().push(sections.found(plan, decision));
    SectionRecord row = sections.view().all().get(0).snapshot();
    assertThat(row.plan().principle()).isEqualTo(SectionPrinciple.TERRITORIAL);
    assertThat(row.founding().id()).isEqualTo(decision);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(sections.found(plan, decision)),
            Reason.DECISION_ALREADY_USED)
        .hasFact("decision", decision);
  }

  @CoopTest(startsAt = START)
  @Tag("DMEET-01")
  @Tag("DMEET-02")
  @Tag("KU-12")
  @Tag("KU-23")
  void mode_isOfRepresentatives_whileTwoSectionsAreActive(Cooperative coop) {
    Sections sections = new Sections(coop);
    sections.found("Северный");
    assertThat(sections.view().mode(coop.now()).body()).isEqualTo(MeetingBody.MEMBERS);
    sections.found("Южный");
    assertThat(sections.view().mode(coop.now()).body()).isEqualTo(MeetingBody.REPRESENTATIVES);
    assertThat(sections.view().mode(coop.now()).ground()).contains(SectionGround.TERRITORY);
    assertThat(sections.view().mode(coop.now()).decision())
        .contains(sections.view().all().get(1).snapshot().founding());
    coop.chain().push(sections.close(1));
    coop.advance(Duration.ofSeconds(1));
    assertThat(sections.view().mode(coop.now()).body()).isEqualTo(MeetingBody.MEMBERS);
  }

  private static Action apply(Cooperative coop, Optional<SectionChoice> choice) {
    MembershipApplication application = coop.actions().application(IVANOV);
    return coop.actions()
        .act(
            CooperativeAccounts.MEMBERSHIP,
            new MembershipContract.Apply(
                application, coop.actions().signature(IVANOV, application.digest()), choice),
            IVANOV);
  }

  @CoopTest(startsAt = START)
  @Tag("KU-09")
  @Tag("KU-10")
  @Tag("KU-11")
  void apply_needsASection_onceThereIsOne(Cooperative coop) {
    Sections sections = new Sections(coop);
    long north = sections.found("Северный", founder(1), founder(2));
    coop.chain().createAccounts("ivanov");
    coop.verify(IVANOV);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(apply(coop, Optional.empty())),
            Reason.SECTION_NOT_CHOSEN)
        .hasFact("account", IVANOV);
    SectionChoice choice = sections.clause(IVANOV, north, coop.now().plusSeconds(5));
    SectionChoice forged = new SectionChoice(
        choice.clause(), coop.actions().signature(founder(2), choice.clause().digest()));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(apply(coop, Optional.of(forged))),
        Reason.SIGNATURE_FORGED);
    coop.chain().push(apply(coop, Optional.of(choice)));
    coop.chain()
        .push(coop.actions()
            .admit(
                IVANOV,
                coop.decide(QuestionType.ADMISSION, coop.membership(IVANOV).applicationHash())));
    coop.advance(Duration.ofMinutes(1));
    assertThat(sections.view().place(IVANOV).orElseThrow().choiceAt(coop.now())).contains(choice);
    sections.elect(north, founder(1), founder(1), founder(2));
    assertThat(sections
            .view()
            .place(IVANOV)
            .orElseThrow()
            .delegateAt(sections.view().mandates(), coop.now()))
        .contains(founder(1));
    sections.elect(north, founder(2), founder(1), founder(2), IVANOV);
    assertThat(sections
            .view()
            .place(IVANOV)
            .orElseThrow()
            .delegateAt(sections.view().mandates(), coop.now()))
        .as("the office, whoever holds it")
        .contains(founder(2));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.choose(IVANOV, north)),
        Reason.SECTION_CHOSEN);
  }

  @CoopTest(startsAt = START)
  @Tag("KU-09")
  @Tag("KU-10")
  @Tag("KU-23")
  void transfer_waitsForMeetings_andEndsTheMandate(Cooperative coop) {
    Sections sections = new Sections(coop);
    long north = sections.found("Северный", founder(1), founder(2));
    long south = sections.found("Южный", founder(3));
    sections.elect(north, founder(1), founder(1), founder(2));
    long meeting =
        sections.plan(south, agenda(item(ItemType.OTHER, digest("a question"))), founder(3));
    sections.convene(meeting);
    Instant closes = sections.meeting(meeting).snapshot().closesAt().toInstant();
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(sections.transfer(founder(1), south, closes.minusSeconds(1))),
            Reason.TRANSFER_DURING_MEETING)
        .hasFact("meeting", meeting);
    coop.chain().push(sections.transfer(founder(1), south, closes));
    sections.hold(meeting, Choice.FOR, founder(3));
    coop.advance(Duration.ofMinutes(1));
    assertThat(sections.view().place(founder(1)).orElseThrow().at(coop.now())).contains(south);
    assertThat(sections
            .view()
            .place(founder(1))
            .orElseThrow()
            .delegateAt(sections.view().mandates(), coop.now()))
        .as("the vote is no longer delegated to the chairman of the section he left")
        .isEmpty();
    coop.chain().push(sections.act(new SectionActions.Vacate(Cooperative.ACCOUNT), founder(2)));
    assertThat(sections.view().mandates().mandates())
        .extracting(mandate -> mandate.snapshot().end())
        .containsExactly(MandateEnd.LEFT);
  }

  @CoopTest(startsAt = START)
  @Tag("KU-08")
  @Tag("KU-13")
  @Tag("KU-14")
  @Tag("KU-20")
  void meeting_needsMoreThanHalf_thenMoreThanAQuarter(Cooperative coop) {
    Sections sections = new Sections(coop);
    long north = sections.found("Северный", founder(1), founder(2), founder(3), founder(4));
    long meeting =
        sections.plan(north, agenda(item(ItemType.OTHER, digest("a question"))), founder(1));
    sections.convene(meeting);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.vote(meeting, founder(1), Choice.FOR)),
        Reason.MEETING_TOO_EARLY);
    sections.hold(meeting, Choice.FOR, founder(1), founder(2));
    assertThat(sections.meeting(meeting).snapshot().status())
        .as("2 of 4 are no more than half")
        .isEqualTo(SectionMeetingStatus.MISSED);
    repeat(coop, sections, meeting);
    sections.hold(meeting, Choice.FOR, founder(1));
    assertThat(sections.meeting(meeting).snapshot().status())
        .as("1 of 4 is no more than a quarter")
        .isEqualTo(SectionMeetingStatus.MISSED);
    repeat(coop, sections, meeting);
    coop.advance(Duration.ofDays(11));
    coop.chain().push(sections.vote(meeting, founder(1), Choice.FOR));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.vote(meeting, founder(1), Choice.FOR)),
        Reason.BALLOT_ALREADY_CAST);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.vote(meeting, founder(5), Choice.FOR)),
        Reason.NOT_ON_ROLL);
    coop.chain().push(sections.vote(meeting, founder(2), Choice.AGAINST));
    assertRefused(
        coop.chain(), () -> coop.chain().push(sections.count(meeting)), Reason.MEETING_TOO_EARLY);
    coop.advance(Duration.ofDays(1));
    coop.chain().push(sections.count(meeting));
    CompetentMeeting met = sections.meeting(meeting).requireCompetent();
    assertThat(met.present()).isEqualTo(2);
    assertThat(met.snapshot().items().get(0).adopted())
        .as("nobody has a casting vote, who presides least of all")
        .isFalse();
  }

  private static void repeat(Cooperative coop, Sections sections, long meeting) {
    Instant opens = coop.now().plus(Duration.ofDays(11));
    coop.chain()
        .push(sections.act(
            new SectionActions.Repeat(
                meeting, TimePointSec.of(opens), TimePointSec.of(opens.plus(Duration.ofDays(1)))),
            founder(1)));
  }

  @CoopTest(startsAt = START)
  @Tag("KU-04")
  @Tag("KU-15")
  @Tag("KU-16")
  void election_isOfMembersOfTheSection_byHalfOfThosePresent(Cooperative coop) {
    Sections sections = new Sections(coop);
    long north = sections.found("Северный", founder(1), founder(2), founder(3));
    long foreign = sections.plan(north, Sections.election(founder(4)), founder(1));
    assertRefused(() -> sections.convene(foreign), Reason.NOT_IN_SECTION)
        .hasFact("account", founder(4));
    long tied = sections.plan(north, Sections.election(founder(1)), founder(2));
    sections.convene(tied);
    coop.advance(Duration.ofDays(11));
    coop.chain().push(sections.vote(tied, founder(1), Choice.FOR));
    sections.hold(tied, Choice.AGAINST, founder(2));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.mandate(tied)),
        Reason.SECTION_CHAIR_NOT_ELECTED);
    long meeting = sections.elect(north, founder(1), founder(1), founder(2), founder(3));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.mandate(meeting)),
        Reason.DECISION_ALREADY_USED);
    sections.elect(north, founder(2), founder(1), founder(2));
    assertThat(sections.view().mandates().mandates())
        .as("one acts at a time")
        .extracting(mandate -> mandate.snapshot().end())
        .containsExactly(MandateEnd.REPLACED, MandateEnd.NONE);
  }

  @CoopTest(startsAt = START)
  @Tag("KU-02")
  @Tag("KU-05")
  @Tag("KU-17")
  @Tag("KU-18")
  void chairman_acts_onlyWithAllPapers_inHisSection(Cooperative coop) {
    Sections sections = new Sections(coop);
    Name chair = founder(2);
    long north = sections.found("Северный", chair, founder(3));
    sections.elect(north, chair, chair, founder(3));
    sections.regulate();
    Action initiative = act(sections, chair, SectionAct.LOCAL_INITIATIVE, north);
    assertRefused(
            coop.chain(), () -> coop.chain().push(initiative), Reason.SECTION_MANDATE_INCOMPLETE)
        .hasFact("missing", "[ATTORNEY, MINUTES, LIABILITY]");
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.attorney(north, founder(3))),
        Reason.NOT_CHAIRMAN);
    coop.chain().push(sections.attorney(north, founder(1)));
    coop.chain().push(sections.minutes(north));
    coop.chain().push(sections.liability(north));
    coop.chain().push(initiative);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(act(sections, chair, SectionAct.CONTRACT, north)),
        Reason.SECTION_NO_PERSON);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(act(sections, chair, SectionAct.REPRESENT, north + 1)),
        Reason.OUTSIDE_SECTION);
    coop.chain()
        .push(sections.act(
            new SectionActions.Revoke(Cooperative.ACCOUNT, north, founder(1)), founder(1)));
    coop.advance(Duration.ofSeconds(1));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(act(sections, chair, SectionAct.REPRESENT, north)),
            Reason.SECTION_MANDATE_INCOMPLETE)
        .hasFact("missing", "[ATTORNEY]");
    coop.chain().push(sections.attorney(north, founder(1)));
    coop.chain().push(act(sections, chair, SectionAct.REPRESENT, north));
    coop.advance(Duration.ofDays(365));
    assertThat(sections.chairman(north).missing(Sections.REGULATION, coop.now()))
        .as("a power of attorney for a year")
        .containsExactly(SectionMandate.Part.ATTORNEY);
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-15")
  @Tag("KU-22")
  void attorney_comesFromTheCouncil_whereItsChairmanRefusesOrIsTheHolder(Cooperative coop) {
    Sections sections = new Sections(coop);
    long north = sections.found("Северный", founder(1), founder(2));
    sections.elect(north, founder(1), founder(1), founder(2));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.attorney(north, founder(1))),
        Reason.ATTORNEY_TO_HIMSELF);
    PowerOfAttorney power = sections.power(north);
    Action byCouncil = sections.attorneyByCouncil(power);
    coop.chain().push(byCouncil);
    assertThat(sections.chairman(north).missing(Sections.REGULATION, coop.now()))
        .doesNotContain(SectionMandate.Part.ATTORNEY);
    coop.chain()
        .push(sections.act(
            new SectionActions.Revoke(Cooperative.ACCOUNT, north, founder(1)), founder(1)));
    coop.advance(Duration.ofSeconds(1));
    assertRefused(coop.chain(), () -> coop.chain().push(byCouncil), Reason.DECISION_ALREADY_USED);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(sections.act(
                new SectionActions.Refuse(Cooperative.ACCOUNT, north, founder(1), " "),
                founder(1))),
        Reason.NO_REASON_GIVEN);
    coop.chain()
        .push(sections.act(
            new SectionActions.Refuse(Cooperative.ACCOUNT, north, founder(1), "нет отчёта"),
            founder(1)));
    assertThat(sections.view().refusals()).singleElement().satisfies(refusal -> {
      assertThat(refusal.holder()).isEqualTo(founder(1));
      assertThat(refusal.grounds()).isEqualTo("нет отчёта");
    });
  }

  @CoopTest(startsAt = START)
  @Tag("KU-21")
  void chairman_isRemoved_byHisSectionAlone(Cooperative coop) {
    Sections sections = new Sections(coop);
    Name chair = founder(2);
    long north = sections.found("Северный", chair, founder(3), founder(4));
    sections.elect(north, chair, chair, founder(3), founder(4));
    Checksum256 subject = new SectionRemoval(Cooperative.ACCOUNT, north, chair).digest();
    long meeting = sections.plan(north, agenda(item(ItemType.OTHER, subject)), founder(3));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.call(meeting, founder(3))),
        Reason.NOT_IN_BODY);
    coop.chain().push(sections.call(meeting, chair));
    sections.hold(meeting, Choice.FOR, founder(3), founder(4));
    Action remove = sections.act(new SectionActions.Remove(meeting, 1), founder(3));
    coop.chain().push(remove);
    assertThat(sections.view().mandates().mandates().get(0).snapshot().end())
        .isEqualTo(MandateEnd.REMOVED);
    sections.elect(north, chair, chair, founder(3));
    assertRefused(coop.chain(), () -> coop.chain().push(remove), Reason.OUT_OF_ORDER);
  }

  @CoopTest(startsAt = START)
  @Tag("KU-23")
  void close_waits_untilEveryMemberHasGone(Cooperative coop) {
    Sections sections = new Sections(coop);
    long north = sections.found("Северный", founder(1));
    long south = sections.found("Южный", founder(2));
    assertRefused(() -> coop.chain().push(sections.close(north)), Reason.SECTION_NOT_EMPTY)
        .hasFact("members", 1);
    coop.chain().push(sections.transfer(founder(1), south, coop.now().plusSeconds(30)));
    coop.advance(Duration.ofMinutes(1));
    coop.chain().push(sections.close(north));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(sections.transfer(founder(1), north, coop.now().plusSeconds(30))),
        Reason.SECTION_CLOSED);
  }

  @CoopTest(startsAt = START)
  @Tag("KU-22")
  void chairman_ofTwoSections_isRefused(Cooperative coop) {
    Sections sections = new Sections(coop);
    long north = sections.found("Северный", founder(1));
    long south = sections.found("Южный", founder(2));
    sections.elect(north, founder(1), founder(1));
    coop.chain().push(sections.transfer(founder(1), south, coop.now().plusSeconds(30)));
    coop.advance(Duration.ofMinutes(1));
    assertRefused(
            () -> sections.elect(south, founder(1), founder(1), founder(2)), Reason.TWO_SECTIONS)
        .hasFact("other", north);
    coop.chain().push(sections.act(new SectionActions.Vacate(Cooperative.ACCOUNT), founder(2)));
    sections.elect(south, founder(1), founder(1), founder(2));
    assertThat(sections.chairman(south).holder()).isEqualTo(founder(1));
  }

  @CoopTest(startsAt = START)
  @Tag("KU-03")
  void turnout_isReported_forEachMeeting_andIdleSectionsAreListed(Cooperative coop) {
    Sections sections = new Sections(coop);
    long north = sections.found("Северный", founder(1), founder(2), founder(3));
    long south = sections.found("Южный", founder(4));
    sections.elect(north, founder(1), founder(1), founder(2));
    Turnout report = sections.view().turnout(coop.charter(), coop.now());
    assertThat(report.entries()).singleElement().satisfies(entry -> {
      assertThat(entry.section()).isEqualTo(north);
      assertThat(entry.present()).isEqualTo(2);
      assertThat(entry.members()).isEqualTo(3);
    });
    assertThat(report.idle()).isEmpty();
    coop.advance(Duration.ofDays(360));
    assertThat(sections.view().turnout(coop.charter(), coop.now()).idle()).containsExactly(south);
  }
}
