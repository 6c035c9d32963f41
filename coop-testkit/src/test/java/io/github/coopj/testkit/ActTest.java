package io.github.coopj.testkit;

import static io.github.coopj.testkit.Boards.COOP;
import static io.github.coopj.testkit.Boards.appoint;
import static io.github.coopj.testkit.Boards.by;
import static io.github.coopj.testkit.Boards.decide;
import static io.github.coopj.testkit.Boards.empower;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.chain.cooperative.ActContract;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.act.Act;
import io.github.coopj.governance.act.ActText;
import io.github.coopj.governance.board.Expense;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.Spending;
import io.github.coopj.governance.ledger.AccountNumber;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ActTest {
  private static final Name HEAD = founder(2);
  private static final Name PAYEE = Name.of("payee");
  private static final Checksum256 BILL = digest("bill");

  private static ActText text(Name actor, Office.Body body, ActKind kind, String amount) {
    return new ActText(COOP, 1, actor, body, kind, Optional.of(Asset.parse(amount)), BILL);
  }

  private static Action act(Record data, Name actor) {
    return by(CooperativeAccounts.ACT, data, actor);
  }

  private static Act row(Cooperative coop, long id) {
    return coop.row(CooperativeAccounts.ACT, "acts", id, Act.class).orElseThrow();
  }

  @Test
  @Tag("CHAIR-02")
  @Tag("CHAIR-03")
  @Tag("BCHAIR-03")
  @Tag("BCHAIR-06")
  @Tag("BOARD-05")
  @Tag("BOARD-11")
  @Tag("COUNCIL-19")
  void acts_ofBothChairmen_areLoggedWithTheirGround_andConflictsFlagged() {
    try (Cooperative coop = Boards.rich()) {
      appoint(coop, 2);
      empower(coop, 1, "300.00 RUB", ActKind.CONTRACT, ActKind.OPERATION);
      ActText own = text(CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "1000.00 RUB");
      assertThat(Cooperative.number(coop.chain().push(act(new ActContract.Alone(own), CHAIRMAN))))
          .isEqualTo(1);
      assertThat(row(coop, 1).source()).isEqualTo(coop.charter().digest());
      assertThat(coop.view().executive().authorities(coop.now()))
          .extracting(may -> may.holder() + " " + may.kind())
          .containsExactly(
              "founder1 REPRESENT",
              "founder1 CONTRACT",
              "founder1 PAYMENT",
              "founder1 ACCOUNT",
              "founder2 CONTRACT",
              "founder2 OPERATION");
      ActText over = text(CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "1000.01 RUB");
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(act(new ActContract.Alone(over), CHAIRMAN)),
              Reason.OVER_LIMIT)
          .hasFact("limit", "1000.00 RUB");
      ActText other = new ActText(
          COOP,
          1,
          HEAD,
          Office.Body.BOARD,
          ActKind.CONTRACT,
          Optional.of(Asset.parse("300.00 RUB")),
          digest("another contract"));
      coop.chain().push(act(new ActContract.Alone(other), HEAD));
      assertThat(row(coop, 2).conflictsWith()).isEqualTo(1);
      assertThat(row(coop, 2).responsible()).isEqualTo(Office.Body.BOARD);
      coop.chain().push(act(new ActContract.Alone(own), CHAIRMAN));
      assertThat(row(coop, 3).stands()).isTrue();
      coop.chain()
          .push(act(
              new ActContract.Alone(text(HEAD, Office.Body.BOARD, ActKind.OPERATION, "1.00 RUB")),
              HEAD));
      assertThat(coop.view().executive().acts())
          .extracting(Act::id, Act::conflictsWith)
          .containsExactly(tuple(1L, 0L), tuple(2L, 1L), tuple(3L, 0L), tuple(4L, 0L));
      ActText outside = text(HEAD, Office.Body.BOARD, ActKind.PAYMENT, "1.00 RUB");
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(act(new ActContract.Alone(outside), HEAD)),
              Reason.OUTSIDE_POWERS)
          .hasFact("version", "1");
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(act(new ActContract.Alone(own), HEAD)),
          ChainError.MISSING_AUTH);
    }
  }

  @Test
  @Tag("COUNCIL-14")
  @Tag("CHAIR-04")
  void pay_byDecisionOfTheCouncil_onceAndWithinItsLimit() {
    try (Cooperative coop = Boards.rich()) {
      Spending most = new Spending(COOP, PAYEE, Asset.parse("5000.00 RUB"), BILL);
      long decision = coop.decide(QuestionType.SPENDING, most.subject());
      ActText text = text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, "5000.00 RUB");
      coop.chain().push(act(new ActContract.Pay(text, most, decision), CHAIRMAN));
      assertThat(row(coop, 1).responsible()).isEqualTo(Office.Body.COUNCIL);
      assertThat(row(coop, 1).decision()).isEqualTo(decision);
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(act(new ActContract.Pay(text, most, decision), CHAIRMAN)),
          Reason.DECISION_ALREADY_USED);
      Spending over = new Spending(COOP, PAYEE, Asset.parse("5000.01 RUB"), BILL);
      long second = coop.decide(QuestionType.SPENDING, over.subject());
      assertRefused(
              coop.chain(),
              () -> coop.chain()
                  .push(act(
                      new ActContract.Pay(
                          text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, "5000.01 RUB"),
                          over,
                          second),
                      CHAIRMAN)),
              Reason.OVER_BODY_LIMIT)
          .hasFact("body", "COUNCIL");
    }
  }

  @Test
  @Tag("BOARD-04")
  @Tag("BOARD-10")
  @Tag("COUNCIL-19")
  void offBudget_byDecisionOfTheBoard_andAboveItsLimitOfTheCouncil() {
    try (Cooperative coop = Boards.rich()) {
      appoint(coop, 2);
      Expense most =
          new Expense(COOP, PAYEE, Asset.parse("2000.00 RUB"), AccountNumber.parse("86.2"), BILL);
      coop.chain().push(decide(coop, 1, most.digest(), HEAD, founder(3)));
      ActText text = text(HEAD, Office.Body.BOARD, ActKind.OFF_BUDGET, "2000.00 RUB");
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(act(new ActContract.Alone(text), HEAD)),
          Reason.NEEDS_DECISION);
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(act(new ActContract.OffBudget(text, most, 1), HEAD)),
          Reason.OUTSIDE_POWERS);
      empower(coop, 1, "5000.00 RUB", ActKind.OFF_BUDGET);
      coop.chain().push(act(new ActContract.OffBudget(text, most, 1), HEAD));
      assertThat(row(coop, 1).responsible()).isEqualTo(Office.Body.BOARD);
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(act(new ActContract.OffBudget(text, most, 1), HEAD)),
          Reason.DECISION_ALREADY_USED);
      Expense over =
          new Expense(COOP, PAYEE, Asset.parse("2000.01 RUB"), AccountNumber.parse("86.2"), BILL);
      coop.chain().push(decide(coop, 2, over.digest(), HEAD, founder(3)));
      ActText larger = text(HEAD, Office.Body.BOARD, ActKind.OFF_BUDGET, "2000.01 RUB");
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(act(new ActContract.OffBudget(larger, over, 2), HEAD)),
              Reason.OVER_BODY_LIMIT)
          .hasFact("body", "BOARD");
      long decision = coop.decide(QuestionType.SPENDING, over.digest());
      coop.chain().push(act(new ActContract.OffBudgetByCouncil(larger, over, decision), HEAD));
      assertThat(row(coop, 2).responsible()).isEqualTo(Office.Body.COUNCIL);
    }
  }
}
