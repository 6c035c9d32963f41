package io.github.coopj.governance.section;

import static io.github.coopj.governance.section.Sections.CLOSES;
import static io.github.coopj.governance.section.Sections.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("KU-03")
class TurnoutTest {
  private static final Charter CHARTER = Fixtures.platform("\"section.idleDays\":30");
  private static final Agenda QUESTION = Sections.question(ItemType.OTHER, Fixtures.paper("pond"));

  @Test
  void of_listsEveryFinishedCycle_bySectionMeetingAndCycle() {
    CalledMeeting first = Sections.called(8, 2, QUESTION, 4, CHARTER);
    MissedMeeting missed = Sections.closed(first, 4, CHARTER, "+").requireMissed();
    CalledMeeting again = missed.repeat(
        TimePointSec.of(CLOSES.plus(Duration.ofDays(11))),
        TimePointSec.of(CLOSES.plus(Duration.ofDays(12))),
        CHARTER,
        CLOSES);
    SectionMeeting held = Sections.closed(again, 4, CHARTER, "+", "-");
    SectionMeeting other =
        Sections.closed(Sections.called(9, 1, QUESTION, 3, CHARTER), 3, CHARTER, "+", "+");

    assertThat(Turnout.of(List.of(), List.of(held, other), CHARTER, CLOSES).entries())
        .containsExactly(
            new Turnout.Entry(1, 9, 1, 3, 2),
            new Turnout.Entry(2, 8, 1, 4, 1),
            new Turnout.Entry(2, 8, 2, 4, 2));
  }

  @Test
  void of_listsIdleSections_afterTheLastDayOfThePeriod() {
    ActiveSection met = Sections.section(3, NOW);
    ActiveSection silent = Sections.section(2, NOW);
    ActiveSection missedOnly = Sections.section(1, NOW);
    ClosedSection closed = Sections.closed(Sections.section(4, NOW), NOW);
    List<Section> sections = List.of(met, silent, missedOnly, closed);
    List<SectionMeeting> meetings = List.of(
        Sections.closed(Sections.called(8, 3, QUESTION, 1, CHARTER), 1, CHARTER, "+"),
        Sections.closed(Sections.called(9, 1, QUESTION, 3, CHARTER), 3, CHARTER, "+"));
    // 1 February in Moscow, and the meeting of section 3 on 21 February
    Instant lastMoment = Instant.parse("2026-03-03T20:59:59Z");

    assertThat(Turnout.of(sections, meetings, CHARTER, lastMoment).idle()).isEmpty();
    assertThat(
            Turnout.of(sections, meetings, CHARTER, lastMoment.plusSeconds(1)).idle())
        .containsExactly(1L, 2L);
    assertThat(Turnout.of(sections, meetings, CHARTER, Instant.parse("2026-03-23T20:59:59Z"))
            .idle())
        .containsExactly(1L, 2L);
    assertThat(Turnout.of(sections, meetings, CHARTER, Instant.parse("2026-03-23T21:00:00Z"))
            .idle())
        .containsExactly(1L, 2L, 3L);
  }
}
