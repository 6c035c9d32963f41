package io.github.coopj.governance.ledger;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.ledger.Ledgers.ANNA;
import static io.github.coopj.governance.ledger.Ledgers.BANK;
import static io.github.coopj.governance.ledger.Ledgers.BORIS;
import static io.github.coopj.governance.ledger.Ledgers.FUND;
import static io.github.coopj.governance.ledger.Ledgers.NOW;
import static io.github.coopj.governance.ledger.Ledgers.books;
import static io.github.coopj.governance.ledger.Ledgers.direct;
import static io.github.coopj.governance.ledger.Ledgers.id;
import static io.github.coopj.governance.ledger.Ledgers.pending;
import static io.github.coopj.governance.ledger.Ledgers.post;
import static io.github.coopj.governance.ledger.Ledgers.undo;
import static io.github.coopj.governance.ledger.Ledgers.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.governance.Reason;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Five defects that were published about other ledgers, none of which this one may have. */
@Tag("FUND-19")
@Tag("FUND-22")
class PublishedDefectsTest {
  private final Books books = books();

  @BeforeEach
  void fill() {
    books.book(direct(1, BANK, ANNA, 1_000), NOW);
    books.book(direct(2, BANK, FUND, 5_000), NOW);
  }

  @Test
  void refund_isNotPaidTwice() {
    books.book(undo(3, ANNA, BANK, 1_000, 1), NOW);
    books.book(direct(4, BANK, ANNA, 1_000), NOW);
    assertRefused(
        () -> books.book(undo(5, ANNA, BANK, 1_000, 1), NOW),
        "CORRECTION_EXCEEDED original=" + id(1) + " amount=\"10.00 RUB\" left=\"0.00 RUB\"");
    assertThat(books.book(undo(3, ANNA, BANK, 1_000, 1), NOW).number())
        .as("the same refund sent again is the same refund")
        .isEqualTo(3);
    assertThat(books.balance(ANNA).on(AccountSide.CREDIT)).isEqualTo(1_000);
  }

  @Test
  void hold_isNotVoidedTwice() {
    books.book(pending(3, ANNA, BANK, 600, 60), NOW);
    books.book(pending(4, ANNA, BANK, 300, 60), NOW);
    books.book(voided(5, 3), NOW);
    assertRefused(() -> books.book(voided(6, 3), NOW), Reason.NOT_PENDING);
    assertThat(books.balance(ANNA).debitsPending())
        .as("the other hold is still counted")
        .isEqualTo(300);
  }

  @Test
  void whatWasRejected_isNotCommitted() {
    books.book(pending(3, ANNA, BANK, 600, 60), NOW);
    books.book(voided(4, 3), NOW);
    assertRefused(() -> books.book(post(5, 3, 600), NOW), Reason.NOT_PENDING);
    assertRefused(() -> books.book(direct(6, ANNA, BANK, 1_001), NOW), Reason.BALANCE_TOO_LOW);
    assertRefused(() -> books.book(post(7, 6, 1), NOW), Reason.NO_SUCH_TRANSFER);
    assertThat(books.balance(ANNA)).isEqualTo(new WalletBalance(0, 1_000, 0, 0));
  }

  @Test
  void whatIsInFlight_neverExceedsTheBalance() {
    int accepted = 0;
    for (int i = 0; i < 20; i++) {
      PendingTransfer flight = pending(10 + i, ANNA, i % 2 == 0 ? BANK : BORIS, 90, 60);
      if (accepted < 11) {
        books.book(flight, NOW);
        accepted++;
      } else {
        assertRefused(() -> books.book(flight, NOW), Reason.BALANCE_TOO_LOW);
      }
    }
    for (int i = 0; i < accepted; i++) {
      books.book(post(100 + i, 10 + i, 90), NOW);
    }
    assertThat(books.balance(ANNA)).isEqualTo(new WalletBalance(990, 1_000, 0, 0));
  }

  @Test
  void batch_isNotCommittedInPart() {
    List<Transfer> batch = List.of(
        pending(3, ANNA, BANK, 400, 60),
        post(4, 3, 400),
        direct(5, BANK, BORIS, 400),
        direct(6, BORIS, BANK, 401));
    assertRefused(() -> books.book(batch, NOW), Reason.BALANCE_TOO_LOW);
    assertThat(books.lastNumber()).isEqualTo(2);
    assertThat(books.find(id(3))).isEmpty();
    assertThat(books.balance(ANNA)).isEqualTo(new WalletBalance(0, 1_000, 0, 0));
    assertThat(books.balance(BORIS)).isEqualTo(WalletBalance.ZERO);
    assertThat(LedgerAudit.check(books.snapshot())).isEmpty();
  }
}
