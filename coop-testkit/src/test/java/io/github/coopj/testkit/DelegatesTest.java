package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CharterRow;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.ExecutiveActions;
import io.github.coopj.chain.cooperative.RegistryContract;
import io.github.coopj.chain.cooperative.SectionActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.board.HeadRemoval;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.board.PlanDelivery;
import io.github.coopj.governance.board.PlanItem;
import io.github.coopj.governance.board.PlanText;
import io.github.coopj.governance.board.ReportedTo;
import io.github.coopj.governance.board.UnitKind;
import io.github.coopj.governance.board.UnitPlan;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.matter.Matter;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.meeting.MeetingStatus;
import io.github.coopj.governance.representation.BoundVote;
import io.github.coopj.governance.representation.DelegatesRoll;
import io.github.coopj.governance.representation.ReservedCall;
import io.github.coopj.governance.representation.ReservedItem;
import io.github.coopj.governance.representation.ReservedStatus;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.task.TaskText;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Meetings of representatives on the chain. */
class DelegatesTest {
  private static final AgendaItem QUESTION = new AgendaItem(
      1, ItemType.OTHER, "О мельнице", "Построить мельницу", List.of(), digest("mill"));
  private static final AgendaItem UNION =
      new AgendaItem(1, ItemType.UNION, "О союзе", "Вступить в союз", List.of());

  private static Cooperative world(String policy) {
    return Cooperative.found(
        TestChain.inMemory(TestClock.at(START)), Cooperative.charterWith(policy));
  }

  /** Two sections with chairmen of full powers: founders 1 to 3 with founder 1, founders 4 and 5 with founder 4. */
  private static void twoSections(Sections sections) {
    sections.regulate();
    sections.found("Северный", founder(2), founder(1), founder(3));
    sections.found("Южный", founder(4), founder(5));
    sections.seat(1, founder(2), founder(1), founder(2), founder(3));
    sections.seat(2, founder(4), founder(4), founder(5));
  }

  private static long convene(Meetings meetings, Agenda agenda) {
    return meetings.convene(
        agenda, founder(2), founder(4), Duration.ofDays(31), Duration.ofDays(1));
  }

  private static Action handIn(Meetings meetings, long meeting, int founder, Choice choice) {
    return meetings.handIn(meetings.ballot(meeting, founder(founder), choice));
  }

