package io.github.coopj.samples.year.data;

import java.util.List;

/**
 * Rows of a file.
 *
 * @param <T> type of a row
 * @param rows good rows
 * @param problems what was left out, in the order of the file; empty when all rows are good
 */
public record ReadResult<T>(List<T> rows, List<RowProblem> problems) {
  /** Copies the lists. */
  public ReadResult {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }
}
