package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * A ballot as a page for people, with a tick or a cross for each item (галочки и крестики, BALLOT-05), and back. The page holds
 * every component of the ballot, so what was read can be signed and what was signed can be read; nothing is loaded from
 * elsewhere, and the same ballot gives the same characters everywhere.
 */
public final class BallotPage {
  /** The longest page that is read, in characters. */
  public static final int MAX_LENGTH = 8_000_000;

  static final char BLANK = '—';
  static final char SEALED = '●';

  private final GeneralMeetingRecord meeting;
  private final Agenda agenda;
  private final Properties texts;

  private BallotPage(GeneralMeetingRecord meeting, Agenda agenda, String language) {
    if (!agenda.digest().equals(meeting.agendaHash())) {
      throw new InvalidValueException(
          "meeting " + meeting.id() + " has another agenda than version " + agenda.version());
    }
    this.meeting = meeting;
    this.agenda = agenda;
    this.texts = MinutesHtml.properties(
        language.equals("ru") ? "ballot_ru.properties" : "ballot.properties");
  }

  /**
   * The page of a ballot.
   *
   * @param ballot the ballot
   * @param meeting the meeting that it is for, as stored
   * @param agenda the agenda of the meeting
   * @param locale Russian gives Russian; everything else gives English
   * @return a whole HTML document
   * @throws InvalidValueException if the ballot is for another meeting or agenda, answers an item twice, openly where voting is
   *     secret, or an item that the agenda does not have
   */
  public static String render(
      Ballot ballot, GeneralMeetingRecord meeting, Agenda agenda, Locale locale) {
    return new BallotPage(meeting, agenda, locale.getLanguage()).page(ballot);
  }

  /**
   * The ballot that a page shows. The page may come from anybody: it is read only if it is, character by character, the page
   * of the ballot that comes out, so nothing can hide in it.
   *
   * @param page the page, in either language
   * @param meeting the meeting that the ballot is for, as stored
   * @param agenda the agenda of the meeting
   * @return the ballot
   * @throws InvalidValueException if the page is anything but the page of a ballot of this meeting
   */
  public static Ballot parse(String page, GeneralMeetingRecord meeting, Agenda agenda) {
    if (page.length() > MAX_LENGTH) {
      throw new InvalidValueException(
          "the page of a ballot has at most " + MAX_LENGTH + " characters, got " + page.length());
    }
    BallotPageReader reader = new BallotPageReader(page);
    String language = reader.language();
    BallotPage pages = new BallotPage(meeting, agenda, language);
    Ballot ballot = reader.ballot(agenda.items().size());
    if (!pages.page(ballot).equals(page)) {
      throw new InvalidValueException("the page is not that of the ballot it shows");
    }
    return ballot;
  }

  private String page(Ballot ballot) {
    requireOfMeeting(ballot);
    Html html = new Html();
    html.open("html", "lang", text("language"));
    html.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .element("title", text("title"))
        .style(MinutesHtml.resource("minutes.css"))
        .close();
    html.open("body").open("main").element("h1", text("title"));
    html.open("dl");
    field(html, "cooperative", ballot.cooperative().toString());
    field(html, "number", Long.toString(ballot.meetingId()));
    field(html, "cycle", Integer.toString(ballot.cycle()));
    field(html, "agenda", Integer.toString(ballot.agendaVersion()));
    field(html, "member", ballot.member().toString());
    field(html, "castBy", ballot.castBy().toString());
    field(html, "document", ballot.proxyDocument().toHex());
    field(html, "secret", ballot.secret().toHex());
    field(html, "digest", ballot.digest().toHex());
    html.close().open("table");
    html.open("tr")
        .element("th", text("item"), "scope", "col")
        .element("th", text("question"), "scope", "col")
        .element("th", text("answer"), "scope", "col")
        .close();
    for (AgendaItem item : agenda.items()) {
      row(html, item, ballot);
    }
    html.close().element("p", text("legend"), "class", "note");
    return html.finish();
  }

  /** One item; the place of its answer among the answers signed is kept beside the mark. */
  private static void row(Html html, AgendaItem item, Ballot ballot) {
    int place = place(ballot, item.number());
    html.open("tr")
        .element("td", Integer.toString(item.number()), "class", "n")
        .element("td", item.title())
        .element(
            "td",
            String.valueOf(mark(item, ballot, place)),
            "class",
            "mark",
            "data-place",
            Integer.toString(place))
        .close();
  }

  private static int place(Ballot ballot, int item) {
    int place = 0;
    for (int i = 0; i < ballot.answers().size(); i++) {
      if (ballot.answers().get(i).item() == item) {
        place = i + 1;
      }
    }
    return place;
  }

  private static char mark(AgendaItem item, Ballot ballot, int place) {
    if (place > 0) {
      return mark(ballot.answers().get(place - 1).choice());
    }
    return item.secret() && !ballot.secret().equals(Checksum256.ZERO) ? SEALED : BLANK;
  }

  static char mark(Choice choice) {
    return switch (choice) {
      case FOR -> '✓';
      case AGAINST -> '✗';
      case ABSTAIN -> '○';
    };
  }

  private void requireOfMeeting(Ballot ballot) {
    Name cooperative = ballot.cooperative();
    if (!cooperative.equals(meeting.cooperative())
        || ballot.meetingId() != meeting.id()
        || ballot.agendaVersion() != meeting.agendaVersion()
        || ballot.cycle() < 1
        || ballot.cycle() > meeting.cycle()) {
      throw new InvalidValueException("the ballot is not of meeting " + meeting.id());
    }
    boolean[] answered = new boolean[agenda.items().size()];
    for (Answer answer : ballot.answers()) {
      int place = answer.item() - 1;
      if (place < 0
          || place >= answered.length
          || answered[place]
          || agenda.items().get(place).secret()) {
        throw new InvalidValueException(
            "the ballot cannot be shown with its answer to item " + answer.item());
      }
      answered[place] = true;
    }
  }

  private void field(Html html, String key, String value) {
    html.element("dt", text(key)).element("dd", value, "class", "mono", "id", key);
  }

  private String text(String key) {
    return Objects.requireNonNull(texts.getProperty(key), key);
  }
}