  @CoopTest(startsAt = START)
  @Tag("DMEET-02")
  @Tag("DMEET-03")
  @Tag("DMEET-04")
  @Tag("DMEET-06")
  @Tag("DMEET-07")
  @Tag("KU-06")
  @Tag("KU-19")
  @Tag("DMEET-09")
  void meeting_isOfTheChairmen_oneVoteEach(Cooperative coop, Meetings meetings) {
    Sections sections = new Sections(coop);
    twoSections(sections);
    sections.found("Западный");
    long id = convene(meetings, new Agenda(1, List.of(QUESTION)));
    assertThat(meetings.meeting(id).snapshot().body()).isEqualTo(MeetingBody.REPRESENTATIVES);
    assertThat(meetings.roll(id)).containsExactly(founder(2), founder(4));
    assertThat(meetings.meeting(id).snapshot().eligible())
        .as("the vacant section does not count")
        .isEqualTo(2);
    assertThat(sections.view().delegates(id).orElseThrow().vacancies())
        .containsExactly(new DelegatesRoll.Vacancy(3, List.of(SectionMandate.Part.OFFICE)));
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(handIn(meetings, id, 1, Choice.FOR)),
        Reason.NOT_ON_ROLL);
    coop.chain().push(handIn(meetings, id, 2, Choice.FOR));
    coop.chain().push(handIn(meetings, id, 4, Choice.FOR));
    coop.advance(Duration.ofDays(1));
    coop.chain().push(meetings.close(id));
    coop.chain().push(meetings.sign(id, meetings.minutes(id).seal(), founder(2)));
    assertThat(meetings.meeting(id).requireHeld().decision(1).body())
        .isEqualTo(MeetingBody.REPRESENTATIVES);
  }

  @CoopTest(startsAt = START)
  @Tag("KU-05")
  @Tag("KU-18")
  @Tag("DMEET-03")
  void chairman_withoutAPaper_isAVacancy(Cooperative coop, Meetings meetings) {
    Sections sections = new Sections(coop);
    twoSections(sections);
    coop.chain()
        .push(sections.act(
            new SectionActions.Revoke(Cooperative.ACCOUNT, 2, founder(1)), founder(1)));
    coop.advance(Duration.ofSeconds(1));
    long id = meetings.draft(meetings.draft(
        MeetingKind.EXTRAORDINARY,
        new Agenda(1, List.of(QUESTION)),
        founder(2),
        founder(4),
        Duration.ofDays(31),
        Duration.ofDays(1)));
    long decision = meetings.decide(id);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.convene(id, decision)),
            Reason.NOT_ON_ROLL)
        .hasFact("account", founder(4));
    coop.chain().push(sections.attorney(2, founder(1)));
    assertThat(coop.decision(decision).requireInForce().id()).isEqualTo(decision);
    assertRefused(
        coop.chain(), () -> coop.chain().push(meetings.convene(id, decision)), Reason.NOT_ON_ROLL);
    coop.chain().push(meetings.convene(id, meetings.decide(id)));
    assertThat(sections.view().delegates(id).orElseThrow().vacancies()).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("DMEET-02")
  @Tag("KU-07")
  @Tag("KU-23")
  void convenedMeeting_keepsItsMode_aDraftDoesNot(Cooperative coop, Meetings meetings) {
    Sections sections = new Sections(coop);
    sections.found("Северный", founder(1), founder(2));
    Agenda agenda = new Agenda(1, List.of(QUESTION));
    long convened = convene(meetings, agenda);
    long drafted = meetings.draft(meetings.draft(
        MeetingKind.EXTRAORDINARY,
        agenda,
        founder(2),
        founder(4),
        Duration.ofDays(31),
        Duration.ofDays(1)));
    sections.found("Южный", founder(3));
    long decision = meetings.decide(drafted);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.convene(drafted, decision)),
            Reason.MODE_MISMATCH)
        .hasFact("mode", MeetingBody.REPRESENTATIVES);
    assertThat(meetings.roll(convened)).containsExactlyElementsOf(Cooperative.FOUNDERS);
    assertThat(meetings.meeting(convened).snapshot().status()).isEqualTo(MeetingStatus.CONVENED);
    assertThat(meetings.meeting(convened).snapshot().body()).isEqualTo(MeetingBody.MEMBERS);
  }

  /** Section 1 adopts the question, section 2 rejects it; the representatives then vote on it. */
  private static long bound(Sections sections, Meetings meetings, Cooperative coop) {
    twoSections(sections);
    long north = sections.plan(1, new Agenda(1, List.of(QUESTION)), founder(2));
    coop.chain().push(sections.call(north, founder(2)));
    long south = sections.plan(2, new Agenda(1, List.of(QUESTION)), founder(4));
    coop.chain().push(sections.call(south, founder(4)));
    sections.hold(north, Choice.FOR, founder(1), founder(2));
    coop.advance(Duration.ofHours(1));
    coop.chain().push(sections.count(south));
    long repeat = sections.plan(2, new Agenda(1, List.of(QUESTION)), founder(4));
    coop.chain().push(sections.call(repeat, founder(4)));
    sections.hold(repeat, Choice.AGAINST, founder(4), founder(5));
    long id = convene(meetings, agenda(item(1), QUESTION.at(2)));
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    return id;
  }

  private static AgendaItem item(int number) {
    return new AgendaItem(number, ItemType.OTHER, "Другой вопрос", "Решить", List.of());
  }

  @Test
  @Tag("DMEET-05")
  @Tag("KU-08")
  void representative_votesAsHisSection_whereTheCharterBinds() {
    try (Cooperative coop = world("\"delegates.mandate\": \"IMPERATIVE\"")) {
      Sections sections = new Sections(coop);
      Meetings meetings = new Meetings(coop);
      long id = bound(sections, meetings, coop);
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(handIn(meetings, id, 2, Choice.AGAINST)),
              Reason.BOUND_BY_SECTION)
          .hasFact("item", 2)
          .hasFact("section", 1);
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(handIn(meetings, id, 4, Choice.FOR)),
          Reason.BOUND_BY_SECTION);
      coop.chain().push(handIn(meetings, id, 2, Choice.FOR));
      coop.chain().push(handIn(meetings, id, 4, Choice.AGAINST));
      assertThat(sections.view().links(id))
          .allSatisfy(links -> assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.item()).isEqualTo(2);
            assertThat(link.isCarried()).isTrue();
          }));
    }
  }

  @CoopTest(startsAt = START)
  @Tag("DMEET-05")
  @Tag("KU-08")
  void representative_votesFreely_byDefault_andItIsRecorded(Cooperative coop, Meetings meetings) {
    Sections sections = new Sections(coop);
    long id = bound(sections, meetings, coop);
    coop.chain().push(handIn(meetings, id, 2, Choice.AGAINST));
    BoundVote link = sections.view().links(id).get(0).get(0);
    assertThat(link.section()).isEqualTo(1);
    assertThat(link.expected()).isEqualTo(Choice.FOR);
    assertThat(link.given()).contains(Choice.AGAINST);
    assertThat(link.isCarried()).isFalse();
  }

  private static long ask(Cooperative coop, Sections sections, AgendaItem item) {
    Instant opens = coop.now().plus(Duration.ofHours(1));
    Action plan = sections.act(
        new SectionActions.PlanReserved(
            Cooperative.ACCOUNT,
            founder(1),
            item,
            TimePointSec.of(opens),
            TimePointSec.of(opens.plus(Duration.ofDays(30)))),
        founder(1));
    long question = Cooperative.number(coop.chain().push(plan));
    ReservedCall call = sections.view().reservedCall(question).orElseThrow();
    long decision = coop.decide(QuestionType.CONVENE_MEETING, call.digest());
    coop.chain()
        .push(sections.act(
            new SectionActions.AskReserved(Cooperative.ACCOUNT, question, decision), founder(1)));
    return question;
  }

  private static Action sum(Sections sections, long question) {
    return sections.act(new SectionActions.SumReserved(Cooperative.ACCOUNT, question), founder(1));
  }

  private static void vote(
      Cooperative coop,
      Sections sections,
      long section,
      Name chair,
      Choice choice,
      Name... voters) {
    vote(coop, sections, UNION, section, chair, choice, voters);
  }

  private static void vote(
      Cooperative coop,
      Sections sections,
      AgendaItem item,
      long section,
      Name chair,
      Choice choice,
      Name... voters) {
    long meeting = sections.plan(section, new Agenda(1, List.of(item)), chair);
    coop.chain().push(sections.call(meeting, chair));
    sections.hold(meeting, choice, voters);
  }

  @Test
  @Tag("DMEET-08")
  void reservedItem_isVotedInSections_andSummedOverAllMembers() {
    try (Cooperative coop = world("\"delegates.reserved\": [\"UNION\"]")) {
      Sections sections = new Sections(coop);
      Meetings meetings = new Meetings(coop);
      twoSections(sections);
      assertRefused(
              () -> meetings.draft(meetings.draft(
                  MeetingKind.EXTRAORDINARY,
                  new Agenda(1, List.of(UNION)),
                  founder(2),
                  founder(4),
                  Duration.ofDays(31),
                  Duration.ofDays(1))),
              Reason.ITEM_RESERVED)
          .hasFact("item", 1);
      assertRefused(() -> ask(coop, sections, QUESTION), Reason.ITEM_NOT_RESERVED)
          .hasFact("item", ItemType.OTHER);
      long question = ask(coop, sections, UNION);
      vote(coop, sections, 1, founder(2), Choice.FOR, founder(1), founder(2), founder(3));
      assertRefused(
          coop.chain(), () -> coop.chain().push(sum(sections, question)), Reason.MEETING_TOO_EARLY);
      coop.advance(Duration.ofDays(20));
      coop.chain().push(sum(sections, question));
      assertThat(sections.view().reserved(question).orElseThrow().snapshot().status())
          .as("3 of 5 members are less than three quarters")
          .isEqualTo(ReservedStatus.MISSED);
      Instant opens = coop.now().plus(Duration.ofHours(1));
      coop.chain()
          .push(sections.act(
              new SectionActions.RepeatReserved(
                  Cooperative.ACCOUNT,
                  question,
                  TimePointSec.of(opens),
                  TimePointSec.of(opens.plus(Duration.ofDays(30)))),
              Cooperative.ACCOUNT));
      vote(coop, sections, 1, founder(2), Choice.FOR, founder(1), founder(2), founder(3));
      vote(coop, sections, 2, founder(4), Choice.AGAINST, founder(4), founder(5));
      coop.advance(Duration.ofDays(10));
      coop.chain().push(sum(sections, question));
      assertThat(
              sections.view().reserved(question).orElseThrow().requireDecided().result())
          .isEqualTo(new ReservedItem(5, 3, 5, true, true));
    }
  }

  /** All five members are asked; the three of the first section vote for it. */
  private static long decided(
      Cooperative coop, Sections sections, AgendaItem item, Choice ofTheSecond) {
    long question = ask(coop, sections, item);
    vote(coop, sections, item, 1, founder(2), Choice.FOR, founder(1), founder(2), founder(3));
    vote(coop, sections, item, 2, founder(4), ofTheSecond, founder(4), founder(5));
    coop.advance(Duration.ofDays(20));
    coop.chain().push(sum(sections, question));
    return question;
  }

  private static Action sign(Cooperative coop, Sections sections, long question, Name signer) {
    Checksum256 minutes =
        sections.view().reserved(question).orElseThrow().requireDecided().minutes();
    return sections.act(
        new SectionActions.SignReserved(
            Cooperative.ACCOUNT, question, coop.actions().signature(signer, minutes)),
        signer);
  }

  @Test
  @Tag("DMEET-08")
  @Tag("MEET-24")
  @Tag("COUNCIL-13")
  void reservedItem_bindsTheCouncil_andIsATask_onceTheChairmanSigned() {
    Matter matter = Matter.named(ItemType.UNION, Cooperative.ACCOUNT, "Союз");
    TaskText entry =
        new TaskText(Cooperative.ACCOUNT, Office.Body.COUNCIL, Name.EMPTY, digest("entry"), 30);
    TaskText other =
        new TaskText(Cooperative.ACCOUNT, Office.Body.COUNCIL, Name.EMPTY, digest("other"), 30);
    AgendaItem item = new AgendaItem(
            1, ItemType.UNION, "О союзе", "Вступить", List.of(), entry.digest())
        .on(matter);
    try (Cooperative coop = world("\"delegates.reserved\": [\"UNION\"]")) {
      Sections sections = new Sections(coop);
      twoSections(sections);
      int tasks = coop.view().executive().tasks(coop.now()).lines().size();
      long question = decided(coop, sections, item, Choice.AGAINST);
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(sign(coop, sections, question, founder(2))),
              Reason.NOT_CHAIRMAN)
          .hasFact("chairman", founder(1));
      coop.chain().push(sign(coop, sections, question, founder(1)));
      assertThat(sections
              .view()
              .reserved(question)
              .orElseThrow()
              .requireSigned()
              .decision()
              .id())
          .isEqualTo(question * 10_000);
      assertThat(coop.view().executive().tasks(coop.now()).lines()).hasSize(tasks + 1);
      CouncilQuestion against =
          CouncilQuestion.of(QuestionType.TASK, other.digest()).on(matter);
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(coop.actions().propose(founder(1), against)),
              Reason.MEETING_HAS_DECIDED)
          .hasFact("decision", question * 10_000);
    }
  }

  @Test
  @Tag("DMEET-08")
  @Tag("MEET-24")
  void charter_isAmended_byAllMembersInTheirSections() {
    String policy = "\"delegates.reserved\": [\"CHARTER\"]";
    String next = Cooperative.charterWith(policy + ", \"council.absenteeHours\": 48")
        .replace("\"version\": 1", "\"version\": 2")
        .replace("\"effectiveFrom\": \"2026-01-01\"", "\"effectiveFrom\": \"2026-10-01\"");
    AgendaItem item = new AgendaItem(
        1,
        ItemType.CHARTER,
        "О новой редакции устава",
        "Утвердить",
        List.of(),
        CharterReader.read(next, "test").digest());
    try (Cooperative coop = world(policy)) {
      Sections sections = new Sections(coop);
      twoSections(sections);
      long question = decided(coop, sections, item, Choice.FOR);
      Action amend = coop.actions()
          .act(
              CooperativeAccounts.REGISTRY,
              new RegistryContract.Amend(next, question, MeetingDecision.IN_SECTIONS),
              Cooperative.ACCOUNT);
      assertRefused(coop.chain(), () -> coop.chain().push(amend), Reason.WRONG_STATE);
      coop.chain().push(sign(coop, sections, question, founder(1)));
      coop.chain().push(amend);
      assertThat(coop.row(CooperativeAccounts.REGISTRY, "charters", 2, CharterRow.class))
          .contains(new CharterRow(2, next, question * 10_000));
    }
  }

  private static Action executive(Record data, Name actor) {
    return Boards.by(CooperativeAccounts.EXECUTIVE, data, actor);
  }

  @CoopTest(startsAt = START)
  @Tag("BOARD-08")
  @Tag("KU-21")
  void board_cannotRemoveTheChairmanOfASection(Cooperative coop) {
    Sections sections = new Sections(coop);
    twoSections(sections);
    Boards.appoint(coop, 2);
    UnitPlan plan = new UnitPlan(Cooperative.ACCOUNT, 1, UnitKind.BRANCH, "Филиал", founder(5));
    coop.chain().push(Boards.decide(coop, 1, plan.digest(), founder(2), founder(3)));
    coop.chain()
        .push(executive(new ExecutiveActions.OpenUnit(plan, Office.Body.BOARD, 1), founder(2)));
    HeadRemoval removal = new HeadRemoval(
        Cooperative.ACCOUNT, 1, founder(4), HeadRemoval.Grounds.ABUSE, digest("audit"));
    coop.chain().push(Boards.decide(coop, 2, removal.digest(), founder(2), founder(3)));
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(executive(
                    new ExecutiveActions.RemoveHead(removal, Office.Body.BOARD, 2), founder(2))),
            Reason.NOT_REMOVABLE)
        .hasFact("account", founder(4))
        .hasFact("body", Office.Body.BOARD);
  }

  @CoopTest(startsAt = START)
  @Tag("DMEET-10")
  void reportOfTheBoard_goesToTheRepresentatives_whereTheyDecide(Cooperative coop) {
    Sections sections = new Sections(coop);
    twoSections(sections);
    Boards.appoint(coop, 1);
    TimePointSec until = TimePointSec.of(coop.now().plus(Duration.ofDays(10)));
    PlanText text = new PlanText(
        Cooperative.ACCOUNT,
        7,
        TimePointSec.of(coop.now()),
        until,
        30,
        List.of(new PlanItem("Построить склад", founder(2), until)));
    coop.chain().push(Boards.decide(coop, 1, text.digest(), founder(2)));
    coop.chain()
        .push(executive(new ExecutiveActions.SetPlan(text, Office.Body.BOARD, 1), founder(2)));
    coop.advance(Duration.ofDays(11));
    coop.chain()
        .push(executive(
            new ExecutiveActions.ToMeeting(Cooperative.ACCOUNT, 7, founder(2)), founder(2)));
    assertThat(coop.view().executive().plans())
        .flatExtracting(Plan::deliveries)
        .extracting(PlanDelivery::to)
        .containsExactly(ReportedTo.REPRESENTATIVES);
  }
}
