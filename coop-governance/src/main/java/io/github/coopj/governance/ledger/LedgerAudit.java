package io.github.coopj.governance.ledger;

import io.github.coopj.core.asset.Asset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks a ledger against its journal: everything is added up again from the recorded transfers, without the balances that are
 * kept. What is wrong comes back as data.
 */
public final class LedgerAudit {
  private final LedgerSnapshot ledger;
  private final List<Finding> findings = new ArrayList<>();

  private LedgerAudit(LedgerSnapshot ledger) {
    this.ledger = ledger;
  }

  /** What must hold in books in order. */
  public enum Rule {
    /** All debits together are all credits together. */
    DEBITS_EQUAL_CREDITS,
    /** Balances of a level are what the journal adds up to on it, so the levels agree. */
    JOURNAL_IS_BALANCE,
    /** No wallet is below the floor of its account, pending transfers counted. */
    NOT_BELOW_FLOOR,
    /** Nothing was recorded in a period after it was closed. */
    CLOSED_IS_CLOSED
  }

  /**
   * One thing that is wrong.
   *
   * @param rule rule that does not hold
   * @param place level and key, or the id of a transfer
   * @param expected what it should be
   * @param actual what it is
   */
  public record Finding(Rule rule, String place, String expected, String actual) {}

  /**
   * Checks a ledger.
   *
   * @param ledger the ledger
   * @return findings in a fixed order, empty if all is well
   */
  public static List<Finding> check(LedgerSnapshot ledger) {
    LedgerAudit audit = new LedgerAudit(ledger);
    audit.checkLevels();
    audit.checkFloors();
    audit.checkClosings();
    return List.copyOf(audit.findings);
  }

  private void checkLevels() {
    for (LedgerLevel level : LedgerLevel.values()) {
      SortedMap<LedgerKey, WalletBalance> expected = added(level);
      SortedMap<LedgerKey, WalletBalance> actual = ledger.on(level);
      SortedMap<LedgerKey, WalletBalance> all = new TreeMap<>(actual);
      all.putAll(expected);
      long debits = 0;
      long credits = 0;
      for (LedgerKey key : all.keySet()) {
        WalletBalance kept = actual.getOrDefault(key, WalletBalance.ZERO);
        debits = Math.addExact(debits, kept.debits());
        credits = Math.addExact(credits, kept.credits());
        WalletBalance sum = expected.getOrDefault(key, WalletBalance.ZERO);
        if (!kept.equals(sum)) {
          find(Rule.JOURNAL_IS_BALANCE, level + " " + key, sum, kept);
        }
      }
      if (debits != credits) {
        find(Rule.DEBITS_EQUAL_CREDITS, level.toString(), debits, credits);
      }
    }
  }

  private SortedMap<LedgerKey, WalletBalance> added(LedgerLevel level) {
    Map<LedgerKey, WalletBalance> sums = new HashMap<>();
    for (TransferRecord record : ledger.journal()) {
      long held = record.status() == TransferStatus.PENDING ? record.amount() : 0;
      add(sums, level.of(record.debit()), new WalletBalance(record.posted(), 0, held, 0));
      add(sums, level.of(record.credit()), new WalletBalance(0, record.posted(), 0, held));
    }
    return new TreeMap<>(sums);
  }

  private static void add(Map<LedgerKey, WalletBalance> sums, LedgerKey key, WalletBalance more) {
    sums.merge(
        key,
        more,
        (one, other) -> new WalletBalance(
            Math.addExact(one.debits(), other.debits()),
            Math.addExact(one.credits(), other.credits()),
            Math.addExact(one.debitsPending(), other.debitsPending()),
            Math.addExact(one.creditsPending(), other.creditsPending())));
  }

  private void checkFloors() {
    ledger.on(LedgerLevel.MEMBER).forEach((wallet, balance) -> {
      ChartAccount account = ledger.chart().require(wallet.account());
      account.floor().ifPresent(floor -> {
        long available = balance.available(account.side());
        if (available < floor) {
          find(
              Rule.NOT_BELOW_FLOOR,
              wallet.toString(),
              new Asset(floor, ledger.currency()),
              new Asset(available, ledger.currency()));
        }
      });
    });
  }

  private void checkClosings() {
    for (PeriodClosing closing : ledger.closings()) {
      for (TransferRecord record : ledger.journal()) {
        if (record.number() > closing.lastNumber()
            && record.posted() > 0
            && record.at().compareTo(closing.until()) < 0) {
          find(Rule.CLOSED_IS_CLOSED, record.id().toString(), closing.until(), record.at());
        }
      }
      TrialBalance again = TrialBalance.of(
          ledger.chart(),
          ledger.currency(),
          ledger.journal(),
          closing.balances().from(),
          closing.until());
      if (!again.equals(closing.balances())) {
        find(Rule.CLOSED_IS_CLOSED, "closing " + closing.until(), closing.balances(), again);
      }
    }
  }

  private void find(Rule rule, String place, Object expected, Object actual) {
    findings.add(new Finding(rule, place, String.valueOf(expected), String.valueOf(actual)));
  }
}
