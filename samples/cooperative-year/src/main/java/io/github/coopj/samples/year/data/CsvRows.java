package io.github.coopj.samples.year.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file with a fixed header, one row a line, in UTF-8.
 *
 * <p>Lines are cut and decoded one by one before they are parsed, so a line that is too long or not UTF-8 costs no
 * memory and is named by its number.
 *
 * @param <T> type of a row
 */
final class CsvRows<T> {
  /** Most bytes of one row. */
  static final int MAX_ROW_BYTES = 4096;
  /** Most rows of one file, without the header. */
  static final int MAX_ROWS = 100_000;
  /** Most problems that are kept; reading stops there. */
  static final int MAX_PROBLEMS = 1_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Reads a row or says what is wrong with it. */
  interface RowReader<T> {
    T read(Row row) throws BadField;
  }

  /** What is wrong with one field; caught at the row. */
  static final class BadField extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;

    BadField(String field, String reason) {
      super(reason);
      this.field = field;
    }

    String reason() {
      return Objects.requireNonNull(getMessage());
    }
  }

  /**
   * Fields of one row.
   *
   * @param line line of the file, from 1
   * @param values by column, as the header orders them
   */
  record Row(long line, List<String> columns, List<String> values) {
    String text(String column) {
      return values.get(columns.indexOf(column));
    }

    /** The text of a column that must not be empty. */
    String required(String column) throws BadField {
      String text = text(column);
      if (text.isEmpty()) {
        throw new BadField(column, "must not be empty");
      }
      return text;
    }

    void requireEmpty(String column, String why) throws BadField {
      String text = text(column);
      if (!text.isEmpty()) {
        throw new BadField(column, "must be empty " + why + ", got '" + text + "'");
      }
    }
  }

  private final String file;
  private final List<String> columns;
  private final RowReader<T> reader;
  private final OnBadRow onBadRow;
  private final List<T> rows = new ArrayList<>();
  private final List<RowProblem> problems = new ArrayList<>();

  private CsvRows(String file, List<String> columns, RowReader<T> reader, OnBadRow onBadRow) {
    this.file = file;
    this.columns = columns;
    this.reader = reader;
    this.onBadRow = onBadRow;
  }

  /**
   * Reads a file.
   *
   * @throws BadRowsException for a wrong header or too many rows or problems; with {@code STOP} for any problem
   * @throws UncheckedIOException when the file cannot be read
   */
  static <T> ReadResult<T> read(
      Path path, List<String> columns, RowReader<T> reader, OnBadRow onBadRow) {
    CsvRows<T> rows =
        new CsvRows<>(Objects.toString(path.getFileName(), ""), columns, reader, onBadRow);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      return rows.readAll(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ReadResult<T> readAll(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long line = 0;
    boolean more = true;
    while (more) {
      bytes.reset();
      long length = 0;
      int next = in.read();
      while (next >= 0 && next != '\n') {
        length++;
        if (length <= MAX_ROW_BYTES) {
          bytes.write(next);
        }
        next = in.read();
      }
      more = next >= 0;
      if (!more && length == 0) {
        break;
      }
      line++;
      accept(line, bytes.toByteArray(), length);
    }
    if (line == 0) {
      throw refused(1, "the file is empty");
    }
    if (onBadRow == OnBadRow.STOP && !problems.isEmpty()) {
      throw new BadRowsException(problems);
    }
    return new ReadResult<>(rows, problems);
  }

  private void accept(long line, byte[] bytes, long length) {
    if (line > MAX_ROWS + 1) {
      throw refused(line, "the file has more than " + MAX_ROWS + " rows");
    }
    try {
      if (length > MAX_ROW_BYTES) {
        throw new BadField(
            RowProblem.ROW, "must have at most " + MAX_ROW_BYTES + " bytes, got " + length);
      }
      List<String> values = fields(decoded(bytes));
      if (line == 1) {
        requireHeader(values);
      } else {
        requireCount(values);
        rows.add(reader.read(new Row(line, columns, values)));
      }
    } catch (BadField e) {
      if (line == 1) {
        throw refused(line, e.reason());
      }
      problems.add(new RowProblem(file, line, e.field, e.reason()));
      if (problems.size() == MAX_PROBLEMS) {
        problems.add(
            new RowProblem(file, line, RowProblem.ROW, "too many bad rows, reading stopped here"));
        throw new BadRowsException(problems);
      }
    }
  }

  private static String decoded(byte[] bytes) throws BadField {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      throw new BadField(RowProblem.ROW, "is not UTF-8 at byte " + (buffer.position() + 1));
    }
    String row = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    for (int at = 0; at < row.length(); at++) {
      if (Character.isISOControl(row.charAt(at))) {
        throw new BadField(
            RowProblem.ROW,
            "must have no control characters, got U+"
                + String.format("%04X", (int) row.charAt(at)));
      }
    }
    return row;
  }

  private static List<String> fields(String row) throws BadField {
    if (row.isEmpty()) {
      throw new BadField(RowProblem.ROW, "must not be empty");
    }
    try (CSVParser parser = CSVParser.parse(new StringReader(row), CSVFormat.RFC4180)) {
      CSVRecord only = parser.iterator().next();
      List<String> values = new ArrayList<>();
      for (String value : only) {
        values.add(value.strip());
      }
      return values;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new BadField(RowProblem.ROW, "is not CSV: " + rootMessage(e));
    }
  }

  private static @Nullable String rootMessage(Throwable e) {
    Throwable at = e;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at.getMessage();
  }

  private void requireHeader(List<String> values) throws BadField {
    List<String> header = new ArrayList<>(values);
    if (header.get(0).startsWith(BYTE_ORDER_MARK)) {
      header.set(0, header.get(0).substring(1));
    }
    if (!header.equals(columns)) {
      throw new BadField(
          RowProblem.ROW,
          "the header must be " + String.join(",", columns) + ", got " + String.join(",", header));
    }
  }

  private void requireCount(List<String> values) throws BadField {
    if (values.size() != columns.size()) {
      throw new BadField(
          RowProblem.ROW, "must have " + columns.size() + " fields, got " + values.size());
    }
  }

  private BadRowsException refused(long line, String reason) {
    return new BadRowsException(List.of(new RowProblem(file, line, RowProblem.ROW, reason)));
  }
}
