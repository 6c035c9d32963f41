package io.github.coopj.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.ledger.AccountNumber;
import io.github.coopj.governance.ledger.AccountRole;
import io.github.coopj.governance.ledger.AccountSide;
import io.github.coopj.governance.ledger.Basis;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.ChartOfAccounts;
import io.github.coopj.governance.ledger.ChartReader;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.LedgerLevel;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.ledger.LedgerStatement;
import io.github.coopj.governance.ledger.TransferId;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.ledger.TransferStatus;
import io.github.coopj.governance.ledger.TrialBalance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written is what the ledger holds, to the minor unit, and harmless for whoever reads it. */
class ExportTest {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final Basis BASIS =
      new Basis(Checksum256.sha256(new byte[] {1}), Name.of("charity"), 3);
  private static final LedgerKey BANK = LedgerKey.of(AccountNumber.parse("51"));
  private static final LedgerKey RESERVE = LedgerKey.of(AccountNumber.parse("86.2"));
  private static final LedgerKey ANNA =
      new LedgerKey(AccountNumber.parse("80.2"), 3, Name.of("anna.zarya"));

  private static Books small() {
    Books books = new Books(ChartReader.russianConsumer(), SeededBooks.RUB);
    books.book(transfer(1, BANK, RESERVE, 12_345), SeededBooks.START);
    books.book(transfer(2, BANK, ANNA, 5), SeededBooks.START);
    return books;
  }

  private static DirectTransfer transfer(long id, LedgerKey debit, LedgerKey credit, long minor) {
    return new DirectTransfer(
        new TransferId(0, id),
        debit,
        credit,
        new Asset(minor, SeededBooks.RUB),
        TimePointSec.of(SeededBooks.START),
        BASIS,
        TransferId.NONE);
  }

  private static String csv(ReportTable table) throws IOException {
    StringBuilder out = new StringBuilder();
    CsvExport.write(table, out);
    return out.toString();
  }

  private static LedgerTables tables(Locale language) {
    return new LedgerTables(ChartReader.russianConsumer(), language);
  }

  @Test
  void csv_ofAStatement_hasTitlesOfTheLanguage_andBalances() throws IOException {
    LedgerStatement statement = LedgerStatement.of(
        small(),
        LedgerLevel.WALLET,
        BANK,
        TimePointSec.of(Instant.parse("2026-01-01T00:00:00Z")),
        TimePointSec.of(Instant.parse("2026-02-01T00:00:00Z")));
    assertThat(csv(tables(Locale.ENGLISH).statement(statement))).isEqualTo("""
            No.,Time,Counter account,Purpose,Debit,Credit,Balance\r
            "",2026-01-01T00:00:00Z,,,,,0.00\r
            1,2026-01-12T09:00:00Z,86.2,charity,123.45,0.00,123.45\r
            2,2026-01-12T09:00:00Z,80.2/3/anna.zarya,charity,0.05,0.00,123.50\r
            "",2026-02-01T00:00:00Z,,,,,123.50\r
            """);
    assertThat(csv(tables(RUSSIAN).statement(statement)))
        .startsWith("№,Время,Корреспондирующий счёт,Назначение,Дебет,Кредит,Остаток\r\n");
  }

  @Test
  void csv_ofATrialBalance_namesTheAccounts() throws IOException {
    TrialBalance balance = TrialBalance.of(
        small(),
        TimePointSec.of(Instant.parse("2026-01-01T00:00:00Z")),
        TimePointSec.of(Instant.parse("2026-02-01T00:00:00Z")));
    assertThat(csv(tables(RUSSIAN).trialBalance(balance))).isEqualTo("""
            Счёт,Название,Начальный остаток,Дебет,Кредит,Конечный остаток\r
            51,Расчётный счёт,0.00,123.50,0.00,123.50\r
            80.2/3,Паевой фонд: паевые взносы по программам,0.00,0.00,0.05,0.05\r
            86.2,Резервный фонд,0.00,0.00,123.45,123.45\r
            """);
  }

