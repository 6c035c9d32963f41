package io.github.coopj.governance.duty;

import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.GeneralMeeting;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.task.TaskSource;
import java.time.Instant;
import java.util.function.Consumer;

/** What a general meeting waits for. */
final class MeetingDuties implements DutyRule {
  @Override
  public void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    for (GeneralMeetingRecord meeting : record.meetings()) {
      String about = "meeting " + meeting.id();
      Instant opens = meeting.opensAt().toInstant();
      Instant closes = meeting.closesAt().toInstant();
      switch (meeting.status()) {
        case CONVENED -> {
          if (!now.isBefore(opens)) {
            owed.accept(Duty.until(DutyKind.OPEN_MEETING, about, opens, closes, now));
          }
        }
        case OPEN -> {
          if (!now.isBefore(closes)) {
            owed.accept(Duty.open(DutyKind.CLOSE_MEETING, about, closes));
          }
        }
        case COUNTING -> owed.accept(Duty.open(DutyKind.CLOSE_MEETING, about, closes));
        case QUORUM_MISSED -> owed.accept(Duty.open(DutyKind.REPEAT_MEETING, about, closes));
        case COUNTED -> sign(record, meeting, about, now, owed);
        case HELD -> carryOut(record, meeting, now, owed);
        default -> {
          // nothing is waited for
        }
      }
    }
  }

  private static void sign(
      CooperativeRecord record,
      GeneralMeetingRecord meeting,
      String about,
      Instant now,
      Consumer<Duty> owed) {
    Charter charter = record.charters().version(meeting.charterVersion());
    Instant due = GeneralMeeting.restore(meeting).requireCounted().signaturesDue(charter);
    owed.accept(Duty.until(DutyKind.SIGN_MINUTES, about, meeting.closesAt().toInstant(), due, now));
    if (meeting.signing().isEscalated()) {
      owed.accept(Duty.open(
          DutyKind.MINUTES_UNSIGNED, about, meeting.signing().escalatedAt().toInstant()));
    }
  }

  /** What the meeting adopted is the Council's to organise, until a task stands for it (MEET-24). */
  private static void carryOut(
      CooperativeRecord record, GeneralMeetingRecord meeting, Instant now, Consumer<Duty> owed) {
    Charter charter = record.charters().version(meeting.charterVersion());
    Instant since = meeting.heldAt().toInstant();
    Instant until = since
        .atZone(charter.zone())
        .toLocalDate()
        .plusDays(charter.taskDays() + 1L)
        .atStartOfDay(charter.zone())
        .toInstant();
    for (MeetingDecision decision : GeneralMeeting.restore(meeting).toCarryOut()) {
      if (!isTask(record, decision.id())) {
        owed.accept(Duty.until(
            DutyKind.CARRY_OUT_DECISION, "decision " + decision.id(), since, until, now));
      }
    }
  }

  private static boolean isTask(CooperativeRecord record, long decision) {
    return record.tasks().stream()
        .anyMatch(task -> task.source() == TaskSource.MEETING && task.decision() == decision);
  }
}
