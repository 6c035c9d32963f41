package io.github.coopj.samples.year.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.person.Individual;
import io.github.coopj.governance.person.Organization;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.person.SoleProprietor;
import io.github.coopj.testkit.Cooperative;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersFileTest {
  private static final Charter ZARYA =
      CharterReader.read(Cooperative.defaultCharter(), "charter.json");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private static final String HEADER = String.join(",", MembersFile.COLUMNS);
  private static final String ANNA =
      "anna.zarya,individual,Белова,Анна,Ивановна,,,1980-02-29,276810938653,,,anna@example.org";
  private static final String PETR =
      "petrpetrov,individual,Петров,Пётр,,,,1975-01-31,264812559019,,,";
  private static final String IP_ANNA =
      "ipbelovaanna,sole_proprietor,Белова,Анна,Ивановна,,,1980-02-29,276810938653,323237956094908,anna.zarya,";
  private static final String KOLOS =
      "kolosooo,legal_entity,,,,Общество с ограниченной ответственностью «Колос»,ООО «Колос»,,7707083893,1027700132195,anna.zarya,kolos@example.org";

  @TempDir
  private Path folder = Path.of("");

  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("members.csv");
  }

  private ReadResult<MemberRow> read(OnBadRow onBadRow, String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
    return MembersFile.read(file, ZARYA, DAY, onBadRow);
  }

  @Test
  void read_givesPersons_ofAllThreeKinds() throws IOException {
    ReadResult<MemberRow> read = read(OnBadRow.STOP, HEADER, ANNA, IP_ANNA, KOLOS);
    assertThat(read.problems()).isEmpty();
    assertThat(read.rows()).extracting(MemberRow::line).containsExactly(2L, 3L, 4L);
    assertThat(read.rows())
        .extracting(row -> row.person().kind())
        .containsExactly(PersonKind.values());
    assertThat(read.rows().get(0).person()).isInstanceOfSatisfying(Individual.class, anna -> {
      assertThat(anna.lastName()).isEqualTo("Белова");
      assertThat(anna.birthDate()).isEqualTo("1980-02-29");
      assertThat(anna.inn()).hasToString("276810938653");
    });
    assertThat(read.rows().get(0).email()).contains("anna@example.org");
    assertThat(read.rows().get(1).person())
        .isInstanceOfSatisfying(SoleProprietor.class, business -> {
          assertThat(business.individual()).isEqualTo(read.rows().get(0).person());
          assertThat(business.ogrnip()).hasToString("323237956094908");
        });
    assertThat(read.rows())
        .extracting(MemberRow::representative)
        .containsExactly(Name.EMPTY, Name.of("anna.zarya"), Name.of("anna.zarya"));
    assertThat(read.rows().get(1).email()).isEqualTo(Optional.empty());
    assertThat(read.rows().get(2).person()).isInstanceOfSatisfying(Organization.class, kolos -> {
      assertThat(kolos.shortName()).isEqualTo("ООО «Колос»");
      assertThat(kolos.representative()).isEqualTo(Name.of("anna.zarya"));
    });
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "EMPTY",
      value = {
        "account | EMPTY | must not be empty",
        "account | short | name of 1 to 5 characters may be created only by a privileged account",
        "account | anna6789 | '6'",
        "account | Anna.zarya | 'A'",
        "account | anna.other | zone",
        "kind | person | must be one of [individual, sole_proprietor, legal_entity], got 'person'",
        "kind | EMPTY | must not be empty",
        "last_name | EMPTY | must not be empty",
        "last_name | Бело1ва | must be 1 to 100 letters",
        "first_name | <b>Анна</b> | must be 1 to 100 letters",
        "middle_name | =1+1 | must be 1 to 100 letters",
        "organisation | ООО | must be empty for individual, got 'ООО'",
        "short_name | ООО | must be empty for individual, got 'ООО'",
        "birth_date | 1981-02-29 | must be a date like 1980-01-31, got '1981-02-29'",
        "birth_date | EMPTY | must not be empty",
        "inn | 276810938654 | wrong check digits",
        "inn | 7707083893 | an individual has an INN of 12 digits",
        "inn | 27681093865 | must have 10 or 12 digits",
        "ogrn | 1027700132195 | must be empty for an individual",
        "representative | anna.zarya | must be empty for an individual",
        "email | anna | must be an address like name@example.org, got 'anna'",
      })
  void read_namesFieldAndReason_ofABadIndividual(String field, String value, String reason)
      throws IOException {
    assertProblem(ANNA, field, value, reason);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "EMPTY",
      value = {
        "ogrn | EMPTY | must not be empty",
        "ogrn | 323237956094909 | wrong check digit",
        "ogrn | 1027700132195 | must have 15 digits",
        "birth_date | 31.01.1975 | must be a date",
        "inn | 7707083893 | an individual has an INN of 12 digits",
        "representative | EMPTY | must not be empty",
        "representative | nobody | must be the account of the same person as an individual of an earlier row, got 'nobody'",
      })
  void read_namesFieldAndReason_ofABadSoleProprietor(String field, String value, String reason)
      throws IOException {
    assertProblem(IP_ANNA, field, value, reason);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "EMPTY",
      value = {
        "organisation | EMPTY | must not be empty",
        "short_name | EMPTY | must not be empty",
        "last_name | Белова | must be empty for a legal entity",
        "birth_date | 1980-01-31 | must be empty for a legal entity",
        "inn | 264812559019 | an organization has an INN of 10 digits",
        "inn | 7707083894 | wrong check digits",
        "ogrn | 1027700132196 | wrong check digit",
        "ogrn | EMPTY | must not be empty",
        "representative | EMPTY | must not be empty",
        "representative | nobody | must be the account of an individual of an earlier row, got 'nobody'",
        "representative | kolosooo | must be the account of an individual of an earlier row, got 'kolosooo'",
      })
  void read_namesFieldAndReason_ofABadOrganisation(String field, String value, String reason)
      throws IOException {
    assertProblem(KOLOS, field, value, reason);
  }

  private void assertProblem(String row, String field, String value, String reason)
      throws IOException {
    String good = "boris.zarya,individual,Белов,Борис,Ильич,,,1980-01-01,344192133884,,,";
    String[] fields = row.split(",", -1);
    fields[MembersFile.COLUMNS.indexOf(field)] = value == null ? "" : value;
    String bad = String.join(",", fields);
    String first = row.equals(ANNA) ? PETR : ANNA;
    ReadResult<MemberRow> read = read(OnBadRow.SKIP, HEADER, first, bad, good);
    assertThat(read.rows()).extracting(MemberRow::line).containsExactly(2L, 4L);
    assertThat(read.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.file()).isEqualTo("members.csv");
      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.field()).isEqualTo(field);
      assertThat(problem.reason()).contains(reason);
    });
  }

  @Test
  void read_refusesRepetition_ofAccountAndOfInn() throws IOException {
    String otherInn = ANNA.replace("276810938653", "344192133884");
    String otherAccount = ANNA.replace("anna.zarya", "annabelova");
    ReadResult<MemberRow> read = read(OnBadRow.SKIP, HEADER, ANNA, otherInn, otherAccount);
    assertThat(read.rows()).hasSize(1);
    assertThat(read.problems())
        .extracting(RowProblem::toString)
        .containsExactly(
            "members.csv:3: account: 'anna.zarya' was already used in line 2",
            "members.csv:4: inn: '276810938653' was already used in line 2");
  }

  @ParameterizedTest
  @CsvSource({"Белова,Бурова", "1980-02-29,1980-02-28", "276810938653,264812559019"})
  void read_refusesASoleProprietor_whoIsSomebodyElse(String from, String to) throws IOException {
    ReadResult<MemberRow> read = read(OnBadRow.SKIP, HEADER, ANNA, IP_ANNA.replace(from, to));
    assertThat(read.problems())
        .extracting(RowProblem::toString)
        .containsExactly(
            "members.csv:3: representative: must be the account of the same person as an individual of"
                + " an earlier row, got 'anna.zarya'");
  }

  @Test
  void read_keepsTheNumbers_ofARowThatWasLeftOut() throws IOException {
    String bad = ANNA.replace("1980-02-29", "1981-02-29");
    ReadResult<MemberRow> read = read(OnBadRow.SKIP, HEADER, bad, ANNA);
    assertThat(read.problems()).hasSize(1);
    assertThat(read.rows()).extracting(MemberRow::line).containsExactly(3L);
  }

  @Test
  void read_refusesTheFile_andNamesAllBadRows_whenToldToStop() {
    String bad = ANNA.replace("Белова", "");
    assertThatExceptionOfType(BadRowsException.class)
        .isThrownBy(() -> read(OnBadRow.STOP, HEADER, PETR, bad, KOLOS))
        .withMessage(
            "members.csv:3: last_name: must not be empty\n"
                + "members.csv:4: representative: must be the account of an individual of an earlier row, got 'anna.zarya'")
        .satisfies(e -> assertThat(e.problems()).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one,two | must have 12 fields, got 2",
        "a,b,c,d,e,f,g,h,i,j,k,l,m | must have 12 fields, got 13",
        "'\"anna.zarya,individual' | is not CSV",
        "'\"anna\"x,individual' | is not CSV",
        "'' | must not be empty",
      })
  void read_refusesARow_thatIsNotOne(String row, String reason) throws IOException {
    ReadResult<MemberRow> read = read(OnBadRow.SKIP, HEADER, row == null ? "" : row, ANNA);
    assertThat(read.rows()).hasSize(1);
    assertThat(read.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.field()).isEqualTo("row");
      assertThat(problem.reason()).startsWith(reason);
    });
  }

  @ParameterizedTest
  @ValueSource(chars = {'\0', '\t', '\u0007', '\u0085'})
  void read_refusesControlCharacters_anywhere(char control) throws IOException {
    ReadResult<MemberRow> read =
        read(OnBadRow.SKIP, HEADER, ANNA.replace("Белова", "Бел" + control + "ова"), PETR);
    assertThat(read.rows()).extracting(MemberRow::line).containsExactly(3L);
    assertThat(read.problems())
        .extracting(RowProblem::reason)
        .singleElement()
        .asString()
        .isEqualTo(String.format("must have no control characters, got U+%04X", (int) control));
  }

  @Test
  void read_namesTheLine_thatIsNotUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("ab".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xC0, (byte) 0xAF, '\n'});
    bytes.writeBytes((ANNA + "\n").getBytes(StandardCharsets.UTF_8));
    Files.write(file, bytes.toByteArray());
    ReadResult<MemberRow> read = MembersFile.read(file, ZARYA, DAY, OnBadRow.SKIP);
    assertThat(read.rows()).extracting(MemberRow::line).containsExactly(3L);
    assertThat(read.problems())
        .containsExactly(new RowProblem("members.csv", 2, "row", "is not UTF-8 at byte 3"));
  }

  @Test
  void read_acceptsWhatSpreadsheetsWrite_byteOrderMarkAndCarriageReturns() throws IOException {
    Files.writeString(file, "\uFEFF" + HEADER + "\r\n" + ANNA + "\r\n" + PETR);
    assertThat(MembersFile.read(file, ZARYA, DAY, OnBadRow.STOP).rows()).hasSize(2);
  }

  @Test
  void read_boundsARow_toExactly4096Bytes() throws IOException {
    String fits = KOLOS.replace(
        "Общество с",
        "Общество с" + " ".repeat(4096 - KOLOS.getBytes(StandardCharsets.UTF_8).length));
    assertThat(fits.getBytes(StandardCharsets.UTF_8)).hasSize(4096);
    ReadResult<MemberRow> read = read(OnBadRow.SKIP, HEADER, ANNA, fits + " ", fits);
    assertThat(read.problems())
        .first()
        .isEqualTo(
            new RowProblem("members.csv", 3, "row", "must have at most 4096 bytes, got 4097"));
    assertThat(read.problems())
        .noneMatch(problem -> problem.line() == 4 && problem.field().equals("row"));
  }

  @ParameterizedTest
  @CsvSource({"0, 'the file is empty'", "1, 'the header must be account,kind,'"})
  void read_refusesTheFile_withoutItsHeader_evenWhenToldToSkip(int lines, String reason)
      throws IOException {
    Files.writeString(file, lines == 0 ? "" : ANNA + "\n");
    assertThatExceptionOfType(BadRowsException.class)
        .isThrownBy(() -> MembersFile.read(file, ZARYA, DAY, OnBadRow.SKIP))
        .satisfies(e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(1);
          assertThat(problem.reason()).startsWith(reason);
        }));
  }

  @Test
  void read_acceptsAHeaderAlone_asAnEmptyList() throws IOException {
    assertThat(read(OnBadRow.STOP, HEADER)).isEqualTo(new ReadResult<>(List.of(), List.of()));
  }

  @Test
  void read_stopsReading_afterTooManyBadRows() {
    String[] lines = new String[CsvRows.MAX_PROBLEMS + 100];
    Arrays.fill(lines, "bad");
    lines[0] = HEADER;
    assertThatExceptionOfType(BadRowsException.class)
        .isThrownBy(() -> read(OnBadRow.SKIP, lines))
        .satisfies(e -> assertThat(e.problems())
            .hasSize(CsvRows.MAX_PROBLEMS + 1)
            .last()
            .isEqualTo(new RowProblem(
                "members.csv",
                CsvRows.MAX_PROBLEMS + 1,
                "row",
                "too many bad rows, reading stopped here")));
  }

  @ParameterizedTest(name = "born {0}")
  @CsvSource({"2008-01-12, 18", "2008-01-13, 17", "2026-01-12, 0"})
  void read_refusesWhoIsTooYoung_onTheDay(String born, int age) throws IOException {
    String young = ANNA.replace("1980-02-29", born);
    ReadResult<MemberRow> read = read(OnBadRow.SKIP, HEADER, young);
    if (age >= 18) {
      assertThat(read.rows()).hasSize(1);
    } else {
      assertThat(read.problems())
          .containsExactly(new RowProblem(
              "members.csv",
              2,
              "birth_date",
              "The applicant is " + age + " years old; the charter asks for at least 18."));
    }
  }

  @Test
  void read_saysSo_whenTheFileIsMissing() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () -> MembersFile.read(folder.resolve("missing.csv"), ZARYA, DAY, OnBadRow.STOP))
        .withMessageContaining("missing.csv");
  }

  @Test
  void toString_namesNoPerson() throws IOException {
    assertThat(read(OnBadRow.STOP, HEADER, ANNA).rows().get(0))
        .hasToString("MemberRow[line 2, anna.zarya]");
  }
}
