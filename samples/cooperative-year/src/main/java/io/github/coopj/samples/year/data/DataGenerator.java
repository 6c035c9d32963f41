package io.github.coopj.samples.year.data;

import io.github.coopj.core.name.AccountNames;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.person.PersonKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Makes {@code members.csv} and {@code contributions.csv} of the sample year: the same files from the same seed.
 *
 * <p>All people and organisations are invented. Registration numbers have correct check digits and no other meaning.
 */
public final class DataGenerator {
  /** Account and domain of the cooperative. */
  static final String COOPERATIVE = "zarya";
  /** Number of the target programme that the contributions of the year belong to. */
  static final String PROGRAMME = "2";
  /** Seed of the files that come with the sample. */
  static final long SEED = 2026;

  static final int MEMBERS = 1_000;
  static final int CONTRIBUTIONS = 10_000;
  static final int SOLE_PROPRIETORS = 100;
  static final int LEGAL_ENTITIES = 50;
  static final int NAMES_IN_THE_ZONE = 60;

  /** First rows are individuals, so that there is somebody to found the cooperative and to represent others. */
  private static final int FIRST_INDIVIDUALS = 30;

  private static final String[][] SURNAMES = {
    {"Абрамов", "Абрамова"},
    {"Агафонов", "Агафонова"},
    {"Алексеев", "Алексеева"},
    {"Андреев", "Андреева"},
    {"Антонов", "Антонова"},
    {"Архипов", "Архипова"},
    {"Баранов", "Баранова"},
    {"Белов", "Белова"},
    {"Беляев", "Беляева"},
    {"Блинов", "Блинова"},
    {"Бобров", "Боброва"},
    {"Богданов", "Богданова"},
    {"Борисов", "Борисова"},
    {"Быков", "Быкова"},
    {"Васильев", "Васильева"},
    {"Веселов", "Веселова"},
    {"Виноградов", "Виноградова"},
    {"Власов", "Власова"},
    {"Волков", "Волкова"},
    {"Воробьёв", "Воробьёва"},
    {"Воронцов", "Воронцова"},
    {"Высоцкий", "Высоцкая"},
    {"Гаврилов", "Гаврилова"},
    {"Герасимов", "Герасимова"},
    {"Голубев", "Голубева"},
    {"Горский", "Горская"},
    {"Григорьев", "Григорьева"},
    {"Громов", "Громова"},
    {"Гусев", "Гусева"},
    {"Давыдов", "Давыдова"},
    {"Данилов", "Данилова"},
    {"Дмитриев", "Дмитриева"},
    {"Донской", "Донская"},
    {"Дроздов", "Дроздова"},
    {"Дьячков", "Дьячкова"},
    {"Егоров", "Егорова"},
    {"Ершов", "Ершова"},
    {"Ефимов", "Ефимова"},
    {"Жуков", "Жукова"},
    {"Журавлёв", "Журавлёва"},
    {"Заболоцкий", "Заболоцкая"},
    {"Зайцев", "Зайцева"},
    {"Захаров", "Захарова"},
    {"Зимин", "Зимина"},
    {"Зуев", "Зуева"},
    {"Иванов", "Иванова"},
    {"Игнатьев", "Игнатьева"},
    {"Ильин", "Ильина"},
    {"Казаков", "Казакова"},
    {"Калинин", "Калинина"},
    {"Карпов", "Карпова"},
    {"Киселёв", "Киселёва"},
    {"Климов", "Климова"},
    {"Ковалёв", "Ковалёва"},
    {"Коваленко", "Коваленко"},
    {"Козлов", "Козлова"},
    {"Комаров", "Комарова"},
    {"Кондратьев", "Кондратьева"},
    {"Королёв", "Королёва"},
    {"Крамской", "Крамская"},
    {"Крылов", "Крылова"},
    {"Кудрявцев", "Кудрявцева"},
    {"Кузнецов", "Кузнецова"},
    {"Кузьмин", "Кузьмина"},
    {"Куликов", "Куликова"},
    {"Лаптев", "Лаптева"},
    {"Лебедев", "Лебедева"},
    {"Логинов", "Логинова"},
    {"Луговой", "Луговая"},
    {"Макаров", "Макарова"},
    {"Максимов", "Максимова"},
    {"Малинин", "Малинина"},
    {"Мартынов", "Мартынова"},
    {"Марченко", "Марченко"},
    {"Медведев", "Медведева"},
    {"Мельников", "Мельникова"},
    {"Миронов", "Миронова"},
    {"Михайлов", "Михайлова"},
    {"Морозов", "Морозова"},
    {"Назаров", "Назарова"},
    {"Никитин", "Никитина"},
    {"Николаев", "Николаева"},
    {"Новиков", "Новикова"},
    {"Овчинников", "Овчинникова"},
    {"Орлов", "Орлова"},
    {"Осипов", "Осипова"},
    {"Павлов", "Павлова"},
    {"Панов", "Панова"},
    {"Пахомов", "Пахомова"},
    {"Петров", "Петрова"},
    {"Полевой", "Полевая"},
    {"Поляков", "Полякова"},
    {"Пономарёв", "Пономарёва"},
    {"Попов", "Попова"},
    {"Потапов", "Потапова"},
    {"Прохоров", "Прохорова"},
    {"Пушкарёв", "Пушкарёва"},
    {"Родионов", "Родионова"},
    {"Романов", "Романова"},
    {"Рудницкий", "Рудницкая"},
    {"Рябов", "Рябова"},
    {"Савельев", "Савельева"},
    {"Савин", "Савина"},
    {"Садовский", "Садовская"},
    {"Седых", "Седых"},
    {"Семёнов", "Семёнова"},
    {"Сергеев", "Сергеева"},
    {"Сидоров", "Сидорова"},
    {"Симонов", "Симонова"},
    {"Смирнов", "Смирнова"},
    {"Соболев", "Соболева"},
    {"Соколов", "Соколова"},
    {"Соловьёв", "Соловьёва"},
    {"Сорокин", "Сорокина"},
    {"Степанов", "Степанова"},
    {"Суворов", "Суворова"},
    {"Тарасов", "Тарасова"},
    {"Тихонов", "Тихонова"},
    {"Трофимов", "Трофимова"},
    {"Туманов", "Туманова"},
    {"Уваров", "Уварова"},
    {"Успенский", "Успенская"},
    {"Фёдоров", "Фёдорова"},
    {"Филатов", "Филатова"},
    {"Фомин", "Фомина"},
    {"Фролов", "Фролова"},
    {"Хохлов", "Хохлова"},
    {"Цветков", "Цветкова"},
    {"Чернов", "Чернова"},
    {"Черных", "Черных"},
    {"Чернышёв", "Чернышёва"},
    {"Шаповалов", "Шаповалова"},
    {"Шаров", "Шарова"},
    {"Шевченко", "Шевченко"},
    {"Широков", "Широкова"},
    {"Шубин", "Шубина"},
    {"Щербаков", "Щербакова"},
    {"Щукин", "Щукина"},
    {"Юдин", "Юдина"},
    {"Яковлев", "Яковлева"},
  };

