package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MoneyActions;
import io.github.coopj.chain.cooperative.ProgrammeContract;
import io.github.coopj.chain.cooperative.TreasuryContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.aid.AdvanceGrant;
import io.github.coopj.governance.aid.AidGrant;
import io.github.coopj.governance.aid.LoanGrant;
import io.github.coopj.governance.budget.CooperativePayments;
import io.github.coopj.governance.budget.ExceptionalUse;
import io.github.coopj.governance.budget.LossCover;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundBooking;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.FundMove;
import io.github.coopj.governance.fund.FundRegulation;
import io.github.coopj.governance.fund.FundSpending;
import io.github.coopj.governance.fund.FundUse;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.fund.Valuation;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.program.ProgrammeRegulation;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.governance.share.DebtNetting;
import io.github.coopj.governance.share.ProgrammeExit;
import io.github.coopj.governance.share.ShareMove;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The treasury's actions beside contributions, signed and sent to a chain; the rules have tests of their own. */
class MoneyTest {
  private static final Name ANNA = founder(2);
  private static final Name BORIS = founder(3);

  private static Asset rub(String amount) {
    return Asset.parse(amount + " RUB");
  }

  private static TimePointSec now(Cooperative coop) {
    return TimePointSec.of(coop.now());
  }

  private static void push(Cooperative coop, Record data) {
    push(coop, data, Cooperative.ACCOUNT);
  }

  private static void push(Cooperative coop, Record data, Name by) {
    coop.chain().push(coop.actions().act(CooperativeAccounts.TREASURY, data, by));
  }

  private static void give(Cooperative coop, FundCode fund, String amount) {
    push(
        coop,
        new MoneyActions.Receive(
            Cooperative.ACCOUNT,
            new FundBooking.Receipt(
                Purpose.CHARITY,
                rub(amount),
                fund.code(),
                digest("gift of " + amount + " to " + fund),
                now(coop))));
  }

  private static MoneyActions.Spend spend(
      Cooperative coop, FundCode fund, String purpose, String amount) {
    return new MoneyActions.Spend(
        Cooperative.ACCOUNT,
        new FundSpending(
            fund.code(),
            Name.of(purpose),
            rub(amount),
            AssetKind.MONEY,
            digest(purpose + " for " + amount),
            now(coop)));
  }

