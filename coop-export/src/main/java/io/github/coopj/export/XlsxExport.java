package io.github.coopj.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as sheets of an XLSX workbook: a frozen row of titles, amounts as numbers with as many decimals as the currency has, times
 * as dates in a time zone. A spreadsheet keeps 15 digits of a number; an amount with more is written as text, so that nothing is
 * rounded.
 */
public final class XlsxExport {
  private static final int DIGITS = 15;
  private static final int MAX_TITLE = 31;
  private static final int WIDEST = 40;
  private static final int MARGIN = 2;

  private final ZoneId zone;

  /**
   * Sheets in a time zone.
   *
   * @param zone zone of the dates
   */
  public XlsxExport(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Writes a workbook.
   *
   * @param tables tables, one sheet each
   * @param out where to; it stays open
   * @throws IOException if it cannot be written
   */
  public void write(List<ReportTable> tables, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "coopJ", null);
    for (int i = 0; i < tables.size(); i++) {
      ReportTable table = tables.get(i);
      String title = (i + 1) + " " + table.title().replaceAll("[\\[\\]:*?/\\\\']", " ");
      write(table, workbook.newWorksheet(title.substring(0, Math.min(MAX_TITLE, title.length()))));
    }
    workbook.finish();
  }

  private void write(ReportTable table, Worksheet sheet) throws IOException {
    for (int column = 0; column < table.columns().size(); column++) {
      sheet.value(0, column, table.columns().get(column));
      sheet.style(0, column).bold().set();
      sheet.width(column, width(table, column));
    }
    sheet.freezePane(0, 1);
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < table.columns().size(); column++) {
        put(sheet, row + 1, column, table.rows().get(row).get(column));
      }
    }
    sheet.finish();
  }

  private void put(Worksheet sheet, int row, int column, Cell cell) {
    if (cell instanceof Cell.Amount amount) {
      BigDecimal value = amount.value();
      if (value.precision() > DIGITS) {
        sheet.value(row, column, value.toPlainString());
      } else {
        sheet.value(row, column, value);
        sheet.style(row, column).format(format(value.scale())).set();
      }
    } else if (cell instanceof Cell.Count count) {
      sheet.value(row, column, count.number());
    } else if (cell instanceof Cell.Time time) {
      sheet.value(row, column, LocalDateTime.ofInstant(time.time().toInstant(), zone));
      sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else {
      sheet.value(row, column, ((Cell.Text) cell).text());
    }
  }

  private static String format(int decimals) {
    return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
  }

  private static int width(ReportTable table, int column) {
    int widest = table.columns().get(column).length();
    for (List<Cell> row : table.rows()) {
      Cell cell = row.get(column);
      int length = cell instanceof Cell.Text text
          ? text.text().length()
          : cell instanceof Cell.Amount amount
              ? amount.value().toPlainString().length() + MARGIN
              : 0;
      widest = Math.max(widest, length);
    }
    return Math.min(WIDEST, Math.max(widest + MARGIN, 20));
  }
}
