package io.github.coopj.export;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.governance.ledger.Basis;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.LedgerLevel;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.ledger.TransferRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The journal in plain text for hledger or beancount, so that a program that knows nothing of coopJ can check the books. It holds
 * what was posted, in the order of time, and ends by stating the balance of every account: the other program adds up by itself and
 * refuses the file if it comes to anything else.
 */
public final class JournalExport {
  private final ZoneId zone;

  /**
   * Journals in a time zone.
   *
   * @param zone zone that decides the day of a transfer
   */
  public JournalExport(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Writes a journal for hledger.
   *
   * @param ledger the ledger
   * @param out where to
   * @throws IOException if it cannot be written
   */
  public void hledger(LedgerSnapshot ledger, Appendable out) throws IOException {
    Lines lines = new Lines(out);
    Map<LedgerKey, Long> balances = balances(ledger);
    lines.add("; coopJ, chart " + PlainAccounts.words(ledger.chart().name()));
    lines.add("commodity " + sample(ledger.currency()));
    for (LedgerKey key : balances.keySet()) {
      lines.add("account " + PlainAccounts.hledger(ledger.chart(), key));
    }
    for (TransferRecord record : posted(ledger)) {
      Basis basis = record.transfer().basis();
      lines.add("");
      lines.add(day(record) + " * (" + record.number() + ") " + basis.purpose());
      lines.add("    ; transfer:" + record.id());
      lines.add("    ; document:" + basis.document());
      if (isCorrection(record)) {
        lines.add("    ; corrects:" + ((DirectTransfer) record.transfer()).corrects());
      }
      lines.add("    " + PlainAccounts.hledger(ledger.chart(), record.debit()) + "  "
          + new Asset(record.posted(), ledger.currency()));
      lines.add("    " + PlainAccounts.hledger(ledger.chart(), record.credit()) + "  "
          + new Asset(-record.posted(), ledger.currency()));
    }
    lines.add("");
    lines.add(lastDay(ledger) + " * balances that coopJ states");
    for (Map.Entry<LedgerKey, Long> balance : balances.entrySet()) {
      lines.add("    " + PlainAccounts.hledger(ledger.chart(), balance.getKey()) + "  "
          + new Asset(0, ledger.currency()) + " = "
          + new Asset(balance.getValue(), ledger.currency()));
    }
  }

  /**
   * Writes a journal for beancount.
   *
   * @param ledger the ledger
   * @param out where to
   * @throws IOException if it cannot be written
   */
  public void beancount(LedgerSnapshot ledger, Appendable out) throws IOException {
    Lines lines = new Lines(out);
    Map<LedgerKey, Long> balances = balances(ledger);
    List<TransferRecord> posted = posted(ledger);
    String code = ledger.currency().code().toString();
    lines.add(
        "option \"title\" \"coopJ, chart " + PlainAccounts.words(ledger.chart().name()) + "\"");
    lines.add("option \"operating_currency\" \"" + code + "\"");
    String first =
        posted.isEmpty() ? lastDay(ledger).toString() : day(posted.get(0)).toString();
    for (LedgerKey key : balances.keySet()) {
      lines.add(first + " open " + PlainAccounts.beancount(ledger.chart(), key) + " " + code);
    }
    for (TransferRecord record : posted) {
      Basis basis = record.transfer().basis();
      lines.add("");
      lines.add(day(record) + " * \"" + basis.purpose() + "\"");
      lines.add("  number: " + record.number());
      lines.add("  transfer: \"" + record.id() + "\"");
      lines.add("  document: \"" + basis.document() + "\"");
      lines.add("  " + PlainAccounts.beancount(ledger.chart(), record.debit()) + "  "
          + new Asset(record.posted(), ledger.currency()));
      lines.add("  " + PlainAccounts.beancount(ledger.chart(), record.credit()) + "  "
          + new Asset(-record.posted(), ledger.currency()));
    }
    lines.add("");
    // beancount states a balance as of the beginning of a day
    for (Map.Entry<LedgerKey, Long> balance : balances.entrySet()) {
      lines.add(lastDay(ledger).plusDays(1) + " balance "
          + PlainAccounts.beancount(ledger.chart(), balance.getKey()) + "  "
          + new Asset(balance.getValue(), ledger.currency()));
    }
  }

  /**
   * Debits less credits of every wallet that was ever posted on, from the balances that the ledger keeps and not from its journal.
   *
   * @param ledger the ledger
   * @return minor units, in the order of the wallets
   */
  public static SortedMap<LedgerKey, Long> balances(LedgerSnapshot ledger) {
    SortedMap<LedgerKey, Long> balances = new TreeMap<>();
    ledger.on(LedgerLevel.MEMBER).forEach((key, sums) -> {
      if (sums.debits() > 0 || sums.credits() > 0) {
        balances.put(key, Math.subtractExact(sums.debits(), sums.credits()));
      }
    });
    return balances;
  }

  /**
   * What an hledger account is called, for programs that read its reports.
   *
   * @param ledger the ledger
   * @return minor units by name of the account
   */
  public static Map<String, Long> hledgerBalances(LedgerSnapshot ledger) {
    Map<String, Long> named = new LinkedHashMap<>();
    balances(ledger)
        .forEach((key, minor) -> named.put(PlainAccounts.hledger(ledger.chart(), key), minor));
    return named;
  }

  private static List<TransferRecord> posted(LedgerSnapshot ledger) {
    List<TransferRecord> posted = new ArrayList<>();
    for (TransferRecord record : ledger.journal()) {
      if (record.posted() > 0) {
        posted.add(record);
      }
    }
    posted.sort(Comparator.comparing(TransferRecord::at).thenComparingLong(TransferRecord::number));
    return posted;
  }

  private static boolean isCorrection(TransferRecord record) {
    return record.transfer() instanceof DirectTransfer direct
        && !direct.corrects().isNone();
  }

  private LocalDate day(TransferRecord record) {
    return record.at().toInstant().atZone(zone).toLocalDate();
  }

  private LocalDate lastDay(LedgerSnapshot ledger) {
    List<TransferRecord> posted = posted(ledger);
    return posted.isEmpty() ? LocalDate.EPOCH : day(posted.get(posted.size() - 1));
  }

  /** An amount that shows how many decimals the currency has. */
  private static String sample(Symbol currency) {
    String amount = new Asset(currency.unit(), currency).toString();
    return currency.precision() == 0 ? amount.replace(" ", ". ") : amount;
  }

  private record Lines(Appendable out) {
    void add(String line) throws IOException {
      out.append(line).append('\n');
    }
  }
}
