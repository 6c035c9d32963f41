package io.github.coopj.governance.act;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.act.Executives.BOARD_HEAD;
import static io.github.coopj.governance.act.Executives.CHARTER;
import static io.github.coopj.governance.act.Executives.COOP;
import static io.github.coopj.governance.act.Executives.board;
import static io.github.coopj.governance.act.Executives.decision;
import static io.github.coopj.governance.act.Executives.officers;
import static io.github.coopj.governance.act.Executives.powers;
import static io.github.coopj.governance.act.Executives.regulation;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardDecision;
import io.github.coopj.governance.board.BoardPowers;
import io.github.coopj.governance.board.BoardRegulation;
import io.github.coopj.governance.board.Expense;
import io.github.coopj.governance.board.PowersText;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.Spending;
import io.github.coopj.governance.council.Suspension;
import io.github.coopj.governance.ledger.AccountNumber;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActsTest {
  private static final Checksum256 PAPER = Fixtures.paper("contract");
  private final Log log = new Log();

  private static Officers withoutBoard(Charter charter) {
    return new Officers(charter, Councils.of(3));
  }

  private static ActText text(Name actor, Office.Body body, ActKind kind, String amount) {
    return text(1, actor, body, kind, amount, PAPER);
  }

  private static ActText text(
      long matter, Name actor, Office.Body body, ActKind kind, String amount, Checksum256 paper) {
    return new ActText(
        COOP,
        matter,
        actor,
        body,
        kind,
        amount.isEmpty() ? Optional.empty() : Optional.of(Asset.parse(amount)),
        paper);
  }

  private Act alone(Officers officers, ActText text) {
    return log.add(new Acts(officers, log).alone(text, NOW));
  }

  @Test
  @Tag("CHAIR-02")
  void alone_chairmanOfTheCouncil_withinTheCharterOnly() {
    Officers officers = withoutBoard(CHARTER);

    Act represent = alone(officers, text(CHAIRMAN, Office.Body.COUNCIL, ActKind.REPRESENT, ""));
    assertThat(represent.mandate()).isEqualTo(Ground.ofMeeting(17));
    assertThat(represent.source()).isEqualTo(CHARTER.digest());
    assertThat(represent.decision()).isZero();
    assertThat(represent.at()).isEqualTo(TimePointSec.of(NOW));
    alone(officers, text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, "1000.00 RUB"));
    assertRefused(
        Reason.OVER_LIMIT,
        "OVER_LIMIT amount=\"1000.01 RUB\" limit=\"1000.00 RUB\"",
        () -> alone(officers, text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, "1000.01 RUB")));
    assertRefused(
        Reason.OUTSIDE_COMPETENCE,
        "OUTSIDE_COMPETENCE act=ISSUE_POWERS_OF_ATTORNEY",
        () -> alone(officers, text(CHAIRMAN, Office.Body.COUNCIL, ActKind.POWER_OF_ATTORNEY, "")));
    assertRefused(
        Reason.WRONG_CURRENCY,
        "WRONG_CURRENCY amount=\"1.0000 AXON\" currency=2,RUB",
        () -> alone(officers, text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, "1.0000 AXON")));
    assertThat(log.acts).hasSize(2);
  }

  @Test
  @Tag("CHAIR-02")
  void alone_nobodyElse_actsForTheCouncil() {
    Officers officers = officers(CHARTER, board(2), powers("10.00 RUB", ActKind.REPRESENT));
    assertRefused(
        Reason.NO_AUTHORITY,
        "NO_AUTHORITY account=memberb act=REPRESENT",
        () -> alone(officers, text(BOARD_HEAD, Office.Body.COUNCIL, ActKind.REPRESENT, "")));
    assertRefused(
        Reason.NO_AUTHORITY,
        "NO_AUTHORITY account=membera act=REPRESENT",
        () -> alone(officers, text(CHAIRMAN, Office.Body.BOARD, ActKind.REPRESENT, "")));
    assertRefused(
        () -> alone(officers, text(CHAIRMAN, Office.Body.AUDIT, ActKind.REPRESENT, "")),
        Reason.NO_AUTHORITY);
    assertRefused(
        Reason.OTHER_COOPERATIVE,
        "OTHER_COOPERATIVE cooperative=rassvet addressed=elsewhere",
        () -> alone(
            officers,
            new ActText(
                Name.of("elsewhere"),
                1,
                CHAIRMAN,
                Office.Body.COUNCIL,
                ActKind.REPRESENT,
                Optional.empty(),
                PAPER)));
    Instant end = Instant.parse("2027-05-01T12:00:00Z");
    ActText late = text(CHAIRMAN, Office.Body.COUNCIL, ActKind.REPRESENT, "");
    new Acts(officers, log).alone(late, end.minusSeconds(1));
    assertRefused(() -> new Acts(officers, log).alone(late, end), Reason.NO_AUTHORITY);
  }

  @Test
  @Tag("CHAIR-02")
  void alone_deputyActsForASuspendedChairman_andTheChairmanNot() {
    Council council = Councils.withDeputy(Councils.of(3), member(1));
    Suspension suspension = Councils.suspension("grounds", NOW.plusSeconds(86_400));
    Council suspended = council.withSuspendedChairman(
        decision(50, QuestionType.SUSPEND_CHAIRMAN, suspension.digest()), suspension, CHARTER, NOW);
    Officers officers = new Officers(CHARTER, suspended);
    alone(officers, text(member(1), Office.Body.COUNCIL, ActKind.REPRESENT, ""));
    assertRefused(
        () -> alone(officers, text(CHAIRMAN, Office.Body.COUNCIL, ActKind.REPRESENT, "")),
        Reason.NO_AUTHORITY);
  }

  @Test
  @Tag("BCHAIR-03")
  @Tag("COUNCIL-19")
  @Tag("BCHAIR-06")
  void alone_chairmanOfTheBoard_withinTheGrantedPowersOnly() {
    BoardPowers powers = powers("300.00 RUB", ActKind.REPRESENT, ActKind.CONTRACT, ActKind.ACCOUNT);
    Officers officers = officers(CHARTER, board(2), powers);

    Act contract =
        alone(officers, text(BOARD_HEAD, Office.Body.BOARD, ActKind.CONTRACT, "300.00 RUB"));
    assertThat(contract.mandate()).isEqualTo(Ground.ofCouncil(5));
    assertThat(contract.source()).isEqualTo(powers.digest());
    assertThat(contract.responsible()).isEqualTo(Office.Body.BOARD);
    alone(officers, text(BOARD_HEAD, Office.Body.BOARD, ActKind.ACCOUNT, ""));
    assertRefused(
        Reason.OVER_BODY_LIMIT,
        "OVER_BODY_LIMIT body=BOARD amount=\"300.01 RUB\" limit=\"300.00 RUB\"",
        () -> alone(officers, text(BOARD_HEAD, Office.Body.BOARD, ActKind.CONTRACT, "300.01 RUB")));
    assertRefused(
        Reason.OUTSIDE_POWERS,
        "OUTSIDE_POWERS act=PAYMENT version=1",
        () -> alone(officers, text(BOARD_HEAD, Office.Body.BOARD, ActKind.PAYMENT, "1.00 RUB")));
    assertRefused(
        () -> alone(officers, text(BOARD_HEAD, Office.Body.BOARD, ActKind.CONTRACT, "1.0000 AXON")),
        Reason.WRONG_CURRENCY);
    assertRefused(
        Reason.OUTSIDE_POWERS,
        "OUTSIDE_POWERS act=REPRESENT version=0",
        () -> alone(
            new Officers(
                CHARTER,
                Councils.of(3),
                Optional.of(board(2)),
                Optional.of(regulation()),
                Optional.empty()),
            text(BOARD_HEAD, Office.Body.BOARD, ActKind.REPRESENT, "")));
  }

  @Test
  @Tag("BOARD-01")
  void board_cannotAct_withoutARegulationInForce() {
    Charter disjoint = CharterFixtures.platform("chairman.scope", "DISJOINT");
    BoardPowers powers = powers("300.00 RUB", ActKind.REPRESENT, ActKind.CONTRACT);
    ActText text = text(BOARD_HEAD, Office.Body.BOARD, ActKind.REPRESENT, "");
    Expense expense = expense("1.00 RUB");
    ActText paying = text(BOARD_HEAD, Office.Body.BOARD, ActKind.OFF_BUDGET, "1.00 RUB");
    for (Optional<BoardRegulation> none : List.of(
        Optional.<BoardRegulation>empty(),
        Optional.of(
            new BoardRegulation(regulation().text(), TimePointSec.of(NOW.plusSeconds(1)))))) {
      Officers officers =
          new Officers(CHARTER, Councils.of(3), Optional.of(board(2)), none, Optional.of(powers));
      assertRefused(
          Reason.NO_BOARD_REGULATION,
          "NO_BOARD_REGULATION cooperative=rassvet",
          () -> alone(officers, text));
      assertRefused(
          () ->
              new Acts(officers, log).offBudget(paying, expense, ofBoard(3, expense.digest()), NOW),
          Reason.NO_BOARD_REGULATION);
      assertThat(new Competence(officers).table(NOW))
          .extracting(Authority::body)
          .containsOnly(Office.Body.COUNCIL);
      assertThat(new Competence(new Officers(
                  disjoint, Councils.of(3), Optional.of(board(2)), none, Optional.of(powers)))
              .table(NOW))
          .as("nothing is reserved for who cannot act")
          .extracting(Authority::kind)
          .contains(ActKind.CONTRACT);
    }
    assertThat(new Competence(officers(CHARTER, board(2), powers)).table(NOW))
        .extracting(Authority::body)
        .contains(Office.Body.BOARD);
    assertThat(alone(officers(CHARTER, board(2), powers), text).responsible())
        .isEqualTo(Office.Body.BOARD);
  }

  @Test
  @Tag("COUNCIL-19")
  @Tag("BOARD-04")
  void offBudget_isOutsideThePowers_ofABoardThatWasNotGivenIt() {
    Expense expense = expense("10.00 RUB");
    BoardDecision decision = ofBoard(3, expense.digest());
    ActText text = text(BOARD_HEAD, Office.Body.BOARD, ActKind.OFF_BUDGET, "10.00 RUB");
    assertRefused(
        Reason.OUTSIDE_POWERS,
        "OUTSIDE_POWERS act=OFF_BUDGET version=1",
        () -> new Acts(officers(CHARTER, board(2), powers("10.00 RUB", ActKind.CONTRACT)), log)
            .offBudget(text, expense, decision, NOW));
    assertRefused(
        Reason.OVER_BODY_LIMIT,
        "OVER_BODY_LIMIT body=BOARD amount=\"10.00 RUB\" limit=\"9.99 RUB\"",
        () -> new Acts(officers(CHARTER, board(2), powers("9.99 RUB", ActKind.OFF_BUDGET)), log)
            .offBudget(text, expense, decision, NOW));
    assertThat(new Acts(officers(CHARTER, board(2), powers("10.00 RUB", ActKind.OFF_BUDGET)), log)
            .offBudget(text, expense, decision, NOW)
            .decision())
        .isEqualTo(3);
  }

  @Test
  @Tag("COUNCIL-19")
  void powers_areVersions_eachByADecisionOfTheCouncil() {
    BoardPowers first = powers("300.00 RUB", ActKind.REPRESENT);
    PowersText text = new PowersText(COOP, 2, List.of(ActKind.PAYMENT), Asset.parse("1.00 RUB"));
    DecisionInForce decision =
        decision(9, QuestionType.BOARD_POWERS, text.digest(), NOW.plusSeconds(60));
    BoardPowers second = BoardPowers.grant(text, decision, Optional.of(first));
    assertThat(second.decision()).isEqualTo(9);
    assertThat(second.covers(ActKind.PAYMENT, NOW.plusSeconds(59))).isFalse();
    assertThat(second.covers(ActKind.PAYMENT, NOW.plusSeconds(60))).isTrue();
    assertThat(second.covers(ActKind.REPRESENT, NOW.plusSeconds(60))).isFalse();
    assertRefused(
        Reason.PAPER_VERSION,
        "PAPER_VERSION paper=\"powers of the Board\" version=2 expected=3",
        () -> BoardPowers.grant(text, decision, Optional.of(second)));
    assertRefused(
        () -> BoardPowers.grant(
            text, decision(9, QuestionType.OTHER, text.digest()), Optional.of(first)),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> BoardPowers.grant(
            text, decision(9, QuestionType.BOARD_POWERS, PAPER), Optional.of(first)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertThat(RecordCodec.of(BoardPowers.class)
            .decode(RecordCodec.of(BoardPowers.class).encode(second)))
        .isEqualTo(second);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new PowersText(
            COOP, 1, List.of(ActKind.PAYMENT, ActKind.PAYMENT), Asset.parse("1.00 RUB")));
  }

  @Test
  @Tag("CHAIR-03")
  void alone_twoOfficersOnOneMatter_theEarlierStandsAndTheLaterIsFlagged() {
    Officers officers =
        officers(CHARTER, board(2), powers("300.00 RUB", ActKind.REPRESENT, ActKind.CONTRACT));
    Checksum256 other = Fixtures.paper("other contract");
    Act first = alone(officers, text(BOARD_HEAD, Office.Body.BOARD, ActKind.CONTRACT, ""));
    Act same = alone(officers, text(CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, ""));
    assertThat(first.stands() && same.stands()).isTrue();
    Act later =
        alone(officers, text(1, BOARD_HEAD, Office.Body.BOARD, ActKind.CONTRACT, "", other));
    assertThat(later.conflictsWith()).isEqualTo(same.id());
    assertThat(later.stands()).isFalse();
    Act own = alone(officers, text(1, CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "", other));
    assertThat(own.stands()).as("his own earlier act is replaced").isTrue();
    Act elsewhere =
        alone(officers, text(2, BOARD_HEAD, Office.Body.BOARD, ActKind.CONTRACT, "", PAPER));
    assertThat(elsewhere.stands()).isTrue();
    assertThat(log.acts).extracting(Act::id).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(RecordCodec.of(Act.class).decode(RecordCodec.of(Act.class).encode(later)))
        .isEqualTo(later);
  }

  @Test
  @Tag("CHAIR-03")
  void alone_disjointScopes_leaveToTheBoardWhatTheBoardMay() {
    Charter disjoint = CharterFixtures.platform(
        "chairman.scope", "DISJOINT", "chairman.competence", "REPRESENT,CONCLUDE_CONTRACTS");
    BoardPowers powers = powers("300.00 RUB", ActKind.REPRESENT, ActKind.CONTRACT);
    ActText contract = text(CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "");
    assertRefused(
        Reason.RESERVED_FOR_BOARD,
        "RESERVED_FOR_BOARD act=CONTRACT",
        () -> alone(officers(disjoint, board(2), powers), contract));
    alone(
        officers(disjoint, board(2), powers),
        text(CHAIRMAN, Office.Body.COUNCIL, ActKind.REPRESENT, ""));
    alone(officers(disjoint, board(2), powers("1.00 RUB", ActKind.REPRESENT)), contract);
    alone(withoutBoard(disjoint), contract);
  }

  @Test
  @Tag("BCHAIR-06")
  void table_listsBothChairmen_andAgreesWithWhatTheyMayDo() {
    for (String scope : List.of("OVERLAPPING", "DISJOINT")) {
      for (String commerce : List.of("true", "false")) {
        Charter charter = CharterFixtures.platform(
            "chairman.scope", scope,
            "board.commercialActivity", commerce,
            "chairman.competence", "REPRESENT,CONCLUDE_CONTRACTS,MANAGE_ACCOUNTS");
        BoardPowers powers = powers("300.00 RUB", ActKind.ACCOUNT, ActKind.HIRE, ActKind.ORDER);
        for (Officers officers :
            List.of(officers(charter, board(2), powers), withoutBoard(charter))) {
          List<String> expected = new ArrayList<>();
          for (Office.Body body : Office.Body.values()) {
            Name actor = body == Office.Body.COUNCIL ? CHAIRMAN : BOARD_HEAD;
            for (ActKind kind : ActKind.values()) {
              try {
                new Competence(officers)
                    .require(text(actor, body, kind, kind.isSpending() ? "0.01 RUB" : ""), NOW);
                expected.add(actor + " " + kind);
              } catch (GovernanceException refused) {
                assertThat(refused.reason()).isNotNull();
              }
            }
          }
          assertThat(new Competence(officers).table(NOW))
              .extracting(row -> row.holder() + " " + row.kind())
              .as(scope + commerce)
              .isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ActKind.class,
      names = {"HIRE", "DISMISS", "PAY_RULES"})
  @Tag("BOARD-12")
  void alone_staff_withCommercialActivityOnly(ActKind kind) {
    Charter commerce = CharterFixtures.platform("board.commercialActivity", "true");
    ActText text = text(BOARD_HEAD, Office.Body.BOARD, kind, "");
    assertRefused(
        Reason.NO_COMMERCE,
        "NO_COMMERCE act=" + kind,
        () -> alone(officers(CHARTER, board(2), powers("1.00 RUB", kind)), text));
    alone(officers(commerce, board(2), powers("1.00 RUB", kind)), text);
    assertRefused(
        Reason.OUTSIDE_COMPETENCE,
        "OUTSIDE_COMPETENCE act=" + kind,
        () -> alone(
            officers(commerce, board(2), powers("1.00 RUB", kind)),
            text(CHAIRMAN, Office.Body.COUNCIL, kind, "")));
  }

  @Test
  @Tag("COUNCIL-09")
  @Tag("BOARD-05")
  void alone_operations_areTheBoards_andTheCouncilsWhereThereIsNone() {
    Officers there = officers(CHARTER, board(2), powers("1.00 RUB", ActKind.OPERATION));
    Act operation = alone(there, text(BOARD_HEAD, Office.Body.BOARD, ActKind.OPERATION, ""));
    assertThat(operation.responsible()).isEqualTo(Office.Body.BOARD);
    ActText ofCouncil = text(CHAIRMAN, Office.Body.COUNCIL, ActKind.OPERATION, "1000.00 RUB");
    assertRefused(() -> alone(there, ofCouncil), Reason.OUTSIDE_COMPETENCE);
    assertThat(alone(withoutBoard(CHARTER), ofCouncil).responsible())
        .isEqualTo(Office.Body.COUNCIL);
    assertRefused(
        () -> alone(
            withoutBoard(CHARTER),
            text(CHAIRMAN, Office.Body.COUNCIL, ActKind.OPERATION, "1000.01 RUB")),
        Reason.OVER_LIMIT);
  }

  private static Spending spending(String amount) {
    return new Spending(COOP, Name.of("payee"), Asset.parse(amount), PAPER);
  }

  @Test
  @Tag("COUNCIL-14")
  @Tag("CHAIR-04")
  void pay_byDecisionOfTheCouncil_withinItsLimitAndOnce() {
    Officers officers = withoutBoard(CHARTER);
    Spending most = spending("5000.00 RUB");
    DecisionInForce decision = decision(8, QuestionType.SPENDING, most.subject());
    ActText text = text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, "5000.00 RUB");
    Act paid = log.add(new Acts(officers, log).pay(text, most, decision, NOW));
    assertThat(paid.decision()).isEqualTo(8);
    assertThat(paid.source()).isEqualTo(most.subject());
    assertThat(paid.responsible()).isEqualTo(Office.Body.COUNCIL);
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=8",
        () -> new Acts(officers, log).pay(text, most, decision, NOW));

    Spending over = spending("5000.01 RUB");
    assertRefused(
        Reason.OVER_BODY_LIMIT,
        "OVER_BODY_LIMIT body=COUNCIL amount=\"5000.01 RUB\" limit=\"5000.00 RUB\"",
        () -> new Acts(officers, log)
            .pay(
                text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, "5000.01 RUB"),
                over,
                decision(9, QuestionType.SPENDING, over.subject()),
                NOW));
    assertRefused(
        Reason.ACT_NOT_AS_DECIDED,
        "ACT_NOT_AS_DECIDED decision=8 differs=amount",
        () -> new Acts(officers, log)
            .pay(
                text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, "4999.99 RUB"),
                most,
                decision,
                NOW));
    assertRefused(
        Reason.ACT_NOT_AS_DECIDED,
        "ACT_NOT_AS_DECIDED decision=8 differs=kind",
        () -> new Acts(officers, log)
            .pay(
                text(CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "5000.00 RUB"),
                most,
                decision,
                NOW));
    assertRefused(
        Reason.ACT_NOT_AS_DECIDED,
        "ACT_NOT_AS_DECIDED decision=8 differs=document",
        () -> new Acts(officers, log)
            .pay(
                text(
                    1,
                    CHAIRMAN,
                    Office.Body.COUNCIL,
                    ActKind.PAYMENT,
                    "5000.00 RUB",
                    Fixtures.paper("bill")),
                most,
                decision,
                NOW));
    assertRefused(
        () -> new Acts(officers, log)
            .pay(
                text(member(1), Office.Body.COUNCIL, ActKind.PAYMENT, "5000.00 RUB"),
                most,
                decision,
                NOW),
        Reason.NO_AUTHORITY);
  }

  private static BoardDecision ofBoard(long id, Checksum256 subject) {
    return Executives.ofBoard(id, subject, NOW);
  }

  private static Expense expense(String amount) {
    return new Expense(
        COOP, Name.of("payee"), Asset.parse(amount), AccountNumber.parse("86.2"), PAPER);
  }

  @Test
  @Tag("BOARD-04")
  @Tag("BOARD-10")
  @Tag("CHAIR-04")
  void offBudget_takesADecisionOfTheBoard_withTheSourceAccount_withinItsLimit() {
    Officers officers = officers(CHARTER, board(2), powers("2000.00 RUB", ActKind.OFF_BUDGET));
    ActText text = text(BOARD_HEAD, Office.Body.BOARD, ActKind.OFF_BUDGET, "2000.00 RUB");
    assertRefused(
        Reason.NEEDS_DECISION, "NEEDS_DECISION act=OFF_BUDGET", () -> alone(officers, text));
    Expense most = expense("2000.00 RUB");
    BoardDecision decision = ofBoard(3, most.digest());
    Act paid = log.add(new Acts(officers, log).offBudget(text, most, decision, NOW));
    assertThat(paid.responsible()).isEqualTo(Office.Body.BOARD);
    assertThat(paid.decision()).isEqualTo(3);
    assertThat(paid.source()).isEqualTo(most.digest());
    assertRefused(
        Reason.DECISION_ALREADY_USED,
        "DECISION_ALREADY_USED decision=3",
        () -> new Acts(officers, log).offBudget(text, most, decision, NOW));
    Expense otherSource = new Expense(
        COOP, Name.of("payee"), Asset.parse("2000.00 RUB"), AccountNumber.parse("51"), PAPER);
    assertRefused(
        () -> new Acts(officers, log).offBudget(text, otherSource, ofBoard(4, most.digest()), NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    Expense over = expense("2000.01 RUB");
    assertRefused(
        Reason.OVER_BODY_LIMIT,
        "OVER_BODY_LIMIT body=BOARD amount=\"2000.01 RUB\" limit=\"2000.00 RUB\"",
        () -> new Acts(officers, log)
            .offBudget(
                text(BOARD_HEAD, Office.Body.BOARD, ActKind.OFF_BUDGET, "2000.01 RUB"),
                over,
                ofBoard(5, over.digest()),
                NOW));
    Act byCouncil = new Acts(officers, log)
        .offBudget(
            text(BOARD_HEAD, Office.Body.BOARD, ActKind.OFF_BUDGET, "2000.01 RUB"),
            over,
            decision(3, QuestionType.SPENDING, over.digest()),
            NOW);
    assertThat(byCouncil.responsible()).isEqualTo(Office.Body.COUNCIL);
    log.add(byCouncil);
    assertRefused(
        () -> new Acts(officers, log)
            .offBudget(
                text(BOARD_HEAD, Office.Body.BOARD, ActKind.OFF_BUDGET, "2000.01 RUB"),
                over,
                decision(3, QuestionType.SPENDING, over.digest()),
                NOW),
        Reason.DECISION_ALREADY_USED);
  }

  @Test
  @Tag("BOARD-11")
  void text_hasAPaperAndAMatter_andAPaymentItsAmount() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, ""));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> text(CHAIRMAN, Office.Body.COUNCIL, ActKind.PAYMENT, "0.00 RUB"));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> text(CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "-0.01 RUB"));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> text(0, CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "", PAPER));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> text(1, CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "", Checksum256.ZERO));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> expense("0.00 RUB"));
    assertThat(text(CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "").digest())
        .isNotEqualTo(
            text(2, CHAIRMAN, Office.Body.COUNCIL, ActKind.CONTRACT, "", PAPER).digest());
  }

  @Test
  @Tag("COUNCIL-10")
  void withChairman_appointsAnotherMember_byDecisionOnly() {
    Board board = board(3);
    DecisionInForce decision = decision(7, QuestionType.APPOINTMENT, board.chairSubject(member(2)));
    Board changed = board.withChairman(member(2), decision, NOW);
    assertThat(changed.chairman(NOW)).contains(member(2));
    assertThat(changed.inOffice(NOW)).isEqualTo(board.inOffice(NOW));
    assertThat(changed.mandates())
        .filteredOn(mandate -> mandate.office() == Office.BOARD_CHAIRMAN)
        .extracting(Mandate::ground)
        .containsExactly(Ground.ofCouncil(7));
    assertRefused(
        () -> changed.withChairman(member(2), decision, NOW), Reason.DECISION_ALREADY_USED);
    assertRefused(
        () -> board.withChairman(
            member(3), decision(7, QuestionType.APPOINTMENT, board.chairSubject(member(3))), NOW),
        Reason.NOT_IN_BODY);
    assertRefused(
        () -> board.withChairman(member(0), decision, NOW), Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  @Tag("COUNCIL-09")
  void ended_leavesItsDutiesToTheCouncil() {
    Board board = board(3);
    assertThat(Board.executive(Optional.empty(), NOW)).isEqualTo(Office.Body.COUNCIL);
    assertThat(Board.executive(Optional.of(board), NOW)).isEqualTo(Office.Body.BOARD);
    assertThat(Board.executive(Optional.of(board), NOW.minusSeconds(1)))
        .isEqualTo(Office.Body.COUNCIL);
    Board ended =
        board.ended(decision(7, QuestionType.APPOINTMENT, board.endSubject()), NOW.plusSeconds(10));
    assertThat(ended.inOffice(NOW.plusSeconds(9))).hasSize(3);
    assertThat(ended.inOffice(NOW.plusSeconds(10))).isEmpty();
    assertThat(Board.executive(Optional.of(ended), NOW.plusSeconds(10)))
        .isEqualTo(Office.Body.COUNCIL);
    assertRefused(
        () -> board.ended(decision(7, QuestionType.APPOINTMENT, PAPER), NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> board.ended(decision(5, QuestionType.APPOINTMENT, board.endSubject()), NOW),
        Reason.DECISION_ALREADY_USED);
  }
}