  private static void assertSound(Cooperative coop) {
    assertThat(BooksCheck.check(coop.books().ledger())).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-05")
  @Tag("FUND-08")
  @Tag("FUND-09")
  @Tag("FUND-16")
  void fund_isFed_andSpentOnItsPurposes_byTheCooperativeAlone(Cooperative coop) {
    give(coop, FundCode.OPERATIONS, "100.00");
    push(coop, spend(coop, FundCode.OPERATIONS, "rent", "40.00"));
    assertThat(coop.books().fund(FundCode.OPERATIONS)).isEqualTo(rub("60.00"));
    assertRefused(
            coop.chain(),
            () -> push(coop, spend(coop, FundCode.OPERATIONS, "illness", "1.00")),
            Reason.PURPOSE_NOT_OF_FUND)
        .hasFact("version", 0);
    assertRefused(
        coop.chain(),
        () -> push(coop, spend(coop, FundCode.OPERATIONS, "rent", "60.01")),
        Reason.BALANCE_TOO_LOW);
    assertRefused(
        coop.chain(),
        () -> push(coop, spend(coop, FundCode.OPERATIONS, "rent", "1.00"), ANNA),
        ChainError.MISSING_AUTH);
    MoneyActions.MoveFund move = new MoneyActions.MoveFund(
        Cooperative.ACCOUNT,
        new FundMove(FundCode.OPERATIONS.code(), FundCode.RESERVE.code()),
        rub("1.00"),
        digest("move"),
        now(coop));
    assertRefused(coop.chain(), () -> push(coop, move), Reason.NO_MOVE_BETWEEN_FUNDS);
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-16")
  @Tag("FUND-10")
  void fund_passesMoneyOn_byRuleOfTheMeeting(Cooperative coop, Meetings meetings) {
    FundMove move = new FundMove(FundCode.OPERATIONS.code(), FundCode.RESERVE.code());
    FundRegulation regulation = new FundRegulation(
        Cooperative.ACCOUNT, 1, Scenario.RULES.shares(), FundUse.DEFAULT, List.of(move));
    long meeting = meetings.hold(agenda(FundRulesTest.rulesItem(1, regulation)));
    push(coop, new TreasuryContract.Adopt(regulation, meeting, 1));
    give(coop, FundCode.OPERATIONS, "100.00");
    push(
        coop,
        new MoneyActions.MoveFund(
            Cooperative.ACCOUNT, move, rub("30.00"), digest("move"), now(coop)));
    assertThat(coop.books().fund(FundCode.RESERVE)).isEqualTo(rub("30.00"));
    assertThat(coop.books().journal().get(1).transfer().basis().ruleVersion()).isEqualTo(1);
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-12")
  @Tag("CPP-16")
  void share_isMoved_leavesAProgramme_andIsPaidAfterTheExit(Cooperative coop) {
    coop.programme(2, new SplitRule(1, 0));
    coop.programme(3, new SplitRule(1, 0));
    coop.contribute(ANNA, ContributionKind.SHARE, 1, "300.00 RUB");
    coop.join(ANNA, 2);
    coop.contribute(ANNA, ContributionKind.PROGRAMME, 2, "100.00 RUB");
    ShareMove move = new ShareMove(Cooperative.ACCOUNT, ANNA, 2, 3, rub("40.00"), now(coop));
    MoneyActions.MoveShare moved =
        new MoneyActions.MoveShare(move, coop.actions().signature(ANNA, move.digest()));
    assertRefused(coop.chain(), () -> push(coop, moved, ANNA), Reason.NOT_A_PARTICIPANT);
    coop.join(ANNA, 3);
    assertRefused(coop.chain(), () -> push(coop, moved, BORIS), ChainError.MISSING_AUTH);
    push(coop, moved, ANNA);
    ProgrammeExit exit = new ProgrammeExit(Cooperative.ACCOUNT, ANNA, 2, now(coop));
    ProgrammeContract.Leave leave =
        new ProgrammeContract.Leave(exit, coop.actions().signature(ANNA, exit.digest()));
    coop.chain().push(coop.actions().act(CooperativeAccounts.PROGRAMME, leave, ANNA));
    assertThat(coop.books().balance(AccountRole.SHARES_TO_RETURN)).isEqualTo(rub("60.00"));
    assertRefused(
        coop.chain(),
        () -> coop.contribute(ANNA, ContributionKind.PROGRAMME, 2, "1.00 RUB"),
        Reason.NOT_A_PARTICIPANT);
    coop.chain().push(coop.actions().leave(ANNA));
    assertThat(coop.books().fund(FundCode.SHARE)).isEqualTo(rub("0.00"));
    assertThat(coop.books().balance(AccountRole.SHARES_TO_RETURN)).isEqualTo(rub("400.00"));
    List<TreasuryContract.DutyRow> duties = coop.chain()
        .chain()
        .rows(
            CooperativeAccounts.TREASURY,
            Cooperative.ACCOUNT,
            Name.of("duties"),
            0,
            10,
            TreasuryContract.DutyRow.class);
    assertThat(duties)
        .extracting(row -> row.duty().amount())
        .containsExactly(rub("60.00"), rub("300.00"), rub("40.00"));
    assertThat(duties).allSatisfy(row -> {
      assertThat(row.duty().isLate(coop.now().plus(Duration.ofDays(330)))).isFalse();
      assertThat(row.duty().isLate(coop.now().plus(Duration.ofDays(340)))).isTrue();
    });
    push(
        coop,
        new MoneyActions.PayShare(
            Cooperative.ACCOUNT,
            ANNA,
            2,
            rub("60.00"),
            AssetKind.MONEY,
            digest("paid"),
            now(coop)));
    assertThat(coop.books().balance(AccountRole.SHARES_TO_RETURN)).isEqualTo(rub("340.00"));
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-12")
  @Tag("FUND-19")
  void loan_isPaid_blocksTheExitFromItsProgramme_andIsSetOffOnSignature(Cooperative coop) {
    coop.programme(2, new SplitRule(1, 0));
    coop.join(ANNA, 2);
    coop.contribute(ANNA, ContributionKind.PROGRAMME, 2, "100.00 RUB");
    LoanGrant grant = new LoanGrant(
        Cooperative.ACCOUNT,
        ANNA,
        2,
        rub("70.00"),
        now(coop).plusSeconds(9_999),
        digest("regulation"));
    long decision = coop.decide(QuestionType.AID, grant.digest());
    push(coop, new MoneyActions.Loan(grant, decision, now(coop)));
    push(
        coop,
        new MoneyActions.Repay(
            Cooperative.ACCOUNT, ANNA, 2, rub("20.00"), digest("first"), now(coop)));
    assertThat(coop.books().balance(AccountRole.LOANS)).isEqualTo(rub("50.00"));
    ProgrammeExit exit = new ProgrammeExit(Cooperative.ACCOUNT, ANNA, 2, now(coop));
    ProgrammeContract.Leave leave =
        new ProgrammeContract.Leave(exit, coop.actions().signature(ANNA, exit.digest()));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().act(CooperativeAccounts.PROGRAMME, leave, ANNA)),
            Reason.OPEN_OBLIGATIONS)
        .hasFact("owed", "50.00 RUB");
    coop.chain().push(coop.actions().leave(ANNA));
    DebtNetting netting = new DebtNetting(
        Cooperative.ACCOUNT,
        ANNA,
        List.of(new DebtNetting.Line(2, DebtNetting.Debt.LOAN, 2, rub("50.00"))),
        now(coop));
    push(
        coop,
        new MoneyActions.SetOff(netting, coop.actions().signature(ANNA, netting.digest())),
        ANNA);
    assertThat(coop.books().balance(AccountRole.LOANS)).isEqualTo(rub("0.00"));
    assertThat(coop.books().balance(AccountRole.SHARES_TO_RETURN)).isEqualTo(rub("50.00"));
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-07")
  @Tag("FUND-19")
  void aidAndAdvance_needADecisionOfTheCouncil(Cooperative coop) {
    give(coop, FundCode.MUTUAL_AID, "100.00");
    give(coop, FundCode.OPERATIONS, "100.00");
    AidGrant aid = new AidGrant(
        Cooperative.ACCOUNT,
        ANNA,
        1,
        rub("30.00"),
        Name.of("illness"),
        digest("papers"),
        digest("regulation"));
    long other = coop.decide(QuestionType.OTHER, aid.digest());
    assertRefused(
        coop.chain(),
        () -> push(coop, new MoneyActions.Aid(aid, other, now(coop))),
        Reason.DECISION_OF_OTHER_TYPE);
    long decision = coop.decide(QuestionType.AID, aid.digest());
    push(coop, new MoneyActions.Aid(aid, decision, now(coop)));
    assertThat(coop.books().fund(FundCode.MUTUAL_AID)).isEqualTo(rub("70.00"));
    assertThat(coop.books().statement(ANNA, 1).aid()).isEqualTo(rub("30.00"));
    AdvanceGrant advance = new AdvanceGrant(
        Cooperative.ACCOUNT,
        BORIS,
        1,
        rub("50.00"),
        FundCode.OPERATIONS.code(),
        Name.of("materials"),
        now(coop).plusSeconds(999),
        digest("regulation"));
    long granted = coop.decide(QuestionType.AID, advance.digest());
    push(coop, new MoneyActions.Advance(advance, granted, now(coop)));
    push(
        coop, new MoneyActions.Report(advance, granted, rub("45.00"), digest("report"), now(coop)));
    assertThat(coop.books().fund(FundCode.OPERATIONS)).isEqualTo(rub("55.00"));
    assertThat(coop.books().balance(AccountRole.ADVANCES)).isEqualTo(rub("0.00"));
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-20")
  void thing_isBroughtByItsValue_once(Cooperative coop) {
    coop.programme(2, new SplitRule(1, 1));
    coop.join(ANNA, 2);
    Valuation valuation = new Valuation(
        Cooperative.ACCOUNT, ANNA, 2, AssetKind.FIXED_ASSETS, digest("a lathe"), rub("1000.00"));
    long decision = coop.decide(QuestionType.VALUATION, valuation.digest());
    Contribution lathe = new Contribution(
            ContributionKind.PROGRAMME, ANNA, rub("1000.00"), 2, digest("act"), now(coop))
        .in(AssetKind.FIXED_ASSETS);
    assertRefused(
        coop.chain(),
        () -> push(coop, new TreasuryContract.Contribute(Cooperative.ACCOUNT, lathe)),
        Reason.NOT_VALUED);
    MoneyActions.Bring bring =
        new MoneyActions.Bring(Cooperative.ACCOUNT, lathe, valuation, decision);
    push(coop, bring);
    coop.advance(Duration.ofHours(2));
    push(coop, bring);
    assertThat(coop.books().balance(AssetKind.FIXED_ASSETS)).isEqualTo(rub("1000.00"));
    assertThat(coop.books().fund(FundCode.SHARE)).isEqualTo(rub("500.00"));
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-22")
  void error_isCorrected_andAClosedPeriodStaysClosed(Cooperative coop) {
    give(coop, FundCode.RESERVE, "10.00");
    TransferRecord error = coop.books().journal().get(0);
    push(
        coop,
        new MoneyActions.Correct(
            Cooperative.ACCOUNT, error.id(), rub("4.00"), digest("error"), now(coop)));
    assertThat(coop.books().fund(FundCode.RESERVE)).isEqualTo(rub("6.00"));
    assertRefused(
        coop.chain(),
        () -> push(
            coop,
            new MoneyActions.Correct(
                Cooperative.ACCOUNT, error.id(), rub("6.01"), digest("more"), now(coop))),
        Reason.CORRECTION_EXCEEDED);
    TimePointSec before = now(coop);
    coop.advance(Duration.ofDays(1));
    push(coop, new MoneyActions.ClosePeriod(Cooperative.ACCOUNT, now(coop)));
    assertRefused(
        coop.chain(),
        () -> push(
            coop,
            new MoneyActions.Correct(
                Cooperative.ACCOUNT, error.id(), rub("1.00"), digest("late"), before)),
        Reason.PERIOD_CLOSED);
    push(
        coop,
        new MoneyActions.Correct(
            Cooperative.ACCOUNT, error.id(), rub("1.00"), digest("late"), now(coop)));
    assertThat(coop.books().fund(FundCode.RESERVE)).isEqualTo(rub("5.00"));
    assertSound(coop);
  }

  private static AgendaItem about(int number, ItemType type, Checksum256 subject) {
    return new AgendaItem(number, type, "Вопрос " + number, "Принять решение", List.of(), subject);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-04")
  @Tag("FUND-21")
  void meeting_decidesOnPaymentsLossesAndTheIndivisibleFund(Cooperative coop, Meetings meetings) {
    coop.contribute(ANNA, ContributionKind.ENTRANCE, 1, "100.00 RUB");
    give(coop, FundCode.RESERVE, "10.00");
    push(
        coop,
        new MoneyActions.Income(Cooperative.ACCOUNT, rub("100.00"), digest("income"), now(coop)));
    CooperativePayments payments = new CooperativePayments(
        Cooperative.ACCOUNT,
        2025,
        1,
        rub("100.00"),
        List.of(new CooperativePayments.Payment(ANNA, rub("20.00"))));
    LossCover cover = new LossCover(
        Cooperative.ACCOUNT,
        2025,
        rub("15.00"),
        rub("10.00"),
        List.of(new CooperativePayments.Payment(ANNA, rub("5.00"))));
    ExceptionalUse use = new ExceptionalUse(
        Cooperative.ACCOUNT,
        ItemType.REORGANIZATION,
        rub("40.00"),
        Name.of("union"),
        digest("case"));
    long meeting = meetings.hold(agenda(
        about(1, ItemType.FUND_RULES, payments.digest()),
        about(2, ItemType.FUND_RULES, cover.digest()),
        about(3, ItemType.REORGANIZATION, use.digest())));
    push(coop, new MoneyActions.PayOut(payments, meeting, 1, now(coop)));
    push(coop, new MoneyActions.CoverLoss(cover, meeting, 2, now(coop)));
    push(coop, new MoneyActions.PayLoss(cover, ANNA, meeting, 2, digest("anna pays"), now(coop)));
    assertRefused(
        coop.chain(),
        () -> push(coop, new MoneyActions.Except(use, meeting, 2, now(coop))),
        Reason.DECISION_OF_OTHER_TYPE);
    push(coop, new MoneyActions.Except(use, meeting, 3, now(coop)));
    assertThat(coop.books().fund(FundCode.INDIVISIBLE)).isEqualTo(rub("60.00"));
    assertThat(coop.books().fund(FundCode.RESERVE)).isEqualTo(rub("0.00"));
    assertThat(coop.books().balance(AssetKind.MONEY)).isEqualTo(rub("155.00"));
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("FUND-02")
  void exchange_changesNoFund(Cooperative coop) {
    give(coop, FundCode.OPERATIONS, "100.00");
    push(
        coop,
        new MoneyActions.Exchange(
            Cooperative.ACCOUNT,
            AssetKind.MONEY,
            AssetKind.GOODS,
            rub("99.00"),
            digest("flour"),
            now(coop)));
    assertThat(coop.books().balance(AssetKind.GOODS)).isEqualTo(rub("99.00"));
    assertThat(coop.books().fund(FundCode.OPERATIONS)).isEqualTo(rub("100.00"));
    assertSound(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("CPP-10")
  @Tag("CPP-16")
  void programme_isRevised_andClosed_andSharesBecomeDue(Cooperative coop) {
    coop.programme(2, new SplitRule(1, 0));
    coop.join(ANNA, 2);
    coop.contribute(ANNA, ContributionKind.PROGRAMME, 2, "100.00 RUB");
    ProgrammeRegulation next = coop.regulation(2, 2, new SplitRule(0, 1));
    long revision = coop.decide(QuestionType.PROGRAMME, next.digest());
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.PROGRAMME,
                new ProgrammeContract.Revise(next, revision),
                Cooperative.ACCOUNT));
    assertRefused(
        coop.chain(),
        () -> coop.contribute(ANNA, ContributionKind.PROGRAMME, 2, "1.00 RUB"),
        Reason.CONSENT_OUTDATED);
    coop.join(ANNA, 2);
    coop.contribute(ANNA, ContributionKind.PROGRAMME, 2, "1.00 RUB");
    assertThat(coop.books().statement(ANNA, 2).membership()).isEqualTo(rub("1.00"));
    Action release = coop.actions()
        .act(
            CooperativeAccounts.PROGRAMME,
            new ProgrammeContract.Release(Cooperative.ACCOUNT, 2, ANNA),
            BORIS);
    assertRefused(coop.chain(), () -> coop.chain().push(release), Reason.WRONG_STATE);
    long closing =
        coop.decide(QuestionType.PROGRAMME, coop.activeProgramme(2).closure().digest());
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.PROGRAMME,
                new ProgrammeContract.Close(Cooperative.ACCOUNT, 2, closing),
                Cooperative.ACCOUNT));
    assertRefused(
        coop.chain(),
        () -> coop.contribute(ANNA, ContributionKind.PROGRAMME, 2, "1.00 RUB"),
        Reason.WRONG_STATE);
    coop.chain().push(release);
    assertThat(coop.books().balance(AccountRole.SHARES_TO_RETURN)).isEqualTo(rub("100.00"));
    coop.advance(Duration.ofHours(2));
    assertRefused(coop.chain(), () -> coop.chain().push(release), Reason.NOT_A_PARTICIPANT);
    assertSound(coop);
  }
}
