package io.github.coopj.governance.fund;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.CONTRIBUTIONS;
import static io.github.coopj.governance.fund.Money.FUNDS;
import static io.github.coopj.governance.fund.Money.RUB;
import static io.github.coopj.governance.fund.Money.RULES;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.assertRefused;
import static io.github.coopj.governance.fund.Money.assertSound;
import static io.github.coopj.governance.fund.Money.books;
import static io.github.coopj.governance.fund.Money.lines;
import static io.github.coopj.governance.fund.Money.receive;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.fund.Money.view;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.program.Programmes.active;
import static io.github.coopj.governance.program.Programmes.participant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.ledger.AccountNumber;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.AccountSide;
import io.github.coopj.governance.ledger.Basis;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.ChartOfAccounts;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.LedgerLevel;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.ledger.TransferId;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.ledger.WalletBalance;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is neither contribution nor share: receipts, spending, money between funds, benefits. */
class FundBookingTest {
  private static final Name ANNA = member(3);
  private static final Programme.Active BREAD = active(5, new SplitRule(1, 1));

  private static FundSpending spending(FundCode fund, String purpose, long minor) {
    return new FundSpending(
        fund.code(),
        Name.of(purpose),
        rub(minor),
        AssetKind.MONEY,
        paper("bill over " + minor + " for " + purpose),
        AT);
  }

  private static void contribute(Books books, Name member, long minor, String text) {
    Contribution contribution =
        new Contribution(ContributionKind.PROGRAMME, member, rub(minor), 5, paper(text), AT);
    Money.book(
        books,
        CONTRIBUTIONS
            .book(
                contribution,
                participant(BREAD, member, NOW),
                BREAD,
                RULES,
                Carry.NONE,
                Optional.empty())
            .posting());
  }

  @ParameterizedTest
  @EnumSource(FundCode.class)
  @Tag("FUND-09")
  @Tag("FUND-03")
  void receipt_fromLawfulSources_butNeverIntoShareOrIndivisibleFund(FundCode fund) {
    for (Purpose source : Purpose.values()) {
      FundBooking.Receipt receipt =
          new FundBooking.Receipt(source, rub(5), fund.code(), paper("gift"), AT);
      boolean lawful =
          source == Purpose.CHARITY || source == Purpose.INCOME || source == Purpose.OTHER_LAWFUL;
      if (fund == FundCode.SHARE && lawful) {
        assertRefused(() -> FUNDS.receipt(receipt), Reason.NO_ACCOUNT_FOR);
      } else if (!lawful || fund == FundCode.INDIVISIBLE) {
        assertRefused(() -> FUNDS.receipt(receipt), Reason.WRONG_FUND_SOURCE);
      } else {
        assertThat(lines(FUNDS.receipt(receipt)))
            .containsExactly("51 " + WALLETS.fund(fund) + " 5 " + source.code() + " 0");
      }
    }
  }

  @Test
  @Tag("FUND-05")
  @Tag("FUND-06")
  @Tag("FUND-08")
  @Tag("FUND-16")
  void spend_onPurposesOfTheRules_only() {
    Map<FundCode, List<String>> purposes = Map.of(
        FundCode.RESERVE, List.of("unforeseen", "loss"),
        FundCode.DEVELOPMENT, List.of("technology", "education", "marketing", "project"),
        FundCode.OPERATIONS, List.of("materials", "wages", "rent", "utilities", "goods"));
    purposes.forEach((fund, allowed) -> {
      Books books = books();
      receive(books, fund, 100);
      purposes.values().stream().flatMap(List::stream).forEach(purpose -> {
        if (allowed.contains(purpose)) {
          Money.book(books, FUNDS.spend(spending(fund, purpose, 1), RULES));
        } else {
          assertRefused(
              () -> FUNDS.spend(spending(fund, purpose, 1), RULES), Reason.PURPOSE_NOT_OF_FUND);
        }
      });
      assertThat(view(books).fund(fund)).isEqualTo(rub(100 - allowed.size()));
      assertRefused(
          () -> Money.book(books, FUNDS.spend(spending(fund, allowed.get(0), 101), RULES)),
          Reason.BALANCE_TOO_LOW);
      assertSound(books);
    });
  }