  private static final String[] MEN = {
    "Александр", "Алексей", "Анатолий", "Андрей", "Антон", "Артём", "Борис", "Вадим", "Валентин",
        "Василий",
    "Виктор", "Владимир", "Вячеслав", "Геннадий", "Георгий", "Григорий", "Денис", "Дмитрий",
        "Евгений", "Егор",
    "Иван", "Игорь", "Илья", "Кирилл", "Константин", "Леонид", "Максим", "Михаил", "Николай",
        "Олег",
    "Павел", "Пётр", "Роман", "Семён", "Сергей", "Степан", "Тимофей", "Фёдор", "Юрий", "Ярослав",
  };

  private static final String[] WOMEN = {
    "Алевтина", "Александра", "Алина", "Алла", "Анастасия", "Анна", "Антонина", "Валентина",
        "Валерия", "Варвара",
    "Вера", "Виктория", "Галина", "Дарья", "Евгения", "Екатерина", "Елена", "Елизавета", "Жанна",
        "Зинаида",
    "Зоя", "Инна", "Ирина", "Капитолина", "Ксения", "Лариса", "Лидия", "Любовь", "Людмила",
        "Маргарита",
    "Марина", "Мария", "Надежда", "Наталья", "Нина", "Оксана", "Ольга", "Полина", "Раиса",
        "Светлана",
    "София", "Тамара", "Татьяна", "Ульяна", "Юлия", "Яна",
  };

