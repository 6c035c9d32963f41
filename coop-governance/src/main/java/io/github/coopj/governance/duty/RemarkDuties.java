package io.github.coopj.governance.duty;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.audit.EscalatedRemark;
import io.github.coopj.governance.audit.OpenRemark;
import io.github.coopj.governance.audit.Remark;
import io.github.coopj.governance.audit.RemarkRecord;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MeetingStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What remarks of the Revision commission ask of the Council, the Board and the general meeting. */
final class RemarkDuties implements DutyRule {
  @Override
  public void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    Charter charter = record.charters().inForce(now);
    for (RemarkRecord row : record.remarks()) {
      Remark remark = Remark.restore(row);
      remark.owed().ifPresent(open -> owed.accept(answer(open, charter, now)));
      remark
          .escalated()
          .filter(passed -> !isDecided(passed, record.meetings()))
          .ifPresent(passed -> owed.accept(
              Duty.open(DutyKind.DECIDE_DISAGREEMENT, about(row), row.end().at().toInstant())));
    }
  }

  private static Duty answer(OpenRemark remark, Charter charter, Instant now) {
    RemarkRecord row = remark.snapshot();
    boolean board = row.content().addressee() == Office.Body.BOARD;
    Instant end = remark.dueOn(charter).plusDays(1).atStartOfDay(charter.zone()).toInstant();
    return Duty.until(
        board ? DutyKind.ANSWER_BOARD_REMARK : DutyKind.ANSWER_REMARK,
        about(row),
        row.delivery().at().toInstant(),
        end,
        now);
  }

  private static String about(RemarkRecord row) {
    return "remark " + row.content().id();
  }

  private static boolean isDecided(EscalatedRemark remark, List<GeneralMeetingRecord> meetings) {
    Checksum256 question = remark.disagreement().digest();
    return meetings.stream()
        .filter(meeting -> meeting.status() == MeetingStatus.HELD)
        .flatMap(meeting -> meeting.items().stream())
        .anyMatch(item -> item.subject().equals(question));
  }
}
