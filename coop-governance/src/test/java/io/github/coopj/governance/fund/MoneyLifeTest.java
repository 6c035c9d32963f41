package io.github.coopj.governance.fund;

import static io.github.coopj.governance.fund.Money.AT;
import static io.github.coopj.governance.fund.Money.CONTRIBUTIONS;
import static io.github.coopj.governance.fund.Money.FUNDS;
import static io.github.coopj.governance.fund.Money.RUB;
import static io.github.coopj.governance.fund.Money.RULES;
import static io.github.coopj.governance.fund.Money.WALLETS;
import static io.github.coopj.governance.fund.Money.books;
import static io.github.coopj.governance.fund.Money.rub;
import static io.github.coopj.governance.fund.Money.view;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.program.Programmes.active;
import static io.github.coopj.governance.program.Programmes.participant;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.AccountSide;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.Transfer;
import io.github.coopj.governance.ledger.WalletSheet;
import io.github.coopj.governance.program.Participation;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.governance.share.ShareReturns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A cooperative's money lived at random through its own rules, beside a model that adds single sums by hand. After each step what
 * the step touched agrees; at times everything is checked.
 */
class MoneyLifeTest {
  private static final int MEMBERS = 40;
  private static final long[] PROGRAMMES = {5, 6, 7};
  private static final FundCode[] FIVE = {
    FundCode.INDIVISIBLE,
    FundCode.RESERVE,
    FundCode.DEVELOPMENT,
    FundCode.MUTUAL_AID,
    FundCode.OPERATIONS
  };
  private static final long[] PARTS = {500, 1_500, 1_000, 500, 6_500};

  /** Sums by hand: what came, what left, and what each member has. */
  private static final class Model {
    private long money;
    private long goods;
    private long due;
    private final long[] funds = new long[5];
    private final long[][] shares = new long[MEMBERS][PROGRAMMES.length];
    private final long[][] dues = new long[MEMBERS][PROGRAMMES.length];
    private final long[][] membership = new long[MEMBERS][PROGRAMMES.length];
    private final long[][] benefits = new long[MEMBERS][PROGRAMMES.length];
    private final long[] divided = new long[PROGRAMMES.length];
    private final long[][] ofDivided = new long[PROGRAMMES.length][5];

    long shareFund() {
      long sum = 0;
      for (long[] each : shares) {
        sum += Arrays.stream(each).sum();
      }
      return sum;
    }
  }

  private final Books books = books();
  private final Model model = new Model();
  private final List<Programme.Active> programmes = new ArrayList<>();
  private final Carry[] carries = {Carry.NONE, Carry.NONE, Carry.NONE};
  private final Map<Name, Participation[]> parts = new HashMap<>();
  private final ShareReturns returns = new ShareReturns(WALLETS, RUB);
  private int refused;

  MoneyLifeTest() {
    programmes.add(active(5, new SplitRule(1, 1)));
    programmes.add(active(6, new SplitRule(2, 1)));
    programmes.add(active(7, new SplitRule(0, 1)));
    for (int i = 0; i < MEMBERS; i++) {
      Participation[] own = new Participation[PROGRAMMES.length];
      for (int p = 0; p < PROGRAMMES.length; p++) {
        own[p] = participant(programmes.get(p), member(i), NOW);
      }
      parts.put(member(i), own);
    }
  }

