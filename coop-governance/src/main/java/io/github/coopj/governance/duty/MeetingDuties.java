package io.github.coopj.governance.duty;

import io.github.coopj.governance.meeting.GeneralMeetingRecord;
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
        case COUNTED -> owed.accept(Duty.open(DutyKind.SIGN_MINUTES, about, closes));
        default -> {
          // nothing is waited for
        }
      }
    }
  }
}
