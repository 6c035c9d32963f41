package io.github.coopj.governance.fund;

import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.program.Programmes.active;
import static io.github.coopj.governance.program.Programmes.participant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.CharterFund;
import io.github.coopj.governance.membership.Founding;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BooksTest {
  private static final Symbol RUB = platform().currency();
  private static final Checksum256 PAPER = paper("order");
  private static final Name ANNA = member(3);
  private static final FundRules RULES = FundRules.ofCharter(platform(), Founding.GROUND);

  private static Asset rub(long minor) {
    return new Asset(minor, RUB);
  }

  private static Entry entry(
      LedgerAccount debit, LedgerAccount credit, long minor, Name member, EntrySource source) {
    return new Entry(debit, credit, rub(minor), member, 5, source, 0, PAPER);
  }

  private static void assertRefused(ThrowingCallable move, Reason reason) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @Tag("FUND-01")
  void randomLife_keepsTheBooksInOrder_atEveryStep(long seed) {
    Random random = new Random(seed);
    Programme.Active programme = active(5, new SplitRule(1 + random.nextInt(4), random.nextInt(4)));
    Carry carry = Carry.NONE;
    Balances books = Balances.empty(RUB);
    List<Entry> journal = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Name member = member(random.nextInt(6));
      List<Entry> entries;
      switch (random.nextInt(4)) {
        case 0 -> {
          Asset back = rub(1 + random.nextInt(300));
          try {
            entries = List.of(FundBooking.shareReturn(
                MemberStatement.of(member, 5, journal, RUB), back, books, PAPER));
          } catch (GovernanceException refusal) {
            Asset limit = refusal.reason() == Reason.SHARE_EXCEEDED
                ? books.share(member)
                : books.balance(LedgerAccount.CASH);
            assertThat(refusal.reason()).isIn(Reason.SHARE_EXCEEDED, Reason.BALANCE_TOO_LOW);
            assertThat(back.compareAmount(limit)).isPositive();
            entries = List.of();
          }
        }
        case 1 ->
          entries = List.of(FundBooking.receipt(
              EntrySource.CHARITY, rub(1 + random.nextInt(99)), FundCode.MUTUAL_AID, PAPER, RUB));
        case 2 -> {
          long cash = books.balance(LedgerAccount.CASH).amount();
          Asset shareFund = books.fund(FundCode.SHARE);
          entries = cash == 0
              ? List.of()
              : List.of(new Entry(
                  LedgerAccount.GOODS,
                  LedgerAccount.CASH,
                  rub(1 + random.nextInt((int) Math.min(50, cash))),
                  Name.EMPTY,
                  0,
                  EntrySource.EXCHANGE,
                  0,
                  PAPER));
          assertThat(books.plus(entries).fund(FundCode.SHARE))
              .as("spending moves assets, not what is owed to members")
              .isEqualTo(shareFund);
        }
        default -> {
          Booking booking = ContributionBooking.book(
              new Contribution(
                  ContributionKind.PROGRAMME,
                  member,
                  rub(1 + random.nextInt(1_000)),
                  5,
                  PAPER,
                  TimePointSec.of(NOW)),
              participant(programme, member, NOW),
              programme,
              RULES,
              carry,
              RUB);
          carry = booking.next();
          entries = booking.entries();
        }
      }
      journal.addAll(entries);
      books = books.plus(entries);
      assertThat(BooksCheck.check(books)).as("seed %d, step %d", seed, i).isEmpty();
      Asset owed = Asset.zero(RUB);
      for (MemberShare share : books.memberShares()) {
        assertThat(share.balance().isNegative()).isFalse();
        owed = owed.plus(share.balance());
      }
      assertThat(books.fund(FundCode.SHARE)).isEqualTo(owed);
    }
    assertThat(Balances.empty(RUB).plus(journal).memberShares())
        .as("replay gives identical balances")
        .isEqualTo(books.memberShares());
  }

  // ---- findings

  private static final List<Entry> JOURNAL = List.of(
      entry(LedgerAccount.CASH, LedgerAccount.SHARE_FUND, 700, ANNA, EntrySource.SHARE),
      entry(LedgerAccount.CASH, LedgerAccount.RESERVE_FUND, 300, ANNA, EntrySource.MEMBERSHIP));

  /** Books with one figure bent. */
  private record Bent(LedgerAccount account, FundCode fund, Name member, long by)
      implements BooksView {
    private static final Balances TRUE = Balances.empty(RUB).plus(JOURNAL);

    @Override
    public Symbol currency() {
      return RUB;
    }

    @Override
    public Asset balance(LedgerAccount of) {
      return of == account ? TRUE.balance(of).plus(rub(by)) : TRUE.balance(of);
    }

    @Override
    public Asset fund(FundCode of) {
      return of == fund ? TRUE.fund(of).plus(rub(by)) : TRUE.fund(of);
    }

    @Override
    public Iterable<MemberShare> memberShares() {
      return TRUE.memberShares().stream()
          .map(share -> share.member().equals(member)
              ? new MemberShare(member, share.balance().plus(rub(by)))
              : share)
          .toList();
    }
  }

  @Test
  void check_findsNothing_inBooksInOrder() {
    assertThat(BooksCheck.check(Balances.empty(RUB))).isEmpty();
    assertThat(BooksCheck.check(Balances.empty(RUB).plus(JOURNAL), JOURNAL)).isEmpty();
  }

  @Test
  @Tag("FUND-01")
  void check_findsEveryBentFigure_andNamesIt() {
    assertThat(BooksCheck.check(new Bent(LedgerAccount.GOODS, FundCode.RESERVE, ANNA, 0), JOURNAL))
        .isEmpty();
    assertThat(BooksCheck.check(new Bent(LedgerAccount.CASH, FundCode.RESERVE, Name.EMPTY, 1)))
        .containsExactly(
            new BooksCheck.Finding(
                BooksCheck.Rule.DEBITS_EQUAL_CREDITS, "all accounts", rub(1_001), rub(1_000)),
            new BooksCheck.Finding(
                BooksCheck.Rule.FUNDS_ARE_TARGET_FINANCING, "RESERVE", rub(300), rub(301)),
            new BooksCheck.Finding(
                BooksCheck.Rule.FUNDS_ARE_TARGET_FINANCING, "86", rub(300), rub(301)));
    assertThat(BooksCheck.check(new Bent(LedgerAccount.SHARE_FUND, FundCode.SHARE, Name.EMPTY, 1)))
        .contains(new BooksCheck.Finding(
            BooksCheck.Rule.SHARE_FUND_IS_MEMBERS, "SHARE_FUND", rub(700), rub(701)));
    assertThat(
            BooksCheck.check(new Bent(LedgerAccount.SHARE_FUND, FundCode.SHARE, ANNA, 1), JOURNAL))
        .contains(
            new BooksCheck.Finding(
                BooksCheck.Rule.JOURNAL_IS_BALANCE, "SHARE_FUND", rub(700), rub(701)),
            new BooksCheck.Finding(
                BooksCheck.Rule.JOURNAL_IS_BALANCE, ANNA.toString(), rub(700), rub(701)))
        .noneMatch(finding -> finding.rule() == BooksCheck.Rule.SHARE_FUND_IS_MEMBERS);
    assertThat(BooksCheck.check(new Bent(LedgerAccount.GOODS, FundCode.SHARE, ANNA, -701)))
        .contains(
            new BooksCheck.Finding(BooksCheck.Rule.NOT_NEGATIVE, "GOODS", rub(0), rub(-701)),
            new BooksCheck.Finding(BooksCheck.Rule.NOT_NEGATIVE, ANNA.toString(), rub(0), rub(-1)));
  }

  @Test
  void plus_leavesTheBalancesAsTheyAre_andRefusesAnotherCurrency() {
    Balances books = Balances.empty(RUB);
    assertThat(books.plus(JOURNAL.get(0)).balance(LedgerAccount.CASH)).isEqualTo(rub(700));
    assertThat(books.balance(LedgerAccount.CASH)).isEqualTo(rub(0));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Balances.empty(Symbol.AXON).plus(JOURNAL))
        .withMessageStartingWith("the books are in 4,AXON");
  }

  // ---- other bookings

  private static MemberStatement statement(long programme, List<Entry> journal) {
    return MemberStatement.of(ANNA, programme, journal, RUB);
  }

  @Test
  void shareReturn_upToTheBalanceInTheProgramme_andNotOneUnitMore() {
    Balances books = Balances.empty(RUB).plus(JOURNAL);
    Entry all = FundBooking.shareReturn(statement(5, JOURNAL), rub(700), books, PAPER);
    assertThat(books.plus(all).share(ANNA)).isEqualTo(rub(0));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> FundBooking.shareReturn(statement(5, JOURNAL), rub(701), books, PAPER))
        .withMessage(
            "SHARE_EXCEEDED account=" + ANNA + " amount=\"7.01 RUB\" balance=\"7.00 RUB\"");
    assertRefused(
        () -> FundBooking.shareReturn(statement(5, JOURNAL), rub(0), books, PAPER),
        Reason.AMOUNT_NOT_POSITIVE);
    // The share of another programme is not this one's to give back.
    assertRefused(
        () -> FundBooking.shareReturn(statement(6, JOURNAL), rub(1), books, PAPER),
        Reason.SHARE_EXCEEDED);
    Balances spent = books.plus(new Entry(
        LedgerAccount.GOODS,
        LedgerAccount.CASH,
        rub(400),
        Name.EMPTY,
        0,
        EntrySource.EXCHANGE,
        0,
        PAPER));
    FundBooking.shareReturn(statement(5, JOURNAL), rub(600), spent, PAPER);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> FundBooking.shareReturn(statement(5, JOURNAL), rub(601), spent, PAPER))
        .withMessage("BALANCE_TOO_LOW account=CASH amount=\"6.01 RUB\" balance=\"6.00 RUB\"");
  }

  @ParameterizedTest
  @Tag("FUND-13")
  @EnumSource(names = {"INDIVISIBLE", "RESERVE", "DEVELOPMENT", "MUTUAL_AID", "OPERATIONS"})
  void entry_returningAMembershipContribution_cannotBeMade_byAnyName(FundCode fund) {
    LedgerAccount account = LedgerAccount.of(fund);
    for (EntrySource source : EntrySource.values()) {
      for (LedgerAccount to : List.of(LedgerAccount.CASH, LedgerAccount.SHARE_FUND)) {
        boolean aid = source == EntrySource.FUND_USE
            && fund == FundCode.MUTUAL_AID
            && to == LedgerAccount.CASH;
        if (aid || source == EntrySource.REVERSAL) {
          assertThat(entry(account, to, 100, ANNA, source).effectOn(account)).isEqualTo(-100);
        } else {
          assertThatExceptionOfType(InvalidValueException.class)
              .as("%s to %s", source, to)
              .isThrownBy(() -> entry(account, to, 100, ANNA, source))
              .withMessage("a membership contribution is not returned");
        }
      }
      if (source == EntrySource.FUND_USE || source == EntrySource.REVERSAL) {
        assertThat(entry(account, LedgerAccount.CASH, 100, Name.EMPTY, source).source())
            .isEqualTo(source);
      } else {
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> entry(account, LedgerAccount.CASH, 100, Name.EMPTY, source))
            .withMessage("money leaves a fund for its use or to undo an error, got " + source);
      }
    }
  }

  @Test
  @Tag("FUND-09")
  @Tag("FUND-03")
  void receipt_fromLawfulSources_butNeverIntoShareOrIndivisibleFund() {
    for (EntrySource source : EntrySource.values()) {
      for (FundCode fund : FundCode.values()) {
        boolean lawful = (source == EntrySource.CHARITY
                || source == EntrySource.INCOME
                || source == EntrySource.OTHER_LAWFUL)
            && fund != FundCode.SHARE
            && fund != FundCode.INDIVISIBLE;
        if (lawful) {
          Entry entry = FundBooking.receipt(source, rub(5), fund, PAPER, RUB);
          assertThat(entry.source()).isEqualTo(source);
          assertThat(entry.credit()).isEqualTo(LedgerAccount.of(fund));
        } else {
          assertRefused(
              () -> FundBooking.receipt(source, rub(5), fund, PAPER, RUB),
              Reason.WRONG_FUND_SOURCE);
        }
      }
    }
  }

  @Test
  @Tag("CPP-13")
  void statement_showsContributionsBenefitsAndWhatIsLeft_andLimitsTheNextBenefit() {
    List<Entry> journal = new ArrayList<>(JOURNAL);
    journal.add(
        entry(LedgerAccount.CASH, LedgerAccount.SHARE_FUND, 9, member(4), EntrySource.SHARE));
    journal.add(new Entry(
        LedgerAccount.CASH,
        LedgerAccount.SHARE_FUND,
        rub(50),
        ANNA,
        6,
        EntrySource.SHARE,
        0,
        PAPER));
    Balances paid = Balances.empty(RUB).plus(journal);
    journal.add(FundBooking.shareReturn(statement(5, journal), rub(200), paid, PAPER));
    MemberStatement statement = MemberStatement.of(ANNA, 5, journal, RUB);
    assertThat(statement)
        .isEqualTo(new MemberStatement(ANNA, 5, rub(700), rub(300), rub(200), rub(0)));
    assertThat(statement.shareBalance()).isEqualTo(rub(500));
    assertThat(statement.entitlement()).isEqualTo(rub(300));
    journal.add(entry(
        LedgerAccount.CASH, LedgerAccount.OPERATIONS_FUND, 400, member(4), EntrySource.MEMBERSHIP));
    journal.add(new Entry(
        LedgerAccount.GOODS,
        LedgerAccount.CASH,
        rub(600),
        Name.EMPTY,
        0,
        EntrySource.EXCHANGE,
        0,
        PAPER));
    Balances books = Balances.empty(RUB).plus(journal);
    journal.add(FundBooking.benefit(statement, rub(250), books, PAPER));
    MemberStatement after = MemberStatement.of(ANNA, 5, journal, RUB);
    assertThat(after.benefits()).isEqualTo(rub(250));
    assertThat(FundBooking.benefit(after, rub(50), books, PAPER).programme()).isEqualTo(5);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> FundBooking.benefit(after, rub(51), books, PAPER))
        .withMessage("BENEFIT_EXCEEDS_ENTITLEMENT account=" + ANNA
            + " benefit=\"0.51 RUB\" entitlement=\"0.50 RUB\"");
  }

  @Test
  void benefit_takesNoMoreThanThereIs_ofGoodsAndOfTheFund() {
    List<Entry> journal = new ArrayList<>();
    journal.add(
        entry(LedgerAccount.CASH, LedgerAccount.OPERATIONS_FUND, 60, ANNA, EntrySource.MEMBERSHIP));
    journal.add(
        entry(LedgerAccount.CASH, LedgerAccount.RESERVE_FUND, 40, ANNA, EntrySource.MEMBERSHIP));
    Balances money = Balances.empty(RUB).plus(journal);
    MemberStatement statement = statement(5, journal);
    assertThat(statement.entitlement()).isEqualTo(rub(100));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> FundBooking.benefit(statement, rub(1), money, PAPER))
        .withMessage("BALANCE_TOO_LOW account=GOODS amount=\"0.01 RUB\" balance=\"0.00 RUB\"");
    Balances goods = money.plus(new Entry(
        LedgerAccount.GOODS,
        LedgerAccount.CASH,
        rub(100),
        Name.EMPTY,
        0,
        EntrySource.EXCHANGE,
        0,
        PAPER));
    Entry most = FundBooking.benefit(statement, rub(60), goods, PAPER);
    assertThat(BooksCheck.check(goods.plus(most))).isEmpty();
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> FundBooking.benefit(statement, rub(61), goods, PAPER))
        .withMessage(
            "BALANCE_TOO_LOW account=OPERATIONS_FUND amount=\"0.61 RUB\" balance=\"0.60 RUB\"");
  }

  @Test
  @Tag("CPP-13")
  void reversal_takesBackWhatTheErroneousEntryGave() {
    List<Entry> journal = new ArrayList<>(JOURNAL);
    Entry benefit =
        entry(LedgerAccount.OPERATIONS_FUND, LedgerAccount.GOODS, 100, ANNA, EntrySource.BENEFIT);
    Entry back =
        entry(LedgerAccount.SHARE_FUND, LedgerAccount.CASH, 200, ANNA, EntrySource.SHARE_RETURN);
    journal.addAll(List.of(benefit, back));
    assertThat(statement(5, journal))
        .isEqualTo(new MemberStatement(ANNA, 5, rub(700), rub(300), rub(200), rub(100)));
    for (Entry error : List.copyOf(journal)) {
      journal.add(FundBooking.reversal(error, PAPER));
    }
    assertThat(statement(5, journal))
        .isEqualTo(new MemberStatement(ANNA, 5, rub(0), rub(0), rub(0), rub(0)));
    assertThat(statement(5, journal).entitlement()).isEqualTo(rub(0));
    Balances books = Balances.empty(RUB).plus(journal);
    for (LedgerAccount account : LedgerAccount.values()) {
      assertThat(books.balance(account)).as("%s", account).isEqualTo(rub(0));
    }
    assertRefused(
        () -> FundBooking.benefit(statement(5, journal), rub(1), books, PAPER),
        Reason.BENEFIT_EXCEEDS_ENTITLEMENT);
    Entry entrance = new Entry(
        LedgerAccount.CASH,
        LedgerAccount.INDIVISIBLE_FUND,
        rub(100),
        ANNA,
        Programme.ADMISSION_ID,
        EntrySource.ENTRANCE,
        0,
        PAPER);
    assertThat(statement(1, List.of(entrance, FundBooking.reversal(entrance, PAPER)))
            .membership())
        .as("an entrance contribution gives no claim, nor does its reversal take one")
        .isEqualTo(rub(0));
  }

  @Test
  void chart_hasOneAccountPerFund_withDistinctNumbers() {
    List<String> numbers = new ArrayList<>();
    for (LedgerAccount account : LedgerAccount.values()) {
      numbers.add(account.number());
    }
    assertThat(numbers).doesNotHaveDuplicates().contains("51", "80", "86.1", "86.5");
    for (FundCode fund : FundCode.values()) {
      assertThat(LedgerAccount.of(fund).isTargetFinancing()).isEqualTo(fund != FundCode.SHARE);
      assertThat(LedgerAccount.of(fund).side()).isEqualTo(LedgerAccount.Side.CREDIT);
      assertThat(fund.russianTitle()).isNotBlank();
    }
    for (CharterFund fund : CharterFund.values()) {
      assertThat(FundCode.of(fund).name()).isEqualTo(fund.name());
    }
  }
}
