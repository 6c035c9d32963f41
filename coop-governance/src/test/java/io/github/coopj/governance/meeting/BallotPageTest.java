package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.ItemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("BALLOT-05")
class BallotPageTest {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final Agenda THREE = agenda(ItemType.OTHER, ItemType.OTHER, ItemType.OTHER);
  private static final OpenMeeting OPEN = open(THREE, 4, platform());
  private static final GeneralMeetingRecord ROW = OPEN.snapshot();

  private static String page(Ballot ballot) {
    return BallotPage.render(ballot, ROW, THREE, RUSSIAN);
  }

  private static Ballot parse(String page) {
    return BallotPage.parse(page, ROW, THREE);
  }

  private static Ballot with(List<Answer> answers) {
    return new Ballot(COOP, 7, 1, 1, member(0), answers);
  }

  @Test
  void render_showsTickOrCrossOfEachItem_andReadsBackTheSame_forAllAnswers() {
    String marks = "✓✗○—";
    for (int all = 0; all < 64; all++) {
      int[] options = {all % 4, all / 4 % 4, all / 16};
      StringBuilder answers = new StringBuilder();
      StringBuilder shown = new StringBuilder();
      for (int option : options) {
        answers.append("+-0.".charAt(option));
        shown.append(marks.charAt(option));
      }
      Ballot ballot = ballot(OPEN, member(0), answers.toString());
      for (Locale locale : List.of(RUSSIAN, Locale.ENGLISH)) {
        String page = BallotPage.render(ballot, ROW, THREE, locale);
        assertThat(marksOf(page)).isEqualTo(shown.toString());
        assertThat(parse(page)).isEqualTo(ballot);
        assertThat(parse(page).digest()).isEqualTo(ballot.digest());
      }
    }
  }

  private static String marksOf(String page) {
    StringBuilder marks = new StringBuilder();
    String cell = "<td class=\"mark\" data-place=\"";
    for (int at = page.indexOf(cell); at >= 0; at = page.indexOf(cell, at + 1)) {
      marks.append(page.charAt(page.indexOf('>', at) + 1));
    }
    return marks.toString();
  }