  private static final String[][] PATRONYMICS = {
    {"Александрович", "Александровна"},
    {"Алексеевич", "Алексеевна"},
    {"Анатольевич", "Анатольевна"},
    {"Андреевич", "Андреевна"},
    {"Антонович", "Антоновна"},
    {"Борисович", "Борисовна"},
    {"Вадимович", "Вадимовна"},
    {"Валентинович", "Валентиновна"},
    {"Васильевич", "Васильевна"},
    {"Викторович", "Викторовна"},
    {"Владимирович", "Владимировна"},
    {"Вячеславович", "Вячеславовна"},
    {"Геннадьевич", "Геннадьевна"},
    {"Георгиевич", "Георгиевна"},
    {"Григорьевич", "Григорьевна"},
    {"Денисович", "Денисовна"},
    {"Дмитриевич", "Дмитриевна"},
    {"Евгеньевич", "Евгеньевна"},
    {"Егорович", "Егоровна"},
    {"Иванович", "Ивановна"},
    {"Игоревич", "Игоревна"},
    {"Ильич", "Ильинична"},
    {"Кириллович", "Кирилловна"},
    {"Константинович", "Константиновна"},
    {"Леонидович", "Леонидовна"},
    {"Максимович", "Максимовна"},
    {"Михайлович", "Михайловна"},
    {"Николаевич", "Николаевна"},
    {"Олегович", "Олеговна"},
    {"Павлович", "Павловна"},
    {"Петрович", "Петровна"},
    {"Романович", "Романовна"},
    {"Семёнович", "Семёновна"},
    {"Сергеевич", "Сергеевна"},
    {"Степанович", "Степановна"},
    {"Тимофеевич", "Тимофеевна"},
    {"Фёдорович", "Фёдоровна"},
    {"Юрьевич", "Юрьевна"},
    {"Яковлевич", "Яковлевна"},
    {"Ярославович", "Ярославовна"},
  };

  private static final String[][] FORMS = {
    {"Общество с ограниченной ответственностью", "ООО"},
    {"Общество с ограниченной ответственностью", "ООО"},
    {"Акционерное общество", "АО"},
    {"Сельскохозяйственный производственный кооператив", "СПК"},
    {"Крестьянское (фермерское) хозяйство", "КФХ"},
  };

  private static final String[] TITLES = {
    "Аграрий", "Багульник", "Берёзка", "Василёк", "Верба", "Восход", "Гречиха", "Дубрава", "Ельник",
        "Живица",
    "Заимка", "Звезда", "Земляника", "Зерно", "Иволга", "Калина", "Кедр", "Клевер", "Ключи",
        "Колос",
    "Косогор", "Красная горка", "Лён", "Луга", "Маслёнка", "Мельница", "Молоко", "Нива", "Облепиха",
        "Околица",
    "Опушка", "Пасека", "Пашня", "Пекарь", "Подворье", "Поле", "Полесье", "Просека", "Пшеница",
        "Родник",
    "Рожь", "Росток", "Ручей", "Рябина", "Сад", "Семена", "Скит", "Сыровар", "Урожай", "Ярмарка",
  };

  private static final String ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
  private static final String[] LATIN = {
    "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
    "t", "u", "f", "kh", "ts", "ch", "sh", "sch", "", "y", "", "e", "iu", "ia",
  };

  /** What a member pays on joining, in kopecks; the charter of the sample says the same. */
  private record Fees(long entrance, long share) {
    static Fees of(PersonKind kind) {
      return kind == PersonKind.LEGAL_ENTITY
          ? new Fees(1_000_00, 3_000_00)
          : new Fees(100_00, 300_00);
    }
  }

  private record Member(String account, PersonKind kind) {}

  private record Payment(
      LocalDate date, String account, String kind, String programme, long kopecks) {}

  private final Random random;
  private final Set<String> accounts = new HashSet<>(Set.of(COOPERATIVE));
  private final Set<String> numbers = new HashSet<>();

