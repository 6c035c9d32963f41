package io.github.coopj.export;

import io.github.coopj.InvalidValueException;
import java.util.List;

/**
 * A table that can be written in several formats.
 *
 * @param title title, such as the name of a sheet
 * @param columns titles of the columns
 * @param rows cells, as many in each row as there are columns
 */
public record ReportTable(String title, List<String> columns, List<List<Cell>> rows) {
  /** Copies the lists and refuses a row of another length. */
  public ReportTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new InvalidValueException(
            "a row has " + row.size() + " cells in a table of " + columns.size() + " columns");
      }
    }
  }
}
