package io.github.coopj.samples.year.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.program.Programme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContributionsFileTest {
  private static final Symbol RUB = Symbol.parse("2,RUB");
  private static final Set<Name> MEMBERS = Set.of(Name.of("anna.zarya"), Name.of("petrpetrov"));
  private static final String HEADER = String.join(",", ContributionsFile.COLUMNS);
  private static final String ENTRANCE = "2026-02-03,anna.zarya,entrance,,100.00,2026-1";
  private static final String BREAD = "2026-04-01,anna.zarya,programme,2,1250.37,2026-2";

  @TempDir
  private Path folder = Path.of("");

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 28);
  private static final LocalDate LAST = LocalDate.of(2027, 3, 4);

  @ParameterizedTest
  @CsvSource({"2026-01-28, true", "2026-01-27, false", "2027-03-04, true", "2027-03-05, false"})
  void read_takesDaysOfTheYearOnly(String date, boolean taken) throws IOException {
    ReadResult<ContributionRow> read =
        read(OnBadRow.SKIP, HEADER, date + ENTRANCE.substring(date.length()));
    assertThat(read.rows()).hasSize(taken ? 1 : 0);
    assertThat(read.problems().stream().map(problem -> problem.toString()).toList())
        .isEqualTo(
            taken
                ? List.of()
                : List.of("contributions.csv:2: date: must be from 2026-01-28 to 2027-03-04, got "
                    + date));
  }

  private ReadResult<ContributionRow> read(OnBadRow onBadRow, String... lines) throws IOException {
    Path file = folder.resolve("contributions.csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return ContributionsFile.read(file, MEMBERS, RUB, FIRST, LAST, onBadRow);
  }

  @Test
  void read_givesAmounts_toTheKopeck() throws IOException {
    assertThat(read(OnBadRow.STOP, HEADER, ENTRANCE, BREAD).rows())
        .containsExactly(
            new ContributionRow(
                2,
                LocalDate.of(2026, 2, 3),
                Name.of("anna.zarya"),
                ContributionKind.ENTRANCE,
                Programme.ADMISSION_ID,
                Asset.parse("100.00 RUB"),
                "2026-1"),
            new ContributionRow(
                3,
                LocalDate.of(2026, 4, 1),
                Name.of("anna.zarya"),
                ContributionKind.PROGRAMME,
                2,
                Asset.parse("1250.37 RUB"),
                "2026-2"));
  }

  @Test
  void read_sortsByDate_andKeepsTheOrderOfADay() throws IOException {
    String early = "2026-01-31,petrpetrov,share,,300.00,2026-3";
    String sameDay = "2026-02-03,petrpetrov,share,,300.00,2026-4";
    assertThat(read(OnBadRow.STOP, HEADER, BREAD, ENTRANCE, early, sameDay).rows())
        .extracting(ContributionRow::line)
        .containsExactly(4L, 3L, 5L, 2L);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "EMPTY",
      value = {
        "date | EMPTY | must not be empty",
        "date | 2026-02-29 | must be a date like 2026-01-31, got '2026-02-29'",
        "date | 01.04.2026 | must be a date",
        "account | stranger | 'stranger' is not in the register of members",
        "account | Anna.zarya | 'A'",
        "account | EMPTY | must not be empty",
        "kind | gift | must be one of [entrance, share, programme], got 'gift'",
        "kind | share | must be empty for share, got '2'",
        "programme | EMPTY | must not be empty",
        "programme | 1 | must be the number of a target programme from 2 on, got '1'",
        "programme | 02 | must be the number of a target programme",
        "programme | bread | must be the number of a target programme",
        "programme | 1000000000000000000 | must be the number of a target programme",
        "amount | EMPTY | must not be empty",
        "amount | 0.00 | must be more than nothing",
        "amount | -1.00 | must be an amount with 2 decimals, got '-1.00'",
        "amount | +1.00 | must be an amount with 2 decimals",
        "amount | 1250 | must be an amount with 2 decimals",
        "amount | 1250.3 | must be an amount with 2 decimals",
        "amount | 1250.375 | must be an amount with 2 decimals",
        "amount | 01250.37 | must be an amount with 2 decimals",
        "amount | 1e3 | must be an amount with 2 decimals",
        "amount | 1234567890123.00 | must be an amount with 2 decimals",
        "reference | EMPTY | must not be empty",
        "reference | 2026 1 | must be 1 to 64 of Latin letters, digits, / and -",
        "reference | 2026-1 | '2026-1' was already used in line 2",
      })
  void read_namesFieldAndReason_ofABadRow(String field, String value, String reason)
      throws IOException {
    String[] fields = BREAD.split(",", -1);
    fields[ContributionsFile.COLUMNS.indexOf(field)] = value == null ? "" : value;
    String last = "2026-12-30,petrpetrov,programme,2,0.01,2026-99";
    ReadResult<ContributionRow> read =
        read(OnBadRow.SKIP, HEADER, ENTRANCE, String.join(",", fields), last);
    assertThat(read.rows()).extracting(ContributionRow::line).containsExactly(2L, 4L);
    assertThat(read.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.toString()).startsWith("contributions.csv:3: ");
      assertThat(problem.field())
          .isEqualTo(field.equals("kind") && "share".equals(value) ? "programme" : field);
      assertThat(problem.reason()).contains(reason);
    });
  }

  @ParameterizedTest
  @CsvSource({"0.01", "999999999999.99"})
  void read_acceptsAmounts_atBothEnds(String amount) throws IOException {
    assertThat(read(OnBadRow.STOP, HEADER, BREAD.replace("1250.37", amount)).rows())
        .extracting(ContributionRow::amount)
        .containsExactly(Asset.parse(amount + " RUB"));
  }

  @ParameterizedTest
  @CsvSource({"64, true", "65, false"})
  void read_boundsReferences_to64Characters(int length, boolean good) throws IOException {
    String row = BREAD.replace("2026-2", "r".repeat(length));
    assertThat(read(OnBadRow.SKIP, HEADER, row).problems().isEmpty()).isEqualTo(good);
  }

  @Test
  void read_refusesTheFile_whenToldToStop() {
    assertThatExceptionOfType(BadRowsException.class)
        .isThrownBy(
            () -> read(OnBadRow.STOP, HEADER, ENTRANCE, BREAD.replace("1250.37", "1250,37")))
        .withMessage("contributions.csv:3: row: must have 6 fields, got 7");
  }

  @Test
  void read_refusesMoreRows_thanAFileMayHave() throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (int row = 0; row < CsvRows.MAX_ROWS; row++) {
      text.append("2026-04-01,anna.zarya,programme,2,1.00,r").append(row).append('\n');
    }
    Path file = folder.resolve("contributions.csv");
    Files.writeString(file, text);
    assertThat(ContributionsFile.read(file, MEMBERS, RUB, FIRST, LAST, OnBadRow.STOP)
            .rows())
        .hasSize(CsvRows.MAX_ROWS);
    Files.writeString(file, text.append(ENTRANCE));
    assertThatExceptionOfType(BadRowsException.class)
        .isThrownBy(() -> ContributionsFile.read(file, MEMBERS, RUB, FIRST, LAST, OnBadRow.SKIP))
        .withMessage("contributions.csv:100002: row: the file has more than 100000 rows");
  }
}
