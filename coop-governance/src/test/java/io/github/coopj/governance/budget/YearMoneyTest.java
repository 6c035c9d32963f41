package io.github.coopj.governance.budget;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.CONTRIBUTIONS;
import static io.github.coopj.governance.fund.Money.FUNDS;
import static io.github.coopj.governance.fund.Money.RUB;
import static io.github.coopj.governance.fund.Money.RULES;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.assertRefused;
import static io.github.coopj.governance.fund.Money.assertSound;
import static io.github.coopj.governance.fund.Money.books;
import static io.github.coopj.governance.fund.Money.receive;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.fund.Money.view;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.held;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.program.Programmes.active;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.MoneyPolicy;
import io.github.coopj.governance.fund.AdmissionPayments;
import io.github.coopj.governance.fund.AssetKind;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.FundSpending;
import io.github.coopj.governance.fund.Liquidity;
import io.github.coopj.governance.fund.Money;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.fund.ProgrammeFunds;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Budget, cooperative payments, losses, the indivisible fund, liquidation. */
class YearMoneyTest {
  private static final TimePointSec YEAR = TimePointSec.of(Instant.parse("2026-01-01T00:00:00Z"));
  private static final TimePointSec END = TimePointSec.of(Instant.parse("2027-01-01T00:00:00Z"));

  private static MeetingDecision decided(ItemType type, Checksum256 subject) {
    return held(type, subject, NOW).decision(1);
  }

  private static Budget.Line line(FundCode fund, String purpose, long plan) {
    return new Budget.Line(fund.code(), Name.of(purpose), rub(plan));
  }

  @Test
  @Tag("FUND-16")
  void budget_isComparedWithTheBooks_byFundAndPurpose() {
    Budget budget = new Budget(
        COOP,
        YEAR,
        END,
        List.of(
            line(FundCode.OPERATIONS, "rent", 100),
            line(FundCode.OPERATIONS, "wages", 300),
            line(FundCode.DEVELOPMENT, "education", 50)));
    budget.requireAdopted(decided(ItemType.FUND_RULES, budget.digest()));
    assertRefused(
        () -> budget.requireAdopted(decided(ItemType.FUND_RULES, paper("other"))),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> budget.requireAdopted(decided(ItemType.CHARTER, budget.digest())),
        Reason.DECISION_OF_OTHER_TYPE);
    Books books = books();
    receive(books, FundCode.OPERATIONS, 1_000);
    receive(books, FundCode.DEVELOPMENT, 1_000);
    spend(books, FundCode.OPERATIONS, "rent", 120);
    spend(books, FundCode.OPERATIONS, "wages", 299);
    spend(books, FundCode.DEVELOPMENT, "marketing", 7);
    TransferRecord wages = books.journal().get(books.journal().size() - 2);
    Money.book(books, Posting.correction(wages, rub(99), paper("error in wages"), AT));
    BudgetReport report = BudgetReport.of(budget, view(books));
    assertThat(report.lines())
        .containsExactly(
            new BudgetReport.Line(
                FundCode.DEVELOPMENT.code(), Name.of("education"), rub(50), rub(0)),
            new BudgetReport.Line(
                FundCode.DEVELOPMENT.code(), Name.of("marketing"), rub(0), rub(7)),
            new BudgetReport.Line(FundCode.OPERATIONS.code(), Name.of("rent"), rub(100), rub(120)),
            new BudgetReport.Line(
                FundCode.OPERATIONS.code(), Name.of("wages"), rub(300), rub(200)));
    assertThat(report.lines().get(2).left()).isEqualTo(rub(-20));
    Budget later =
        new Budget(COOP, END, END.plusSeconds(1), List.of(line(FundCode.OPERATIONS, "rent", 1)));
    assertThat(BudgetReport.of(later, view(books)).lines())
        .containsExactly(
            new BudgetReport.Line(FundCode.OPERATIONS.code(), Name.of("rent"), rub(1), rub(0)));
  }

  private static void spend(Books books, FundCode fund, String purpose, long minor) {
    Money.book(
        books,
        FUNDS.spend(
            new FundSpending(
                fund.code(),
                Name.of(purpose),
                rub(minor),
                AssetKind.MONEY,
                paper(purpose + minor),
                AT),
            RULES));
  }

  @Test
  void budget_refuses_pairsTwice_emptyPeriods_andNegativePlans() {
    Budget.Line rent = line(FundCode.OPERATIONS, "rent", 100);
    for (List<Budget.Line> wrong : List.of(List.<Budget.Line>of(), List.of(rent, rent))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new Budget(COOP, YEAR, END, wrong));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Budget(COOP, YEAR, YEAR, List.of(rent)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> line(FundCode.OPERATIONS, "rent", -1));
  }

