package io.github.coopj.governance.duty;

import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.AnnualWindow;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MeetingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;

/** One annual meeting for each financial year that ended after the founding (MEET-06). */
final class AnnualMeetingDuty implements DutyRule {
  @Override
  public void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    Charter charter = record.charters().inForce(now);
    ZoneId zone = charter.zone();
    AnnualWindow window = AnnualWindow.near(
        LocalDate.ofInstant(now, zone), charter.financialYearEnd(), charter.annual());
    LocalDate founded = LocalDate.ofInstant(record.foundedAt(), zone);
    boolean held =
        record.meetings().stream().anyMatch(meeting -> isAnnualIn(window, zone, meeting));
    if (!founded.isAfter(window.yearEnd()) && !held) {
      owed.accept(Duty.until(
          DutyKind.ANNUAL_MEETING,
          "financial year to " + window.yearEnd(),
          window.yearEnd().plusDays(1).atStartOfDay(zone).toInstant(),
          window.until().atStartOfDay(zone).toInstant(),
          now));
    }
  }

  private static boolean isAnnualIn(
      AnnualWindow window, ZoneId zone, GeneralMeetingRecord meeting) {
    return meeting.kind() == MeetingKind.ANNUAL
        && meeting.status() == MeetingStatus.HELD
        && window.contains(LocalDate.ofInstant(meeting.opensAt().toInstant(), zone));
  }
}
