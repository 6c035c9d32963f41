package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.annualAgenda;
import static io.github.coopj.governance.meeting.Fixtures.convene;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.draft;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.papers;
import static io.github.coopj.governance.meeting.Fixtures.plan;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftMeetingTest {
  private static final Charter PLATFORM = platform();

  private static final Agenda ONE = agenda(ItemType.OTHER);

  private static final Agenda TWO = agenda(ItemType.OTHER, ItemType.OTHER);

  private static DraftMeeting annual(Instant opensAt) {
    return plan(MeetingKind.ANNUAL, member(0), member(1), opensAt, opensAt.plusSeconds(3600))
        .draft(7, annualAgenda(), PLATFORM, Instant.parse("2026-01-10T00:00:00Z"));
  }

  @ParameterizedTest(name = "{0} Moscow time -> allowed {1}")
  @Tag("MEET-09")
  @CsvSource({
    "2026-02-28T20:59:59Z,false",
    "2026-02-28T21:00:00Z,true",
    "2026-06-30T20:59:59Z,true",
    "2026-06-30T21:00:00Z,false"
  })
  void draft_annualMeeting_onlyInsideTheWindowInTheZoneOfTheCooperative(
      Instant opensAt, boolean allowed) {
    if (allowed) {
      assertThat(annual(opensAt).snapshot().kind()).isEqualTo(MeetingKind.ANNUAL);
    } else {
      assertRefused(() -> annual(opensAt), Reason.MEETING_OUTSIDE_ANNUAL_WINDOW);
    }
  }

  @Test
  void draft_extraordinaryMeeting_onAnyDay() {
    Instant august = Instant.parse("2026-08-15T09:00:00Z");
    assertThat(plan(MeetingKind.EXTRAORDINARY, member(0), member(1), august, august.plusSeconds(1))
            .draft(8, ONE, PLATFORM, NOW)
            .id())
        .isEqualTo(8);
  }

  @Test
  @Tag("AGENDA-05")
  void draft_annualMeetingWithoutReport_isRefused() {
    assertRefused(
        () -> plan(MeetingKind.ANNUAL, member(0), member(1), OPENS, CLOSES)
            .draft(7, ONE, PLATFORM, NOW),
        "AGENDA_ITEM_MISSING item=ANNUAL_REPORT");
  }

  @Test
  @Tag("AGENDA-07")
  void draft_officersThatAreNotCandidatesOrTheSamePerson_areRefused() {
    assertRefused(
        () -> plan(MeetingKind.ANNUAL, member(2), member(1), OPENS, CLOSES)
            .draft(7, annualAgenda(), PLATFORM, NOW),
        "CANDIDATE_NOT_ON_AGENDA account=" + member(2) + " item=MEETING_CHAIR");
    assertRefused(
        () -> plan(MeetingKind.ANNUAL, member(0), member(2), OPENS, CLOSES)
            .draft(7, annualAgenda(), PLATFORM, NOW),
        "CANDIDATE_NOT_ON_AGENDA account=" + member(2) + " item=MEETING_SECRETARY");
    DraftMeeting same = plan(MeetingKind.EXTRAORDINARY, member(0), member(0), OPENS, CLOSES)
        .draft(7, ONE, PLATFORM, NOW);
    assertRefused(
        () -> convene(same, members(2), PLATFORM), "MEETING_OFFICERS_SAME account=" + member(0));
    assertThat(convene(same, members(1), PLATFORM).snapshot().secretary()).isEqualTo(member(0));
    Charter one = platform("\"agenda.officersDiffer\": false");
    DraftMeeting both = plan(MeetingKind.EXTRAORDINARY, member(0), member(0), OPENS, CLOSES)
        .draft(7, ONE, one, NOW);
    assertThat(convene(both, members(2), one).snapshot().secretary()).isEqualTo(member(0));
  }

  @Test
  void draft_timesOutOfOrder_areRefused() {
    assertRefused(
        () -> plan(MeetingKind.EXTRAORDINARY, member(0), member(1), OPENS, OPENS)
            .draft(7, ONE, PLATFORM, NOW),
        Reason.MEETING_TIMES_INVALID);
    assertRefused(
        () -> plan(MeetingKind.EXTRAORDINARY, member(0), member(1), OPENS, CLOSES)
            .draft(7, ONE, PLATFORM, OPENS),
        Reason.MEETING_TIMES_INVALID);
  }

  @Test
  @Tag("NOTICE-03")
  void draft_tooLateForNotices_isRefused() {
    Instant lastMoment = Instant.parse("2026-04-17T20:59:59Z");
    assertThat(plan(MeetingKind.EXTRAORDINARY, member(0), member(1), OPENS, CLOSES)
            .draft(7, ONE, PLATFORM, lastMoment)
            .snapshot()
            .status())
        .isEqualTo(MeetingStatus.DRAFT);
    assertRefused(
        () -> plan(MeetingKind.EXTRAORDINARY, member(0), member(1), OPENS, CLOSES)
            .draft(7, ONE, PLATFORM, lastMoment.plusSeconds(1)),
        "NOTICE_LATE days=9 required=10 lastDay=2026-04-17");
  }

  @Test
  @Tag("AGENDA-04")
  @Tag("MEET-05")
  void convene_needsTheCouncilsDecisionOnExactlyThisMeeting() {
    DraftMeeting draft = draft(ONE, PLATFORM);
    Roll roll = Roll.of(members(4));
    Checksum256 subject = draft.convocation().digest();
    assertRefused(
        () -> draft.convene(
            new ByCouncil(decision(QuestionType.OTHER, subject, NOW)),
            papers(ONE),
            roll,
            PLATFORM,
            NOW),
        "DECISION_OF_OTHER_TYPE decision=41 expected=CONVENE_MEETING actual=OTHER");
    for (DraftMeeting other : List.of(
        draft(TWO, PLATFORM),
        plan(MeetingKind.EXTRAORDINARY, member(0), member(1), OPENS, CLOSES)
            .draft(8, ONE, PLATFORM, NOW),
        plan(MeetingKind.EXTRAORDINARY, member(2), member(1), OPENS, CLOSES)
            .draft(7, ONE, PLATFORM, NOW),
        plan(MeetingKind.EXTRAORDINARY, member(0), member(2), OPENS, CLOSES)
            .draft(7, ONE, PLATFORM, NOW),
        plan(
                MeetingBody.REPRESENTATIVES,
                MeetingKind.EXTRAORDINARY,
                member(0),
                member(1),
                OPENS,
                CLOSES)
            .draft(7, ONE, PLATFORM, NOW),
        plan(MeetingKind.EXTRAORDINARY, member(0), member(1), OPENS.plusSeconds(1), CLOSES)
            .draft(7, ONE, PLATFORM, NOW))) {
      DecisionInForce decision =
          decision(QuestionType.CONVENE_MEETING, other.convocation().digest(), NOW);
      assertRefused(
          () -> draft.convene(new ByCouncil(decision), papers(ONE), roll, PLATFORM, NOW),
          Reason.DECISION_ON_OTHER_SUBJECT);
    }
    ConvenedMeeting convened = convene(draft, members(4), PLATFORM);
    assertThat(convened.snapshot().councilDecisionId()).isEqualTo(41);
    assertRefused(
        convened::requireDraft, "WRONG_STATE what=\"meeting 7\" state=CONVENED needed=DRAFT");
  }

  @Test
  @Tag("AGENDA-04")
  void convene_beforeTheDecisionIsInForce_isRefused() {
    DraftMeeting draft = draft(ONE, PLATFORM);
    DecisionInForce later =
        decision(QuestionType.CONVENE_MEETING, draft.convocation().digest(), NOW.plusSeconds(1));
    assertRefused(
        () -> draft.convene(new ByCouncil(later), papers(ONE), Roll.of(members(4)), PLATFORM, NOW),
        Reason.OUT_OF_ORDER);
    assertThat(draft
            .convene(
                new ByCouncil(later),
                papers(ONE),
                Roll.of(members(4)),
                PLATFORM,
                NOW.plusSeconds(1))
            .snapshot()
            .status())
        .isEqualTo(MeetingStatus.CONVENED);
  }

  @Test
  @Tag("MEET-16")
  void convene_freezesTheRoll_onTheDateOfTheDecision() {
    Instant decided = NOW.minusSeconds(86_400);
    DraftMeeting draft = draft(ONE, PLATFORM);
    Roll roll = Roll.of(members(9));
    GeneralMeetingRecord row = draft
        .convene(
            new ByCouncil(
                decision(QuestionType.CONVENE_MEETING, draft.convocation().digest(), decided)),
            papers(ONE),
            roll,
            PLATFORM,
            NOW)
        .snapshot();
    assertThat(row.eligible()).isEqualTo(9);
    assertThat(row.rollDigest()).isEqualTo(roll.digest());
    assertThat(row.rollAt()).isEqualTo(TimePointSec.of(decided));
    assertThat(roll.proof(member(4)).verifies(row.rollDigest())).isTrue();
  }

  @Test
  @Tag("MEET-25")
  @Tag("AGENDA-07")
  void convene_candidateNotOnTheRoll_isRefused() {
    DraftMeeting draft = draft(ONE, PLATFORM);
    assertRefused(
        () -> convene(draft, members(5).subList(1, 5), PLATFORM),
        "NOT_ON_ROLL account=" + member(0) + " meeting=7");
    assertRefused(
        () -> convene(draft, List.of(member(0), member(2)), PLATFORM),
        "NOT_ON_ROLL account=" + member(1) + " meeting=7");
    Agenda runnerUp = new Agenda(
        1,
        List.of(
            item(1, ItemType.MEETING_CHAIR),
            new AgendaItem(
                2, ItemType.MEETING_CHAIR, "Председатель", "Избрать", List.of(member(8)))));
    assertRefused(
        () -> convene(draft(runnerUp, PLATFORM), runnerUp, members(5), PLATFORM),
        "NOT_ON_ROLL account=" + member(8) + " meeting=7");
  }

  @Test
  void convene_emptyRoll_isRefused() {
    DraftMeeting draft = draft(ONE, PLATFORM);
    assertRefused(
        () -> draft.convene(
            new ByCouncil(
                decision(QuestionType.CONVENE_MEETING, draft.convocation().digest(), NOW)),
            papers(ONE),
            0,
            Checksum256.ZERO,
            account -> true,
            PLATFORM,
            NOW),
        "NO_MEMBERS_ON_ROLL eligible=0");
  }
}