  @Test
  void csv_ofSeededBooks_readBack_isTheJournal() throws IOException {
    LedgerSnapshot ledger = SeededBooks.of(3, 2_000);
    List<CSVRecord> rows = CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv(tables(Locale.ENGLISH).journal(ledger))))
        .getRecords();
    assertThat(rows).hasSameSizeAs(ledger.journal());
    for (int i = 0; i < rows.size(); i++) {
      TransferRecord record = ledger.journal().get(i);
      CSVRecord row = rows.get(i);
      assertThat(row.get("No.")).isEqualTo(String.valueOf(record.number()));
      assertThat(new BigDecimal(row.get("Amount")).movePointRight(2).longValueExact())
          .isEqualTo(record.amount());
      assertThat(new BigDecimal(row.get("Posted")).movePointRight(2).longValueExact())
          .isEqualTo(record.posted());
      assertThat(row.get("Status")).isEqualTo(record.status().name());
      assertThat(row.get("Debit")).isEqualTo(record.debit().toString());
      assertThat(Instant.parse(row.get("Time"))).isEqualTo(record.at().toInstant());
    }
    assertThat(ledger.journal())
        .extracting(TransferRecord::status)
        .contains(TransferStatus.POSTED, TransferStatus.VOIDED, TransferStatus.EXPIRED);
    assertThat(ledger.journal()).anyMatch(record -> record.corrected() > 0);
  }

  @Test
  void csv_makesFormulasHarmless_andQuotesTheRest() throws IOException {
    ReportTable table = new ReportTable(
        "x",
        List.of("=a", "b"),
        List.of(
            List.of(new Cell.Text("=cmd|' /C calc'!A0"), new Cell.Text("+1")),
            List.of(new Cell.Text("@x"), new Cell.Text("a,\"b\"\r\nc")),
            List.of(new Cell.Text("-5"), new Cell.Amount(new Asset(-5, Symbol.parse("2,RUB"))))));
    assertThat(csv(table)).isEqualTo("""
            '=a,b\r
            '=cmd|' /C calc'!A0,'+1\r
            '@x,"a,""b""\r
            c"\r
            '-5,-0.05\r
            """);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ReportTable("x", List.of("a"), List.of(List.of())));
  }

  private static byte[] xlsx(List<ReportTable> tables) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxExport(SeededBooks.MOSCOW).write(tables, out);
    return out.toByteArray();
  }

  @Test
  void xlsx_readBack_hasExactAmountsAndDates_andAmountsOfManyDigitsAsText() throws IOException {
    Symbol axon = Symbol.parse("4,AXON");
    ReportTable odd = new ReportTable(
        "odd [name]: '*?/\\ that is too long for a sheet",
        List.of("amount", "text"),
        List.of(
            List.of(new Cell.Amount(new Asset(999_999_999_999_999L, axon)), new Cell.Text("=1+1")),
            List.of(new Cell.Amount(new Asset(1_000_000_000_000_001L, axon)), Cell.EMPTY)));
    LedgerSnapshot ledger = SeededBooks.of(4, 300);
    byte[] file = xlsx(List.of(tables(RUSSIAN).journal(ledger), odd));
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> journal = workbook.getFirstSheet().read();
      assertThat(workbook.getFirstSheet().getName()).isEqualTo("1 Журнал");
      assertThat(journal).hasSize(ledger.journal().size() + 1);
      assertThat(journal.get(0).getCellAsString(3)).contains("Дебет");
      for (int i = 0; i < ledger.journal().size(); i++) {
        TransferRecord record = ledger.journal().get(i);
        Row row = journal.get(i + 1);
        assertThat(row.getCellAsNumber(5).orElseThrow())
            .isEqualByComparingTo(BigDecimal.valueOf(record.amount(), 2));
        assertThat(row.getCellAsDate(1).orElseThrow())
            .isEqualTo(LocalDateTime.ofInstant(record.at().toInstant(), SeededBooks.MOSCOW));
      }
      List<Row> strange = workbook.getSheet(1).orElseThrow().read();
      assertThat(strange.get(1).getCellAsNumber(0).orElseThrow())
          .isEqualByComparingTo("99999999999.9999");
      assertThat(strange.get(1).getCellAsString(1)).contains("=1+1");
      assertThat(strange.get(2).getCellAsString(0)).contains("100000000000.0001");
    }
  }

  @Test
  void hledger_ofSmallBooks_isReadable() throws IOException {
    StringBuilder out = new StringBuilder();
    new JournalExport(SeededBooks.MOSCOW).hledger(small().snapshot(), out);
    assertThat(out.toString()).isEqualTo("""
            ; coopJ, chart RU CONSUMER
            commodity 1.00 RUB
            account Assets:51 Money at the bank
            account Equity:80.2 Share fund shares under programmes:3:anna.zarya
            account Equity:86.2 Reserve fund

            2026-01-12 * (1) charity
                ; transfer:00000000000000000000000000000001
                ; document:%1$s
                Assets:51 Money at the bank  123.45 RUB
                Equity:86.2 Reserve fund  -123.45 RUB

            2026-01-12 * (2) charity
                ; transfer:00000000000000000000000000000002
                ; document:%1$s
                Assets:51 Money at the bank  0.05 RUB
                Equity:80.2 Share fund shares under programmes:3:anna.zarya  -0.05 RUB

            2026-01-12 * balances that coopJ states
                Assets:51 Money at the bank  0.00 RUB = 123.50 RUB
                Equity:80.2 Share fund shares under programmes:3:anna.zarya  0.00 RUB = -0.05 RUB
                Equity:86.2 Reserve fund  0.00 RUB = -123.45 RUB
            """.formatted(BASIS.document()));
  }

  @Test
  void beancount_ofSmallBooks_isReadable() throws IOException {
    StringBuilder out = new StringBuilder();
    new JournalExport(SeededBooks.MOSCOW).beancount(small().snapshot(), out);
    assertThat(out.toString()).startsWith("""
            option "title" "coopJ, chart RU CONSUMER"
            option "operating_currency" "RUB"
            2026-01-12 open Assets:51-Money-at-the-bank RUB
            2026-01-12 open Equity:80-2-Share-fund-shares-under-programmes:3:M-anna-zarya RUB
            2026-01-12 open Equity:86-2-Reserve-fund RUB

            2026-01-12 * "charity"
              number: 1
            """).endsWith("""
            2026-01-13 balance Assets:51-Money-at-the-bank  123.50 RUB
            2026-01-13 balance Equity:80-2-Share-fund-shares-under-programmes:3:M-anna-zarya  -0.05 RUB
            2026-01-13 balance Equity:86-2-Reserve-fund  -123.45 RUB
            """);
  }

  /** Adds a plain text journal up as another program would: by its words alone. */
  private static Map<String, BigDecimal> added(String journal) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (String line : journal.split("\n", -1)) {
      if (line.startsWith("    ") && !line.contains(";") && !line.contains(" = ")) {
        int gap = line.indexOf("  ", 4);
        String amount = line.substring(gap).strip().replace(" RUB", "");
        sums.merge(line.substring(4, gap), new BigDecimal(amount), BigDecimal::add);
      }
    }
    return sums;
  }

  @Test
  @Tag("FUND-22")
  void hledger_ofSeededBooks_addsUpToTheBalancesThatTheLedgerKeeps() throws IOException {
    LedgerSnapshot ledger = SeededBooks.of(5, 3_000);
    StringBuilder out = new StringBuilder();
    new JournalExport(SeededBooks.MOSCOW).hledger(ledger, out);
    Map<String, BigDecimal> expected = new HashMap<>();
    JournalExport.hledgerBalances(ledger)
        .forEach((name, minor) -> expected.put(name, BigDecimal.valueOf(minor, 2)));
    assertThat(added(out.toString())).isEqualTo(expected);
    assertThat(expected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("0");
  }

  @Test
  void hostileTitles_cannotEndANameOrALine() throws IOException {
    ChartAccount hostile = new ChartAccount(
        AccountNumber.parse("51"),
        AccountSide.DEBIT,
        "x",
        "Bank  ; x\n2026-01-01 * evil\n  A:B  1 RUB \"q\": x",
        false,
        false,
        OptionalLong.empty());
    ChartAccount fund = new ChartAccount(
        AccountNumber.parse("86.2"),
        AccountSide.CREDIT,
        "x",
        "y",
        false,
        false,
        OptionalLong.empty(),
        AccountRole.FUND,
        Name.of("reserve"));
    Books books =
        new Books(ChartOfAccounts.of("EVIL\n;\"", List.of(hostile, fund)), SeededBooks.RUB);
    books.book(transfer(1, BANK, RESERVE, 1), SeededBooks.START);
    StringBuilder hledger = new StringBuilder();
    new JournalExport(SeededBooks.MOSCOW).hledger(books.snapshot(), hledger);
    assertThat(hledger.toString())
        .contains("account Assets:51 Bank x 2026 01 01 evil A B 1 RUB q x\n")
        .startsWith("; coopJ, chart EVIL\ncommodity");
    StringBuilder beancount = new StringBuilder();
    new JournalExport(SeededBooks.MOSCOW).beancount(books.snapshot(), beancount);
    assertThat(beancount.toString()).startsWith("option \"title\" \"coopJ, chart EVIL\"\n");
  }
}