  @Test
  @Tag("FUND-04")
  @Tag("FUND-07")
  void spending_ofIndivisibleAndMutualAidFund_hasNoSuchWay() {
    for (FundCode fund : List.of(FundCode.INDIVISIBLE, FundCode.MUTUAL_AID)) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> spending(fund, "illness", 1))
          .withMessage("the fund " + fund.code() + " is not spent so");
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new FundUse(FundCode.INDIVISIBLE.code(), List.of(Name.of("rent"))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new FundMove(FundCode.INDIVISIBLE.code(), FundCode.RESERVE.code()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new FundMove(FundCode.RESERVE.code(), FundCode.INDIVISIBLE.code()));
  }

  @Test
  @Tag("FUND-16")
  void move_betweenFunds_byRuleOfTheMeetingOnly() {
    FundMove move = new FundMove(FundCode.OPERATIONS.code(), FundCode.RESERVE.code());
    FundRegulation regulation = new FundRegulation(
        COOP,
        1,
        FundRulesTest.regulation(1, 500, 1500, 1000, 500, 6500).shares(),
        FundUse.DEFAULT,
        List.of(move));
    FundRules rules = FundRulesTest.inForce(regulation, NOW);
    Books books = books();
    receive(books, FundCode.OPERATIONS, 100);
    assertRefused(
        () -> FUNDS.move(move, rub(40), RULES, paper("order"), AT), Reason.NO_MOVE_BETWEEN_FUNDS);
    assertRefused(
        () -> FUNDS.move(new FundMove(move.to(), move.from()), rub(40), rules, paper("order"), AT),
        Reason.NO_MOVE_BETWEEN_FUNDS);
    assertRefused(
        () -> FUNDS.move(
            move,
            rub(40),
            FundRulesTest.inForce(regulation, NOW.plusSeconds(61)),
            paper("order"),
            AT),
        Reason.NO_FUND_RULES);
    Posting posting = FUNDS.move(move, rub(40), rules, paper("order"), AT);
    assertThat(lines(posting)).containsExactly("86.5 86.2 40 fundmove 1");
    Money.book(books, posting);
    assertThat(view(books).fund(FundCode.RESERVE)).isEqualTo(rub(40));
    assertThat(view(books).fund(FundCode.OPERATIONS)).isEqualTo(rub(60));
    assertSound(books);
  }

  @Test
  @Tag("FUND-16")
  void fundsOfTheCharter_areFedAndSpentByTheirOwnRules() {
    ChartAccount housing = new ChartAccount(
        AccountNumber.parse("86.6"),
        AccountSide.CREDIT,
        "Жилищный фонд",
        "Housing fund",
        false,
        false,
        OptionalLong.of(0),
        AccountRole.FUND,
        Name.of("housing"));
    List<ChartAccount> accounts = new ArrayList<>(WALLETS.chart().accounts());
    accounts.add(housing);
    Wallets wallets = new Wallets(ChartOfAccounts.of("WITH_HOUSING", accounts));
    FundBooking funds = new FundBooking(wallets, RUB);
    List<FundUse> uses = new ArrayList<>(FundUse.DEFAULT);
    uses.add(new FundUse(Name.of("housing"), List.of(Name.of("building"))));
    FundRules rules = FundRulesTest.inForce(
        new FundRegulation(
            COOP,
            1,
            FundRulesTest.regulation(1, 500, 1500, 1000, 500, 6500).shares(),
            uses,
            List.of()),
        NOW);
    FundBooking.Receipt gift =
        new FundBooking.Receipt(Purpose.CHARITY, rub(7), Name.of("housing"), paper("gift"), AT);
    assertRefused(() -> FUNDS.receipt(gift), Reason.NO_ACCOUNT_FOR);
    assertThat(lines(funds.receipt(gift))).containsExactly("51 86.6 7 charity 0");
    FundSpending roof = new FundSpending(
        Name.of("housing"), Name.of("building"), rub(7), AssetKind.MONEY, paper("roof"), AT);
    assertThat(lines(funds.spend(roof, rules))).containsExactly("86.6 51 7 building 1");
    assertRefused(() -> funds.spend(roof, RULES), Reason.PURPOSE_NOT_OF_FUND);
    assertThat(wallets.chart().funds()).hasSize(6).endsWith(Name.of("housing"));
  }

