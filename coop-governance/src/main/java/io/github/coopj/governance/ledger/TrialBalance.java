package io.github.coopj.governance.ledger;

import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.time.TimePointSec;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trial balance (оборотно-сальдовая ведомость) of a time, on the level of funds and programmes, from the journal alone.
 *
 * @param currency currency
 * @param from first moment
 * @param until first moment after
 * @param lines one for each fund or programme that was ever used before {@code until}, in the order of the accounts
 */
public record TrialBalance(
    Symbol currency, TimePointSec from, TimePointSec until, List<Line> lines) {
  /** Copies the list. */
  public TrialBalance {
    lines = List.copyOf(lines);
  }

  /**
   * One fund or programme, in minor units.
   *
   * @param key key on the level {@link LedgerLevel#WALLET}
   * @param side on which side its balance grows
   * @param opening balance before {@code from}
   * @param debits debits of the time
   * @param credits credits of the time
   */
  public record Line(LedgerKey key, AccountSide side, long opening, long debits, long credits) {
    /**
     * Balance at the end.
     *
     * @return minor units
     */
    public long closing() {
      long change = Math.subtractExact(debits, credits);
      return side == AccountSide.CREDIT
          ? Math.subtractExact(opening, change)
          : Math.addExact(opening, change);
    }
  }

  private static final class Sums {
    private long before;
    private long debits;
    private long credits;
  }

  /**
   * The trial balance of a time. A transfer belongs to the time at which it happened, whenever it was recorded.
   *
   * @param books the books
   * @param from first moment
   * @param until first moment after
   * @return the trial balance
   */
  public static TrialBalance of(Books books, TimePointSec from, TimePointSec until) {
    return of(books.chart(), books.currency(), books.journal(), from, until);
  }

  static TrialBalance of(
      ChartOfAccounts chart,
      Symbol currency,
      List<TransferRecord> journal,
      TimePointSec from,
      TimePointSec until) {
    SortedMap<LedgerKey, Sums> sums = new TreeMap<>();
    for (TransferRecord record : journal) {
      if (record.posted() > 0 && record.at().compareTo(until) < 0) {
        Sums debit = sums.computeIfAbsent(record.debit().shared(), key -> new Sums());
        Sums credit = sums.computeIfAbsent(record.credit().shared(), key -> new Sums());
        if (record.at().compareTo(from) < 0) {
          debit.before = Math.addExact(debit.before, record.posted());
          credit.before = Math.subtractExact(credit.before, record.posted());
        } else {
          debit.debits = Math.addExact(debit.debits, record.posted());
          credit.credits = Math.addExact(credit.credits, record.posted());
        }
      }
    }
    return new TrialBalance(
        currency,
        from,
        until,
        sums.entrySet().stream()
            .map(entry -> line(
                entry.getKey(), chart.require(entry.getKey().account()).side(), entry.getValue()))
            .toList());
  }

  private static Line line(LedgerKey key, AccountSide side, Sums sums) {
    long opening = side == AccountSide.CREDIT ? Math.negateExact(sums.before) : sums.before;
    return new Line(key, side, opening, sums.debits, sums.credits);
  }

  /**
   * Sum of all debits of the time; equal to {@link #credits}.
   *
   * @return minor units
   */
  public long debits() {
    return lines.stream().mapToLong(Line::debits).reduce(0, Math::addExact);
  }

  /**
   * Sum of all credits of the time.
   *
   * @return minor units
   */
  public long credits() {
    return lines.stream().mapToLong(Line::credits).reduce(0, Math::addExact);
  }
}
