package io.github.coopj.testkit;

import static io.github.coopj.testkit.Boards.COOP;
import static io.github.coopj.testkit.Boards.appoint;
import static io.github.coopj.testkit.Boards.board;
import static io.github.coopj.testkit.Boards.by;
import static io.github.coopj.testkit.Boards.decide;
import static io.github.coopj.testkit.Boards.empower;
import static io.github.coopj.testkit.Boards.free;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.ActContract;
import io.github.coopj.chain.cooperative.BoardActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.ExecutiveActions;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.act.ActText;
import io.github.coopj.governance.act.Employment;
import io.github.coopj.governance.act.Order;
import io.github.coopj.governance.act.OrderText;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardDecisionRecord;
import io.github.coopj.governance.board.BoardPowers;
import io.github.coopj.governance.board.HeadRemoval;
import io.github.coopj.governance.board.Plan;
import io.github.coopj.governance.board.PlanDelivery;
import io.github.coopj.governance.board.PlanItem;
import io.github.coopj.governance.board.PlanText;
import io.github.coopj.governance.board.ReportedTo;
import io.github.coopj.governance.board.Unit;
import io.github.coopj.governance.board.UnitKind;
import io.github.coopj.governance.board.UnitPlan;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.duty.Duty;
import io.github.coopj.governance.duty.DutyKind;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final Name HEAD = founder(2);

  private static Board boardOf(Cooperative coop) {
    return coop.view().executive().board().orElseThrow();
  }

  private static Action executive(Record data) {
    return free(CooperativeAccounts.EXECUTIVE, data);
  }

  private static Action act(Record data, Name actor) {
    return by(CooperativeAccounts.EXECUTIVE, data, actor);
  }

  @CoopTest(startsAt = START)
  @Tag("BCHAIR-01")
  @Tag("COUNCIL-09")
  @Tag("COUNCIL-10")
  void board_isAppointedChairedAndEnded_byDecisionsOfTheCouncil(Cooperative coop) {
    appoint(coop, 2);
    Board board = boardOf(coop);
    assertThat(board.chairman(coop.now())).contains(HEAD);
    assertThat(board.mandates())
        .extracting(Mandate::ground)
        .containsOnly(Ground.ofCouncil(board.groundId()));
    long change = coop.decide(QuestionType.APPOINTMENT, board.chairSubject(founder(3)));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(board(new BoardActions.SetChair(COOP, HEAD, change))),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(board(new BoardActions.SetChair(COOP, founder(3), change)));
    assertThat(boardOf(coop).chairman(coop.now())).contains(founder(3));
    long end = coop.decide(QuestionType.APPOINTMENT, boardOf(coop).endSubject());
    coop.chain().push(board(new BoardActions.Dissolve(COOP, end)));
    assertThat(boardOf(coop).inOffice(coop.now())).isEmpty();
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(board(new BoardActions.Dissolve(COOP, end))),
        Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @CoopTest(startsAt = START)
  @Tag("BOARD-01")
  @Tag("BCHAIR-08")
  void decide_takesTheRegulation_andMoreThanHalfOfTheSignedVotes(Cooperative coop) {
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(decide(coop, 1, digest("x"), HEAD)),
        ChainError.ASSERT_MESSAGE);
    appoint(coop, 2);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(decide(coop, 1, digest("x"), HEAD)),
        Reason.BOARD_MAJORITY_MISSING);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(decide(coop, 1, digest("x"), HEAD, founder(4))),
        Reason.NOT_IN_BODY);
    coop.chain().push(decide(coop, 1, digest("x"), HEAD, founder(3)));
    assertThat(coop.row(CooperativeAccounts.BOARD, "decisions", 1, BoardDecisionRecord.class)
            .orElseThrow()
            .votes())
        .hasSize(2);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(decide(coop, 1, digest("y"), HEAD, founder(3))),
        ChainError.CONTRACT_TABLE_QUERY);
  }

  @CoopTest(startsAt = START)
  @Tag("BCHAIR-08")
  void decide_boardOfOne_byOneSignedAct(Cooperative coop) {
    appoint(coop, 1);
    coop.chain().push(decide(coop, 1, digest("x"), HEAD));
    assertThat(coop.row(CooperativeAccounts.BOARD, "decisions", 1, BoardDecisionRecord.class))
        .isPresent();
  }

  @CoopTest(startsAt = START)
  @Tag("BOARD-07")
  @Tag("BOARD-08")
  void units_areOpenedHeadedAndClosed_byTheBoard(Cooperative coop) {
    appoint(coop, 2);
    Name head = founder(5);
    UnitPlan plan = new UnitPlan(COOP, 1, UnitKind.BRANCH, "Филиал", head);
    coop.chain().push(decide(coop, 1, plan.digest(), HEAD, founder(3)));
    coop.chain().push(executive(new ExecutiveActions.OpenUnit(plan, Office.Body.BOARD, 1)));
    Unit unit = unit(coop);
    assertThat(unit.head()).isEqualTo(head);
    HeadRemoval removal =
        new HeadRemoval(COOP, 1, head, HeadRemoval.Grounds.ABUSE, digest("audit"));
    coop.chain().push(decide(coop, 2, removal.digest(), HEAD, founder(3)));
    coop.chain().push(executive(new ExecutiveActions.RemoveHead(removal, Office.Body.BOARD, 2)));
    assertThat(unit(coop).head().isEmpty()).isTrue();
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(executive(new ExecutiveActions.RemoveHead(removal, Office.Body.BOARD, 2))),
        Reason.NOT_HEAD);
    coop.chain().push(decide(coop, 3, unit.headSubject(founder(4)), HEAD, founder(3)));
    coop.chain()
        .push(executive(new ExecutiveActions.SetHead(COOP, 1, founder(4), Office.Body.BOARD, 3)));
    coop.chain().push(decide(coop, 4, unit.closingSubject(), HEAD, founder(3)));
    coop.chain().push(executive(new ExecutiveActions.CloseUnit(COOP, 1, Office.Body.BOARD, 4)));
    assertThat(coop.view().executive().units()).containsExactly(unit(coop));
    assertThat(unit(coop).closedAt()).isNotEqualTo(TimePointSec.EPOCH);
  }

  private static Unit unit(Cooperative coop) {
    return coop.row(CooperativeAccounts.EXECUTIVE, "units", 1, Unit.class).orElseThrow();
  }

  @CoopTest(startsAt = START)
  @Tag("BOARD-09")
  @Tag("BCHAIR-02")
  @Tag("BCHAIR-05")
  @Tag("DMEET-10")
  void plan_isCarriedOutAndReported_asDutiesShow(Cooperative coop) {
    appoint(coop, 1);
    TimePointSec until = TimePointSec.of(coop.now().plus(Duration.ofDays(10)));
    PlanText text = new PlanText(
        COOP,
        7,
        TimePointSec.of(coop.now()),
        until,
        30,
        List.of(
            new PlanItem("Построить склад", Name.EMPTY, until),
            new PlanItem("Починить крышу", founder(4), until)));
    coop.chain().push(decide(coop, 1, text.digest(), HEAD));
    coop.chain().push(executive(new ExecutiveActions.SetPlan(text, Office.Body.BOARD, 1)));
    assertThat(duties(coop, DutyKind.CARRY_OUT_PLAN))
        .containsExactlyInAnyOrder("plan 7 item 1 of BOARD_CHAIRMAN", "plan 7 item 2 of founder4");
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(act(new ExecutiveActions.PlanDone(COOP, 7, 2, HEAD, digest("photo")), HEAD)),
        Reason.NOT_ITS_OWNER);
    coop.chain().push(act(new ExecutiveActions.PlanDone(COOP, 7, 1, HEAD, digest("photo")), HEAD));
    assertThat(duties(coop, DutyKind.CARRY_OUT_PLAN)).containsExactly("plan 7 item 2 of founder4");
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(act(new ExecutiveActions.ToCouncil(COOP, 7, HEAD), HEAD)),
        Reason.REPORT_TOO_EARLY);
    coop.advance(Duration.ofDays(11));
    assertThat(duties(coop, DutyKind.REPORT_TO_COUNCIL)).containsExactly("plan 7");
    assertThat(duties(coop, DutyKind.REPORT_TO_MEETING)).containsExactly("plan 7");
    coop.chain().push(act(new ExecutiveActions.ToCouncil(COOP, 7, HEAD), HEAD));
    coop.chain().push(act(new ExecutiveActions.ToMeeting(COOP, 7, HEAD), HEAD));
    assertThat(duties(coop, DutyKind.REPORT_TO_COUNCIL)).isEmpty();
    assertThat(duties(coop, DutyKind.REPORT_TO_MEETING)).isEmpty();
    assertThat(coop.view().executive().plans())
        .flatExtracting(Plan::deliveries)
        .extracting(PlanDelivery::to)
        .containsExactly(ReportedTo.COUNCIL, ReportedTo.MEMBERS);
  }

  private static List<String> duties(Cooperative coop, DutyKind kind) {
    return coop.view().duties(coop.now()).stream()
        .filter(duty -> duty.kind() == kind)
        .map(Duty::about)
        .toList();
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-09")
  void council_decidesInItsPlace_whileThereIsNoBoard(Cooperative coop) {
    UnitPlan plan = new UnitPlan(COOP, 1, UnitKind.OFFICE, "Представительство", founder(5));
    long decision = coop.decide(QuestionType.OTHER, plan.digest());
    coop.chain()
        .push(executive(new ExecutiveActions.OpenUnit(plan, Office.Body.COUNCIL, decision)));
    assertThat(unit(coop).by()).isEqualTo(Office.Body.COUNCIL);
    appoint(coop, 2);
    long closing = coop.decide(QuestionType.OTHER, unit(coop).closingSubject());
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(executive(new ExecutiveActions.CloseUnit(COOP, 1, Office.Body.COUNCIL, closing))),
        Reason.BOARD_IN_OFFICE);
  }

  private static Action order(Cooperative coop, OrderText text) {
    return act(
        new ExecutiveActions.IssueOrder(text, coop.actions().signature(HEAD, text.digest())), HEAD);
  }

  private static OrderText text(long id, ActKind kind, Name... addressees) {
    return new OrderText(COOP, id, kind, List.of(addressees), digest("order " + id));
  }

  @Test
  @Tag("BOARD-12")
  @Tag("BCHAIR-04")
  @Tag("BCHAIR-07")
  void orders_bindEmployees_whereThereIsCommerce() {
    try (Cooperative coop = Boards.rich(", \"board.commercialActivity\": true")) {
      appoint(coop, 1);
      Name worker = founder(5);
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(order(coop, text(1, ActKind.HIRE, worker))),
          Reason.OUTSIDE_POWERS);
      empower(coop, 1, "0.00 RUB", ActKind.HIRE, ActKind.DISMISS, ActKind.PAY_RULES, ActKind.ORDER);
      assertThat(coop.row(CooperativeAccounts.BOARD, "powers", 1, BoardPowers.class))
          .isPresent();
      coop.chain().push(order(coop, text(1, ActKind.HIRE, worker)));
      coop.chain().push(order(coop, text(2, ActKind.PAY_RULES)));
      coop.chain().push(order(coop, text(3, ActKind.ORDER, worker)));
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(order(coop, text(4, ActKind.ORDER, worker, founder(4)))),
          Reason.NOT_AN_EMPLOYEE);
      coop.chain().push(order(coop, text(4, ActKind.DISMISS, worker)));
      assertThat(coop.row(CooperativeAccounts.EXECUTIVE, "staff", worker.value(), Employment.class)
              .orElseThrow()
              .dismissed())
          .isEqualTo(4);
      assertThat(coop.row(CooperativeAccounts.EXECUTIVE, "orders", 3, Order.class)
              .orElseThrow()
              .issuer())
          .isEqualTo(HEAD);
    }
  }

  @Test
  @Tag("BOARD-01")
  void board_cannotAct_withoutARegulation() {
    try (Cooperative coop = Boards.rich(", \"board.commercialActivity\": true")) {
      Boards.seat(coop, 1);
      empower(coop, 1, "0.00 RUB", ActKind.REPRESENT, ActKind.HIRE);
      ActText act = new ActText(
          COOP,
          1,
          HEAD,
          Office.Body.BOARD,
          ActKind.REPRESENT,
          Optional.empty(),
          digest("a power of attorney"));
      List<Action> actions = List.of(
          order(coop, text(1, ActKind.HIRE, founder(5))),
          by(CooperativeAccounts.ACT, new ActContract.Alone(act), HEAD),
          decide(coop, 1, digest("anything"), HEAD));
      for (Action action : actions) {
        assertRefused(coop.chain(), () -> coop.chain().push(action), Reason.NO_BOARD_REGULATION);
      }
      long decision = coop.decide(QuestionType.REGULATION, Boards.regulation().digest());
      coop.chain().push(board(new BoardActions.Regulate(Boards.regulation(), decision)));
      actions.forEach(coop.chain()::push);
    }
  }

  @CoopTest(startsAt = START)
  @Tag("BOARD-12")
  void orders_hireNobody_withoutCommerce(Cooperative coop) {
    appoint(coop, 1);
    empower(coop, 1, "0.00 RUB", ActKind.HIRE);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(order(coop, text(1, ActKind.HIRE, founder(5)))),
        Reason.NO_COMMERCE);
  }
}
