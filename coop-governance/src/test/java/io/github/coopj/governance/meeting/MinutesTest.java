package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.ballot;
import static io.github.coopj.governance.meeting.Fixtures.cast;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MIN-02")
@Tag("TALLY-02")
class MinutesTest {
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final Charter CHARTER = platform();
  private static final Agenda AGENDA = agenda(
      ItemType.MEETING_CHAIR,
      ItemType.MEETING_SECRETARY,
      ItemType.ANNUAL_REPORT,
      ItemType.AUDIT_CONCLUSION);
  private static final OpenMeeting OPEN =
      cast(open(AGENDA, 4, CHARTER), CHARTER, "++++", "++-.", "++--");
  private static final BallotRefusal.Listed LISTED = listLate(
      closed(open(AGENDA, 4, CHARTER), CHARTER, CLOSES, "++++", "++-.", "++--").requireCounted());
  private static final CountedMeeting COUNTED = LISTED.meeting().requireCounted();
  private static final List<Ballot> BALLOTS = List.of(
      ballot(OPEN, member(0), "++++"),
      ballot(OPEN, member(1), "++-."),
      ballot(OPEN, member(2), "++--"));
  private static final MinutesNotes NOTES = new MinutesNotes(
      "г. Москва, личные кабинеты пайщиков",
      List.of(member(3)),
      List.of(new MinutesNarrative.Objection(3, member(1), "Отчёт <неполон> & сырой")),
      List.of(LISTED.entry()));

  private static BallotRefusal.Listed listLate(CountedMeeting counted) {
    Ballot late = ballot(OPEN, member(3), "++++");
    return new BallotRefusal(counted, member(1), CHARTER, CLOSES)
        .list(
            CastBallot.electronic(late, Optional.empty()),
            Fixtures.signature(late),
            BallotStanding.of(account -> true),
            Fixtures.verified(member(3)),
            false,
            Fixtures.KEYS);
  }

  private static Minutes draw(MinutesNotes notes, List<Ballot> ballots) {
    return Minutes.draw(COUNTED, AGENDA, CHARTER, notes, ballots);
  }

  private static void assertRefused(ThrowingCallable move, String message) {
    assertThatExceptionOfType(GovernanceException.class).isThrownBy(move).withMessage(message);
  }

  @Test
  void draw_statesWhatTheMeetingCounted() {
    Minutes minutes = draw(NOTES, BALLOTS);
    assertThat(minutes.tally()).isEqualTo(COUNTED.tally());
    assertThat(minutes.tally().heldCycle())
        .isEqualTo(new CycleRecord(1, 3, 3, TimePointSec.of(OPENS), TimePointSec.of(CLOSES)));
    assertThat(minutes.tally().items())
        .extracting(ItemRecord::outcome)
        .containsExactly(
            ItemOutcome.ADOPTED, ItemOutcome.ADOPTED, ItemOutcome.REJECTED, ItemOutcome.REJECTED);
    MinutesNarrative words = minutes.narrative();
    assertThat(words.cooperativeTitle()).isEqualTo("Потребительское общество «Заря»");
    assertThat(words.zone()).isEqualTo("Europe/Moscow");
    assertThat(words.participants()).containsExactly(member(0), member(1), member(2));
    assertThat(words.signers()).containsExactly(member(0));
    assertThat(words.items())
        .extracting(MinutesNarrative.ItemText::number)
        .containsExactly(1, 2, 3, 4);
    assertThat(COUNTED
            .sign(member(0), minutes.seal(), CHARTER, CLOSES)
            .requireHeld()
            .snapshot()
            .minutesHash())
        .isEqualTo(minutes.digest());
  }

  @Test
  void draw_refuses_aMissingField() {
    assertRefused(
        () -> draw(new MinutesNotes(" ", NOTES.counters(), List.of(), List.of()), BALLOTS),
        "MINUTES_INCOMPLETE field=place");
    assertRefused(
        () -> draw(new MinutesNotes("Москва", List.of(), List.of(), List.of()), BALLOTS),
        "MINUTES_INCOMPLETE field=counters");
  }

