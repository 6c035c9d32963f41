package io.github.coopj.export;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.ledger.Basis;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.ChartOfAccounts;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.ledger.LedgerStatement;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.ledger.TrialBalance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Tables of the ledger: its journal, statements, trial balances. Titles are in Russian or English. */
public final class LedgerTables {
  private final ChartOfAccounts chart;
  private final ResourceBundle titles;
  private final boolean russian;

  /**
   * Tables in a language.
   *
   * @param chart chart of the books
   * @param language Russian, or any other for English
   */
  public LedgerTables(ChartOfAccounts chart, Locale language) {
    this.chart = chart;
    this.russian = language.getLanguage().equals("ru");
    this.titles = ResourceBundle.getBundle(
        "io.github.coopj.export.titles",
        russian ? Locale.forLanguageTag("ru") : Locale.ROOT,
        LedgerTables.class.getModule());
  }

  /**
   * Every recorded transfer.
   *
   * @param ledger the ledger
   * @return one row a transfer, by number
   */
  public ReportTable journal(LedgerSnapshot ledger) {
    List<List<Cell>> rows = new ArrayList<>();
    for (TransferRecord record : ledger.journal()) {
      Basis basis = record.transfer().basis();
      rows.add(List.of(
          new Cell.Count(record.number()),
          new Cell.Time(record.at()),
          new Cell.Time(record.recordedAt()),
          new Cell.Text(record.debit().toString()),
          new Cell.Text(record.credit().toString()),
          amount(record.amount(), ledger.currency()),
          amount(record.posted(), ledger.currency()),
          new Cell.Text(record.status().name()),
          new Cell.Text(basis.purpose().toString()),
          new Cell.Count(basis.ruleVersion()),
          new Cell.Text(basis.document().toString()),
          new Cell.Text(record.id().toString())));
    }
    return table(
        "journal",
        rows,
        "number",
        "at",
        "recordedAt",
        "debit",
        "credit",
        "amount",
        "posted",
        "status",
        "purpose",
        "ruleVersion",
        "document",
        "transfer");
  }

  /**
   * A statement, with a row before and after for the balances.
   *
   * @param statement the statement
   * @return one row a transfer, by time
   */
  public ReportTable statement(LedgerStatement statement) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(balance(statement.from(), statement.opening()));
    for (LedgerStatement.Line line : statement.lines()) {
      rows.add(List.of(
          new Cell.Count(line.number()),
          new Cell.Time(line.at()),
          new Cell.Text(line.counter().toString()),
          new Cell.Text(line.basis().purpose().toString()),
          new Cell.Amount(line.debit()),
          new Cell.Amount(line.credit()),
          new Cell.Amount(line.balance())));
    }
    rows.add(balance(statement.until(), statement.closing()));
    return table(
        "statement", rows, "number", "at", "counter", "purpose", "debit", "credit", "balance");
  }

  private static List<Cell> balance(TimePointSec moment, Asset balance) {
    return List.of(
        Cell.EMPTY,
        new Cell.Time(moment),
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.EMPTY,
        new Cell.Amount(balance));
  }

  /**
   * A trial balance (оборотно-сальдовая ведомость).
   *
   * @param balance the trial balance
   * @return one row a fund or programme
   */
  public ReportTable trialBalance(TrialBalance balance) {
    List<List<Cell>> rows = new ArrayList<>();
    for (TrialBalance.Line line : balance.lines()) {
      rows.add(List.of(
          new Cell.Text(line.key().toString()),
          new Cell.Text(titleOf(line.key())),
          amount(line.opening(), balance.currency()),
          amount(line.debits(), balance.currency()),
          amount(line.credits(), balance.currency()),
          amount(line.closing(), balance.currency())));
    }
    return table("trialBalance", rows, "account", "name", "opening", "debit", "credit", "closing");
  }

  private String titleOf(LedgerKey key) {
    ChartAccount account = chart.require(key.account());
    return russian ? account.russian() : account.english();
  }

  private static Cell amount(long minor, Symbol currency) {
    return new Cell.Amount(new Asset(minor, currency));
  }

  private ReportTable table(String name, List<List<Cell>> rows, String... columns) {
    return new ReportTable(
        titles.getString(name), Stream.of(columns).map(titles::getString).toList(), rows);
  }
}
