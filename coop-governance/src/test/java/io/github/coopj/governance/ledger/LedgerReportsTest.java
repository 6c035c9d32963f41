package io.github.coopj.governance.ledger;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.ledger.Ledgers.ANNA;
import static io.github.coopj.governance.ledger.Ledgers.BANK;
import static io.github.coopj.governance.ledger.Ledgers.BORIS;
import static io.github.coopj.governance.ledger.Ledgers.FUND;
import static io.github.coopj.governance.ledger.Ledgers.NOW;
import static io.github.coopj.governance.ledger.Ledgers.OPERATIONS;
import static io.github.coopj.governance.ledger.Ledgers.RUB;
import static io.github.coopj.governance.ledger.Ledgers.SHARES;
import static io.github.coopj.governance.ledger.Ledgers.at;
import static io.github.coopj.governance.ledger.Ledgers.books;
import static io.github.coopj.governance.ledger.Ledgers.direct;
import static io.github.coopj.governance.ledger.Ledgers.pending;
import static io.github.coopj.governance.ledger.Ledgers.post;
import static io.github.coopj.governance.ledger.Ledgers.rub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.core.time.TimePointSec;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Balances as of a moment, statements, trial balances and the audit, all from the journal. */
@Tag("FUND-22")
class LedgerReportsTest {
  private static final Instant MONDAY = NOW;
  private static final Instant TUESDAY = NOW.plusSeconds(86_400);
  private static final Instant WEDNESDAY = NOW.plusSeconds(172_800);
  private static final LedgerKey PROGRAMME = LedgerKey.of(SHARES, 3);

  /** Anna pays on Monday, what Boris paid on Monday is recorded on Wednesday only, a part of a pending return on Tuesday. */
  private static Books week() {
    Books books = books();
    books.book(direct(1, BANK, ANNA, 1_000, MONDAY), MONDAY);
    books.book(direct(2, BANK, FUND, 300, TUESDAY), TUESDAY);
    books.book(
        new PendingTransfer(
            Ledgers.id(3), ANNA, BANK, rub(400), at(TUESDAY), Ledgers.BASIS, at(WEDNESDAY)),
        TUESDAY);
    books.book(
        new PostPending(
            Ledgers.id(4), Ledgers.id(3), rub(150), at(TUESDAY.plusSeconds(1)), Ledgers.BASIS),
        TUESDAY.plusSeconds(1));
    books.book(direct(5, BANK, BORIS, 70, MONDAY.plusSeconds(5)), WEDNESDAY);
    return books;
  }

  private static long asOf(Books books, LedgerLevel level, LedgerKey key, Instant at) {
    return LedgerStatement.balanceAsOf(books, level, key, at(at)).amount();
  }

  @Test
  @Tag("FUND-01")
  void balance_asOfAMoment_isWhatHappenedBefore_wheneverItWasRecorded() {
    Books books = week();
    assertThat(asOf(books, LedgerLevel.WALLET, PROGRAMME, MONDAY)).isZero();
    assertThat(asOf(books, LedgerLevel.WALLET, PROGRAMME, MONDAY.plusSeconds(1)))
        .isEqualTo(1_000);
    assertThat(asOf(books, LedgerLevel.WALLET, PROGRAMME, MONDAY.plusSeconds(5)))
        .isEqualTo(1_000);
    assertThat(asOf(books, LedgerLevel.WALLET, PROGRAMME, MONDAY.plusSeconds(6)))
        .isEqualTo(1_070);
    assertThat(asOf(books, LedgerLevel.WALLET, PROGRAMME, WEDNESDAY)).isEqualTo(920);
    for (LedgerLevel level : LedgerLevel.values()) {
      books
          .balances(level)
          .forEach((key, sum) -> assertThat(asOf(books, level, key, WEDNESDAY.plusSeconds(1)))
              .as("%s %s", level, key)
              .isEqualTo(books.balanceOf(level, key).amount()));
    }
    assertRefused(
        () -> LedgerStatement.balanceAsOf(
            books, LedgerLevel.WALLET, LedgerKey.of(AccountNumber.parse("52")), at(MONDAY)),
        "NO_SUCH_ACCOUNT account=52");
  }

