package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.document.DocumentSignature;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The minutes as a page for people: one HTML file without anything loaded from elsewhere, laid out for screen and for
 * printing on A4. The page is a function of its arguments: the same minutes give the same characters everywhere.
 */
public final class MinutesHtml {
  private final Minutes minutes;
  private final MinutesTally tally;
  private final MinutesNarrative narrative;
  private final ZoneId zone;
  private final Properties texts;
  private final List<String> months;
  private final Html html = new Html();

  private MinutesHtml(Minutes minutes, Properties texts) {
    this.minutes = minutes;
    this.tally = minutes.tally();
    this.narrative = minutes.narrative();
    this.zone = ZoneId.of(narrative.zone());
    this.texts = texts;
    this.months = List.of(text("months").split(",", -1));
  }

  /**
   * The page of minutes not signed yet.
   *
   * @param minutes the minutes
   * @param locale Russian gives Russian; everything else gives English
   * @return a whole HTML document
   */
  public static String render(Minutes minutes, Locale locale) {
    return render(minutes, List.of(), locale);
  }

  /**
   * The page of minutes with their signatures.
   *
   * @param minutes the minutes
   * @param signatures signatures over {@link Minutes#digest}
   * @param locale Russian gives Russian; everything else gives English
   * @return a whole HTML document
   * @throws InvalidValueException if a signature is not over these minutes
   */
  public static String render(Minutes minutes, List<DocumentSignature> signatures, Locale locale) {
    for (DocumentSignature signature : signatures) {
      if (!signature.verifies(minutes.digest())) {
        throw new InvalidValueException(
            "the signature of " + signature.signer() + " is not under these minutes");
      }
    }
    String file =
        locale.getLanguage().equals("ru") ? "minutes_ru.properties" : "minutes.properties";
    return new MinutesHtml(minutes, properties(file)).page(signatures);
  }

  private String page(List<DocumentSignature> signatures) {
    String title = text("title", tally.meetingId());
    html.open("html", "lang", text("language"));
    html.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .element("title", title + " — " + narrative.cooperativeTitle())
        .style(resource("minutes.css"))
        .close();
    html.open("body");
    html.open("header")
        .element("p", narrative.cooperativeTitle())
        .element("h1", title)
        .element("p", text("heading." + tally.kind() + "." + tally.body()))
        .element("p", date(tally.heldCycle().opensAt()))
        .close();
    html.open("main");
    general();
    quorum();
    agenda();
    items();
    summary();
    objections();
    rejected();
    participants();
    digests();
    signatures(signatures);
    return html.finish();
  }

  private void general() {
    CycleRecord held = tally.heldCycle();
    html.element("h2", text("general")).open("dl");
    term("form", text("form.text"));
    term("date", date(held.opensAt()));
    term("opened", moment(held.opensAt()));
    term("closed", moment(held.closesAt()));
    term("zone", narrative.zone());
    term("place", narrative.place());
    term(
        "convened",
        tally.demandId() == 0
            ? text("convened.text", tally.councilDecisionId(), moment(tally.rollAt()))
            : text("convened.demand", tally.demandId(), moment(tally.rollAt())));
    term("roll", text("roll.text", moment(tally.rollAt()), tally.eligible()));
    term("present", text("present.text", held.present(), tally.eligible()));
    term("charter", text("version", tally.charterVersion()));
    term("agenda.version", text("version", tally.agendaVersion()));
    term("chair", tally.chair().toString());
    term("secretary", tally.secretary().toString());
    if (!tally.replaced().isEmpty()) {
      term("replaced", names(tally.replaced()));
    }
    term("counters", names(narrative.counters()));
    html.close();
  }

  private void quorum() {
    html.element("h2", text("quorum")).open("table");
    heads("cycle", "time", "eligible", "required", "took.part", "result");
    for (CycleRecord cycle : tally.cycles()) {
      html.open("tr");
      number(cycle.cycle());
      html.element("td", moment(cycle.opensAt()) + " — " + moment(cycle.closesAt()));
      number(tally.eligible());
      number(cycle.required());
      number(cycle.present());
      html.element(
          "td",
          text(cycle.isMet() ? "quorum.met" : "quorum.missed", cycle.present(), cycle.required()));
      html.close();
    }
    boolean carried = tally.ballotsFrom() < tally.heldCycle().cycle();
    html.close()
        .element(
            "p",
            carried ? text("quorum.note.carried", tally.ballotsFrom()) : text("quorum.note"),
            "class",
            "note");
  }

  private void agenda() {
    html.element("h2", text("agenda")).open("ol");
    for (MinutesNarrative.ItemText item : narrative.items()) {
      html.element("li", item.title());
    }
    html.close();
  }

  private void items() {
    html.element("h2", text("items"));
    for (int i = 0; i < tally.items().size(); i++) {
      ItemRecord item = tally.items().get(i);
      MinutesNarrative.ItemText wording = narrative.items().get(i);
      html.open("section", "class", "item");
      html.element("h3", text("item", item.number()) + ". " + wording.title());
      if (!item.candidates().isEmpty()) {
        html.element(
            "p", text(item.type().isMeasure() ? "about" : "candidates", names(item.candidates())));
      }
      if (item.secret()) {
        html.element("p", text("secret"));
      }
      html.element("p", text("proposed", wording.decision()), "class", "decision");
      html.open("table");
      heads("for", "against", "abstain", "blank", "total", "outcome");
      html.open("tr");
      counts(item);
      outcome(item);
      html.close().close().close();
    }
  }