  private static SortedMap<Name, Long> weights(long... weights) {
    SortedMap<Name, Long> map = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      map.put(member(i + 1), weights[i]);
    }
    return map;
  }

  @Test
  @Tag("FUND-21")
  void payments_upToTheCapOfTheCharter_andNotOneUnitMore_exactlyDivided() {
    Books books = books();
    Money.book(books, FUNDS.income(rub(1_004), paper("income"), AT));
    MoneyPolicy policy = platform().money();
    CooperativePayments payments =
        CooperativePayments.divide(COOP, 2025, 1, rub(1_004), rub(200), weights(1, 1, 1, 0));
    assertThat(payments.payments())
        .extracting(part -> part.amount().amount())
        .containsExactly(67L, 67L, 66L);
    assertThat(payments.total()).isEqualTo(rub(200));
    Money.book(
        books, payments.pay(decided(ItemType.FUND_RULES, payments.digest()), policy, WALLETS, AT));
    assertThat(view(books).balance(AccountRole.RESULT)).isEqualTo(rub(-804));
    assertThat(view(books).balance(AssetKind.MONEY)).isEqualTo(rub(804));
    CooperativePayments more =
        CooperativePayments.divide(COOP, 2025, 1, rub(1_004), rub(201), weights(1, 1, 1));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(
            () -> more.pay(decided(ItemType.FUND_RULES, more.digest()), policy, WALLETS, AT))
        .withMessage("ABOVE_CAP amount=\"2.01 RUB\" cap=1/5 income=\"10.04 RUB\"");
    assertRefused(
        () -> payments.pay(decided(ItemType.FUND_RULES, more.digest()), policy, WALLETS, AT),
        Reason.DECISION_ON_OTHER_SUBJECT);
    CooperativePayments ofLoss = new CooperativePayments(COOP, 2025, 1, rub(0), List.of());
    assertRefused(
        () -> ofLoss.pay(decided(ItemType.FUND_RULES, ofLoss.digest()), policy, WALLETS, AT),
        Reason.ABOVE_CAP);
    assertSound(books);
  }

  @Test
  @Tag("FUND-21")
  void loss_isCovered_byTheReserveFirst_andByMembersWithinTheMonths() {
    Books books = books();
    receive(books, FundCode.RESERVE, 60);
    Money.book(
        books,
        Posting.of(WALLETS, paper("fire"), AT)
            .move(WALLETS.result(), WALLETS.asset(AssetKind.MONEY), rub(60), Purpose.EXCHANGE)
            .build());
    LossCover cover = LossCover.plan(COOP, 2025, rub(101), rub(60), weights(1, 1));
    assertThat(cover.fromReserve()).isEqualTo(rub(60));
    assertThat(cover.contributions())
        .extracting(part -> part.amount().amount())
        .containsExactly(21L, 20L);
    MeetingDecision decision = decided(ItemType.FUND_RULES, cover.digest());
    Money.book(books, cover.coverFromReserve(decision, WALLETS, AT));
    Money.book(books, cover.pay(member(1), decision, WALLETS, paper("anna pays"), AT));
    assertThat(view(books).fund(FundCode.RESERVE)).isEqualTo(rub(0));
    assertThat(view(books).balance(AccountRole.RESULT)).isEqualTo(rub(-21));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> cover.pay(member(5), decision, WALLETS, paper("stranger"), AT));
    assertRefused(
        () -> new LossCover(COOP, 2025, rub(101), rub(60), List.of()), Reason.NOT_COVERED);
    assertThat(LossCover.plan(COOP, 2025, rub(60), rub(61), weights()).contributions())
        .isEmpty();
    assertThat(LossCover.payBy(LocalDate.parse("2026-11-30"), platform()))
        .isEqualTo(LocalDate.parse("2027-02-28"));
    assertSound(books);
  }

  @Test
  @Tag("FUND-04")
  void indivisibleFund_isUsed_byExceptionalDecisionsOnly_andNeverForTheCooperativeItself() {
    Books books = books();
    Money.book(
        books,
        CONTRIBUTIONS.bookAdmission(
            new Contribution(
                ContributionKind.ENTRANCE, member(1), rub(10_000), 1, paper("entrance"), AT),
            platform().admission(),
            PersonKind.INDIVIDUAL,
            AdmissionPayments.none(member(1), RUB),
            Optional.empty()));
    Name union = Name.of("union");
    ExceptionalUse use =
        new ExceptionalUse(COOP, ItemType.LIQUIDATION, rub(10_000), union, paper("case"));
    for (ItemType type : ItemType.values()) {
      if (type != ItemType.LIQUIDATION && type != ItemType.REORGANIZATION) {
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> new ExceptionalUse(COOP, type, rub(1), union, paper("case")));
      }
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new ExceptionalUse(COOP, ItemType.LIQUIDATION, rub(1), COOP, paper("case")));
    assertRefused(
        () -> use.use(decided(ItemType.FUND_RULES, use.digest()), WALLETS, AT),
        Reason.DECISION_OF_OTHER_TYPE);
    Money.book(books, use.use(decided(ItemType.LIQUIDATION, use.digest()), WALLETS, AT));
    assertThat(view(books).fund(FundCode.INDIVISIBLE)).isEqualTo(rub(0));
    assertSound(books);
  }

  private static SortedMap<Name, Asset> shares(long... shares) {
    SortedMap<Name, Asset> map = new TreeMap<>();
    weights(shares).forEach((member, share) -> map.put(member, rub(share)));
    return map;
  }

  private static List<String> drawn(long money, long... shares) {
    Name bank = Name.of("bank");
    Name shop = Name.of("shop");
    Name taxes = Name.of("taxes");
    return LiquidationPlan.draw(
            COOP,
            rub(money),
            List.of(
                new LiquidationPlan.Claim(2, bank, rub(100)),
                new LiquidationPlan.Claim(2, shop, rub(50)),
                new LiquidationPlan.Claim(1, taxes, rub(30))),
            rub(20),
            Name.of("union"),
            shares(shares))
        .lines()
        .stream()
        .map(line -> line.ground() + " " + line.receiver() + " " + line.amount().amount())
        .toList();
  }

  @Test
  @Tag("FUND-04")
  void liquidation_paysInOrder_andHandsOutExactlyWhatIsThere() {
    assertThat(drawn(29, 10, 20)).containsExactly("CREDITOR taxes 29");
    assertThat(drawn(31, 10, 20)).containsExactly("CREDITOR taxes 30", "CREDITOR bank 1");
    assertThat(drawn(180, 10, 20))
        .containsExactly("CREDITOR taxes 30", "CREDITOR bank 100", "CREDITOR shop 50");
    assertThat(drawn(199, 10, 20)).endsWith("INDIVISIBLE union 19");
    assertThat(drawn(215, 10, 20))
        .endsWith(
            "INDIVISIBLE union 20", "SHARE " + member(1) + " 5", "SHARE " + member(2) + " 10");
    assertThat(drawn(233, 10, 20))
        .endsWith(
            "SHARE " + member(1) + " 10",
            "SHARE " + member(2) + " 20",
            "REST " + member(1) + " 1",
            "REST " + member(2) + " 2");
    assertRefused(() -> drawn(201), Reason.NOT_ALL_SHARED);
  }

  @Test
  @Tag("FUND-02")
  void liquidity_saysWhatTheMoneyCovers_exactly() {
    Liquidity covered = new Liquidity(rub(100), rub(100), rub(200));
    assertThat(covered.coversDue()).isTrue();
    assertThat(covered.coverage()).isEqualTo(3_333);
    assertThat(new Liquidity(rub(99), rub(100), rub(0)).coversDue()).isFalse();
    assertThat(new Liquidity(rub(300), rub(100), rub(200)).coverage()).isEqualTo(10_000);
    assertThat(new Liquidity(rub(0), rub(0), rub(0)).coverage()).isEqualTo(10_000);
    assertThat(
            new Liquidity(rub(Asset.MAX_AMOUNT - 1), rub(Asset.MAX_AMOUNT), rub(Asset.MAX_AMOUNT))
                .coverage())
        .isEqualTo(4_999);
    Books books = books();
    Programme.Active bread = active(5, new SplitRule(1, 1));
    Money.contribute(books, bread, member(1), 1_000);
    Money.book(
        books, FUNDS.exchange(AssetKind.MONEY, AssetKind.GOODS, rub(750), paper("flour"), AT));
    assertThat(Liquidity.of(view(books))).isEqualTo(new Liquidity(rub(250), rub(0), rub(500)));
    assertThat(Liquidity.of(view(books)).coverage()).isEqualTo(5_000);
  }

  @Test
  @Tag("FUND-17")
  void programmeFunds_showWhatEachProgrammeBroughtToEachFund() {
    Books books = books();
    Money.contribute(books, active(5, new SplitRule(0, 1)), member(1), 10_000);
    Money.contribute(books, active(6, new SplitRule(1, 1)), member(1), 2_000);
    assertThat(ProgrammeFunds.of(view(books)).lines())
        .contains(
            new ProgrammeFunds.Line(5, FundCode.OPERATIONS.code(), rub(6_500)),
            new ProgrammeFunds.Line(6, FundCode.OPERATIONS.code(), rub(650)),
            new ProgrammeFunds.Line(6, FundCode.INDIVISIBLE.code(), rub(50)))
        .hasSize(10);
    long sum = 0;
    for (ProgrammeFunds.Line line : ProgrammeFunds.of(view(books)).lines()) {
      sum += line.amount().amount();
    }
    assertThat(sum).isEqualTo(11_000);
  }
}