  @Test
  void statement_runsFromOpeningToClosing_inTheOrderOfWhatHappened() {
    LedgerStatement statement = LedgerStatement.of(
        week(), LedgerLevel.WALLET, PROGRAMME, at(MONDAY.plusSeconds(1)), at(WEDNESDAY));
    assertThat(statement.opening()).isEqualTo(rub(1_000));
    assertThat(statement.lines())
        .extracting(
            LedgerStatement.Line::number,
            LedgerStatement.Line::counter,
            LedgerStatement.Line::debit,
            LedgerStatement.Line::credit,
            LedgerStatement.Line::balance)
        .containsExactly(
            tuple(5L, BANK, rub(0), rub(70), rub(1_070)),
            tuple(4L, BANK, rub(150), rub(0), rub(920)));
    assertThat(statement.closing()).isEqualTo(rub(920));
    LedgerStatement ofAnna =
        LedgerStatement.of(week(), LedgerLevel.MEMBER, ANNA, TimePointSec.EPOCH, at(WEDNESDAY));
    assertThat(ofAnna.opening()).isEqualTo(rub(0));
    assertThat(ofAnna.lines()).extracting(LedgerStatement.Line::number).containsExactly(1L, 4L);
    assertThat(ofAnna.closing()).isEqualTo(rub(850));
  }

  @Test
  void trialBalance_hasTheTurnoverOfItsTime_andBalances() {
    TrialBalance tuesday = TrialBalance.of(week(), at(TUESDAY), at(WEDNESDAY));
    assertThat(tuesday.lines())
        .containsExactly(
            new TrialBalance.Line(BANK, AccountSide.DEBIT, 1_070, 300, 150),
            new TrialBalance.Line(PROGRAMME, AccountSide.CREDIT, 1_070, 150, 0),
            new TrialBalance.Line(FUND, AccountSide.CREDIT, 0, 0, 300));
    assertThat(tuesday.lines())
        .extracting(TrialBalance.Line::closing)
        .containsExactly(1_220L, 920L, 300L);
    assertThat(tuesday.debits()).isEqualTo(tuesday.credits()).isEqualTo(450);
    assertThat(tuesday.currency()).isEqualTo(RUB);
  }

  @Test
  void closing_keepsTheBalancesOfThePeriod_sinceTheOneBefore() {
    Books books = week();
    PeriodClosing monday = books.close(at(TUESDAY), WEDNESDAY);
    assertThat(monday.balances())
        .isEqualTo(TrialBalance.of(books, TimePointSec.EPOCH, at(TUESDAY)));
    PeriodClosing tuesday = books.close(at(WEDNESDAY), WEDNESDAY);
    assertThat(tuesday.balances().from()).isEqualTo(at(TUESDAY));
    assertThat(tuesday.balances().lines().get(0).opening())
        .isEqualTo(monday.balances().lines().get(0).closing());
    assertThat(books.closings()).containsExactly(monday, tuesday);
    assertThat(LedgerAudit.check(books.snapshot())).isEmpty();
  }

  @Test
  void audit_addsUpEverything_alsoWhatIsPending() {
    Books books = week();
    books.book(pending(6, BANK, LedgerKey.of(OPERATIONS), 10, 999_999), WEDNESDAY);
    assertThat(LedgerAudit.check(books.snapshot())).isEmpty();
    books.book(post(7, 6, 4), WEDNESDAY);
    assertThat(LedgerAudit.check(books.snapshot())).isEmpty();
    assertThat(books.balance(LedgerKey.of(OPERATIONS))).isEqualTo(new WalletBalance(0, 4, 0, 0));
  }

  @Test
  void wholeAccounts_areSumsOfTheirSubaccounts() {
    Books books = week();
    books.book(direct(8, BANK, LedgerKey.of(OPERATIONS), 25, WEDNESDAY), WEDNESDAY);
    LedgerKey financing = LedgerKey.of(new AccountNumber(86, 0));
    assertThat(books.balanceOf(LedgerLevel.ACCOUNT, financing)).isEqualTo(rub(325));
    LedgerStatement statement = LedgerStatement.of(
        books, LedgerLevel.ACCOUNT, financing, TimePointSec.EPOCH, at(WEDNESDAY.plusSeconds(1)));
    assertThat(statement.lines()).hasSize(2);
    assertThat(statement.closing()).isEqualTo(rub(325));
  }
}
