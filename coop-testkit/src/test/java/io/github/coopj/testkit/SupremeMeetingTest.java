package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.AgendaActions;
import io.github.coopj.chain.cooperative.BoardActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.ExecutiveActions;
import io.github.coopj.chain.cooperative.TaskContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.appeal.ChallengedDecision;
import io.github.coopj.governance.appeal.DecidingBody;
import io.github.coopj.governance.appeal.OverrideOrder;
import io.github.coopj.governance.board.BoardQuestion;
import io.github.coopj.governance.board.BoardVote;
import io.github.coopj.governance.board.UnitKind;
import io.github.coopj.governance.board.UnitPlan;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.governance.matter.Matter;
import io.github.coopj.governance.task.TaskText;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The general meeting is the highest body: what it decides binds Council and Board. */
class SupremeMeetingTest {
  private static final Name COOP = Cooperative.ACCOUNT;
  private static final Matter RENT = Matter.named(ItemType.OTHER, COOP, "Аренда склада");

  private static TaskText task(String what) {
    return new TaskText(COOP, Office.Body.COUNCIL, Name.EMPTY, digest(what), 30);
  }

  private static CouncilQuestion question(TaskText text) {
    return CouncilQuestion.of(QuestionType.TASK, text.digest()).on(RENT);
  }

  private static long propose(Cooperative coop, CouncilQuestion question) {
    return Cooperative.number(coop.chain().push(coop.actions().propose(CHAIRMAN, question)));
  }

  /** Puts a question, has everybody vote for it, and leaves it without signature. */
  private static long adopt(Cooperative coop, CouncilQuestion question) {
    long id = propose(coop, question);
    for (Name member : Cooperative.FOUNDERS) {
      coop.chain().push(coop.actions().vote(id, member, Vote.FOR));
    }
    coop.chain().push(coop.actions().closeVote(id, CHAIRMAN));
    return id;
  }

  private static long decide(Cooperative coop, CouncilQuestion question) {
    long id = adopt(coop, question);
    coop.chain().push(coop.actions().signDecision(id, CHAIRMAN));
    return id;
  }

  private static Action assign(Cooperative coop, TaskText text, long decision) {
    return coop.actions()
        .act(CooperativeAccounts.TASK, new TaskContract.Assign(text, decision), CHAIRMAN);
  }

