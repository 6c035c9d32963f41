package io.github.coopj.samples.year.data;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.AccountNames;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.person.Individual;
import io.github.coopj.governance.person.Inn;
import io.github.coopj.governance.person.Ogrn;
import io.github.coopj.governance.person.Ogrnip;
import io.github.coopj.governance.person.Organization;
import io.github.coopj.governance.person.Person;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.person.SoleProprietor;
import io.github.coopj.samples.year.data.CsvRows.BadField;
import io.github.coopj.samples.year.data.CsvRows.Row;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads {@code members.csv}. */
public final class MembersFile {
  /** Columns, in their order. */
  public static final List<String> COLUMNS = List.of(
      "account",
      "kind",
      "last_name",
      "first_name",
      "middle_name",
      "organisation",
      "short_name",
      "birth_date",
      "inn",
      "ogrn",
      "representative",
      "email");

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}][\\p{L} .'’-]{0,99}");

  private final Charter charter;
  private final LocalDate day;
  private final Map<Name, Person> personsByAccount = new HashMap<>();
  private final Map<Name, Long> linesByAccount = new HashMap<>();
  private final Map<PersonKind, Map<String, Long>> linesByInn = new EnumMap<>(PersonKind.class);

  private MembersFile(Charter charter, LocalDate day) {
    this.charter = charter;
    this.day = day;
  }

  /**
   * Reads the file.
   *
   * @param path the file
   * @param charter charter of the cooperative, which creates the accounts and says how old its members are
   * @param day day of the applications
   * @param onBadRow what to do about a bad row
   * @return applicants in the order of the file
   * @throws BadRowsException for a file that cannot be used, and with {@link OnBadRow#STOP} for any bad row
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static ReadResult<MemberRow> read(
      Path path, Charter charter, LocalDate day, OnBadRow onBadRow) {
    return CsvRows.read(path, COLUMNS, new MembersFile(charter, day)::member, onBadRow);
  }

  private MemberRow member(Row row) throws BadField {
    Name account = account(row);
    PersonKind kind = kind(row);
    Inn inn = parsed(row, "inn", Inn::new);
    Person person = switch (kind) {
      case INDIVIDUAL -> {
        row.requireEmpty("ogrn", "for an individual");
        yield individual(row, inn, kind);
      }
      case SOLE_PROPRIETOR -> {
        Individual individual = individual(row, inn, kind);
        requireHimself(row, individual);
        yield new SoleProprietor(individual, parsed(row, "ogrn", Ogrnip::new));
      }
      case LEGAL_ENTITY -> organization(row, inn);
    };
    Optional<String> email = email(row);
    Map<String, Long> linesOfKind = linesByInn.computeIfAbsent(kind, unused -> new HashMap<>());
    refuseRepetition(linesOfKind, inn.value(), "inn");
    refuseRepetition(linesByAccount, account, "account");
    personsByAccount.put(account, person);
    linesOfKind.put(inn.value(), row.line());
    linesByAccount.put(account, row.line());
    Name representative = Name.of(row.text("representative"));
    return new MemberRow(row.line(), account, person, representative, email);
  }

  private Name account(Row row) throws BadField {
    return parsed(row, "account", text -> {
      Name account = Name.of(text);
      AccountNames.requireMayCreate(charter.account(), account, false);
      return account;
    });
  }

  private static PersonKind kind(Row row) throws BadField {
    String text = row.required("kind");
    for (PersonKind kind : PersonKind.values()) {
      if (text(kind).equals(text)) {
        return kind;
      }
    }
    throw new BadField(
        "kind",
        "must be one of "
            + Arrays.stream(PersonKind.values()).map(MembersFile::text).toList() + ", got '" + text
            + "'");
  }

  /** A kind as the file writes it. */
  static String text(PersonKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private Individual individual(Row row, Inn inn, PersonKind kind) throws BadField {
    row.requireEmpty("organisation", "for " + text(kind));
    row.requireEmpty("short_name", "for " + text(kind));
    if (kind == PersonKind.INDIVIDUAL) {
      row.requireEmpty("representative", "for an individual");
    }
    String lastName = words(row, "last_name");
    String firstName = words(row, "first_name");
    String middleName = row.text("middle_name").isEmpty() ? "" : words(row, "middle_name");
    LocalDate birthDate = birthDate(row);
    Individual person =
        checked("inn", () -> new Individual(lastName, firstName, middleName, birthDate, inn));
    try {
      charter.admission().requireAge(person, day);
    } catch (GovernanceException e) {
      throw new BadField("birth_date", e.explain(Locale.ENGLISH));
    }
    return person;
  }

  private Organization organization(Row row, Inn inn) throws BadField {
    for (String column : List.of("last_name", "first_name", "middle_name", "birth_date")) {
      row.requireEmpty(column, "for a legal entity");
    }
    String title = row.required("organisation");
    String shortName = row.required("short_name");
    Ogrn ogrn = parsed(row, "ogrn", Ogrn::new);
    Name representative = parsed(row, "representative", Name::of);
    if (!(personsByAccount.get(representative) instanceof Individual)) {
      throw new BadField(
          "representative",
          "must be the account of an individual of an earlier row, got '" + representative + "'");
    }
    return checked("inn", () -> new Organization(title, shortName, inn, ogrn, representative));
  }

  /** A sole proprietor is an individual who is in the file already: only a member registers his business. */
  private void requireHimself(Row row, Individual individual) throws BadField {
    Name representative = parsed(row, "representative", Name::of);
    if (!individual.equals(personsByAccount.get(representative))) {
      throw new BadField(
          "representative",
          "must be the account of the same person as an individual of an earlier row, got '"
              + representative + "'");
    }
  }

  private static LocalDate birthDate(Row row) throws BadField {
    String text = row.required("birth_date");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadField("birth_date", "must be a date like 1980-01-31, got '" + text + "'");
    }
  }

  private static String words(Row row, String column) throws BadField {
    String text = row.required(column);
    if (!WORDS.matcher(text).matches()) {
      throw new BadField(
          column, "must be 1 to 100 letters, blanks, hyphens and apostrophes, got '" + text + "'");
    }
    return text;
  }

  private static Optional<String> email(Row row) throws BadField {
    String text = row.text("email");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!EMAIL.matcher(text).matches()) {
      throw new BadField("email", "must be an address like name@example.org, got '" + text + "'");
    }
    return Optional.of(text);
  }

  /** Makes a value of a field that must not be empty. */
  private static <T> T parsed(Row row, String column, Function<String, T> parser) throws BadField {
    String text = row.required(column);
    return checked(column, () -> parser.apply(text));
  }

  /** Runs a step whose refusal concerns one column. */
  private static <T> T checked(String column, Supplier<T> step) throws BadField {
    try {
      return step.get();
    } catch (InvalidValueException e) {
      throw new BadField(column, String.valueOf(e.getMessage()));
    }
  }

  private static <K> void refuseRepetition(Map<K, Long> lines, K key, String column)
      throws BadField {
    Long first = lines.get(key);
    if (first != null) {
      throw new BadField(column, "'" + key + "' was already used in line " + first);
    }
  }
}