  private static Checksum256 paper(long number) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (number >>> (8 * i));
    }
    bytes[31] = 1;
    return Checksum256.of(bytes);
  }

  private boolean tried(Posting posting, boolean lawful, String what) {
    try {
      Money.book(books, posting);
      assertThat(lawful).as("%s was booked", what).isTrue();
      return true;
    } catch (GovernanceException refusal) {
      assertThat(refusal.reason()).as(what).isEqualTo(Reason.BALANCE_TOO_LOW);
      assertThat(lawful).as("%s was refused", what).isFalse();
      refused++;
      return false;
    }
  }

  private void contribute(int who, int p, long minor, Checksum256 document) {
    Participation[] own = parts.get(member(who));
    Booking booking = CONTRIBUTIONS.book(
        new Contribution(
            ContributionKind.PROGRAMME, member(who), rub(minor), PROGRAMMES[p], document, AT),
        own == null ? null : own[p],
        programmes.get(p),
        RULES,
        carries[p],
        Optional.empty());
    carries[p] = booking.next();
    Money.book(books, booking.posting());
    long share = 0;
    for (Transfer transfer : booking.posting().transfers()) {
      DirectTransfer direct = (DirectTransfer) transfer;
      if (direct.credit().equals(WALLETS.share(PROGRAMMES[p], member(who)))) {
        share += direct.amount().amount();
      }
      for (int fund = 0; fund < FIVE.length; fund++) {
        if (direct.credit().equals(WALLETS.fund(FIVE[fund]))) {
          model.funds[fund] += direct.amount().amount();
          model.ofDivided[p][fund] += direct.amount().amount();
        }
      }
    }
    model.money += minor;
    model.shares[who][p] += share;
    model.membership[who][p] += minor - share;
    model.divided[p] += minor - share;
  }

  private void step(Random random, long number) {
    int who = random.nextInt(MEMBERS);
    int p = random.nextInt(PROGRAMMES.length);
    Checksum256 document = paper(number);
    long minor = 1L + random.nextInt(300);
    switch (random.nextInt(8)) {
      case 0 -> {
        int fund = 1 + random.nextInt(4);
        Money.book(
            books,
            FUNDS.receipt(new FundBooking.Receipt(
                Purpose.CHARITY, rub(minor), FIVE[fund].code(), document, AT)));
        model.money += minor;
        model.funds[fund] += minor;
      }
      case 1 -> {
        int fund = random.nextBoolean() ? 1 : 4;
        Name purpose = Name.of(fund == 1 ? "unforeseen" : "rent");
        boolean lawful = model.funds[fund] >= minor && model.money >= minor;
        FundSpending spending =
            new FundSpending(FIVE[fund].code(), purpose, rub(minor), AssetKind.MONEY, document, AT);
        if (tried(FUNDS.spend(spending, RULES), lawful, "spending " + minor)) {
          model.money -= minor;
          model.funds[fund] -= minor;
        }
      }
      case 2 -> {
        if (tried(
            FUNDS.exchange(AssetKind.MONEY, AssetKind.GOODS, rub(minor), document, AT),
            model.money >= minor,
            "goods for " + minor)) {
          model.money -= minor;
          model.goods += minor;
        }
      }
      case 3 -> {
        long entitled = model.membership[who][p] - model.benefits[who][p];
        long part = Math.min(minor, entitled);
        if (part > 0) {
          MemberStatement statement = new MemberStatement(
              member(who),
              PROGRAMMES[p],
              rub(0),
              rub(model.membership[who][p]),
              rub(0),
              rub(model.benefits[who][p]),
              rub(0));
          boolean lawful = model.funds[4] >= part && model.goods >= part;
          if (tried(FUNDS.benefit(statement, rub(part), document, AT), lawful, "benefit")) {
            model.benefits[who][p] += part;
            model.funds[4] -= part;
            model.goods -= part;
          }
        }
      }
      case 4 -> {
        long share = model.shares[who][p];
        if (share > 0 && random.nextInt(10) == 0) {
          LedgerKey wallet = WALLETS.share(PROGRAMMES[p], member(who));
          WalletSheet sheet = WalletSheet.EMPTY.with(wallet, books.balance(wallet));
          Money.book(
              books, returns.leaveProgramme(member(who), PROGRAMMES[p], sheet, document, AT));
          model.due += share;
          model.dues[who][p] += share;
          model.shares[who][p] = 0;
        }
      }
      case 5 -> {
        boolean lawful = model.dues[who][p] >= minor && model.money >= minor;
        Posting posting =
            returns.pay(member(who), PROGRAMMES[p], rub(minor), AssetKind.MONEY, document, AT);
        if (tried(posting, lawful, "payment of a share")) {
          model.due -= minor;
          model.dues[who][p] -= minor;
          model.money -= minor;
        }
      }
      default -> contribute(who, p, minor, document);
    }
    int fund = random.nextInt(FIVE.length);
    assertThat(books.balance(WALLETS.fund(FIVE[fund])).on(AccountSide.CREDIT))
        .isEqualTo(model.funds[fund]);
    assertThat(books.balance(WALLETS.share(PROGRAMMES[p], member(who))).on(AccountSide.CREDIT))
        .isEqualTo(model.shares[who][p]);
    assertThat(books.balance(WALLETS.asset(AssetKind.MONEY)).on(AccountSide.DEBIT))
        .isEqualTo(model.money);
  }

  private void assertAgrees(long seed, long number) {
    BooksView view = view(books);
    String as = "seed " + seed + ", step " + number;
    assertThat(BooksCheck.check(view.ledger())).as(as).isEmpty();
    assertThat(view.fund(FundCode.SHARE)).as(as).isEqualTo(rub(model.shareFund()));
    assertThat(view.balance(AccountRole.SHARES_TO_RETURN)).as(as).isEqualTo(rub(model.due));
    assertThat(view.balance(AccountRole.MEMBER_SETTLEMENT)).as(as).isEqualTo(rub(0));
    assertThat(view.balance(AssetKind.GOODS)).as(as).isEqualTo(rub(model.goods));
    long assets = model.money + model.goods;
    assertThat(model.shareFund() + model.due + Arrays.stream(model.funds).sum())
        .as(as)
        .isEqualTo(assets);
    for (int p = 0; p < PROGRAMMES.length; p++) {
      for (int fund = 0; fund < FIVE.length; fund++) {
        assertThat(Math.abs(model.ofDivided[p][fund] * 10_000 - model.divided[p] * PARTS[fund]))
            .as("drift of %s, %s", FIVE[fund], as)
            .isLessThan(5 * 10_000);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20_261_124})
  @Tag("FUND-01")
  @Tag("FUND-12")
  @Tag("FUND-14")
  @Tag("FUND-18")
  void aMillionSteps_agreeWithTheModel(long seed) {
    Random random = new Random(seed);
    for (long number = 1; number <= 1_000_000; number++) {
      step(random, number);
      if (number == 1_000 || number % 250_000 == 0) {
        assertAgrees(seed, number);
      }
    }
    assertThat(refused).isGreaterThan(1_000);
    MemberStatement statement = view(books).statement(member(7), 5);
    assertThat(statement.shareBalance()).isEqualTo(rub(model.shares[7][0]));
    assertThat(statement.entitlement())
        .isEqualTo(rub(model.membership[7][0] - model.benefits[7][0]));
  }
}
