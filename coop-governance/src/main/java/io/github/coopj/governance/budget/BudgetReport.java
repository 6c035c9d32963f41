package io.github.coopj.governance.budget;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.BooksView;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.TransferRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was planned and what became of it, by fund and purpose, from the journal.
 *
 * @param lines by fund, then purpose; also what was spent without a plan
 */
public record BudgetReport(List<Line> lines) {
  /** Copies the list. */
  public BudgetReport {
    lines = List.copyOf(lines);
  }

  /**
   * One purpose of a fund.
   *
   * @param fund code of the fund
   * @param purpose code of the purpose
   * @param plan what was planned, zero if nothing was
   * @param fact what was spent in the period, less corrections
   */
  public record Line(Name fund, Name purpose, Asset plan, Asset fact) {
    /**
     * What is left of the plan.
     *
     * @return below zero if more was spent
     */
    public Asset left() {
      return plan.minus(fact);
    }
  }

  private record Key(Name fund, Name purpose) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::fund).thenComparing(Key::purpose);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Compares a budget with the books.
   *
   * @param budget the budget
   * @param books the books
   * @return the report
   */
  public static BudgetReport of(Budget budget, BooksView books) {
    SortedMap<Key, Long> plan = new TreeMap<>();
    SortedMap<Key, Long> fact = new TreeMap<>();
    for (Budget.Line line : budget.lines()) {
      plan.put(new Key(line.fund(), line.purpose()), line.plan().amount());
    }
    for (TransferRecord record : books.journal()) {
      ChartAccount debit = books.ledger().chart().require(record.debit().account());
      ChartAccount credit = books.ledger().chart().require(record.credit().account());
      Name purpose = record.transfer().basis().purpose();
      boolean spent = debit.role() == AccountRole.FUND
          && credit.role() != AccountRole.FUND
          && !Purpose.REVERSAL.is(purpose);
      boolean within =
          record.at().compareTo(budget.from()) >= 0 && record.at().compareTo(budget.until()) < 0;
      if (spent && within) {
        fact.merge(
            new Key(debit.fund(), purpose), record.posted() - record.corrected(), Math::addExact);
      }
    }
    return of(plan, fact, books.ledger().currency());
  }

  private static BudgetReport of(
      SortedMap<Key, Long> plan, SortedMap<Key, Long> fact, Symbol currency) {
    SortedMap<Key, Long> all = new TreeMap<>(plan);
    all.putAll(fact);
    List<Line> lines = new ArrayList<>();
    for (Map.Entry<Key, Long> each : all.entrySet()) {
      Key key = each.getKey();
      lines.add(new Line(
          key.fund(),
          key.purpose(),
          new Asset(plan.getOrDefault(key, 0L), currency),
          new Asset(fact.getOrDefault(key, 0L), currency)));
    }
    return new BudgetReport(lines);
  }
}
