package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.TransferRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What membership contributions of each programme brought to each fund (FUND-17), less corrections.
 *
 * @param lines by programme, then by the code of the fund
 */
public record ProgrammeFunds(List<Line> lines) {
  /** Copies the list. */
  public ProgrammeFunds {
    lines = List.copyOf(lines);
  }

  /**
   * One fund under one programme.
   *
   * @param programme number of the programme; that of admission for entrance contributions
   * @param fund code of the fund
   * @param amount what came
   */
  public record Line(long programme, Name fund, Asset amount) {}

  private record Key(long programme, Name fund) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::programme).thenComparing(Key::fund);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Draws up the report from the journal.
   *
   * @param books the books
   * @return the report
   */
  public static ProgrammeFunds of(BooksView books) {
    SortedMap<Key, Long> sums = new TreeMap<>();
    for (TransferRecord record : books.journal()) {
      ChartAccount debit = books.ledger().chart().require(record.debit().account());
      ChartAccount credit = books.ledger().chart().require(record.credit().account());
      if (debit.role() == AccountRole.MEMBER_SETTLEMENT && credit.role() == AccountRole.FUND) {
        sums.merge(
            new Key(record.debit().programme(), credit.fund()),
            record.posted() - record.corrected(),
            Math::addExact);
      }
    }
    List<Line> lines = new ArrayList<>();
    sums.forEach((key, minor) -> lines.add(
        new Line(key.programme(), key.fund(), new Asset(minor, books.ledger().currency()))));
    return new ProgrammeFunds(lines);
  }
}