  private void summary() {
    html.element("h2", text("summary")).open("table");
    heads("number", "question", "for", "against", "abstain", "blank", "total", "outcome");
    for (int i = 0; i < tally.items().size(); i++) {
      ItemRecord item = tally.items().get(i);
      html.open("tr");
      number(item.number());
      html.element("td", narrative.items().get(i).title());
      counts(item);
      outcome(item);
      html.close();
    }
    html.close();
  }

  private void objections() {
    html.element("h2", text("objections"));
    if (narrative.objections().isEmpty()) {
      html.element("p", text("none"));
      return;
    }
    html.open("ul");
    for (MinutesNarrative.Objection objection : narrative.objections()) {
      html.element(
          "li",
          text("objection.text", objection.member(), objection.item(), objection.statement()));
    }
    html.close();
  }

  private void rejected() {
    html.element("h2", text("rejected"));
    if (narrative.rejected().isEmpty()) {
      html.element("p", text("none"));
      return;
    }
    html.open("table");
    heads("rejected.member", "rejected.reason", "rejected.time", "rejected.ballot");
    for (MinutesNarrative.RejectedBallot ballot : narrative.rejected()) {
      html.open("tr")
          .element("td", ballot.member().toString())
          .element("td", refusal(ballot.reason()))
          .element("td", moment(ballot.at()))
          .element("td", ballot.ballot().toHex(), "class", "mono")
          .close();
    }
    html.close();
  }

  /** In words, with the code for those who look it up. */
  private String refusal(String reason) {
    String key = "refused." + reason;
    return texts.containsKey(key) ? text(key) + " (" + reason + ")" : reason;
  }

  private void participants() {
    html.element("h2", text("participants")).open("ul", "class", "accounts");
    narrative.participants().forEach(member -> html.element("li", member.toString()));
    html.close();
  }

  private void digests() {
    MinutesSeal seal = minutes.seal();
    html.element("h2", text("digests")).open("dl");
    digest("digest.minutes", seal.digest().toHex());
    digest("digest.tally", seal.tally().toHex());
    digest("digest.narrative", seal.narrative().toHex());
    digest("digest.agenda", tally.agendaHash().toHex());
    digest("digest.roll", tally.rollDigest().toHex());
    digest("digest.ballots", tally.ballotLog().toHex());
    html.close().element("p", text("digests.note"), "class", "note");
  }

  private void signatures(List<DocumentSignature> signatures) {
    html.element("h2", text("signatures")).open("table");
    heads("role", "signer", "signed", "key", "signature");
    for (Name signer : narrative.signers()) {
      signature(signer.equals(tally.chair()) ? "chair" : "secretary", signer, signatures);
    }
    html.close();
  }

  private void signature(String role, Name signer, List<DocumentSignature> signatures) {
    html.open("tr").element("td", text(role)).element("td", signer.toString());
    List<DocumentSignature> own = new ArrayList<>(signatures);
    own.removeIf(signature -> !signature.signer().equals(signer));
    if (own.isEmpty()) {
      html.element("td", text("unsigned"), "colspan", "3");
    } else {
      DocumentSignature first = own.get(0);
      html.element("td", moment(first.signedAt()))
          .element("td", first.key().toString(), "class", "mono")
          .element("td", first.signature().toString(), "class", "mono");
    }
    html.close();
  }

  private void heads(String... keys) {
    html.open("tr");
    for (String key : keys) {
      html.element("th", text(key), "scope", "col");
    }
    html.close();
  }

  private void counts(ItemRecord item) {
    number(item.votesFor());
    number(item.against());
    number(item.abstain());
    number(item.blank());
    number(tally.heldCycle().present());
  }

  private void outcome(ItemRecord item) {
    html.element(
        "td", text(item.outcome().name()), "class", item.outcome().name().toLowerCase(Locale.ROOT));
  }

  private void number(long value) {
    html.element("td", Long.toString(value), "class", "n");
  }

  private void term(String key, String value) {
    html.element("dt", text(key)).element("dd", value);
  }

  private void digest(String key, String value) {
    html.element("dt", text(key)).element("dd", value, "class", "mono");
  }

  private static String names(List<Name> accounts) {
    return accounts.stream().map(Name::toString).collect(Collectors.joining(", "));
  }

  private String date(TimePointSec time) {
    ZonedDateTime local = time.toInstant().atZone(zone);
    return local.getDayOfMonth() + " " + months.get(local.getMonthValue() - 1) + " "
        + local.getYear();
  }

  private String moment(TimePointSec time) {
    ZonedDateTime local = time.toInstant().atZone(zone);
    return date(time) + ", " + twoDigits(local.getHour()) + ":" + twoDigits(local.getMinute());
  }

  private static String twoDigits(int value) {
    return value < 10 ? "0" + value : Integer.toString(value);
  }

  /** Fills a text in piece by piece, so that a value cannot bring placeholders of its own. */
  private String text(String key, Object... values) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no text for " + key);
    }
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
      filled.append(pattern, at, open).append(values[pattern.charAt(open + 1) - '0']);
      at = open + 3;
    }
    return filled.append(pattern.substring(at)).toString();
  }

  static Properties properties(String file) {
    Properties texts = new Properties();
    try {
      texts.load(new StringReader(resource(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + file + " cannot be read", e);
    }
    return texts;
  }

  static String resource(String file) {
    try (InputStream in = MinutesHtml.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + file + " cannot be read", e);
    }
  }
}
