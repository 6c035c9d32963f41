package io.github.coopj.governance.ledger;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.ledger.Ledgers.ANNA;
import static io.github.coopj.governance.ledger.Ledgers.ANNA_OWES;
import static io.github.coopj.governance.ledger.Ledgers.BANK;
import static io.github.coopj.governance.ledger.Ledgers.BASIS;
import static io.github.coopj.governance.ledger.Ledgers.BORIS;
import static io.github.coopj.governance.ledger.Ledgers.CASH;
import static io.github.coopj.governance.ledger.Ledgers.FUND;
import static io.github.coopj.governance.ledger.Ledgers.NOW;
import static io.github.coopj.governance.ledger.Ledgers.RUB;
import static io.github.coopj.governance.ledger.Ledgers.SHARES;
import static io.github.coopj.governance.ledger.Ledgers.at;
import static io.github.coopj.governance.ledger.Ledgers.books;
import static io.github.coopj.governance.ledger.Ledgers.direct;
import static io.github.coopj.governance.ledger.Ledgers.id;
import static io.github.coopj.governance.ledger.Ledgers.pending;
import static io.github.coopj.governance.ledger.Ledgers.post;
import static io.github.coopj.governance.ledger.Ledgers.rub;
import static io.github.coopj.governance.ledger.Ledgers.undo;
import static io.github.coopj.governance.ledger.Ledgers.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Transfers one by one: posted, pending, linked, corrected, refused. */
class BooksLedgerTest {
  private static Books filled() {
    Books books = books();
    books.book(direct(1, BANK, ANNA, 1_000), NOW);
    books.book(direct(2, BANK, FUND, 500), NOW);
    return books;
  }

  /** A refusal leaves everything as it was. */
  private static void assertUnchanged(Books books, ThrowingCallable move, String message) {
    List<TransferRecord> journal = List.copyOf(books.journal());
    var before = books.balances(LedgerLevel.MEMBER);
    assertRefused(move, message);
    assertThat(books.journal()).isEqualTo(journal);
    assertThat(books.balances(LedgerLevel.MEMBER)).isEqualTo(before);
  }

  @Test
  @Tag("FUND-01")
  void transfer_changesAllThreeLevels() {
    Books books = filled();
    books.book(direct(3, BANK, BORIS, 250), NOW);
    assertThat(books.balanceOf(LedgerLevel.MEMBER, ANNA)).isEqualTo(rub(1_000));
    assertThat(books.balanceOf(LedgerLevel.MEMBER, BORIS)).isEqualTo(rub(250));
    assertThat(books.balanceOf(LedgerLevel.WALLET, LedgerKey.of(SHARES, 3))).isEqualTo(rub(1_250));
    assertThat(books.balanceOf(LedgerLevel.ACCOUNT, LedgerKey.of(SHARES))).isEqualTo(rub(1_250));
    assertThat(books.balanceOf(LedgerLevel.WALLET, FUND)).isEqualTo(rub(500));
    assertThat(books.balanceOf(LedgerLevel.ACCOUNT, LedgerKey.of(new AccountNumber(86, 0))))
        .isEqualTo(rub(500));
    assertThat(books.balanceOf(LedgerLevel.ACCOUNT, BANK)).isEqualTo(rub(1_750));
  }

  @Test
  @Tag("FUND-22")
  void sameId_givesTheSameRecord_andAnotherBodyIsRefused() {
    Books books = filled();
    TransferRecord again = books.book(direct(1, BANK, ANNA, 1_000), NOW.plusSeconds(9));
    assertThat(again.number()).isEqualTo(1);
    assertThat(again.recordedAt()).isEqualTo(at(NOW));
    assertThat(books.lastNumber()).isEqualTo(2);
    assertThat(books.balance(ANNA).credits()).isEqualTo(1_000);
    for (Transfer other : List.of(
        direct(1, BANK, ANNA, 1_001),
        direct(1, BANK, BORIS, 1_000),
        direct(1, BANK, ANNA, 1_000, NOW.minusSeconds(1)),
        undo(1, BANK, ANNA, 1_000, 2),
        pending(1, BANK, ANNA, 1_000, 60),
        voided(1, 2))) {
      assertUnchanged(
          books,
          () -> books.book(other, NOW.plusSeconds(9)),
          "TRANSFER_ID_TAKEN transfer=" + id(1));
    }
  }

