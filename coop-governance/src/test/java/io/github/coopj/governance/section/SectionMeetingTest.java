package io.github.coopj.governance.section;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.section.Sections.CLOSES;
import static io.github.coopj.governance.section.Sections.NOW;
import static io.github.coopj.governance.section.Sections.OPENS;
import static io.github.coopj.governance.section.Sections.ballot;
import static io.github.coopj.governance.section.Sections.member;
import static io.github.coopj.governance.section.Sections.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.SectionPolicy;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.Roll;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SectionMeetingTest {
  private static final Charter CHARTER = Fixtures.platform();
  private static final Agenda QUESTION = Sections.question(ItemType.OTHER, Fixtures.paper("pond"));

  private static CalledMeeting repeated(MissedMeeting missed) {
    Instant closed = missed.snapshot().closesAt().toInstant();
    return missed.repeat(
        TimePointSec.of(closed.plus(Duration.ofDays(10))),
        TimePointSec.of(closed.plus(Duration.ofDays(11))),
        CHARTER,
        closed);
  }

  private static String[] answers(int n, String answer) {
    return Collections.nCopies(n, answer).toArray(String[]::new);
  }

  /** Every size up to 12, every presence, three cycles, against the words of the description. */
  @Test
  @Tag("KU-13")
  @Tag("KU-14")
  @Tag("KU-23")
  void close_isCompetent_withMoreThanHalfAndThenMoreThanAQuarter() {
    for (int n = 1; n <= 12; n++) {
      for (int cycle = 1; cycle <= 3; cycle++) {
        for (int present = 0; present <= n; present++) {
          CalledMeeting called = Sections.called(8, 1, QUESTION, n, CHARTER);
          for (int before = 1; before < cycle; before++) {
            called = repeated(Sections.closed(called, n, CHARTER).requireMissed());
          }
          SectionMeeting closed = Sections.closed(called, n, CHARTER, answers(present, "+"));

          boolean enough = cycle == 1 ? present > n - present : 3 * present > n - present;
          assertThat(closed instanceof CompetentMeeting)
              .as("n=%s cycle=%s present=%s", n, cycle, present)
              .isEqualTo(enough);
          SectionCycle last = closed.snapshot().cycles().get(cycle - 1);
          assertThat(last.present()).isEqualTo(present);
          assertThat(last.isMet()).isEqualTo(enough);
          assertThat(SectionMeeting.restore(closed.snapshot())).isEqualTo(closed);
        }
      }
    }
  }

  @Test
  @Tag("KU-13")
  @Tag("KU-14")
  @Tag("KU-23")
  void required_hasTheFigures_ofTheRequirements() {
    SectionPolicy policy = CHARTER.sections();

    assertThat(SectionQuorum.required(4, 1, policy)).isEqualTo(3);
    assertThat(SectionQuorum.required(4, 2, policy)).isEqualTo(2);
    assertThat(SectionQuorum.required(4, 9, policy)).isEqualTo(2);
    assertThat(SectionQuorum.required(2, 1, policy)).isEqualTo(2);
    assertThat(SectionQuorum.required(2, 2, policy)).isEqualTo(1);
    assertThat(SectionQuorum.required(1, 1, policy)).isEqualTo(1);
    assertThat(SectionQuorum.required(1, 2, policy)).isEqualTo(1);
    assertRefused(() -> SectionQuorum.isMet(0, 0, 1, policy), "NO_MEMBERS_ON_ROLL eligible=0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SectionQuorum.required(4, 0, policy))
        .withMessage("cycle of a meeting must be 1 or more, got 0");
  }

  @Test
  @Tag("KU-14")
  void repeat_keepsAgendaAndRoll_andTakesNoOldBallot() {
    CalledMeeting first = Sections.called(8, 1, QUESTION, 4, CHARTER);
    Ballot old = ballot(first, member(1, 3), "+");
    MissedMeeting missed = Sections.closed(first, 4, CHARTER, "+", "+").requireMissed();
    CalledMeeting second = repeated(missed);

    assertThat(second.snapshot().call()).isEqualTo(first.snapshot().call());
    assertThat(second.snapshot().rollDigest()).isEqualTo(first.snapshot().rollDigest());
    assertThat(second.snapshot().cycle()).isEqualTo(2);
    assertRefused(
        () -> second.close(
            List.of(old),
            Roll.of(members(1, 4)),
            CHARTER,
            second.snapshot().closesAt().toInstant()),
        "BALLOT_OTHER_CYCLE ballot=1 expected=2");
    assertThat(Sections.closed(second, 4, CHARTER, "+", "+").requireCompetent().present())
        .isEqualTo(2);
  }

  @Test
  void repeat_needsNoticeAndATime_afterTheLastCycle() {
    MissedMeeting missed =
        Sections.closed(Sections.called(8, 1, QUESTION, 4, CHARTER), 4, CHARTER).requireMissed();
    TimePointSec closed = missed.snapshot().closesAt();
    TimePointSec tenDays = TimePointSec.of(CLOSES.plus(Duration.ofDays(10)));
    TimePointSec nineDays = TimePointSec.of(CLOSES.plus(Duration.ofDays(9)));

    assertRefused(
        () -> missed.repeat(nineDays, tenDays, CHARTER, CLOSES),
        "NOTICE_LATE days=9 required=10 lastDay=2026-02-20");
    assertRefused(
        () -> missed.repeat(tenDays, tenDays, CHARTER, CLOSES), Reason.MEETING_TIMES_INVALID);
    assertRefused(
        () -> missed.repeat(TimePointSec.of(CLOSES.minusSeconds(1)), closed, CHARTER, NOW),
        Reason.MEETING_TIMES_INVALID);
    assertThat(missed
            .repeat(tenDays, tenDays.plusSeconds(1), CHARTER, CLOSES)
            .snapshot()
            .opensAt())
        .isEqualTo(tenDays);
    assertRefused(
        () ->
            missed.repeat(tenDays, tenDays.plusSeconds(1), Fixtures.charter("PLATFORM", 2), CLOSES),
        "CHARTER_VERSION_MISMATCH charter=coop/2 expected=coop/1");
  }

  @Test
  @Tag("KU-20")
  void chairman_hasOneVoteAsAMember_andNoCastingVote() {
    CalledMeeting called = Sections.called(8, 1, QUESTION, 4, CHARTER);
    assertThat(called.snapshot().call().chair()).isEqualTo(member(1, 0));

    assertThat(adopted(Sections.closed(called, 4, CHARTER, "+", "+", "-", "-"))).isFalse();
    assertThat(adopted(Sections.closed(called, 4, CHARTER, "-", "+", "+", "+"))).isTrue();
    assertThat(adopted(Sections.closed(called, 4, CHARTER, "+", "+", "+", "-"))).isTrue();
    assertThat(adopted(Sections.closed(called, 4, CHARTER, "+", "+", "-", "."))).isFalse();
    assertRefused(
        () -> called.close(
            List.of(ballot(called, member(1, 0), "+"), ballot(called, member(1, 0), "+")),
            Roll.of(members(1, 4)),
            CHARTER,
            CLOSES),
        "BALLOT_ALREADY_CAST account=" + member(1, 0) + " cycle=1");
  }

  private static boolean adopted(SectionMeeting meeting) {
    return meeting.requireCompetent().snapshot().items().get(0).adopted();
  }

  @Test
  @Tag("KU-08")
  void close_countsEachAnswer_ofMembersOnly() {
    CalledMeeting called = Sections.called(
        8, 1, QUESTION, 5, Fixtures.platform("\"ballot.options\":\"FOR,AGAINST,ABSTAIN\""));
    Charter charter = Fixtures.platform("\"ballot.options\":\"FOR,AGAINST,ABSTAIN\"");
    CompetentMeeting met =
        Sections.closed(called, 5, charter, "+", "+", "-", "0", ".").requireCompetent();

    assertThat(met.snapshot().items()).containsExactly(new SectionItem(1, 2, 1, 1, false));
    assertThat(met.present()).isEqualTo(5);
    Roll roll = Roll.of(members(1, 5));
    assertRefused(
        () -> called.close(List.of(ballot(called, member(2, 0), "+")), roll, charter, CLOSES),
        "NOT_ON_ROLL account=" + member(2, 0) + " meeting=8");
    assertRefused(
        () -> called.close(List.of(ballot(called, member(1, 0), "++")), roll, charter, CLOSES),
        "BALLOT_UNKNOWN_ITEM item=2 items=1");
    List<Answer> twice = List.of(new Answer(1, Choice.FOR), new Answer(1, Choice.FOR));
    assertRefused(
        () -> called.close(
            List.of(new Ballot(COOP, 8, 1, 1, member(1, 0), twice)), roll, charter, CLOSES),
        "BALLOT_DUPLICATE_ITEM item=1");
    assertRefused(
        () -> called.close(
            List.of(new Ballot(COOP, 9, 1, 1, member(1, 0), List.of())), roll, charter, CLOSES),
        "BALLOT_OTHER_MEETING ballot=coop/9 expected=coop/8");
    assertRefused(
        () -> called.close(
            List.of(new Ballot(COOP, 8, 1, 2, member(1, 0), List.of())), roll, charter, CLOSES),
        "BALLOT_OTHER_AGENDA ballot=2 expected=1");
    assertRefused(
        () -> called.close(List.of(ballot(called, member(1, 0), "0")), roll, CHARTER, CLOSES),
        "BALLOT_CHOICE_NOT_OFFERED item=1 choice=ABSTAIN");
    assertRefused(
        () -> called.close(List.of(), roll, charter, CLOSES.minusSeconds(1)),
        Reason.MEETING_TOO_EARLY);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> called.close(List.of(), Roll.of(members(1, 6)), charter, CLOSES));
  }

  @Test
  @Tag("KU-15")
  @Tag("KU-17")
  void call_isMadeByTheChairmanOfThisSection_orByTheCouncil() {
    SectionMandates mandates =
        SectionMandates.NONE.elect(Sections.elected(3, 1, 0), member(9, 9), CHARTER, CLOSES);
    SectionMandate mandate = mandates.inOffice(1, CLOSES).orElseThrow();
    Instant opens = CLOSES.plus(Duration.ofDays(15));
    SectionCall call = new SectionCall(
        8,
        COOP,
        1,
        QUESTION,
        member(1, 0),
        TimePointSec.of(opens),
        TimePointSec.of(opens.plusSeconds(60)));
    ActiveSection one = Sections.section(1, NOW);
    ActiveSection two = Sections.section(2, NOW);
    Roll roll = Roll.of(members(1, 3));

    assertThat(SectionMeeting.call(call, one, mandate, roll, List.of(), CHARTER, CLOSES)
            .id())
        .isEqualTo(8);
    assertRefused(
        () -> SectionMeeting.call(
            call, one, mandate, roll, List.of(), CHARTER, CLOSES.minusSeconds(1)),
        "NOT_IN_BODY account=" + member(1, 0) + " body=SECTION at="
            + TimePointSec.of(CLOSES.minusSeconds(1)));
    SectionCall other = Sections.callOf(8, 2, QUESTION);
    assertRefused(
        () -> SectionMeeting.call(other, two, mandate, roll, List.of(), CHARTER, NOW),
        "OUTSIDE_SECTION act=CALL_MEETING section=1");
    assertRefused(
        () -> SectionMeeting.call(call, two, mandate, roll, List.of(), CHARTER, CLOSES),
        "SECTION_CLOSED section=1");
    assertRefused(
        () -> SectionMeeting.call(
            call,
            one,
            Fixtures.decision(QuestionType.CONVENE_MEETING, other.digest(), NOW),
            roll,
            List.of(),
            CHARTER,
            NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
        () ->
            SectionMeeting.call(call, one, mandate, Roll.of(List.of()), List.of(), CHARTER, CLOSES),
        "NO_MEMBERS_ON_ROLL eligible=0");
    assertRefused(
        () -> SectionMeeting.call(
            call, one, mandate, Roll.of(List.of(member(1, 1))), List.of(), CHARTER, CLOSES),
        "NOT_ON_ROLL account=" + member(1, 0) + " meeting=8");
    assertRefused(
        () -> SectionMeeting.call(
            call, one, mandate, roll, List.of(), CHARTER, opens.minus(Duration.ofDays(9))),
        Reason.NOTICE_LATE);
    assertThat(SectionMeeting.call(
                call, one, mandate, roll, List.of(), CHARTER, opens.minus(Duration.ofDays(10)))
            .snapshot()
            .members())
        .isEqualTo(3);
  }

  @Test
  @Tag("KU-15")
  void call_refuses_candidatesOfOtherSections() {
    assertRefused(
        () -> Sections.called(8, 1, Sections.election(member(1, 1), member(2, 0)), 3, CHARTER),
        "NOT_IN_SECTION account=" + member(2, 0) + " section=1");
    assertThat(Sections.called(8, 1, Sections.election(member(1, 1), member(1, 2)), 3, CHARTER)
            .snapshot()
            .opensAt())
        .isEqualTo(TimePointSec.of(OPENS));
  }

  @Test
  void restore_refuses_contradictions_andGivesEachStateItsMoves() {
    CalledMeeting called = Sections.called(8, 1, QUESTION, 4, CHARTER);
    MissedMeeting missed = Sections.closed(called, 4, CHARTER).requireMissed();
    CompetentMeeting met = Sections.unanimous(8, 1, QUESTION);

    assertThat(called.requireCalled()).isEqualTo(SectionMeeting.restore(called.snapshot()));
    assertRefused(
        missed::requireCompetent,
        "WRONG_STATE what=\"section meeting 8\" state=MISSED needed=COMPETENT");
    assertRefused(met::requireMissed, Reason.WRONG_STATE);
    assertRefused(met::requireCalled, Reason.WRONG_STATE);
    for (SectionMeetingRecord broken : List.of(
        with(called.snapshot(), SectionMeetingStatus.MISSED, 4),
        with(missed.snapshot(), SectionMeetingStatus.COMPETENT, 4),
        with(met.snapshot(), SectionMeetingStatus.MISSED, 3),
        with(met.snapshot(), SectionMeetingStatus.COMPETENT, 2),
        with(called.snapshot(), SectionMeetingStatus.CALLED, 0))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> SectionMeeting.restore(broken));
    }
    Codec<SectionMeetingRecord> codec = RecordCodec.of(SectionMeetingRecord.class);
    assertThat(codec.decode(codec.encode(met.snapshot()))).isEqualTo(met.snapshot());
  }

  private static SectionMeetingRecord with(
      SectionMeetingRecord row, SectionMeetingStatus status, long members) {
    return new SectionMeetingRecord(
        row.call(),
        row.charterVersion(),
        status,
        members,
        row.rollDigest(),
        row.calledAt(),
        row.cycle(),
        row.opensAt(),
        row.closesAt(),
        row.cycles(),
        row.items());
  }

  @Test
  void requireAdopted_refuses_whatWasNotDecided() {
    Checksum256 subject = Fixtures.paper("pond");
    CompetentMeeting met = Sections.unanimous(8, 1, QUESTION);
    CompetentMeeting rejected = Sections.closed(
            Sections.called(8, 1, QUESTION, 3, CHARTER), 3, CHARTER, "+", "-")
        .requireCompetent();

    met.requireAdopted(1, subject);
    assertRefused(() -> met.requireAdopted(0, subject), "ITEM_NOT_ADOPTED meeting=8 item=0");
    assertRefused(() -> met.requireAdopted(2, subject), "ITEM_NOT_ADOPTED meeting=8 item=2");
    assertRefused(() -> rejected.requireAdopted(1, subject), "ITEM_NOT_ADOPTED meeting=8 item=1");
    assertRefused(
        () -> met.requireAdopted(1, Fixtures.paper("mill")), Reason.DECISION_ON_OTHER_SUBJECT);
  }
}
