package io.github.coopj.governance.agenda;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.agenda.Papers.NOW;
import static io.github.coopj.governance.meeting.Fixtures.annualAgenda;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AgendaPolicy;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgendaAmendmentTest {
  private static final Charter CHARTER = platform("\"agenda.changeThreshold\": \"1/2\"");
  private static final Charter ADVISORY = platform("\"agenda.changeBinding\": \"ADVISORY\"");
  private static final Agenda FIRST =
      new Agenda(1, List.of(item(1), item(2, ItemType.UNION), item(3, ItemType.FUND_RULES)));
  private static final ObligatoryItems NONE =
      new ObligatoryItems(MeetingKind.EXTRAORDINARY, CHARTER.annual(), List.of());

  private static PassedChange passed(long id, ChangeKind kind, int item, AgendaItem... next) {
    ChangeText text = new ChangeText(
        id, 7, FIRST.digest(), kind, item, List.of(next).stream().findFirst(), member(0));
    return (PassedChange) AgendaChange.restore(
        new ChangeRecord(text, ChangeStatus.PASSED, List.of(member(0)), 1, 1, 1));
  }

  private static Agenda second(AgendaItem... items) {
    return new Agenda(2, List.of(items));
  }

  private static AgendaAmendment amendment(
      Agenda next, List<PassedChange> passed, Map<Long, String> reasons, Charter charter) {
    return AgendaAmendment.of(7, FIRST, next, passed, reasons, NONE, charter);
  }

  @Test
  @Tag("AGENDA-17")
  void of_takesCarriedChangesOver_orRejectsThemWithAReason() {
    AgendaItem added = item(3, ItemType.EXCLUSION);
    List<PassedChange> passed = List.of(
        passed(5, ChangeKind.ADD, 0, item(1, ItemType.EXCLUSION)),
        passed(4, ChangeKind.REMOVE, 2),
        passed(3, ChangeKind.AMEND, 3, item(1, ItemType.DISCIPLINE)));
    Agenda next = second(item(1), item(2, ItemType.FUND_RULES), added);
    assertRefused(
        Reason.NO_REASON_GIVEN,
        "NO_REASON_GIVEN what=\"rejection of change 3\"",
        () -> amendment(next, passed, Map.of(), CHARTER));
    assertRefused(() -> amendment(next, passed, Map.of(3L, " "), CHARTER), Reason.NO_REASON_GIVEN);
    AgendaAmendment amendment = amendment(next, passed, Map.of(3L, "не по закону"), CHARTER);
    assertThat(amendment.content().taken()).containsExactly(4L, 5L);
    assertThat(amendment.content().rejected())
        .containsExactly(new AmendmentContent.Rejected(3, "не по закону"));
    assertThat(amendment(next, passed, Map.of(), ADVISORY).content().rejected())
        .containsExactly(new AmendmentContent.Rejected(3, ""));
    assertThat(amendment(next, passed, Map.of(3L, "иначе"), CHARTER).digest())
        .isNotEqualTo(amendment.digest());
    PassedChange other = (PassedChange) AgendaChange.restore(new ChangeRecord(
        new ChangeText(1, 7, paper("x"), ChangeKind.REMOVE, 1, Optional.empty(), member(0)),
        ChangeStatus.PASSED,
        List.of(member(0)),
        1,
        1,
        1));
    assertRefused(
        () -> amendment(next, List.of(other), Map.of(), CHARTER), Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  @Tag("AGENDA-13")
  void of_keepsObligatoryItems_whateverWasCarried() {
    Agenda annual = annualAgenda();
    Agenda without = new Agenda(2, annual.items().subList(0, 3));
    ObligatoryItems obligatory =
        new ObligatoryItems(MeetingKind.ANNUAL, CHARTER.annual(), List.of());
    assertRefused(
        () -> AgendaAmendment.of(7, annual, without, List.of(), Map.of(), obligatory, CHARTER),
        Reason.AGENDA_ITEM_MISSING);
    assertRefused(
        Reason.ITEM_OBLIGATORY,
        "ITEM_OBLIGATORY item=2",
        () -> AgendaAmendment.of(
            7,
            FIRST,
            second(item(1)),
            List.of(),
            Map.of(),
            new ObligatoryItems(
                MeetingKind.EXTRAORDINARY, CHARTER.annual(), List.of(FIRST.item(2))),
            CHARTER));
  }

  @Test
  @Tag("AGENDA-01")
  void begin_isTheActThatConvenes_withVersionOne() {
    Agenda two = second(item(1));
    assertRefused(
        Reason.AGENDA_OTHER_VERSION,
        "AGENDA_OTHER_VERSION version=2 expected=1",
        () -> AgendaHistory.begin(two, 41));
    assertThat(history().last()).isEqualTo(FIRST);
    assertThat(history().decisions()).containsExactly(41L);
  }

  private static AgendaHistory history() {
    return AgendaHistory.begin(FIRST, 41);
  }

  @Test
  @Tag("AGENDA-16")
  @Tag("AGENDA-17")
  void amend_keepsEveryVersion_eachByADecisionOverItsChanges() {
    AgendaAmendment amendment =
        amendment(second(item(1), item(2, ItemType.EXCLUSION)), List.of(), Map.of(), CHARTER);
    AgendaHistory history = history();
    assertRefused(
        () -> history.amend(amendment, decision(QuestionType.OTHER, amendment.digest(), NOW), NOW),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> history.amend(
            amendment, decision(QuestionType.AGENDA, amendment.next().digest(), NOW), NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () -> history.amend(
            amendment, decision(QuestionType.AGENDA, amendment.digest(), NOW), NOW.minusSeconds(1)),
        Reason.OUT_OF_ORDER);
    AgendaHistory two =
        history.amend(amendment, decision(QuestionType.AGENDA, amendment.digest(), NOW), NOW);
    assertThat(two.versions()).containsExactly(FIRST, amendment.next());
    assertThat(two.version(1)).isEqualTo(FIRST);
    assertThat(two.diff(1, 2).applyTo(FIRST)).isEqualTo(two.last());
    assertThat(two.diff(1, 2).lines())
        .extracting(AgendaDiff.Line::kind)
        .containsExactly(
            AgendaDiff.Kind.KEPT,
            AgendaDiff.Kind.ADDED,
            AgendaDiff.Kind.REMOVED,
            AgendaDiff.Kind.REMOVED);
    assertRefused(() -> two.version(3), Reason.AGENDA_OTHER_VERSION);
    assertRefused(() -> two.version(0), Reason.AGENDA_OTHER_VERSION);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            two.amend(amendment, decision(QuestionType.AGENDA, amendment.digest(), NOW), NOW));
    assertRefused(
        Reason.AGENDA_OTHER_VERSION,
        "AGENDA_OTHER_VERSION version=3 expected=2",
        () -> amendment(new Agenda(3, List.of(item(1))), List.of(), Map.of(), CHARTER));
    assertThat(AgendaHistory.restore(two.versions(), two.decisions()).last()).isEqualTo(two.last());
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AgendaHistory.restore(two.versions(), List.of(41L)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AgendaHistory.restore(List.of(two.last()), List.of(41L)));
  }

  @Test
  @Tag("AGENDA-16")
  void diff_rebuildsTheNextVersion_ofRandomAgendas_seed20261123() {
    Random random = new Random(20_261_123);
    ItemType[] types = {ItemType.OTHER, ItemType.UNION, ItemType.EXCLUSION, ItemType.CHARTER};
    for (int round = 0; round < 2_000; round++) {
      Agenda last = random(random, types, 1);
      Agenda next = random(random, types, 2);
      AgendaDiff diff = AgendaDiff.of(last, next);
      assertThat(diff.applyTo(last)).isEqualTo(next);
      assertThat(diff.lines().stream().flatMap(line -> line.before().stream()))
          .containsExactlyInAnyOrderElementsOf(last.items());
      assertThat(AgendaDiff.of(last, new Agenda(2, last.items())).news()).isEmpty();
      for (AgendaItem item : diff.news()) {
        assertThat(diff.lines())
            .contains(diff.lines().get(item.number() - 1))
            .noneMatch(line ->
                line.kind() == AgendaDiff.Kind.KEPT && line.after().equals(Optional.of(item)));
      }
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AgendaDiff.of(FIRST, second(item(1)))
            .applyTo(new Agenda(1, List.of(item(1, ItemType.OVERRIDE)))));
  }

  private static Agenda random(Random random, ItemType[] types, int version) {
    List<AgendaItem> items = new ArrayList<>();
    int size = 1 + random.nextInt(6);
    for (int i = 1; i <= size; i++) {
      ItemType type = types[random.nextInt(types.length)];
      items.add(
          new AgendaItem(i, type, "Вопрос " + random.nextInt(3), "Решить", List.of(), paper("x")));
    }
    return new Agenda(version, items);
  }

  @ParameterizedTest(name = "{0}, notice {1}: from {2}")
  @CsvSource({
    "EXCLUSION,2026-04-01T12:00:00,2026-04-11",
    "EXCLUSION,2026-04-01T23:59:59,2026-04-11",
    "REORGANIZATION,2026-03-29T12:00:00,2026-04-28",
    "REORGANIZATION,2028-01-31T12:00:00,2028-03-01"
  })
  @Tag("AGENDA-18")
  void earliestOpening_startsTheClockAgain_forWhatIsNew(
      ItemType type, LocalDateTime at, LocalDate first) {
    Instant notice = at.atZone(CHARTER.zone()).toInstant();
    AgendaDiff diff = AgendaDiff.of(FIRST, second(item(1), item(2, type)));
    assertThat(LateItems.earliestOpening(diff, notice, CHARTER)).isEqualTo(first);
    assertThat(LateItems.earliestOpening(
            diff, notice, platform("\"notice.counting\": \"FULL_DAYS_BETWEEN\"")))
        .isEqualTo(first.plusDays(1));
    assertThat(LateItems.earliestOpening(AgendaDiff.of(FIRST, second(item(1))), notice, CHARTER))
        .isEqualTo(at.toLocalDate());
  }

  @Test
  @Tag("AGENDA-18")
  void areDecided_onlyWhenAllTakePart_whereTheCharterAllows() {
    AgendaPolicy allows = platform("\"agenda.lateItemIfAllPresent\": true").agenda();
    assertThat(LateItems.areDecided(10, 10, CHARTER.agenda())).isFalse();
    assertThat(LateItems.areDecided(10, 10, allows)).isTrue();
    assertThat(LateItems.areDecided(9, 10, allows)).isFalse();
    assertThat(LateItems.areDecided(0, 0, allows)).isFalse();
  }

  @Test
  @Tag("AGENDA-18")
  void addsItems_whereAnItemIsNewOrAmended_notWhereItMoves() {
    assertThat(amendment(second(item(1, ItemType.UNION), item(2)), List.of(), Map.of(), CHARTER)
            .addsItems())
        .isFalse();
    assertThat(amendment(second(item(1, ItemType.EXCLUSION)), List.of(), Map.of(), CHARTER)
            .addsItems())
        .isTrue();
    AgendaItem reworded = new AgendaItem(1, ItemType.OTHER, "Иначе", "Иначе", List.of());
    assertThat(amendment(second(reworded), List.of(), Map.of(), CHARTER).diff().news())
        .containsExactly(reworded);
  }
}
