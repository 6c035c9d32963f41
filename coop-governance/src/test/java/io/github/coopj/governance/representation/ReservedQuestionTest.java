package io.github.coopj.governance.representation;

import static io.github.coopj.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.MeetingBody;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.Sections;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DMEET-08")
class ReservedQuestionTest {
  private static final Charter CHARTER = Fixtures.platform("\"delegates.reserved\": [\"UNION\"]");
  private static final Agenda UNION = Sections.question(ItemType.UNION, Fixtures.paper("union"));
  private static final Agenda POND = Sections.question(ItemType.OTHER, Fixtures.paper("pond"));
  private static final Instant NOW = Sections.NOW;
  private static final AssemblyMode DELEGATES =
      new AssemblyMode(MeetingBody.REPRESENTATIVES, Optional.empty(), Optional.empty());
  private static final AssemblyMode MEMBERS =
      new AssemblyMode(MeetingBody.MEMBERS, Optional.empty(), Optional.empty());

  private static ReservedCall call(Agenda agenda, Instant opens, Instant closes) {
    return new ReservedCall(
        Fixtures.COOP, 1, agenda.items().get(0), TimePointSec.of(opens), TimePointSec.of(closes));
  }

  private static AskedQuestion ask(ReservedCall call, AssemblyMode mode, long members) {
    return ReservedQuestion.ask(
        call,
        Fixtures.decision(QuestionType.CONVENE_MEETING, call.digest(), NOW),
        mode,
        members,
        CHARTER,
        NOW);
  }

  private static AskedQuestion asked(Instant opens, Instant closes, long members) {
    return ask(call(UNION, opens, closes), DELEGATES, members);
  }

  private static CompetentMeeting met(long id, long section, Agenda agenda, String... answers) {
    return Sections.closed(Sections.called(id, section, agenda, 3, CHARTER), 3, CHARTER, answers)
        .requireCompetent();
  }

  @Test
  void ask_refuses_whatRepresentativesDecide_orMembersInOneMeeting() {
    ReservedCall union = call(UNION, NOW, Sections.CLOSES);
    assertRefused(
        Reason.MODE_MISMATCH,
        "MODE_MISMATCH mode=MEMBERS body=REPRESENTATIVES",
        () -> ask(union, MEMBERS, 5));
    assertRefused(
        Reason.ITEM_NOT_RESERVED,
        "ITEM_NOT_RESERVED item=OTHER",
        () -> ask(call(POND, NOW, Sections.CLOSES), DELEGATES, 5));
    assertRefused(
        Reason.NO_MEMBERS_ON_ROLL, "NO_MEMBERS_ON_ROLL eligible=0", () -> ask(union, DELEGATES, 0));
    assertThat(ask(union, DELEGATES, 1).snapshot().askedAt()).isEqualTo(TimePointSec.of(NOW));
  }

  @Test
  void sum_countsTheLastMeetingOfEachSection_insideTheTime() {
    CompetentMeeting first = met(1, 1, UNION, "+", "+");
    CompetentMeeting again = met(2, 1, UNION, "+", "+", "-");
    CompetentMeeting other = met(3, 2, UNION, "+", "-", "-");
    CompetentMeeting pond = met(4, 3, POND, "+", "+", "+");
    List<CompetentMeeting> all = List.of(first, again, other, pond);
    AskedQuestion exact = asked(Sections.OPENS, Sections.CLOSES, 8);
    assertThat(exact.sum(all, CHARTER, Sections.CLOSES).requireDecided().result())
        .as("6 of 8 are three quarters, 3 of 6 no majority")
        .isEqualTo(new ReservedItem(6, 3, 8, true, false));
    assertThat(exact.sum(all, CHARTER, Sections.CLOSES).snapshot().counted())
        .containsExactly(2L, 3L);
    assertThat(asked(Sections.OPENS.plusSeconds(1), Sections.CLOSES.plusSeconds(9), 8)
            .sum(all, CHARTER, Sections.CLOSES.plusSeconds(9))
            .requireMissed()
            .snapshot()
            .counted())
        .as("opened a second too early")
        .isEmpty();
    assertThat(asked(Sections.OPENS, Sections.CLOSES.minusSeconds(1), 8)
            .sum(all, CHARTER, Sections.CLOSES)
            .requireMissed()
            .snapshot()
            .counted())
        .as("closed a second too late")
        .isEmpty();
  }

  @Test
  void sum_waitsForTheEnd_andRepeatsWithTheNextQuorum() {
    List<CompetentMeeting> meetings = List.of(met(1, 1, UNION, "+", "+", "-"));
    AskedQuestion question = asked(Sections.OPENS, Sections.CLOSES, 5);
    assertRefused(
        Reason.MEETING_TOO_EARLY,
        "MEETING_TOO_EARLY now=" + TimePointSec.of(Sections.CLOSES.minusSeconds(1)) + " from="
            + TimePointSec.of(Sections.CLOSES),
        () -> question.sum(meetings, CHARTER, Sections.CLOSES.minusSeconds(1)));
    MissedQuestion missed = question.sum(meetings, CHARTER, Sections.CLOSES).requireMissed();
    TimePointSec closed = TimePointSec.of(Sections.CLOSES);
    TimePointSec later = TimePointSec.of(Sections.CLOSES.plus(Duration.ofDays(20)));
    assertRefused(
        Reason.MEETING_TIMES_INVALID,
        "MEETING_TIMES_INVALID now=" + closed + " opensAt=" + TimePointSec.of(Sections.OPENS)
            + " closesAt=" + later,
        () -> missed.repeat(TimePointSec.of(Sections.OPENS), later, CHARTER, Sections.CLOSES));
    AskedQuestion next = missed.repeat(closed, later, CHARTER, Sections.CLOSES);
    assertThat(next.snapshot().cycle()).isEqualTo(2);
    assertThat(next.sum(List.of(), CHARTER, later.toInstant())
            .requireMissed()
            .snapshot()
            .cycle())
        .isEqualTo(2);
  }

  @Test
  void restore_givesTheSameState_andRefusesContradictions() {
    AskedQuestion question = asked(Sections.OPENS, Sections.CLOSES, 3);
    ReservedQuestion decided =
        question.sum(List.of(met(1, 1, UNION, "+", "+", "+")), CHARTER, Sections.CLOSES);
    for (ReservedQuestion state : List.of(question, decided)) {
      assertThat(ReservedQuestion.restore(state.snapshot())).isEqualTo(state).hasSameClassAs(state);
    }
    ReservedRecord row = question.snapshot();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ReservedQuestion.restore(
            row.summed(ReservedStatus.MISSED, List.of(), new ReservedItem(3, 3, 3, true, true))));
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"reserved question 1\" state=ASKED needed=MISSED",
        question::requireMissed);
  }
}
