package io.github.coopj.samples.year.data;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.program.Programme;
import io.github.coopj.samples.year.data.CsvRows.BadField;
import io.github.coopj.samples.year.data.CsvRows.Row;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code contributions.csv}. */
public final class ContributionsFile {
  /** Columns, in their order. */
  public static final List<String> COLUMNS =
      List.of("date", "account", "kind", "programme", "amount", "reference");

  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,9})?");
  private static final Pattern PROGRAMME = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/-]{0,63}");

  private final Set<Name> members;
  private final Symbol currency;
  private final LocalDate first;
  private final LocalDate last;
  private final Map<String, Long> linesByReference = new HashMap<>();

  private ContributionsFile(Set<Name> members, Symbol currency, LocalDate first, LocalDate last) {
    this.members = members;
    this.currency = currency;
    this.first = first;
    this.last = last;
  }

  /**
   * Reads the file.
   *
   * @param path the file
   * @param members accounts that may pay
   * @param currency precision and code of all amounts
   * @param first first day on which contributions can be booked
   * @param last last such day
   * @param onBadRow what to do about a bad row
   * @return contributions by date, those of one day in the order of the file
   * @throws BadRowsException for a file that cannot be used, and with {@link OnBadRow#STOP} for any bad row
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static ReadResult<ContributionRow> read(
      Path path,
      Set<Name> members,
      Symbol currency,
      LocalDate first,
      LocalDate last,
      OnBadRow onBadRow) {
    ContributionsFile file = new ContributionsFile(members, currency, first, last);
    ReadResult<ContributionRow> read = CsvRows.read(path, COLUMNS, file::contribution, onBadRow);
    List<ContributionRow> sorted = new ArrayList<>(read.rows());
    sorted.sort(Comparator.comparing(ContributionRow::date));
    return new ReadResult<>(sorted, read.problems());
  }

  private ContributionRow contribution(Row row) throws BadField {
    LocalDate date = date(row);
    Name account = account(row);
    ContributionKind kind = kind(row);
    long programme = programme(row, kind);
    Asset amount = amount(row);
    String reference = row.required("reference");
    if (!REFERENCE.matcher(reference).matches()) {
      throw new BadField(
          "reference",
          "must be 1 to 64 of Latin letters, digits, / and -, got '" + reference + "'");
    }
    Long first = linesByReference.putIfAbsent(reference, row.line());
    if (first != null) {
      throw new BadField("reference", "'" + reference + "' was already used in line " + first);
    }
    return new ContributionRow(row.line(), date, account, kind, programme, amount, reference);
  }

  private LocalDate date(Row row) throws BadField {
    String text = row.required("date");
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadField("date", "must be a date like 2026-01-31, got '" + text + "'");
    }
    if (date.isBefore(first) || date.isAfter(last)) {
      throw new BadField("date", "must be from " + first + " to " + last + ", got " + date);
    }
    return date;
  }

  private Name account(Row row) throws BadField {
    String text = row.required("account");
    Name account;
    try {
      account = Name.of(text);
    } catch (InvalidValueException e) {
      throw new BadField("account", String.valueOf(e.getMessage()));
    }
    if (!members.contains(account)) {
      throw new BadField("account", "'" + account + "' is not in the register of members");
    }
    return account;
  }

  /** A kind as the file writes it. */
  static String text(ContributionKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static long programme(Row row, ContributionKind kind) throws BadField {
    if (kind != ContributionKind.PROGRAMME) {
      row.requireEmpty("programme", "for " + text(kind));
      return Programme.ADMISSION_ID;
    }
    String text = row.required("programme");
    if (!PROGRAMME.matcher(text).matches() || Long.parseLong(text) == Programme.ADMISSION_ID) {
      throw new BadField(
          "programme", "must be the number of a target programme from 2 on, got '" + text + "'");
    }
    return Long.parseLong(text);
  }

  private static ContributionKind kind(Row row) throws BadField {
    String text = row.required("kind");
    for (ContributionKind kind : ContributionKind.values()) {
      if (text(kind).equals(text)) {
        return kind;
      }
    }
    throw new BadField(
        "kind",
        "must be one of "
            + Arrays.stream(ContributionKind.values())
                .map(ContributionsFile::text)
                .toList() + ", got '" + text + "'");
  }

  private Asset amount(Row row) throws BadField {
    String text = row.required("amount");
    int dot = text.indexOf('.');
    int decimals = dot < 0 ? 0 : text.length() - dot - 1;
    if (!AMOUNT.matcher(text).matches() || decimals != currency.precision()) {
      throw new BadField(
          "amount",
          "must be an amount with " + currency.precision() + " decimals, got '" + text + "'");
    }
    Asset amount = Asset.parse(text + " " + currency.code());
    if (!amount.isPositive()) {
      throw new BadField("amount", "must be more than nothing, got '" + text + "'");
    }
    return amount;
  }
}
