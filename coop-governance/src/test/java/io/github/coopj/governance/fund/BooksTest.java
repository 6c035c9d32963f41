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
  private static final FundRules RULES = FundRules.ofCharter(platform());

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
  @Tag("FUND-02")
  @Tag("FUND-12")
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
            entries =
                List.of(FundBooking.shareReturn(member, back, books.share(member), 5, PAPER, RUB));
          } catch (GovernanceException refusal) {
            assertThat(refusal.reason()).isEqualTo(Reason.SHARE_EXCEEDED);
            assertThat(back.compareAmount(books.share(member))).isPositive();
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
      assertThat(BooksCheck.check(books).stream()
              .filter(finding -> !finding.place().equals("CASH"))
              .toList())
          .as("seed %d, step %d", seed, i)
          .isEmpty();
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

  @Test
  @Tag("FUND-12")
  void shareReturn_upToTheBalance_andNotOneUnitMore() {
    Entry all = FundBooking.shareReturn(ANNA, rub(700), rub(700), 5, PAPER, RUB);
    assertThat(Balances.empty(RUB).plus(JOURNAL).plus(all).share(ANNA)).isEqualTo(rub(0));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> FundBooking.shareReturn(ANNA, rub(701), rub(700), 5, PAPER, RUB))
        .withMessage(
            "SHARE_EXCEEDED account=" + ANNA + " amount=\"7.01 RUB\" balance=\"7.00 RUB\"");
    assertRefused(
        () -> FundBooking.shareReturn(ANNA, rub(0), rub(700), 5, PAPER, RUB),
        Reason.AMOUNT_NOT_POSITIVE);
  }

  @ParameterizedTest
  @Tag("FUND-13")
  @EnumSource(names = {"INDIVISIBLE", "RESERVE", "DEVELOPMENT", "MUTUAL_AID", "OPERATIONS"})
  void entry_returningAMembershipContribution_cannotBeMade_exceptAsAReversal(FundCode fund) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            entry(LedgerAccount.of(fund), LedgerAccount.CASH, 100, ANNA, EntrySource.MEMBERSHIP))
        .withMessage("a membership contribution is not returned");
    assertThat(entry(LedgerAccount.of(fund), LedgerAccount.CASH, 100, ANNA, EntrySource.REVERSAL)
            .effectOn(LedgerAccount.of(fund)))
        .isEqualTo(-100);
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
    journal.add(FundBooking.shareReturn(ANNA, rub(200), rub(700), 5, PAPER, RUB));
    MemberStatement statement = MemberStatement.of(ANNA, 5, journal, RUB);
    assertThat(statement)
        .isEqualTo(new MemberStatement(ANNA, 5, rub(700), rub(300), rub(200), rub(0)));
    assertThat(statement.shareBalance()).isEqualTo(rub(500));
    assertThat(statement.entitlement()).isEqualTo(rub(300));
    journal.add(FundBooking.benefit(statement, rub(250), PAPER, RUB));
    MemberStatement after = MemberStatement.of(ANNA, 5, journal, RUB);
    assertThat(after.benefits()).isEqualTo(rub(250));
    assertThat(FundBooking.benefit(after, rub(50), PAPER, RUB).programme()).isEqualTo(5);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> FundBooking.benefit(after, rub(51), PAPER, RUB))
        .withMessage("BENEFIT_EXCEEDS_ENTITLEMENT account=" + ANNA
            + " benefit=\"0.51 RUB\" entitlement=\"0.50 RUB\"");
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