  private static AgendaItem onRent(int number, Checksum256 subject) {
    return new AgendaItem(number, ItemType.OTHER, "Аренда склада", "Утвердить", List.of(), subject)
        .on(RENT);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-01")
  @Tag("MEET-24")
  void decisionOfTheMeeting_overridesTheCouncils_onTheSameMatter_fromItsEffectiveTime(
      Cooperative coop, Meetings meetings) {
    TaskText lease = task("lease for a year");
    TaskText other = task("lease for ten years");
    TaskText buy = task("buy the store");
    long before = decide(coop, question(lease));
    long used = decide(coop, question(other));
    coop.chain().push(assign(coop, other, used));
    long pending = adopt(coop, question(other));

    long meeting = meetings.hold(agenda(onRent(1, buy.digest())));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(assign(coop, lease, before)),
            Reason.DECISION_OVERRIDDEN)
        .hasFact("decision", before)
        .hasFact("by", meeting * 10_000 + 1);
    assertRefused(coop.chain(), () -> propose(coop, question(lease)), Reason.MEETING_HAS_DECIDED)
        .hasFact("matter", RENT.key());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().signDecision(pending, CHAIRMAN)),
        Reason.MEETING_HAS_DECIDED);
    long same = decide(coop, question(buy));
    coop.chain().push(assign(coop, buy, same));
    long elsewhere = decide(
        coop,
        CouncilQuestion.of(QuestionType.TASK, lease.digest())
            .on(Matter.named(ItemType.OTHER, COOP, "Аренда другого склада")));
    coop.chain().push(assign(coop, lease, elsewhere));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-11")
  @Tag("MEET-01")
  void override_cancelsADecisionOfTheCouncil_andItCannotBeTakenAgain(
      Cooperative coop, Meetings meetings) {
    TaskText lease = task("lease");
    long decision = coop.decide(QuestionType.TASK, lease.digest());
    OverrideOrder order = new OverrideOrder(
        COOP,
        new ChallengedDecision(DecidingBody.COUNCIL, decision, lease.digest()),
        Checksum256.ZERO);
    long meeting = meetings.hold(agenda(new AgendaItem(
        1, ItemType.OVERRIDE, "Отмена решения", "Отменить", List.of(), order.digest())));
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.AGENDA,
                new AgendaActions.Overrule(order, meeting, 1),
                founder(5)));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(assign(coop, lease, decision)),
            Reason.DECISION_OVERRIDDEN)
        .hasFact("by", meeting * 10_000 + 1);
    assertRefused(
        coop.chain(),
        () -> coop.propose(QuestionType.TASK, lease.digest()),
        Reason.MEETING_HAS_DECIDED);
    coop.propose(QuestionType.TASK, task("another lease").digest());
  }

  /** Has a meeting put something else in the place of a decision. */
  private static void replace(Cooperative coop, ChallengedDecision decision, Checksum256 by) {
    OverrideOrder order = new OverrideOrder(COOP, decision, by);
    long meeting = new Meetings(coop)
        .hold(agenda(new AgendaItem(
            1, ItemType.OVERRIDE, "Замена решения", "Заменить", List.of(), order.digest())));
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.AGENDA,
                new AgendaActions.Overrule(order, meeting, 1),
                founder(5)));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-11")
  void override_putsAnotherTask_inThePlaceOfTheCouncils(Cooperative coop) {
    TaskText lease = task("lease");
    TaskText buy = task("buy the store");
    long decision = decide(coop, question(lease));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(assign(coop, buy, decision)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    replace(
        coop, ChallengedDecision.ofCouncil(coop.decision(decision).requireInForce()), buy.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(assign(coop, lease, decision)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(coop.chain(), () -> propose(coop, question(lease)), Reason.MEETING_HAS_DECIDED);
    coop.chain().push(assign(coop, buy, decision));
    assertThat(coop.decision(decision).requireInForce().subject())
        .as("what the Council signed stays on record")
        .isEqualTo(lease.digest());
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-11")
  void override_putsAnotherUnit_inThePlaceOfTheBoards(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"council.boardSeatAllowed\": true"));
    Boards.appoint(coop, 1);
    UnitPlan shop = new UnitPlan(COOP, 1, UnitKind.BRANCH, "Лавка", founder(3));
    UnitPlan mill = new UnitPlan(COOP, 1, UnitKind.BRANCH, "Мельница", founder(3));
    chain.push(Boards.decide(coop, 1, shop.digest(), founder(2)));
    replace(coop, new ChallengedDecision(DecidingBody.BOARD, 1, shop.digest()), mill.digest());
    assertRefused(chain, () -> chain.push(open(shop)), Reason.DECISION_ON_OTHER_SUBJECT);
    chain.push(open(mill));
    assertThat(coop.view().executive().units()).hasSize(1);
  }

  private static Action open(UnitPlan plan) {
    return Boards.free(
        CooperativeAccounts.EXECUTIVE, new ExecutiveActions.OpenUnit(plan, Office.Body.BOARD, 1));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-12")
  void exclusiveCompetence_isClosedToTheCouncil_evenByLeaveOfTheMeeting(
      Cooperative coop, Meetings meetings) {
    meetings.hold(agenda(item(1, ItemType.OTHER)));
    for (ItemType kind : coop.charter().competence().exclusive()) {
      CouncilQuestion attempt = CouncilQuestion.of(
              QuestionType.OTHER, item(1, ItemType.OTHER).subject())
          .on(new Matter(kind, Checksum256.ZERO));
      assertRefused(coop.chain(), () -> propose(coop, attempt), Reason.EXCLUSIVE_COMPETENCE)
          .hasFact("kind", kind)
          .hasFact("body", Office.Body.COUNCIL);
    }
    propose(
        coop,
        CouncilQuestion.of(QuestionType.OTHER, digest("union"))
            .on(new Matter(ItemType.UNION, Checksum256.ZERO)));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-12")
  void exclusiveSubject_cannotBeDeclaredAnother_onceAMeetingIsConvened(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"council.boardSeatAllowed\": true"));
    Boards.appoint(coop, 1);
    Matter rules = Matter.named(ItemType.OTHER, COOP, "Порядок ликвидации");
    CouncilQuestion paper =
        CouncilQuestion.of(QuestionType.OTHER, item(1, ItemType.LIQUIDATION).subject());
    CouncilQuestion matter =
        CouncilQuestion.of(QuestionType.TASK, task("sell all").digest()).on(rules);
    long early = adopt(coop, paper);
    new Meetings(coop)
        .convene(
            agenda(item(1, ItemType.LIQUIDATION).on(rules)),
            CHAIRMAN,
            founder(2),
            Duration.ofDays(40),
            Duration.ofDays(1));
    for (CouncilQuestion attempt : List.of(paper, matter)) {
      assertRefused(chain, () -> propose(coop, attempt), Reason.EXCLUSIVE_COMPETENCE)
          .hasFact("kind", ItemType.LIQUIDATION)
          .hasFact("body", Office.Body.COUNCIL);
    }
    assertRefused(
        chain,
        () -> chain.push(coop.actions().signDecision(early, CHAIRMAN)),
        Reason.EXCLUSIVE_COMPETENCE);
    Checksum256 regulation = Boards.regulation().digest();
    for (BoardQuestion attempt : List.of(
        new BoardQuestion(COOP, 1, paper.subject(), regulation),
        new BoardQuestion(COOP, 2, digest("sell all"), regulation).on(rules))) {
      assertRefused(chain, () -> chain.push(vote(coop, attempt)), Reason.EXCLUSIVE_COMPETENCE)
          .hasFact("body", Office.Body.BOARD);
    }
    propose(coop, CouncilQuestion.of(QuestionType.OTHER, digest("something else")));
  }

  private static Action vote(Cooperative coop, BoardQuestion question) {
    DocumentSignature signature = DocumentSignature.sign(
        TestKeys.of(founder(2)), founder(2), question.voteDigest(Vote.FOR), coop.now());
    return Boards.board(
        new BoardActions.Decide(question, List.of(new BoardVote(Vote.FOR, signature))));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-01")
  @Tag("MEET-11")
  @Tag("MEET-12")
  @Tag("MEET-24")
  void board_isBoundAsTheCouncilIs(TestChain chain) {
    Cooperative coop =
        Cooperative.found(chain, Cooperative.charterWith("\"council.boardSeatAllowed\": true"));
    Boards.appoint(coop, 1);
    Checksum256 regulation = Boards.regulation().digest();
    BoardQuestion lease = new BoardQuestion(COOP, 1, digest("lease"), regulation).on(RENT);
    chain.push(vote(coop, lease));
    BoardQuestion charter = new BoardQuestion(COOP, 2, digest("charter"), regulation)
        .on(new Matter(ItemType.CHARTER, Checksum256.ZERO));
    assertRefused(chain, () -> chain.push(vote(coop, charter)), Reason.EXCLUSIVE_COMPETENCE)
        .hasFact("body", Office.Body.BOARD);
    new Meetings(coop).hold(agenda(onRent(1, digest("buy"))));
    assertRefused(
        chain,
        () -> chain.push(
            vote(coop, new BoardQuestion(COOP, 3, digest("lease"), regulation).on(RENT))),
        Reason.MEETING_HAS_DECIDED);
    chain.push(vote(coop, new BoardQuestion(COOP, 4, digest("buy"), regulation).on(RENT)));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-24")
  @Tag("COUNCIL-13")
  void adoptedDecision_isATaskOfTheCouncil_fromTheLastSignatureOn(
      Cooperative coop, Meetings meetings) {
    long meeting = meetings.hold(agenda(item(1, ItemType.OTHER)));
    assertThat(meetings.meeting(meeting).requireHeld().heldAt()).isBeforeOrEqualTo(coop.now());
    assertThat(owed(coop)).isEmpty();
    assertThat(coop.view().duties(coop.now()))
        .extracting(Duty::kind)
        .contains(DutyKind.CARRY_OUT_TASK);
  }

  private static List<String> owed(Cooperative coop) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == DutyKind.CARRY_OUT_DECISION)
        .map(Duty::about)
        .toList();
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-01")
  @Tag("MEET-24")
  @Tag("KU-08")
  void decisionOfTheMeeting_bindsMeetingsOfSections(Cooperative coop, Meetings meetings) {
    TaskText buy = task("buy the store");
    TaskText lease = task("lease");
    meetings.hold(agenda(onRent(1, buy.digest())));
    Sections sections = new Sections(coop);
    sections.regulate();
    sections.found("Северный", founder(2), founder(1), founder(3));
    sections.seat(1, founder(2), founder(1), founder(2), founder(3));
    long against = sections.plan(1, agenda(onRent(1, lease.digest())), founder(2));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(sections.call(against, founder(2))),
            Reason.MEETING_HAS_DECIDED)
        .hasFact("matter", RENT.key());
    long same = sections.plan(1, agenda(onRent(1, buy.digest())), founder(2));
    coop.chain().push(sections.call(same, founder(2)));
  }
}
