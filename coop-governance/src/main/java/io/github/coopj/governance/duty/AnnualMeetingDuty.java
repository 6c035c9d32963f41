package io.github.coopj.governance.duty;

import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.AnnualPolicy;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.AnnualWindow;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.meeting.MeetingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One annual meeting for each financial year that ended after the founding, and where the charter says so within twelve months
 * of the one before (MEET-06). A meeting counts on the date of its first cycle (MEET-09).
 */
final class AnnualMeetingDuty implements DutyRule {
  @Override
  public void collect(CooperativeRecord record, Instant now, Consumer<Duty> owed) {
    Charter charter = record.charters().inForce(now);
    ZoneId zone = charter.zone();
    AnnualWindow window = AnnualWindow.near(
        LocalDate.ofInstant(now, zone), charter.financialYearEnd(), charter.annual());
    LocalDate founded = LocalDate.ofInstant(record.foundedAt(), zone);
    Optional<LocalDate> last = record.meetings().stream()
        .filter(AnnualMeetingDuty::isHeldAnnual)
        .map(meeting -> firstCycleOn(meeting, zone))
        .max(Comparator.naturalOrder());
    boolean held = last.filter(date -> !date.isBefore(window.from())).isPresent();
    if (!founded.isAfter(window.yearEnd()) && !held) {
      LocalDate since = window.yearEnd().plusDays(1);
      owed.accept(Duty.until(
          DutyKind.ANNUAL_MEETING,
          "financial year to " + window.yearEnd(),
          since.atStartOfDay(zone).toInstant(),
          lateFrom(window, since, charter.annual().rule(), last)
              .atStartOfDay(zone)
              .toInstant(),
          now));
    }
  }

  /** First date that is too late: the end of the window, or earlier twelve months after the meeting before. */
  private static LocalDate lateFrom(
      AnnualWindow window, LocalDate since, AnnualPolicy.Rule rule, Optional<LocalDate> last) {
    if (rule == AnnualPolicy.Rule.ONE_PER_FINANCIAL_YEAR) {
      return window.until();
    }
    return last.map(date -> date.plusYears(1).plusDays(1))
        .map(date -> date.isBefore(since) ? since : date)
        .filter(date -> date.isBefore(window.until()))
        .orElse(window.until());
  }

  private static boolean isHeldAnnual(GeneralMeetingRecord meeting) {
    return meeting.kind() == MeetingKind.ANNUAL && meeting.status() == MeetingStatus.HELD;
  }

  private static LocalDate firstCycleOn(GeneralMeetingRecord meeting, ZoneId zone) {
    return LocalDate.ofInstant(meeting.cycles().get(0).opensAt().toInstant(), zone);
  }
}