  private DataGenerator(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Writes both files.
   *
   * @param args the folder; {@code data} when there is none
   * @throws IOException when the folder cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "data");
    Files.createDirectories(folder);
    DataGenerator generator = new DataGenerator(SEED);
    List<Member> members = new ArrayList<>();
    Files.writeString(
        folder.resolve("members.csv"), generator.members(members), StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("contributions.csv"),
        generator.contributions(members),
        StandardCharsets.UTF_8);
  }

  private String members(List<Member> members) {
    List<PersonKind> kinds = new ArrayList<>();
    for (int row = FIRST_INDIVIDUALS; row < MEMBERS; row++) {
      int rest = row - FIRST_INDIVIDUALS;
      kinds.add(
          rest < SOLE_PROPRIETORS
              ? PersonKind.SOLE_PROPRIETOR
              : rest < SOLE_PROPRIETORS + LEGAL_ENTITIES
                  ? PersonKind.LEGAL_ENTITY
                  : PersonKind.INDIVIDUAL);
    }
    Collections.shuffle(kinds, random);
    kinds.addAll(0, Collections.nCopies(FIRST_INDIVIDUALS, PersonKind.INDIVIDUAL));
    List<String> titles = new ArrayList<>(List.of(TITLES));
    Collections.shuffle(titles, random);

    List<List<String>> rows = new ArrayList<>();
    List<String> individuals = new ArrayList<>();
    List<List<String>> withoutBusiness = new ArrayList<>();
    int inZone = 0;
    for (PersonKind kind : kinds) {
      if (kind == PersonKind.LEGAL_ENTITY) {
        rows.add(
            organisation(titles.remove(0), individuals.get(random.nextInt(individuals.size()))));
      } else if (kind == PersonKind.SOLE_PROPRIETOR) {
        rows.add(business(withoutBusiness.remove(random.nextInt(withoutBusiness.size()))));
      } else {
        boolean zone = individuals.size() >= FIRST_INDIVIDUALS
            && inZone < NAMES_IN_THE_ZONE
            && random.nextInt(10) == 0;
        rows.add(individual(zone));
        withoutBusiness.add(rows.get(rows.size() - 1));
        inZone += zone ? 1 : 0;
      }
      String account = rows.get(rows.size() - 1).get(0);
      members.add(new Member(account, kind));
      if (kind == PersonKind.INDIVIDUAL) {
        individuals.add(account);
      }
    }
    return csv(MembersFile.COLUMNS, rows);
  }

  private List<String> individual(boolean zone) {
    int gender = random.nextInt(2);
    String lastName = pick(SURNAMES)[gender];
    String firstName = pick(gender == 0 ? MEN : WOMEN);
    String middleName = pick(PATRONYMICS)[gender];
    LocalDate birthDate = LocalDate.of(1946, 1, 1).plusDays(random.nextInt(22_000));
    String account =
        zone ? nameInZone(latin(firstName)) : ordinaryName(latin(lastName) + latin(firstName));
    String email = random.nextInt(10) < 7 ? account.replace('.', '-') + "@example.org" : "";
    return List.of(
        account,
        MembersFile.text(PersonKind.INDIVIDUAL),
        lastName,
        firstName,
        middleName,
        "",
        "",
        birthDate.toString(),
        unique(this::personalInn),
        "",
        "",
        email);
  }

  /** The same person once more, as a sole proprietor with a registration number. */
  private List<String> business(List<String> individual) {
    List<String> row = new ArrayList<>(individual);
    row.set(0, ordinaryName("ip" + latin(individual.get(2)) + latin(individual.get(3))));
    row.set(1, MembersFile.text(PersonKind.SOLE_PROPRIETOR));
    row.set(9, unique(() -> withRest("3" + registration(14), 13)));
    row.set(10, individual.get(0));
    return row;
  }

  private List<String> organisation(String title, String representative) {
    String[] form = pick(FORMS);
    String account = ordinaryName(latin(title) + latin(form[1]));
    return List.of(
        account,
        MembersFile.text(PersonKind.LEGAL_ENTITY),
        "",
        "",
        "",
        form[0] + " «" + title + "»",
        form[1] + " «" + title + "»",
        "",
        unique(this::organisationInn),
        unique(() -> withRest("1" + registration(12), 11)),
        representative,
        account + "@example.org");
  }

  /** Entrance and minimal share of every member in February and March, then the programme until the end of the year. */
  private String contributions(List<Member> members) {
    List<Payment> payments = new ArrayList<>();
    List<LocalDate> joined = new ArrayList<>();
    for (Member member : members) {
      Fees fees = Fees.of(member.kind());
      LocalDate date = LocalDate.of(2026, 2, 2).plusDays(random.nextInt(58));
      joined.add(date);
      payments.add(new Payment(date, member.account(), "entrance", "", fees.entrance()));
      payments.add(new Payment(date, member.account(), "share", "", fees.share()));
    }
    LocalDate last = LocalDate.of(2026, 12, 30);
    while (payments.size() < CONTRIBUTIONS) {
      int at = random.nextInt(members.size());
      Member member = members.get(at);
      LocalDate first = joined.get(at).plusDays(1);
      LocalDate date =
          first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
      long least = member.kind() == PersonKind.INDIVIDUAL ? 200 : 2_000;
      long roubles = least + random.nextInt(4_000);
      payments.add(new Payment(
          date, member.account(), "programme", PROGRAMME, roubles * 100 + random.nextInt(100)));
    }
    payments.sort(Comparator.comparing(Payment::date));
    List<List<String>> rows = new ArrayList<>();
    for (Payment payment : payments) {
      rows.add(List.of(
          payment.date().toString(),
          payment.account(),
          payment.kind(),
          payment.programme(),
          String.format(Locale.ROOT, "%d.%02d", payment.kopecks() / 100, payment.kopecks() % 100),
          String.format(Locale.ROOT, "2026-%05d", rows.size() + 1)));
    }
    return csv(ContributionsFile.COLUMNS, rows);
  }

  private static String csv(List<String> columns, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(columns);
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** An unused name of 6 to 12 characters. */
  private String ordinaryName(String latin) {
    String stem = latin.length() < AccountNames.MIN_ORDINARY_LENGTH ? latin + "coop" : latin;
    return unused(stem, "", AccountNames.MAX_LENGTH);
  }

  /** An unused name in the zone of the cooperative. */
  private String nameInZone(String latin) {
    String zone = "." + COOPERATIVE;
    return unused(latin, zone, AccountNames.MAX_LENGTH - zone.length());
  }

  /** The stem, cut, with digits from 1 to 5 behind it while the name is taken. */
  private String unused(String stem, String zone, int length) {
    for (int number = 0; ; number++) {
      String digits = digits(number);
      String name =
          stem.substring(0, Math.min(stem.length(), length - digits.length())) + digits + zone;
      if (accounts.add(name)) {
        return Name.of(name).toString();
      }
    }
  }

  /** 0 gives nothing, then 1 to 5, 11 to 15, 21 and so on: account names know no other digits. */
  private static String digits(int number) {
    StringBuilder digits = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / 5) {
      digits.insert(0, (char) ('1' + (rest - 1) % 5));
    }
    return digits.toString();
  }

  private static String latin(String russian) {
    StringJoiner latin = new StringJoiner("");
    for (char letter : russian.toLowerCase(Locale.ROOT).toCharArray()) {
      int at = ALPHABET.indexOf(letter);
      if (at >= 0) {
        latin.add(LATIN[at]);
      }
    }
    return latin.toString();
  }

  private String personalInn() {
    String digits = region() + number(8);
    String first = digits + checkDigit(digits, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8);
    return first + checkDigit(first, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8);
  }

  private String organisationInn() {
    String digits = region() + number(7);
    return digits + checkDigit(digits, 2, 4, 10, 3, 5, 9, 4, 6, 8);
  }

  private static int checkDigit(String digits, int... weights) {
    int sum = 0;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * (digits.charAt(at) - '0');
    }
    return sum % 11 % 10;
  }

  /** Year, region and number of a registration, so many digits with the first one that stands before them. */
  private String registration(int length) {
    return String.format(Locale.ROOT, "%02d", 2 + random.nextInt(23))
        + region()
        + number(length - 5);
  }

  private static String withRest(String digits, int modulus) {
    return digits + Long.parseLong(digits) % modulus % 10;
  }

  private String region() {
    return String.format(Locale.ROOT, "%02d", 1 + random.nextInt(79));
  }

  private String number(int length) {
    StringBuilder digits = new StringBuilder();
    for (int at = 0; at < length; at++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String unique(Supplier<String> maker) {
    String number = maker.get();
    while (!numbers.add(number)) {
      number = maker.get();
    }
    return number;
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
