package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Picks the values out of the page of a ballot in one pass. It believes nothing: what it picks counts only once the page made of
 * it equals the page read.
 */
final class BallotPageReader {
  /** No value of a ballot is longer. */
  private static final int MAX_VALUE = 80;

  private final String page;
  private int at;

  BallotPageReader(String page) {
    this.page = page;
  }

  String language() {
    return value("<html lang=\"", "\"");
  }

  /** The ballot of an agenda with so many items. */
  Ballot ballot(int items) {
    Name cooperative = Name.of(field("cooperative"));
    long meeting = number(field("number"));
    int cycle = small(field("cycle"));
    int agenda = small(field("agenda"));
    Name member = Name.of(field("member"));
    Name castBy = Name.of(field("castBy"));
    Checksum256 document = Checksum256.ofHex(field("document"));
    Checksum256 secret = Checksum256.ofHex(field("secret"));
    return new Ballot(
        cooperative, meeting, cycle, agenda, member, castBy, document, answers(items), secret);
  }

  private List<Answer> answers(int items) {
    @Nullable Answer[] places = new @Nullable Answer[items];
    int count = 0;
    for (int item = 1; item <= items; item++) {
      int place = small(value("<td class=\"mark\" data-place=\"", "\">"));
      String mark = value("\">", "</td>");
      if (place < 0 || place > items) {
        throw new InvalidValueException("the ballot has no answer in place " + place);
      }
      if (place > 0) {
        places[place - 1] = new Answer(item, choice(mark));
        count++;
      }
    }
    List<Answer> answers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Answer answer = places[i];
      if (answer == null) {
        throw new InvalidValueException("the ballot has no answer in place " + (i + 1));
      }
      answers.add(answer);
    }
    return answers;
  }

  private static Choice choice(String mark) {
    for (Choice choice : Choice.values()) {
      if (mark.equals(String.valueOf(BallotPage.mark(choice)))) {
        return choice;
      }
    }
    throw new InvalidValueException("the ballot has the mark " + mark);
  }

  private String field(String key) {
    return value("<dd class=\"mono\" id=\"" + key + "\">", "</dd>");
  }

  private String value(String before, String after) {
    int from = page.indexOf(before, at);
    int end = from < 0 ? -1 : page.indexOf(after, from + before.length());
    if (end < 0 || end - from - before.length() > MAX_VALUE) {
      throw new InvalidValueException("the page of the ballot breaks off after character " + at);
    }
    at = end;
    return page.substring(from + before.length(), end);
  }

  private static int small(String text) {
    long value = number(text);
    if (value > Integer.MAX_VALUE) {
      throw new InvalidValueException("the ballot has the number " + text);
    }
    return (int) value;
  }

  private static long number(String text) {
    if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new InvalidValueException("the ballot has the number " + text);
    }
    return Long.parseLong(text);
  }
}