  @Test
  void draw_refuses_figuresThatTheBallotsDoNotGive() {
    List<Ballot> changed = new ArrayList<>(BALLOTS);
    changed.set(2, ballot(OPEN, member(2), "++-+"));
    assertRefused(
        () -> draw(NOTES, changed), "MINUTES_MISMATCH figure=\"item 4 for\" stated=1 expected=2");
    assertRefused(
        () -> draw(NOTES, BALLOTS.subList(0, 2)),
        "MINUTES_MISMATCH figure=present stated=3 expected=2");
    List<Ballot> swapped = List.of(BALLOTS.get(1), BALLOTS.get(0), BALLOTS.get(2));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> draw(NOTES, swapped))
        .withMessageStartingWith("MINUTES_MISMATCH figure=ballotLog");
    List<Ballot> foreign = new ArrayList<>(BALLOTS);
    foreign.set(
        0, new Ballot(Name.of("other"), 7, 1, 1, member(0), BALLOTS.get(0).answers()));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> draw(NOTES, foreign))
        .withMessageStartingWith("MINUTES_MISMATCH figure=meeting");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Minutes.draw(COUNTED, agenda(ItemType.OTHER), CHARTER, NOTES, BALLOTS))
        .withMessageStartingWith("MINUTES_MISMATCH figure=agenda");
  }

  @Test
  @Tag("TALLY-03")
  void draw_refuses_anyOtherListOfRefusedBallots() {
    MinutesNarrative.RejectedBallot late = NOTES.rejected().get(0);
    List<List<MinutesNarrative.RejectedBallot>> others = List.of(
        List.of(),
        List.of(late, late),
        List.of(new MinutesNarrative.RejectedBallot(
            member(2), late.ballot(), late.reason(), late.at())),
        List.of(new MinutesNarrative.RejectedBallot(
            late.member(), paper("other"), late.reason(), late.at())),
        List.of(new MinutesNarrative.RejectedBallot(
            late.member(), late.ballot(), "BALLOT_FORGED", late.at())),
        List.of(new MinutesNarrative.RejectedBallot(
            late.member(), late.ballot(), late.reason(), TimePointSec.of(OPENS))));
    for (List<MinutesNarrative.RejectedBallot> other : others) {
      MinutesNotes notes =
          new MinutesNotes(NOTES.place(), NOTES.counters(), NOTES.objections(), other);
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> draw(notes, BALLOTS))
          .withMessageStartingWith("MINUTES_MISMATCH figure=\"refused ballots\"");
    }
    assertThat(draw(NOTES, BALLOTS).tally().rejected())
        .isEqualTo(BallotRefusal.digestOf(NOTES.rejected()));
  }

  @Test
  void draw_refuses_anObjectionOfSomebodyWhoDidNotVoteAgainst() {
    for (Name member : List.of(member(0), member(3))) {
      MinutesNotes notes = new MinutesNotes(
          "Москва",
          List.of(member(3)),
          List.of(new MinutesNarrative.Objection(3, member, "")),
          List.of());
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> draw(notes, BALLOTS))
          .withMessageStartingWith(
              "MINUTES_MISMATCH figure=\"objection of " + member + " to item 3\"");
    }
  }

  @Test
  @Tag("BALLOT-08")
  void draw_lastOneWins_countsTheLastBallotOfAMember() {
    Charter lastWins = platform("\"ballot.revote\": \"LAST_WINS\"");
    OpenMeeting open = cast(open(agenda(ItemType.OTHER), 4, lastWins), lastWins, "-", "+", "+");
    Ballot first = ballot(open, member(0), "-");
    Ballot second = ballot(open, member(0), "+");
    List<Ballot> ballots =
        List.of(first, ballot(open, member(1), "+"), ballot(open, member(2), "+"), second);
    CountedMeeting counted = Fixtures.counted(
            open.accept(second, true, true, false, lastWins, OPENS).close(lastWins, CLOSES),
            lastWins,
            ballots)
        .requireCounted();
    Minutes minutes = Minutes.draw(
        counted,
        agenda(ItemType.OTHER),
        lastWins,
        new MinutesNotes("Москва", List.of(member(3)), List.of(), List.of()),
        ballots);
    assertThat(minutes.tally().items().get(0).votesFor()).isEqualTo(3);
  }

  @Test
  @Tag("MIN-01")
  void digest_changes_withEveryWordAndFigure() {
    Minutes minutes = draw(NOTES, BALLOTS);
    Set<Checksum256> digests = new HashSet<>();
    assertThat(digests.add(minutes.digest())).isTrue();
    assertThat(digests.add(draw(
                new MinutesNotes("Тверь", NOTES.counters(), NOTES.objections(), NOTES.rejected()),
                BALLOTS)
            .digest()))
        .isTrue();
    assertThat(digests.add(draw(
                new MinutesNotes(NOTES.place(), NOTES.counters(), List.of(), NOTES.rejected()),
                BALLOTS)
            .digest()))
        .isTrue();
    assertThat(digests.add(new Minutes(
                closed(open(AGENDA, 4, CHARTER), CHARTER, CLOSES, "++++", "++-.", "++-.")
                    .requireCounted()
                    .tally(),
                minutes.narrative())
            .digest()))
        .isTrue();
    assertThat(digests.add(draw(NOTES, BALLOTS).digest())).as("same minutes").isFalse();
  }

  @Test
  void render_showsEveryFieldOfTheMinutes_escaped() {
    Minutes minutes = draw(NOTES, BALLOTS);
    DocumentSignature signature =
        DocumentSignature.sign(Fixtures.key(member(0)), member(0), minutes.digest(), CLOSES);
    String page = MinutesHtml.render(minutes, List.of(signature), RUSSIAN);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"ru\">")
        .endsWith("</html>\n")
        .contains(
            "Потребительское общество «Заря»",
            "Протокол № 7",
            "внеочередного общего собрания пайщиков",
            "27 апреля 2026",
            "27 апреля 2026, 12:00",
            "27 апреля 2026, 20:00",
            "г. Москва, личные кабинеты пайщиков",
            "кворум есть: 3 ≥ 3",
            "Вопрос ANNUAL_REPORT",
            "Утвердить AUDIT_CONCLUSION",
            "Отчёт &lt;неполон&gt; &amp; сырой",
            "подан после окончания голосования (BALLOT_LATE)",
            "решение совета № 41",
            minutes.digest().toHex(),
            minutes.tally().rollDigest().toHex(),
            minutes.tally().agendaHash().toHex(),
            minutes.tally().ballotLog().toHex(),
            signature.signature().toString(),
            signature.key().toString(),
            "@media print",
            "@page")
        .doesNotContain("<неполон>", "http:", "https:", "<script", "подпись ожидается");
    for (Name account : List.of(member(0), member(1), member(2), member(3))) {
      assertThat(page).contains(account.toString());
    }
    assertThat(count(page, "<td class=\"adopted\">принято</td>")).isEqualTo(4);
    assertThat(count(page, "<td class=\"rejected\">не принято</td>")).isEqualTo(4);
    assertThat(page).isEqualTo(MinutesHtml.render(minutes, List.of(signature), RUSSIAN));
  }

  @Test
  @Tag("MIN-03")
  @Tag("MEET-27")
  void render_saysWhoDidNotSign_andWhomAMeasureIsAbout() {
    Agenda agenda = new Agenda(
        1,
        List.of(
            new AgendaItem(
                1, ItemType.MEETING_CHAIR, "Председатель", "Избрать", List.of(member(0))),
            new AgendaItem(
                2, ItemType.MEETING_CHAIR, "Председатель", "Избрать", List.of(member(3))),
            new AgendaItem(3, ItemType.RE_ELECT, "Отзыв", "Отозвать", List.of(member(2)))));
    OpenMeeting open = open(agenda, 4, CHARTER);
    List<Ballot> ballots = List.of(
        ballot(open, member(0), "+++"),
        ballot(open, member(1), "++-"),
        ballot(open, member(2), "++-"));
    CountedMeeting counted = closed(open, CHARTER, CLOSES, "+++", "++-", "++-").requireCounted();
    MinutesNotes notes = new MinutesNotes("Москва", List.of(member(3)), List.of(), List.of());
    String before =
        MinutesHtml.render(Minutes.draw(counted, agenda, CHARTER, notes, ballots), RUSSIAN);
    assertThat(before)
        .contains("В отношении: " + member(2), "Кандидатуры: " + member(3))
        .doesNotContain("Не подписали протокол и заменены");
    CountedMeeting replaced =
        counted.refuseToSign(member(0), "болен", CHARTER, CLOSES).passOn(CHARTER, CLOSES);
    assertThat(MinutesHtml.render(Minutes.draw(replaced, agenda, CHARTER, notes, ballots), RUSSIAN))
        .contains("<dt>Не подписали протокол и заменены</dt>\n<dd>" + member(0) + "</dd>");
  }

  @Test
  void render_balancesItsTags() {
    String page = MinutesHtml.render(draw(NOTES, BALLOTS), RUSSIAN);
    for (String tag : List.of(
        "html", "head", "body", "main", "header", "table", "tr", "td", "th", "dl", "dt", "dd", "ul",
        "li", "section", "p", "h2")) {
      assertThat(count(page, "<" + tag + ">") + count(page, "<" + tag + " "))
          .as(tag)
          .isEqualTo(count(page, "</" + tag + ">"));
    }
    assertThat(page).contains("подпись ожидается");
  }

  @Test
  void render_everyOtherLocale_givesEnglish() {
    assertThat(MinutesHtml.render(draw(NOTES, BALLOTS), Locale.GERMAN))
        .contains(
            "<html lang=\"en\">",
            "Minutes No. 7",
            "27 April 2026",
            "quorum: 3 ≥ 3",
            "signature awaited");
  }

  @Test
  void render_showsTheArithmeticOfEveryCycle() {
    OpenMeeting first = cast(open(agenda(ItemType.OTHER), 4, CHARTER), CHARTER, "+", "+");
    OpenMeeting second = Fixtures.notifyEach(
            Fixtures.repeat(
                first.close(CHARTER, CLOSES).requireQuorumMissed(),
                CLOSES.plusSeconds(864_000),
                CLOSES.plusSeconds(900_000),
                CHARTER,
                CLOSES),
            CHARTER,
            CLOSES)
        .open(CHARTER, CLOSES.plusSeconds(864_000));
    List<Ballot> ballots = List.of(ballot(second, member(0), "+"), ballot(second, member(1), "+"));
    for (Ballot ballot : ballots) {
      second = second.accept(ballot, true, false, false, CHARTER, CLOSES.plusSeconds(864_001));
    }
    Minutes minutes = Minutes.draw(
        Fixtures.counted(second.close(CHARTER, CLOSES.plusSeconds(900_000)), CHARTER, ballots)
            .requireCounted(),
        agenda(ItemType.OTHER),
        CHARTER,
        new MinutesNotes("Москва", List.of(member(3)), List.of(), List.of()),
        ballots);
    assertThat(MinutesHtml.render(minutes, RUSSIAN))
        .contains("кворума нет: 2 &lt; 3", "кворум есть: 2 ≥ 2", "7 мая 2026");
  }

  @Test
  void render_refuses_aSignatureOverSomethingElse() {
    DocumentSignature other =
        DocumentSignature.sign(Fixtures.key(member(0)), member(0), paper("other"), CLOSES);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MinutesHtml.render(draw(NOTES, BALLOTS), List.of(other), RUSSIAN))
        .withMessage("the signature of " + member(0) + " is not under these minutes");
  }

  private static int count(String page, String part) {
    return page.split(Pattern.quote(part), -1).length - 1;
  }
}
