package io.github.coopj.governance.ledger;

import static io.github.coopj.governance.ledger.Ledgers.ANNA;
import static io.github.coopj.governance.ledger.Ledgers.BANK;
import static io.github.coopj.governance.ledger.Ledgers.FUND;
import static io.github.coopj.governance.ledger.Ledgers.NOW;
import static io.github.coopj.governance.ledger.Ledgers.at;
import static io.github.coopj.governance.ledger.Ledgers.books;
import static io.github.coopj.governance.ledger.Ledgers.direct;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The audit finds whatever was changed in a ledger behind its back. */
@Tag("FUND-01")
@Tag("FUND-22")
class LedgerAuditTest {
  private static LedgerSnapshot ledger() {
    Books books = books();
    books.book(direct(1, BANK, ANNA, 1_000), NOW);
    books.book(direct(2, BANK, FUND, 500), NOW);
    books.close(at(NOW.plusSeconds(1)), NOW.plusSeconds(1));
    books.book(direct(3, ANNA, BANK, 100, NOW.plusSeconds(5)), NOW.plusSeconds(5));
    return books.snapshot();
  }

  private static LedgerSnapshot with(LedgerLevel level, LedgerKey key, WalletBalance balance) {
    LedgerSnapshot ledger = ledger();
    Map<LedgerLevel, SortedMap<LedgerKey, WalletBalance>> balances =
        new EnumMap<>(LedgerLevel.class);
    for (LedgerLevel each : LedgerLevel.values()) {
      SortedMap<LedgerKey, WalletBalance> sums = new TreeMap<>(ledger.on(each));
      if (each == level) {
        sums.put(key, balance);
      }
      balances.put(each, sums);
    }
    return new LedgerSnapshot(
        ledger.chart(), ledger.currency(), ledger.journal(), balances, ledger.closings());
  }

  private static LedgerSnapshot with(List<TransferRecord> journal) {
    LedgerSnapshot ledger = ledger();
    return new LedgerSnapshot(
        ledger.chart(), ledger.currency(), journal, ledger.balances(), ledger.closings());
  }

  private static List<String> found(LedgerSnapshot ledger) {
    return LedgerAudit.check(ledger).stream()
        .map(finding -> finding.rule() + " " + finding.place())
        .toList();
  }

  @Test
  void ledgerInOrder_hasNoFindings() {
    assertThat(found(ledger())).isEmpty();
  }

  @Test
  void changedBalance_isFound_onItsLevel() {
    assertThat(found(with(LedgerLevel.MEMBER, ANNA, new WalletBalance(100, 1_001, 0, 0))))
        .containsExactly("JOURNAL_IS_BALANCE MEMBER 80/3/anna", "DEBITS_EQUAL_CREDITS MEMBER");
    assertThat(found(with(LedgerLevel.WALLET, FUND, new WalletBalance(0, 500, 7, 0))))
        .containsExactly("JOURNAL_IS_BALANCE WALLET 86.2");
    LedgerKey nobody = LedgerKey.of(new AccountNumber(99, 0));
    assertThat(found(with(LedgerLevel.ACCOUNT, nobody, new WalletBalance(5, 5, 0, 0))))
        .containsExactly("JOURNAL_IS_BALANCE ACCOUNT 99");
  }

  @Test
  void walletBelowItsFloor_isFound() {
    assertThat(found(with(LedgerLevel.MEMBER, ANNA, new WalletBalance(900, 1_000, 101, 0))))
        .contains("NOT_BELOW_FLOOR 80/3/anna");
    assertThat(found(with(LedgerLevel.MEMBER, ANNA, new WalletBalance(900, 1_000, 100, 0))))
        .doesNotContain("NOT_BELOW_FLOOR 80/3/anna");
  }

  @Test
  void recordAddedToAClosedPeriod_isFound() {
    List<TransferRecord> journal = new ArrayList<>(ledger().journal());
    TransferRecord last = journal.get(2);
    DirectTransfer dated = direct(4, BANK, FUND, 9, NOW);
    journal.add(new TransferRecord(
        4, last.recordedAt(), dated, BANK, FUND, 9, 9, TransferStatus.POSTED, 0));
    assertThat(found(with(journal)))
        .contains(
            "CLOSED_IS_CLOSED " + dated.id(), "CLOSED_IS_CLOSED closing " + at(NOW.plusSeconds(1)));
  }

  @Test
  void recordTakenAway_isFound() {
    assertThat(found(with(ledger().journal().subList(0, 2))))
        .contains("JOURNAL_IS_BALANCE MEMBER 80/3/anna", "JOURNAL_IS_BALANCE ACCOUNT 51");
  }
}
