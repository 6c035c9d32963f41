package io.github.coopj.samples.year;

import io.github.coopj.chain.cooperative.ChainBooks;
import io.github.coopj.chain.cooperative.CooperativeView;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.fund.Entry;
import io.github.coopj.governance.fund.EntrySource;
import io.github.coopj.governance.fund.LedgerAccount;
import io.github.coopj.governance.fund.MemberShare;
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
    ChainBooks books = books();
    List<Entry> journal = books.journal();
    List<List<Object>> lines = new ArrayList<>();
    lines.add(List.of("account", "name", "entrance", "share", "membership", "balance"));
    for (LedgerAccount account : LedgerAccount.values()) {
      lines.add(List.of(
          account.number(),
          account.name(),
          sum(journal, account, EntrySource.ENTRANCE),
          sum(journal, account, EntrySource.SHARE),
          sum(journal, account, EntrySource.MEMBERSHIP),
          books.balance(account)));
    }
    return csv("funds.csv", lines);
  }

  /** Findings about the books; none if debits equal credits and all levels agree. */
  List<BooksCheck.Finding> findings() {
    ChainBooks books = books();
    return BooksCheck.check(books, books.journal());
  }

  ChainBooks books() {
    return view.books(currency);
  }

  List<MembershipRecord> members() {
    return view.memberships().stream().map(Membership::snapshot).toList();
  }

  private Asset sum(List<Entry> journal, LedgerAccount account, EntrySource source) {
    Asset sum = Asset.zero(currency);
    for (Entry entry : journal) {
      if (entry.source() == source) {
        sum = sum.plus(new Asset(entry.effectOn(account), currency));
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
