package io.github.coopj.governance.ledger;

import io.github.coopj.core.asset.Symbol;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole ledger as data, wherever it was kept: what an auditor gets.
 *
 * @param chart the accounts
 * @param currency currency of every amount
 * @param journal every recorded transfer as it stands, by number
 * @param balances the sums that are kept, on each level
 * @param closings closed periods in the order of time
 */
public record LedgerSnapshot(
    ChartOfAccounts chart,
    Symbol currency,
    List<TransferRecord> journal,
    Map<LedgerLevel, SortedMap<LedgerKey, WalletBalance>> balances,
    List<PeriodClosing> closings) {
  /** Copies the lists and maps. */
  public LedgerSnapshot {
    journal = List.copyOf(journal);
    closings = List.copyOf(closings);
    Map<LedgerLevel, SortedMap<LedgerKey, WalletBalance>> copy = new EnumMap<>(LedgerLevel.class);
    for (LedgerLevel level : LedgerLevel.values()) {
      copy.put(
          level,
          Collections.unmodifiableSortedMap(
              new TreeMap<>(balances.getOrDefault(level, Collections.emptySortedMap()))));
    }
    balances = Collections.unmodifiableMap(copy);
  }

  /**
   * A ledger that keeps the levels of wallets and members in sheets; accounts are added up from the level of wallets.
   *
   * @param chart the accounts
   * @param currency currency of every amount
   * @param journal every recorded transfer, by number
   * @param shared sheets of the level of wallets
   * @param members sheets of the level of members, without what is kept by no member
   * @return the ledger as data
   */
  public static LedgerSnapshot ofSheets(
      ChartOfAccounts chart,
      Symbol currency,
      List<TransferRecord> journal,
      List<WalletSheet> shared,
      List<WalletSheet> members) {
    SortedMap<LedgerKey, WalletBalance> wallets = new TreeMap<>();
    SortedMap<LedgerKey, WalletBalance> persons = new TreeMap<>();
    SortedMap<LedgerKey, WalletBalance> accounts = new TreeMap<>();
    for (WalletSheet sheet : shared) {
      for (WalletSheet.Line line : sheet.lines()) {
        wallets.put(line.key(), line.balance());
        accounts.merge(line.key().whole(), line.balance(), WalletBalance::plus);
        if (!chart.require(line.key().account()).byMember()) {
          persons.put(line.key(), line.balance());
        }
      }
    }
    members.forEach(
        sheet -> sheet.lines().forEach(line -> persons.put(line.key(), line.balance())));
    return new LedgerSnapshot(
        chart,
        currency,
        journal,
        Map.of(
            LedgerLevel.ACCOUNT,
            accounts,
            LedgerLevel.WALLET,
            wallets,
            LedgerLevel.MEMBER,
            persons),
        List.of());
  }

  /**
   * Sums on one level.
   *
   * @param level level
   * @return in the order of the keys
   */
  public SortedMap<LedgerKey, WalletBalance> on(LedgerLevel level) {
    return balances.getOrDefault(level, Collections.emptySortedMap());
  }
}
