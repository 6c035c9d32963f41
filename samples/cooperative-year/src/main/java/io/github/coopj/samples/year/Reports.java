package io.github.coopj.samples.year;

import io.github.coopj.chain.cooperative.CooperativeView;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.fund.BooksView;
import io.github.coopj.governance.fund.MemberShare;
import io.github.coopj.governance.fund.Purpose;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.LedgerLevel;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.meeting.Minutes;
import io.github.coopj.governance.meeting.MinutesHtml;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.person.Individual;
import io.github.coopj.governance.person.Organization;
import io.github.coopj.governance.person.Person;
import io.github.coopj.governance.person.SoleProprietor;
import io.github.coopj.samples.year.data.MemberRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Stage 7: what people and accountants read. The register joins what the chain knows with what only the office knows. */
final class Reports {
  private final CooperativeView view;
  private final Symbol currency;
  private final Path folder;

  Reports(CooperativeView view, Symbol currency, Path folder) {
    this.view = view;
    this.currency = currency;
    this.folder = folder;
  }

  /** Writes the minutes as a page. */
  Path minutes(Minutes minutes) {
    Path file = folder.resolve("minutes.html");
    write(file, MinutesHtml.render(minutes, Locale.forLanguageTag("ru")));
    return file;
  }

  /** Writes the register of members. */
  Path register(List<MemberRow> rows) {
    Map<Name, Person> persons = new LinkedHashMap<>();
    rows.forEach(row -> persons.put(row.account(), row.person()));
    Map<Name, Asset> shares = new TreeMap<>();
    for (MemberShare share : books().memberShares()) {
      shares.put(share.member(), share.balance());
    }
    List<List<Object>> lines = new ArrayList<>();
    lines.add(List.of("account", "kind", "name", "status", "since", "decision", "share"));
    for (MembershipRecord member : members()) {
      Person person = persons.get(member.account());
      lines.add(List.of(
          member.account(),
          member.kind(),
          person == null ? "" : nameOf(person),
          member.status(),
          member.decidedAt(),
          member.decisionId(),
          shares.getOrDefault(member.account(), Asset.zero(currency))));
    }
    return csv("register.csv", lines);
  }

  /** Writes the statement of accounts and funds: what came from where, and the balance. */
  Path funds() {
    List<List<Object>> lines = new ArrayList<>();
    lines.add(List.of("account", "name", "entrance", "share", "membership", "balance"));
    BooksView books = books();
    for (Map.Entry<LedgerKey, Asset> account : balances().entrySet()) {
      lines.add(List.of(
          account.getKey(),
          books.ledger().chart().require(account.getKey().account()).english(),
          received(books, account.getKey(), Purpose.ENTRANCE),
          received(books, account.getKey(), Purpose.SHARE),
          received(books, account.getKey(), Purpose.MEMBERSHIP),
          account.getValue()));
    }
    return csv("funds.csv", lines);
  }

  /** What stands on accounts, funds and programmes, without those that hold nothing. */
  SortedMap<LedgerKey, Asset> balances() {
    SortedMap<LedgerKey, Asset> balances = new TreeMap<>();
    LedgerSnapshot ledger = books().ledger();
    ledger.on(LedgerLevel.WALLET).forEach((key, sums) -> {
      long balance = sums.on(ledger.chart().require(key.account()).side());
      if (balance != 0) {
        balances.put(key, new Asset(balance, currency));
      }
    });
    return balances;
  }

  /** Findings about the books; none if debits equal credits and all levels agree. */
  List<BooksCheck.Finding> findings() {
    return BooksCheck.check(books().ledger());
  }

  BooksView books() {
    return view.books(currency);
  }

  List<MembershipRecord> members() {
    return view.memberships().stream().map(Membership::snapshot).toList();
  }

  private Asset received(BooksView books, LedgerKey account, Purpose purpose) {
    Asset sum = Asset.zero(currency);
    for (TransferRecord record : books.journal()) {
      if (record.credit().shared().equals(account)
          && purpose.is(record.transfer().basis().purpose())) {
        sum = sum.plus(new Asset(record.posted(), currency));
      }
    }
    return sum;
  }

  private static String nameOf(Person person) {
    if (person instanceof Organization organization) {
      return organization.shortName();
    }
    if (person instanceof SoleProprietor proprietor) {
      return "ИП " + nameOf(proprietor.individual());
    }
    Individual individual = (Individual) person;
    return (individual.lastName() + " " + individual.firstName() + " " + individual.middleName())
        .trim();
  }

  private Path csv(String name, List<List<Object>> lines) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecords(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = folder.resolve(name);
    write(file, text.toString());
    return file;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
