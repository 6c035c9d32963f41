package io.github.coopj.governance.ledger;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.time.TimePointSec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Statement (выписка) of an account, a fund or programme, or a member, from the journal alone.
 *
 * @param level level
 * @param key key on that level
 * @param from first moment
 * @param until first moment after
 * @param opening balance before {@code from}
 * @param lines what was posted, by the time at which it happened, then by number
 * @param closing balance before {@code until}
 */
public record LedgerStatement(
    LedgerLevel level,
    LedgerKey key,
    TimePointSec from,
    TimePointSec until,
    Asset opening,
    List<Line> lines,
    Asset closing) {
  /** Copies the list. */
  public LedgerStatement {
    lines = List.copyOf(lines);
  }

  /**
   * One posted transfer.
   *
   * @param number number in the journal
   * @param transfer its id
   * @param at when it happened
   * @param counter the wallet on its other side
   * @param debit what was debited, zero for a credit
   * @param credit what was credited, zero for a debit
   * @param basis on what ground
   * @param balance balance after it
   */
  public record Line(
      @AbiType("uint64") long number,
      TransferId transfer,
      TimePointSec at,
      LedgerKey counter,
      Asset debit,
      Asset credit,
      Basis basis,
      Asset balance) {}

  /**
   * The statement of a time.
   *
   * @param books the books
   * @param level level
   * @param key key on that level
   * @param from first moment
   * @param until first moment after
   * @return the statement
   * @throws io.github.coopj.governance.GovernanceException NO_SUCH_ACCOUNT
   */
  public static LedgerStatement of(
      Books books, LedgerLevel level, LedgerKey key, TimePointSec from, TimePointSec until) {
    AccountSide side = books.chart().sideOf(key.account());
    long opening = balanceAt(books, level, key, from);
    List<TransferRecord> within = new ArrayList<>();
    for (TransferRecord record : books.journal()) {
      boolean touches =
          level.of(record.debit()).equals(key) || level.of(record.credit()).equals(key);
      if (touches
          && record.posted() > 0
          && record.at().compareTo(from) >= 0
          && record.at().compareTo(until) < 0) {
        within.add(record);
      }
    }
    within.sort(Comparator.comparing(TransferRecord::at).thenComparingLong(TransferRecord::number));
    List<Line> lines = new ArrayList<>();
    long balance = opening;
    for (TransferRecord record : within) {
      long debit = level.of(record.debit()).equals(key) ? record.posted() : 0;
      long credit = level.of(record.credit()).equals(key) ? record.posted() : 0;
      balance = Math.addExact(balance, effect(side, debit, credit));
      lines.add(new Line(
          record.number(),
          record.id(),
          record.at(),
          debit > 0 ? record.credit() : record.debit(),
          new Asset(debit, books.currency()),
          new Asset(credit, books.currency()),
          record.transfer().basis(),
          new Asset(balance, books.currency())));
    }
    return new LedgerStatement(
        level,
        key,
        from,
        until,
        new Asset(opening, books.currency()),
        lines,
        new Asset(balance, books.currency()));
  }

  /**
   * Balance as of a moment: everything that happened before it, whenever it was recorded.
   *
   * @param books the books
   * @param level level
   * @param key key on that level
   * @param at the moment
   * @return balance on the side on which the account grows
   * @throws io.github.coopj.governance.GovernanceException NO_SUCH_ACCOUNT
   */
  public static Asset balanceAsOf(Books books, LedgerLevel level, LedgerKey key, TimePointSec at) {
    return new Asset(balanceAt(books, level, key, at), books.currency());
  }

  private static long balanceAt(Books books, LedgerLevel level, LedgerKey key, TimePointSec at) {
    AccountSide side = books.chart().sideOf(key.account());
    long balance = 0;
    for (TransferRecord record : books.journal()) {
      if (record.at().compareTo(at) < 0) {
        long debit = level.of(record.debit()).equals(key) ? record.posted() : 0;
        long credit = level.of(record.credit()).equals(key) ? record.posted() : 0;
        balance = Math.addExact(balance, effect(side, debit, credit));
      }
    }
    return balance;
  }

  private static long effect(AccountSide side, long debit, long credit) {
    return side == AccountSide.CREDIT ? credit - debit : debit - credit;
  }
}