  @Test
  @Tag("FUND-02")
  void exchange_movesAssets_andNotWhatIsOwedToMembers() {
    Books books = books();
    contribute(books, ANNA, 1_000, "first");
    Asset owed = view(books).fund(FundCode.SHARE);
    Money.book(
        books, FUNDS.exchange(AssetKind.MONEY, AssetKind.GOODS, rub(900), paper("flour"), AT));
    assertThat(view(books).fund(FundCode.SHARE)).isEqualTo(owed).isEqualTo(rub(500));
    assertThat(view(books).balance(AssetKind.MONEY)).isEqualTo(rub(100));
    assertThat(view(books).balance(AssetKind.GOODS)).isEqualTo(rub(900));
    assertRefused(
        () -> Money.book(
            books, FUNDS.exchange(AssetKind.MONEY, AssetKind.GOODS, rub(101), paper("sugar"), AT)),
        Reason.BALANCE_TOO_LOW);
    assertSound(books);
  }

  @Test
  @Tag("CPP-13")
  void benefit_upToTheEntitlement_andWhatThereIs_andNotOneUnitMore() {
    Books books = books();
    contribute(books, ANNA, 600, "anna pays");
    contribute(books, member(4), 4_000, "boris pays");
    MemberStatement statement = view(books).statement(ANNA, 5);
    assertThat(statement)
        .isEqualTo(new MemberStatement(ANNA, 5, rub(300), rub(300), rub(0), rub(0), rub(0)));
    assertRefused(
        () -> Money.book(books, FUNDS.benefit(statement, rub(250), paper("bread"), AT)),
        Reason.BALANCE_TOO_LOW);
    Money.book(
        books, FUNDS.exchange(AssetKind.MONEY, AssetKind.GOODS, rub(900), paper("flour"), AT));
    Money.book(books, FUNDS.benefit(statement, rub(250), paper("bread"), AT));
    MemberStatement after = view(books).statement(ANNA, 5);
    assertThat(after.entitlement()).isEqualTo(rub(50));
    assertThat(after.benefits()).isEqualTo(rub(250));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> FUNDS.benefit(after, rub(51), paper("more"), AT))
        .withMessage("BENEFIT_EXCEEDS_ENTITLEMENT account=" + ANNA
            + " benefit=\"0.51 RUB\" entitlement=\"0.50 RUB\"");
    Money.book(books, FUNDS.benefit(after, rub(50), paper("more"), AT));
    assertThat(view(books).statement(member(4), 5).benefits()).isEqualTo(rub(0));
    assertThat(view(books).statement(ANNA, 6))
        .isEqualTo(new MemberStatement(ANNA, 6, rub(0), rub(0), rub(0), rub(0), rub(0)));
    assertSound(books);
  }

  @Test
  @Tag("CPP-13")
  @Tag("FUND-22")
  void correction_takesBackWhatTheErrorGave() {
    Books books = books();
    contribute(books, ANNA, 600, "anna pays");
    List<TransferRecord> made = List.copyOf(books.journal());
    for (int i = made.size() - 1; i >= 0; i--) {
      TransferRecord error = made.get(i);
      Money.book(books, Posting.correction(error, rub(error.posted()), paper("error in " + i), AT));
    }
    assertThat(view(books).statement(ANNA, 5))
        .isEqualTo(new MemberStatement(ANNA, 5, rub(0), rub(0), rub(0), rub(0), rub(0)));
    assertThat(view(books).balance(AssetKind.MONEY)).isEqualTo(rub(0));
    assertSound(books);
  }

  @Test
  void amounts_zeroNegativeForeignOrOfOtherPrecision_areRefused_everywhere() {
    MemberStatement statement = view(books()).statement(ANNA, 5);
    FundMove move = new FundMove(FundCode.OPERATIONS.code(), FundCode.RESERVE.code());
    Map<Asset, Reason> wrong = new HashMap<>();
    wrong.put(rub(0), Reason.AMOUNT_NOT_POSITIVE);
    wrong.put(rub(-1), Reason.AMOUNT_NOT_POSITIVE);
    wrong.put(new Asset(1, Symbol.of(3, "RUB")), Reason.WRONG_CURRENCY);
    wrong.put(new Asset(1, Symbol.of(2, "EUR")), Reason.WRONG_CURRENCY);
    wrong.forEach((amount, reason) -> {
      assertRefused(() -> FUNDS.benefit(statement, amount, paper("x"), AT), reason);
      assertRefused(() -> FUNDS.move(move, amount, RULES, paper("x"), AT), reason);
      assertRefused(() -> FUNDS.income(amount, paper("x"), AT), reason);
      assertRefused(
          () -> FUNDS.exchange(AssetKind.MONEY, AssetKind.GOODS, amount, paper("x"), AT), reason);
      assertRefused(
          () -> FUNDS.receipt(new FundBooking.Receipt(
              Purpose.CHARITY, amount, FundCode.RESERVE.code(), paper("x"), AT)),
          reason);
      assertRefused(
          () -> FUNDS.spend(
              new FundSpending(
                  FundCode.RESERVE.code(),
                  Name.of("loss"),
                  amount,
                  AssetKind.MONEY,
                  paper("x"),
                  AT),
              RULES),
          reason);
    });
  }

  @Test
  @Tag("FUND-01")
  void check_findsBentFiguresAndUnlawfulTransfers_andNamesThem() {
    Books books = books();
    contribute(books, ANNA, 1_000, "first");
    LedgerSnapshot sound = books.snapshot();
    assertThat(BooksCheck.check(sound)).isEmpty();
    SortedMap<LedgerKey, WalletBalance> members = new TreeMap<>(sound.on(LedgerLevel.MEMBER));
    members.put(WALLETS.share(5, ANNA), new WalletBalance(0, 501, 0, 0));
    Map<LedgerLevel, SortedMap<LedgerKey, WalletBalance>> bent = Map.of(
        LedgerLevel.ACCOUNT,
        sound.on(LedgerLevel.ACCOUNT),
        LedgerLevel.WALLET,
        sound.on(LedgerLevel.WALLET),
        LedgerLevel.MEMBER,
        members);
    assertThat(BooksCheck.check(
            new LedgerSnapshot(sound.chart(), RUB, sound.journal(), bent, List.of())))
        .extracting(BooksCheck.Finding::rule)
        .contains("JOURNAL_IS_BALANCE", "FUND-01");
    Books leaking = books();
    receive(leaking, FundCode.RESERVE, 10);
    leaking.book(
        new DirectTransfer(
            new TransferId(9, 9),
            WALLETS.fund(FundCode.RESERVE),
            WALLETS.share(5, ANNA),
            rub(10),
            AT,
            new Basis(paper("trick"), Purpose.SHARE.code(), 0),
            TransferId.NONE),
        AT.toInstant());
    assertThat(BooksCheck.check(leaking.snapshot()))
        .containsExactly(new BooksCheck.Finding(
            "FUND-13",
            new TransferId(9, 9).toString(),
            "lawful",
            "86.2 to 80.2/5/" + ANNA + " for share"));
  }
}
