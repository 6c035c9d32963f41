package io.github.coopj.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables as CSV by RFC 4180, with a line of titles. Amounts are exact decimals with a point, times are ISO 8601 in UTC. Words that a
 * spreadsheet would take for a formula get an apostrophe in front.
 */
public final class CsvExport {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();
  private static final String FORMULA = "=+-@\t\r\n";

  private CsvExport() {}

  /**
   * Writes a table.
   *
   * @param table the table
   * @param out where to
   * @throws IOException if it cannot be written
   */
  public static void write(ReportTable table, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    printer.printRecord(table.columns().stream().map(CsvExport::harmless).toList());
    for (List<Cell> row : table.rows()) {
      List<String> texts = new ArrayList<>();
      row.forEach(cell -> texts.add(text(cell)));
      printer.printRecord(texts);
    }
    printer.flush();
  }

  private static String text(Cell cell) {
    if (cell instanceof Cell.Amount amount) {
      return amount.value().toPlainString();
    }
    if (cell instanceof Cell.Count count) {
      return String.valueOf(count.number());
    }
    if (cell instanceof Cell.Time time) {
      return time.time().toInstant().toString();
    }
    return harmless(((Cell.Text) cell).text());
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