  @Test
  @Tag("FUND-12")
  void noWallet_fallsBelowItsFloor() {
    Books books = filled();
    assertUnchanged(
        books,
        () -> books.book(direct(3, ANNA, BANK, 1_001), NOW),
        "BALANCE_TOO_LOW account=80/3/anna amount=\"10.01 RUB\" balance=\"10.00 RUB\"");
    books.book(direct(3, ANNA, BANK, 1_000), NOW);
    assertThat(books.balanceOf(LedgerLevel.MEMBER, ANNA)).isEqualTo(rub(0));
    assertUnchanged(
        books,
        () -> books.book(direct(4, ANNA_OWES, BANK, 501), NOW),
        "BALANCE_TOO_LOW account=51 amount=\"5.01 RUB\" balance=\"5.00 RUB\"");
    books.book(direct(4, ANNA_OWES, BANK, 500), NOW);
    assertThat(books.balanceOf(LedgerLevel.MEMBER, ANNA_OWES)).isEqualTo(rub(500));
  }

  @Test
  @Tag("FUND-19")
  void pending_countsAgainstTheWallet_andNotInItsFavour() {
    Books books = filled();
    books.book(pending(3, ANNA, BANK, 600, 60), NOW);
    assertThat(books.balanceOf(LedgerLevel.MEMBER, ANNA)).isEqualTo(rub(1_000));
    assertUnchanged(
        books,
        () -> books.book(direct(4, ANNA, BANK, 401), NOW),
        "BALANCE_TOO_LOW account=80/3/anna amount=\"4.01 RUB\" balance=\"4.00 RUB\"");
    assertUnchanged(
        books,
        () -> books.book(pending(4, ANNA, BANK, 401, 60), NOW),
        "BALANCE_TOO_LOW account=80/3/anna amount=\"4.01 RUB\" balance=\"4.00 RUB\"");
    books.book(pending(4, BANK, BORIS, 100, 60), NOW);
    assertUnchanged(
        books,
        () -> books.book(direct(5, BORIS, BANK, 1), NOW),
        "BALANCE_TOO_LOW account=80/3/boris amount=\"0.01 RUB\" balance=\"0.00 RUB\"");
    books.book(direct(5, ANNA, BANK, 400), NOW);
    assertThat(books.balance(ANNA)).isEqualTo(new WalletBalance(400, 1_000, 600, 0));
  }

  @Test
  @Tag("FUND-19")
  void pending_isPostedInPart_orVoided_orExpires_once() {
    Books books = filled();
    books.book(pending(3, ANNA, BANK, 600, 60), NOW);
    assertUnchanged(
        books,
        () -> books.book(post(4, 3, 601), NOW),
        "PENDING_EXCEEDED transfer=" + id(3) + " amount=\"6.01 RUB\" pending=\"6.00 RUB\"");
    TransferRecord part = books.book(post(4, 3, 200), NOW);
    assertThat(part.posted()).isEqualTo(200);
    assertThat(books.balance(ANNA)).isEqualTo(new WalletBalance(200, 1_000, 0, 0));
    assertThat(books.find(id(3)).orElseThrow().status()).isEqualTo(TransferStatus.POSTED);
    assertUnchanged(
        books,
        () -> books.book(post(5, 3, 1), NOW),
        "NOT_PENDING transfer=" + id(3) + " status=POSTED");
    assertUnchanged(
        books,
        () -> books.book(voided(5, 3), NOW),
        "NOT_PENDING transfer=" + id(3) + " status=POSTED");
    assertUnchanged(
        books,
        () -> books.book(post(5, 1, 1), NOW),
        "NOT_PENDING transfer=" + id(1) + " status=POSTED");
    assertUnchanged(
        books, () -> books.book(post(5, 99, 1), NOW), "NO_SUCH_TRANSFER transfer=" + id(99));
    books.book(pending(6, ANNA, BANK, 800, 60), NOW);
    assertThat(books.book(voided(7, 6), NOW).posted()).isZero();
    assertThat(books.balance(ANNA)).isEqualTo(new WalletBalance(200, 1_000, 0, 0));
  }

  @Test
  @Tag("FUND-19")
  void pending_expires_atItsTime_beforeAnythingElseIsBooked() {
    Books books = filled();
    books.book(pending(3, ANNA, BANK, 600, 60), NOW);
    books.book(pending(4, ANNA, BANK, 400, 30), NOW);
    assertThat(books.expire(NOW.plusSeconds(29))).isEmpty();
    assertThat(books.book(post(5, 4, 1), NOW.plusSeconds(29)).posted()).isEqualTo(1);
    assertUnchanged(
        books,
        () -> books.book(direct(6, ANNA, BANK, 400), NOW.plusSeconds(59)),
        "BALANCE_TOO_LOW account=80/3/anna amount=\"4.00 RUB\" balance=\"3.99 RUB\"");
    books.book(direct(6, ANNA, BANK, 999), NOW.plusSeconds(60));
    assertThat(books.find(id(3)).orElseThrow().status()).isEqualTo(TransferStatus.EXPIRED);
    assertThat(books.expire(NOW.plusSeconds(99))).isEmpty();
    assertUnchanged(
        books,
        () -> books.book(post(7, 3, 1), NOW.plusSeconds(99)),
        "NOT_PENDING transfer=" + id(3) + " status=EXPIRED");
    assertRefused(
        () -> LedgerRules.expire(id(99), books, NOW), "NO_SUCH_TRANSFER transfer=" + id(99));
    assertUnchanged(
        books,
        () -> books.book(direct(8, BANK, ANNA, 1), NOW.plusSeconds(98)),
        "OUT_OF_ORDER at=2026-03-01T09:01:38Z notBefore=2026-03-01T09:01:39Z");
  }

