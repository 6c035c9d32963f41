package io.github.coopj.samples.year.data;

/**
 * What is wrong with one row of a file.
 *
 * @param file name of the file, as it was opened
 * @param line line of the file, from 1; the header is line 1
 * @param field column that is wrong, or {@code row} when the row cannot be read at all
 * @param reason what is wrong, with the offending value
 */
public record RowProblem(String file, long line, String field, String reason) {
  /** The field of a problem that concerns the whole row. */
  public static final String ROW = "row";

  @Override
  public String toString() {
    return file + ":" + line + ": " + field + ": " + reason;
  }
}