  @Test
  void parse_keepsTheOrderInWhichAnswersAreSigned() {
    int[][] orders = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}, {3, 1}, {2}
    };
    for (int[] order : orders) {
      List<Answer> answers = new ArrayList<>();
      for (int item : order) {
        answers.add(new Answer(item, item == 2 ? Choice.AGAINST : Choice.FOR));
      }
      assertThat(parse(page(with(answers)))).isEqualTo(with(answers));
    }
  }

  @Test
  void parse_keepsProxyScanAndSecretPart() {
    Ballot own = ballot(OPEN, member(2), "+-.");
    Ballot byProxy = own.byProxy(member(0), paper("power of attorney"));
    Ballot secret = new Ballot(
        COOP, 7, 1, 1, member(2), member(1), paper("scan"), own.answers(), paper("secret part"));
    for (Ballot each : List.of(own, byProxy, secret)) {
      assertThat(parse(page(each))).isEqualTo(each);
      assertThat(page(each)).contains(each.digest().toHex(), each.castBy().toString());
    }
  }

  @Test
  void render_secretItem_saysOnlyThatItIsAnswered() {
    List<AgendaItem> items = new ArrayList<>(THREE.items());
    AgendaItem second = items.get(1);
    items.set(
        1,
        new AgendaItem(
            2,
            second.type(),
            second.title(),
            second.draftDecision(),
            List.of(),
            0,
            second.subject(),
            true));
    Agenda mixed = new Agenda(1, items);
    MeetingEdit edit = new MeetingEdit(ROW);
    edit.agendaHash = mixed.digest();
    GeneralMeetingRecord row = edit.toRecord(MeetingStatus.OPEN);
    Ballot blank = ballot(OPEN, member(0), "+.-");
    Ballot answered = new Ballot(
        COOP,
        7,
        1,
        1,
        member(0),
        member(0),
        Checksum256.ZERO,
        blank.answers(),
        paper("secret part"));
    assertThat(marksOf(BallotPage.render(blank, row, mixed, RUSSIAN))).isEqualTo("✓—✗");
    String page = BallotPage.render(answered, row, mixed, RUSSIAN);
    assertThat(marksOf(page)).isEqualTo("✓●✗");
    assertThat(BallotPage.parse(page, row, mixed)).isEqualTo(answered);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BallotPage.render(ballot(OPEN, member(0), "++-"), row, mixed, RUSSIAN))
        .withMessage("the ballot cannot be shown with its answer to item 2");
  }

  @Test
  void render_escapesTitles_andLoadsNothing() {
    Agenda hostile = new Agenda(
        1,
        List.of(new AgendaItem(
            1,
            ItemType.OTHER,
            "<td class=\"mark\" data-place=\"1\">✓</td><script>&'",
            "Утвердить",
            List.of(),
            paper("subject"))));
    GeneralMeetingRecord row = open(hostile, 4, platform()).snapshot();
    Ballot against = with(List.of(new Answer(1, Choice.AGAINST)));
    String page = BallotPage.render(against, row, hostile, RUSSIAN);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"ru\">")
        .endsWith("</html>\n")
        .doesNotContain("<script", "http:", "https:", "src=");
    assertThat(BallotPage.parse(page, row, hostile)).isEqualTo(against);
  }

  @Test
  void parse_refuses_everyPageWithOneCharacterChangedLostOrAdded() {
    String page = page(ballot(OPEN, member(0), "+-."));
    int from = page.indexOf("</style>");
    for (int at = 0; at < page.length(); at++) {
      if (at > 40 && at < from && at % 97 != 0) {
        continue; // the style sheet is long and all alike
      }
      char other = page.charAt(at) == '1' ? '2' : '1';
      assertRefused(page.substring(0, at) + other + page.substring(at + 1));
      assertRefused(page.substring(0, at) + page.substring(at + 1));
      assertRefused(page.substring(0, at) + other + page.substring(at));
    }
    assertRefused(page + "\n");
    assertRefused("");
    assertRefused(page.substring(0, from));
  }

  @Test
  void parse_refuses_marksMovedBetweenItems_andPlacesThatAreNotThere() {
    String page = page(ballot(OPEN, member(0), "+-."));
    assertRefused(page.replace("✓", "✗"));
    assertRefused(page.replace("✗", "✓"));
    assertRefused(page.replace("data-place=\"2\">✗", "data-place=\"9\">✗"));
    assertRefused(page.replace("data-place=\"2\">✗", "data-place=\"1\">✗"));
    assertRefused(page.replace("data-place=\"2\">✗", "data-place=\"3\">✗"));
    assertRefused(page.replace("data-place=\"2\">✗", "data-place=\"99999999999999999\">✗"));
    assertRefused(page.replace("data-place=\"2\">✗", "data-place=\"-1\">✗"));
    assertRefused(page.replace("data-place=\"0\">—", "data-place=\"0\">✓"));
    assertRefused(page.replace("<main>", "<main><script>alert(1)</script>"));
    assertRefused(page.replace("lang=\"ru\"", "lang=\"en\""));
  }

  @Test
  void parse_refuses_noise_seed20260427() {
    Random random = new Random(20_260_427);
    String page = page(ballot(OPEN, member(0), "+-."));
    for (int i = 0; i < 500; i++) {
      StringBuilder noise = new StringBuilder(page);
      for (int changes = 1 + random.nextInt(20); changes > 0; changes--) {
        int at = random.nextInt(noise.length());
        if (noise.charAt(at) != '<') {
          noise.setCharAt(at, '<');
        } else {
          noise.deleteCharAt(at);
        }
      }
      if (!page.contentEquals(noise)) {
        assertRefused(noise.toString());
      }
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> parse("x".repeat(BallotPage.MAX_LENGTH + 1)))
        .withMessageStartingWith("the page of a ballot has at most");
    assertRefused("x".repeat(BallotPage.MAX_LENGTH));
  }

  @Test
  void render_refuses_ballotsOfOtherMeetings_andAnswersThatCannotBeShown() {
    List<Answer> one = List.of(new Answer(1, Choice.FOR));
    List<Ballot> wrong = List.of(
        new Ballot(Name.of("other"), 7, 1, 1, member(0), one),
        new Ballot(COOP, 8, 1, 1, member(0), one),
        new Ballot(COOP, 7, 2, 1, member(0), one),
        new Ballot(COOP, 7, 0, 1, member(0), one),
        new Ballot(COOP, 7, 1, 2, member(0), one),
        with(List.of(new Answer(4, Choice.FOR))),
        with(List.of(new Answer(0, Choice.FOR))),
        with(List.of(new Answer(1, Choice.FOR), new Answer(1, Choice.FOR))));
    for (Ballot each : wrong) {
      assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> page(each));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BallotPage.render(with(one), ROW, agenda(ItemType.OTHER), RUSSIAN))
        .withMessage("meeting 7 has another agenda than version 1");
  }

  private static void assertRefused(String page) {
    assertThatExceptionOfType(InvalidValueException.class)
        .as(page.length() < 10_000 ? page : "a long page")
        .isThrownBy(() -> parse(page));
  }
}
