package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.convene;
import static io.github.coopj.governance.meeting.Fixtures.draft;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.notifyEach;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.proof;
import static io.github.coopj.governance.meeting.Fixtures.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.notice.Delivery;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConvenedMeetingTest {
  private static final Charter PLATFORM = platform();

  private static final Agenda ONE = agenda(ItemType.OTHER);

  @Test
  @Tag("NOTICE-03")
  void notify_onePerRollMember_untilTheLastDay() {
    ConvenedMeeting convened = convene(draft(ONE, PLATFORM), members(4), PLATFORM);
    Instant last = Instant.parse("2026-04-17T20:59:59Z");
    assertThat(tell(convened, member(1), PLATFORM, last).snapshot().notified()).isEqualTo(1);
    assertRefused(
        () -> tell(convened, member(1), PLATFORM, last.plusSeconds(1)),
        "NOTICE_LATE days=9 required=10 lastDay=2026-04-17");
    assertRefused(
        () -> convened.noticeTo(
            member(7), false, Set.of(NoticeChannel.PUSH), Optional.empty(), PLATFORM),
        "NOT_ON_ROLL account=" + member(7) + " meeting=7");
    Told told = convened.send(
        proof(convened, member(1), PLATFORM), NoticeChannel.PUSH, paper("sent"), PLATFORM, NOW);
    assertRefused(
        () -> told.meeting().send(told.proof(), NoticeChannel.PUSH, paper("again"), PLATFORM, NOW),
        "ALREADY_NOTIFIED account=" + member(1) + " cycle=1");
  }

  @Test
  @Tag("NOTICE-04")
  void notify_reorganization_needsThirtyDays() {
    ConvenedMeeting convened = convene(
        draft(agenda(ItemType.OTHER, ItemType.REORGANIZATION), PLATFORM), members(4), PLATFORM);
    Instant last = Instant.parse("2026-03-28T20:59:59Z");
    assertThat(tell(convened, member(1), PLATFORM, last).snapshot().notified()).isEqualTo(1);
    assertRefused(
        () -> tell(convened, member(1), PLATFORM, last.plusSeconds(1)),
        "NOTICE_LATE days=29 required=30 lastDay=2026-03-28");
  }

  @Test
  @Tag("NOTICE-06")
  void open_withAMemberNotNotified_isBlocked_unlessTheCharterOnlyFlagsIt() {
    ConvenedMeeting three = convene(draft(ONE, PLATFORM), members(4), PLATFORM);
    for (int i = 0; i < 3; i++) {
      three = tell(three, member(i), PLATFORM, NOW);
    }
    ConvenedMeeting convened = three;
    assertRefused(() -> convened.open(PLATFORM, OPENS), "MEMBERS_NOT_NOTIFIED notified=3 of 4");
    assertThat(tell(convened, member(3), PLATFORM, NOW)
            .open(PLATFORM, OPENS)
            .snapshot()
            .status())
        .isEqualTo(MeetingStatus.OPEN);
    Charter lenient = platform("\"notice.blockIfUndelivered\": false");
    assertThat(convene(draft(ONE, lenient), members(4), lenient)
            .open(lenient, OPENS)
            .snapshot()
            .notified())
        .as("the report still shows who was not notified")
        .isZero();
  }

  @Test
  @Tag("NOTICE-03")
  @Tag("NOTICE-07")
  void report_thatANoticeFailed_takesItBack_andLetsTheNextWayBeTried() {
    ConvenedMeeting convened = convene(draft(ONE, PLATFORM), members(4), PLATFORM);
    NoticeChannel first = PLATFORM.notice().channels().get(0);
    NoticeChannel second = PLATFORM.notice().channels().get(1);
    Told told =
        convened.send(proof(convened, member(1), PLATFORM), first, paper("sent"), PLATFORM, NOW);
    Told delivered =
        told.meeting().report(told.proof(), Delivery.DELIVERED, paper("read"), PLATFORM);
    assertThat(delivered.meeting().snapshot().notified()).isEqualTo(1);
    assertThat(delivered.proof().isNotified()).isTrue();
    assertRefused(
        () -> delivered
            .meeting()
            .report(delivered.proof(), Delivery.FAILED, paper("again"), PLATFORM),
        Reason.WRONG_STATE);
    Told failed = told.meeting().report(told.proof(), Delivery.FAILED, paper("bounced"), PLATFORM);
    assertThat(failed.meeting().snapshot().notified()).isZero();
    Told again = failed.meeting().send(failed.proof(), second, paper("mail"), PLATFORM, NOW);
    assertThat(again.meeting().snapshot().notified()).isEqualTo(1);
    assertThat(again.proof().snapshot().attempts()).hasSize(2);
  }

  @Test
  @Tag("NOTICE-06")
  void report_thatALateNoticeFailed_takesNothingBack() {
    Charter lenient = platform("\"notice.blockIfUndelivered\": false");
    ConvenedMeeting convened =
        tell(convene(draft(ONE, lenient), members(4), lenient), member(0), lenient, NOW);
    Told late = convened.send(
        proof(convened, member(1), lenient),
        lenient.notice().channels().get(0),
        paper("sent"),
        lenient,
        OPENS.minusSeconds(1));
    assertThat(late.meeting().snapshot().notified()).isEqualTo(1);
    Told failed = late.meeting().report(late.proof(), Delivery.FAILED, paper("lost"), lenient);
    assertThat(failed.meeting().snapshot().notified()).isEqualTo(1);
  }

  @Test
  @Tag("NOTICE-01")
  void report_onTheProofOfAnotherNotice_isRefused() {
    ConvenedMeeting convened = convene(draft(ONE, PLATFORM), members(4), PLATFORM);
    ConvenedMeeting other = convene(draft(agenda(ItemType.UNION), PLATFORM), members(4), PLATFORM);
    Told told = other.send(
        proof(other, member(1), PLATFORM),
        PLATFORM.notice().channels().get(0),
        paper("sent"),
        PLATFORM,
        NOW);
    assertRefused(
        () -> convened.report(told.proof(), Delivery.DELIVERED, paper("read"), PLATFORM),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertThat(convened
            .noticeTo(
                member(1),
                true,
                Set.of(NoticeChannel.PUSH),
                Optional.of(told.proof().snapshot()),
                PLATFORM)
            .isNotified())
        .as("a notice of another agenda tells nothing of this one")
        .isFalse();
  }

  @Test
  @Tag("MEET-17")
  void open_onlyBetweenAppointedTimes() {
    ConvenedMeeting convened =
        notifyEach(convene(draft(ONE, PLATFORM), members(4), PLATFORM), PLATFORM, NOW);
    assertRefused(
        () -> convened.open(PLATFORM, OPENS.minusSeconds(1)),
        "MEETING_TOO_EARLY now=2026-04-27T08:59:59 from=2026-04-27T09:00:00");
    assertThat(convened.open(PLATFORM, OPENS).snapshot().status()).isEqualTo(MeetingStatus.OPEN);
    assertThat(convened.open(PLATFORM, CLOSES.minusSeconds(1)).snapshot().status())
        .isEqualTo(MeetingStatus.OPEN);
    assertRefused(
        () -> convened.open(PLATFORM, CLOSES),
        "MEETING_TIME_PASSED now=2026-04-27T17:00:00 until=2026-04-27T17:00:00");
  }

  @Test
  void expire_afterClosingTime_failsAMeetingThatWasNeverOpened() {
    ConvenedMeeting convened = convene(draft(ONE, PLATFORM), members(4), PLATFORM);
    assertRefused(() -> convened.expire(CLOSES.minusSeconds(1)), Reason.MEETING_TOO_EARLY);
    assertThat(convened.expire(CLOSES).cause()).isEqualTo(FailureCause.NOT_OPENED);
  }
}