  @Test
  @Tag("FUND-19")
  void rules_refuseWhatExpired_beforeItIsSwept() {
    Books books = filled();
    books.book(pending(3, ANNA, BANK, 600, 60), NOW);
    assertRefused(
        () -> LedgerRules.expire(id(3), books, NOW.plusSeconds(59)),
        "PENDING_OPEN transfer=" + id(3) + " expiresAt=2026-03-01T09:01:00");
    for (Transfer late : List.of(post(4, 3, 1), voided(4, 3))) {
      assertThat(LedgerRules.book(late, books, NOW.plusSeconds(59)).isNew()).isTrue();
      assertRefused(
          () -> LedgerRules.book(late, books, NOW.plusSeconds(60)),
          "PENDING_EXPIRED transfer=" + id(3) + " expiresAt=2026-03-01T09:01:00");
    }
    assertRefused(
        () -> LedgerRules.book(pending(5, ANNA, BANK, 1, 60), books, NOW.plusSeconds(60)),
        "PENDING_EXPIRED transfer=" + id(5) + " expiresAt=2026-03-01T09:01:00");
  }

  @Test
  @Tag("FUND-22")
  void linked_areBookedAllOrNone() {
    Books books = filled();
    List<Transfer> good = List.of(direct(3, ANNA, BANK, 700), direct(4, BANK, BORIS, 700));
    assertUnchanged(
        books,
        () -> books.book(List.of(direct(3, ANNA, BANK, 700), direct(4, FUND, BORIS, 501)), NOW),
        "BALANCE_TOO_LOW account=86.2 amount=\"5.01 RUB\" balance=\"5.00 RUB\"");
    assertThat(books.book(good, NOW)).extracting(TransferRecord::number).containsExactly(3L, 4L);
    assertThat(books.book(good, NOW)).extracting(TransferRecord::number).containsExactly(3L, 4L);
    assertThat(books.lastNumber()).isEqualTo(4);
    assertUnchanged(
        books,
        () -> books.book(List.of(direct(3, ANNA, BANK, 700), direct(5, BANK, BORIS, 1)), NOW),
        "LINK_PARTLY_KNOWN known=1 of 2");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> books.book(List.of(direct(5, BANK, ANNA, 1), direct(5, BANK, ANNA, 1)), NOW))
        .withMessage("linked transfers name " + id(5) + " twice");
    assertThat(books.book(List.of(pending(6, BORIS, BANK, 700, 60), post(7, 6, 700)), NOW))
        .extracting(TransferRecord::posted)
        .as("a later one may build on an earlier one")
        .containsExactly(0L, 700L);
  }

  @Test
  @Tag("FUND-22")
  void correction_goesBackBetweenTheSameWallets_upToTheAmount() {
    Books books = filled();
    for (DirectTransfer wrong : List.of(
        undo(3, BANK, ANNA, 1_000, 1), undo(3, BORIS, BANK, 1_000, 1), undo(3, ANNA, BANK, 1, 2))) {
      assertUnchanged(
          books,
          () -> books.book(wrong, NOW),
          "NOT_A_CORRECTION transfer=" + id(3) + " original="
              + id(wrong.corrects().low()));
    }
    books.book(undo(3, ANNA, BANK, 400, 1), NOW);
    assertUnchanged(
        books,
        () -> books.book(undo(4, ANNA, BANK, 601, 1), NOW),
        "CORRECTION_EXCEEDED original=" + id(1) + " amount=\"6.01 RUB\" left=\"6.00 RUB\"");
    books.book(undo(4, ANNA, BANK, 600, 1), NOW);
    assertThat(books.find(id(1)).orElseThrow().corrected()).isEqualTo(1_000);
    assertThat(books.balanceOf(LedgerLevel.MEMBER, ANNA)).isEqualTo(rub(0));
    assertUnchanged(
        books,
        () -> books.book(undo(5, ANNA, BANK, 1, 77), NOW),
        "NO_SUCH_TRANSFER transfer=" + id(77));
  }

  @Test
  @Tag("FUND-22")
  void correction_ofAPostedPart_isOfThePostingTransfer() {
    Books books = filled();
    books.book(pending(3, ANNA, BANK, 600, 60), NOW);
    books.book(post(4, 3, 200), NOW);
    assertUnchanged(
        books,
        () -> books.book(undo(5, BANK, ANNA, 200, 3), NOW),
        "NOT_A_CORRECTION transfer=" + id(5) + " original=" + id(3));
    books.book(undo(5, BANK, ANNA, 200, 4), NOW);
    assertThat(books.balanceOf(LedgerLevel.MEMBER, ANNA)).isEqualTo(rub(1_000));
  }

  @Test
  @Tag("FUND-22")
  void closedPeriod_takesNothingMore_andTheOpenOneDoes() {
    Books books = filled();
    TimePointSec until = at(NOW.plusSeconds(1));
    Instant later = NOW.plus(Duration.ofDays(1));
    assertRefused(
        () -> books.close(until, NOW),
        "OUT_OF_ORDER at=2026-03-01T09:00:00 notBefore=2026-03-01T09:00:01");
    books.book(pending(3, ANNA, BANK, 600, 999_999), NOW);
    PeriodClosing closing = books.close(until, later);
    assertThat(closing.lastNumber()).isEqualTo(3);
    assertThat(closing.balances().debits()).isEqualTo(1_500);
    for (Transfer late :
        List.of(direct(4, BANK, ANNA, 1), pending(4, BANK, ANNA, 1, 999_999), post(4, 3, 1))) {
      assertUnchanged(
          books,
          () -> books.book(late, later),
          "PERIOD_CLOSED at=2026-03-01T09:00:00 closedUntil=2026-03-01T09:00:01");
    }
    assertRefused(
        () -> books.close(until, later),
        "PERIOD_CLOSED at=2026-03-01T09:00:01 closedUntil=2026-03-01T09:00:01");
    books.book(direct(4, BANK, ANNA, 1, NOW.plusSeconds(1)), later);
    books.book(new DirectTransfer(id(5), ANNA, BANK, rub(10), until, BASIS, id(1)), later);
    assertThat(books.book(voided(6, 3), later).status())
        .as("releasing moves nothing")
        .isEqualTo(TransferStatus.VOIDED);
  }

  @Test
  void books_refuseTheFuture_otherCurrencies_andStrangeWallets() {
    Books books = filled();
    assertUnchanged(
        books,
        () -> books.book(direct(3, BANK, ANNA, 1, NOW.plusSeconds(1)), NOW),
        "OUT_OF_ORDER at=2026-03-01T09:00:00 notBefore=2026-03-01T09:00:01");
    for (String symbol : List.of("2,USD", "3,RUB")) {
      Asset foreign = new Asset(100, Symbol.parse(symbol));
      assertUnchanged(
          books,
          () -> books.book(
              new DirectTransfer(id(3), BANK, ANNA, foreign, at(NOW), BASIS, TransferId.NONE), NOW),
          "WRONG_CURRENCY amount=\"" + foreign + "\" currency=" + RUB);
    }
    assertUnchanged(
        books,
        () -> books.book(direct(3, LedgerKey.of(AccountNumber.parse("50")), ANNA, 1), NOW),
        "NO_SUCH_ACCOUNT account=50");
    assertUnchanged(
        books,
        () -> books.book(direct(3, LedgerKey.of(new AccountNumber(86, 0)), ANNA, 1), NOW),
        "NO_SUCH_ACCOUNT account=86");
    for (LedgerKey wallet : List.of(
        LedgerKey.of(SHARES), LedgerKey.of(SHARES, 3), new LedgerKey(CASH, 3, Name.of("anna")))) {
      assertRefused(() -> books.book(direct(3, wallet, BORIS, 1), NOW), Reason.WRONG_WALLET);
    }
  }

  @Test
  void sums_neverLeaveTheRange() {
    Books books = books();
    books.book(direct(1, BANK, FUND, Asset.MAX_AMOUNT), NOW);
    assertUnchanged(
        books, () -> books.book(direct(2, BANK, FUND, 1), NOW), "BALANCE_TOO_HIGH account=51");
    books.book(pending(2, ANNA_OWES, FUND, Asset.MAX_AMOUNT, 9), NOW);
    assertUnchanged(
        books,
        () -> books.book(pending(3, ANNA_OWES, FUND, 1, 9), NOW),
        "BALANCE_TOO_HIGH account=76/3/anna");
  }
}
