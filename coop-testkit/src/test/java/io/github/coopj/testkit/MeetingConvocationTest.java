package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.Steps.plainAgenda;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.chain.cooperative.NoticeActions;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Choice;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.meeting.DraftMeeting;
import io.github.coopj.governance.meeting.FailureCause;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.OpenMeeting;
import io.github.coopj.governance.meeting.Roll;
import io.github.coopj.governance.notice.Delivery;
import io.github.coopj.governance.notice.NoticeAttempt;
import io.github.coopj.governance.notice.NoticeRecord;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

class MeetingConvocationTest {
  private static final Duration DAY = Duration.ofDays(1);

  @CoopTest(startsAt = START)
  @Tag("AGENDA-04")
  @Tag("COUNCIL-11")
  @Tag("MEET-05")
  void meeting_isConvened_byDecisionInForceAlone(Cooperative coop, Meetings meetings) {
    long id = meetings.draft(draft(meetings, plainAgenda(), Duration.ofDays(20)));
    Checksum256 subject = meetings.meeting(id).requireDraft().convocation().digest();
    long pending = coop.adopt(QuestionType.CONVENE_MEETING, subject);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.convene(id, pending)),
            Reason.WRONG_STATE)
        .hasFact("state", "PENDING_SIGNATURE");
    long otherType = coop.decide(QuestionType.OTHER, subject);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.convene(id, otherType)),
        Reason.DECISION_OF_OTHER_TYPE);
    long otherSubject = coop.decide(QuestionType.CONVENE_MEETING, digest("another meeting"));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.convene(id, otherSubject)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.notice(id, List.of(CHAIRMAN))),
            Reason.WRONG_STATE)
        .hasFact("needed", "CONVENED");
    coop.sign(pending);
    coop.chain().push(meetings.convene(id, pending));
    GeneralMeetingRecord row = meetings.meeting(id).requireConvened().snapshot();
    assertThat(row.councilDecisionId()).isEqualTo(pending);
    assertThat(row.rollAt()).isEqualTo(coop.decision(pending).requireInForce().effectiveAt());
    assertRefused(
        coop.chain(), () -> coop.chain().push(meetings.convene(id, pending)), Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-05")
  void draft_refused_byWhoIsNotInTheCouncil(Cooperative coop) {
    coop.admit("outsider");
    Name outsider = Name.of("outsider");
    TimePointSec opensAt = TimePointSec.of(coop.now().plus(Duration.ofDays(20)));
    TimePointSec closesAt = TimePointSec.of(coop.now().plus(Duration.ofDays(21)));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.MEETING,
                    new MeetingActions.Draft(
                        Cooperative.ACCOUNT,
                        outsider,
                        MeetingKind.EXTRAORDINARY,
                        plainAgenda(),
                        CHAIRMAN,
                        founder(2),
                        opensAt,
                        opensAt,
                        closesAt),
                    outsider)),
        Reason.NOT_IN_COUNCIL);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-16")
  void roll_isOfTheMembersAtTheTimeOfTheDecision(Cooperative coop, Meetings meetings) {
    coop.admit("earlier");
    long id = meetings.draft(draft(meetings, plainAgenda(), Duration.ofDays(20)));
    long decision = meetings.decide(id);
    coop.advance(Duration.ofSeconds(2));
    coop.admit("laterone");
    coop.chain().push(meetings.convene(id, decision));
    coop.admit("lasttwo");
    List<Name> expected = new ArrayList<>(Cooperative.FOUNDERS);
    expected.add(Name.of("earlier"));
    GeneralMeetingRecord row = meetings.meeting(id).snapshot();
    assertThat(meetings.roll(id)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(row.eligible()).isEqualTo(6);
    assertThat(row.rollDigest()).isEqualTo(Roll.of(expected).digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.notice(id, List.of(Name.of("laterone")))),
        Reason.NOT_ON_ROLL);
    coop.chain().push(meetings.notice(id, meetings.roll(id)));
    coop.advance(Duration.ofDays(20));
    coop.chain().push(meetings.open(id));
    Action late = meetings.handIn(meetings.ballot(id, Name.of("laterone"), Choice.FOR));
    assertRefused(coop.chain(), () -> coop.chain().push(late), Reason.NOT_ON_ROLL)
        .hasFact("account", "laterone");
    coop.chain().push(meetings.handIn(meetings.ballot(id, Name.of("earlier"), Choice.FOR)));
    assertThat(meetings.meeting(id).snapshot().eligible()).isEqualTo(6);
    assertThat(meetings.meeting(id).snapshot().present()).isEqualTo(1);
  }

  @CoopTest(startsAt = START)
  @Tag("NOTICE-03")
  void noticeDays_areTen(Meetings meetings, Cooperative coop) {
    assertRefused(
            coop.chain(),
            () -> meetings.draft(draft(meetings, plainAgenda(), Duration.ofDays(9))),
            Reason.NOTICE_LATE)
        .hasFact("days", 9)
        .hasFact("required", 10);
    long id = meetings.draft(draft(meetings, plainAgenda(), Duration.ofDays(10)));
    coop.chain().push(meetings.convene(id, meetings.decide(id)));
    Instant midnight = Instant.parse("2026-01-12T21:00:00Z");
    coop.chain().clock().advanceTo(midnight.minusSeconds(1));
    coop.chain().push(meetings.notice(id, List.of(CHAIRMAN)));
    coop.chain().clock().advanceTo(midnight);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.notice(id, List.of(founder(2)))),
            Reason.NOTICE_LATE)
        .hasFact("days", 9)
        .hasFact("lastDay", "2026-01-12");
  }

  @CoopTest(startsAt = START)
  @Tag("NOTICE-04")
  void noticeDays_areThirtyForReorganization(Meetings meetings, Cooperative coop) {
    Agenda agenda = agenda(item(1, ItemType.OTHER), item(2, ItemType.REORGANIZATION));
    assertRefused(
            coop.chain(),
            () -> meetings.draft(draft(meetings, agenda, Duration.ofDays(29))),
            Reason.NOTICE_LATE)
        .hasFact("required", 30);
    long id = meetings.draft(draft(meetings, agenda, Duration.ofDays(30)));
    long decision = meetings.decide(id);
    coop.advance(DAY);
    assertRefused(
        coop.chain(), () -> coop.chain().push(meetings.convene(id, decision)), Reason.NOTICE_LATE);
    assertThat(meetings.meeting(id)).isInstanceOf(DraftMeeting.class);
  }

  @CoopTest(startsAt = START)
  @Tag("NOTICE-06")
  void notices_areRecordedOncePerMember_andAllAreNeeded(Cooperative coop, Meetings meetings) {
    long id = meetings.draft(draft(meetings, plainAgenda(), Duration.ofDays(20)));
    coop.chain().push(meetings.convene(id, meetings.decide(id)));
    coop.chain().push(meetings.notice(id, Cooperative.FOUNDERS.subList(0, 3)));
    Instant notifiedAt = coop.now();
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.notice(id, List.of(founder(4), founder(3)))),
            Reason.ALREADY_NOTIFIED)
        .hasFact("account", "founder3");
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.notice(id, List.of(founder(4), founder(4)))),
        Reason.ALREADY_NOTIFIED);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.MEETING,
                    meetings.notice(id, List.of(founder(4))).dataAs(NoticeActions.Notify.class),
                    founder(4))),
        ChainError.MISSING_AUTH);
    coop.chain().push(meetings.notice(id, List.of(founder(4))));
    NoticeRecord row = notice(coop, id, CHAIRMAN).orElseThrow();
    assertThat(row.cycle()).isEqualTo(1);
    assertThat(row.attempts())
        .containsExactly(new NoticeAttempt(
            NoticeChannel.PUSH,
            TimePointSec.of(notifiedAt),
            Delivery.SENT,
            Meetings.receipt("push")));
    assertThat(notice(coop, id, founder(5))).isEmpty();
    Action last = meetings.notice(id, List.of(founder(5)));
    coop.advance(Duration.ofDays(9));
    coop.chain().push(last);
    assertThat(meetings.meeting(id).snapshot().notified()).isEqualTo(5);
  }

  @CoopTest(startsAt = START)
  @Tag("NOTICE-06")
  void open_refused_whileSomebodyIsNotNotified(Cooperative coop, Meetings meetings) {
    long id = meetings.draft(draft(meetings, plainAgenda(), Duration.ofDays(20)));
    coop.chain().push(meetings.convene(id, meetings.decide(id)));
    coop.chain().push(meetings.notice(id, Cooperative.FOUNDERS.subList(0, 4)));
    coop.advance(Duration.ofDays(20));
    assertRefused(
            coop.chain(), () -> coop.chain().push(meetings.open(id)), Reason.MEMBERS_NOT_NOTIFIED)
        .hasFact("notified", 4)
        .hasFact("of", 5);
    assertThat(meetings.meeting(id)).isInstanceOf(ConvenedMeeting.class);
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-17")
  void open_fromTheAppointedSecondUntilBeforeTheClosing(Cooperative coop, Meetings meetings) {
    long first = meetings.convene(plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(20), DAY);
    long second = meetings.convene(plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(20), DAY);
    Instant opensAt = meetings.meeting(first).snapshot().opensAt().toInstant();
    coop.chain().clock().advanceTo(opensAt.minusSeconds(1));
    assertRefused(
        coop.chain(), () -> coop.chain().push(meetings.open(first)), Reason.MEETING_TOO_EARLY);
    coop.chain().clock().advanceTo(opensAt);
    coop.chain().push(meetings.open(first));
    assertThat(meetings.meeting(first)).isInstanceOf(OpenMeeting.class);
    Instant closesAt = meetings.meeting(second).snapshot().closesAt().toInstant();
    coop.chain().clock().advanceTo(closesAt);
    assertRefused(
        coop.chain(), () -> coop.chain().push(meetings.open(second)), Reason.MEETING_TIME_PASSED);
  }

  @CoopTest(startsAt = START)
  @Tag("AGENDA-05")
  @Tag("AGENDA-07")
  @Tag("COUNCIL-23")
  void annualAgenda_refused_withoutAnyObligatoryItem(Cooperative coop, Meetings meetings) {
    List<AgendaItem> whole = List.of(
        election(1, ItemType.MEETING_CHAIR, CHAIRMAN),
        election(2, ItemType.MEETING_SECRETARY, founder(2)),
        item(3, ItemType.ANNUAL_REPORT),
        item(4, ItemType.AUDIT_CONCLUSION),
        item(5, ItemType.COUNCIL_REPORT));
    Duration toApril = Duration.ofDays(90);
    for (AgendaItem missing : whole) {
      List<AgendaItem> rest = new ArrayList<>();
      whole.stream()
          .filter(item -> item.type() != missing.type())
          .forEach(item -> rest.add(renumbered(item, rest.size() + 1)));
      assertRefused(
              coop.chain(),
              () -> meetings.draft(annual(meetings, new Agenda(1, rest), toApril)),
              Reason.AGENDA_ITEM_MISSING)
          .hasFact("item", missing.type());
    }
    meetings.draft(annual(meetings, new Agenda(1, whole), toApril));
    List<AgendaItem> notSubmitted = new ArrayList<>(whole);
    notSubmitted.set(3, item(4, ItemType.AUDIT_CONCLUSION_MISSING));
    meetings.draft(annual(meetings, new Agenda(1, notSubmitted), toApril));
  }

  @CoopTest(startsAt = START)
  @Tag("MEET-09")
  void annualMeeting_fromMarchToJune(Cooperative coop, Meetings meetings) {
    Agenda agenda = agenda(
        election(1, ItemType.MEETING_CHAIR, CHAIRMAN),
        election(2, ItemType.MEETING_SECRETARY, founder(2)),
        item(3, ItemType.ANNUAL_REPORT),
        item(4, ItemType.AUDIT_CONCLUSION),
        item(5, ItemType.COUNCIL_REPORT));
    assertRefused(
            coop.chain(),
            () -> meetings.draft(annualOn(coop, meetings, agenda, "2026-02-28T20:59:59Z")),
            Reason.MEETING_OUTSIDE_ANNUAL_WINDOW)
        .hasFact("date", "2026-02-28");
    meetings.draft(annualOn(coop, meetings, agenda, "2026-02-28T21:00:00Z"));
    meetings.draft(annualOn(coop, meetings, agenda, "2026-06-30T20:59:59Z"));
    assertRefused(
            coop.chain(),
            () -> meetings.draft(annualOn(coop, meetings, agenda, "2026-06-30T21:00:00Z")),
            Reason.MEETING_OUTSIDE_ANNUAL_WINDOW)
        .hasFact("date", "2026-07-01");
  }

  @CoopTest(startsAt = START)
  void expire_endsAMeetingThatNobodyOpened_afterItsClosing(Cooperative coop, Meetings meetings) {
    long id = meetings.convene(
        Steps.plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(11), Duration.ofDays(1));
    Action expire =
        coop.actions().act(CooperativeAccounts.MEETING, new MeetingActions.Expire(id), founder(3));
    assertRefused(coop.chain(), () -> coop.chain().push(expire), Reason.MEETING_TOO_EARLY);
    coop.advance(Duration.ofDays(12));
    assertRefused(
        coop.chain(), () -> coop.chain().push(meetings.open(id)), Reason.MEETING_TIME_PASSED);
    coop.chain().push(expire);
    assertThat(meetings.meeting(id).snapshot().failure()).isEqualTo(FailureCause.NOT_OPENED);
    coop.advance(Duration.ofHours(1));
    assertRefused(coop.chain(), () -> coop.chain().push(expire), Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("AGENDA-07")
  @Tag("MEET-25")
  void officers_areDifferentMembersNamedOnTheAgenda(Cooperative coop, Meetings meetings) {
    long same = meetings.draft(meetings.draft(
        MeetingKind.EXTRAORDINARY, plainAgenda(), CHAIRMAN, CHAIRMAN, Duration.ofDays(20), DAY));
    long convening = meetings.decide(same);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(meetings.convene(same, convening)),
        Reason.MEETING_OFFICERS_SAME);
    Agenda electing = agenda(election(1, ItemType.MEETING_CHAIR, founder(3)));
    assertRefused(
            coop.chain(),
            () -> meetings.draft(draft(meetings, electing, Duration.ofDays(20))),
            Reason.CANDIDATE_NOT_ON_AGENDA)
        .hasFact("account", "founder1")
        .hasFact("item", "MEETING_CHAIR");
    Name stranger = Name.of("stranger");
    long id = meetings.draft(meetings.draft(
        MeetingKind.EXTRAORDINARY, plainAgenda(), stranger, founder(2), Duration.ofDays(20), DAY));
    long decision = meetings.decide(id);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(meetings.convene(id, decision)),
            Reason.NOT_ON_ROLL)
        .hasFact("account", "stranger");
  }

  private static AgendaItem renumbered(AgendaItem item, int number) {
    return new AgendaItem(
        number, item.type(), item.title(), item.draftDecision(), item.candidates(), item.subject());
  }

  private static Action draft(Meetings meetings, Agenda agenda, Duration opensIn) {
    return meetings.draft(MeetingKind.EXTRAORDINARY, agenda, CHAIRMAN, founder(2), opensIn, DAY);
  }

  private static Action annual(Meetings meetings, Agenda agenda, Duration opensIn) {
    return meetings.draft(MeetingKind.ANNUAL, agenda, CHAIRMAN, founder(2), opensIn, DAY);
  }

  private static Action annualOn(
      Cooperative coop, Meetings meetings, Agenda agenda, String opensAt) {
    return annual(meetings, agenda, Duration.between(coop.now(), Instant.parse(opensAt)));
  }

  private static Optional<NoticeRecord> notice(Cooperative coop, long id, Name member) {
    return coop.chain()
        .chain()
        .row(
            CooperativeAccounts.MEETING,
            new Name(id),
            Name.of("notices"),
            member.value(),
            NoticeRecord.class);
  }
}
