package io.github.coopj.governance.section;

import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many came to the meetings of sections, and which sections have not met for long (KU-03).
 *
 * @param entries one entry for each finished cycle, by section, meeting and cycle
 * @param idle active sections without a meeting with quorum in the period of the charter, ascending
 */
public record Turnout(List<Entry> entries, List<Long> idle) {
  /**
   * Who came to one cycle of one meeting.
   *
   * @param section number of the section
   * @param meeting number of the meeting
   * @param cycle number of the cycle
   * @param members members of the section on the roll
   * @param present members present
   */
  public record Entry(long section, long meeting, int cycle, long members, long present) {}

  /** Copies the lists. */
  public Turnout {
    entries = List.copyOf(entries);
    idle = List.copyOf(idle);
  }

  /**
   * Reports on all sections of a cooperative. A section is idle when more calendar days than the charter allows have gone
   * since its last meeting with quorum, or since its founding.
   *
   * @param sections sections of the cooperative
   * @param meetings their meetings
   * @param charter the charter in force
   * @param now the moment
   * @return the report
   */
  public static Turnout of(
      List<? extends Section> sections,
      List<? extends SectionMeeting> meetings,
      Charter charter,
      Instant now) {
    List<Entry> entries = new ArrayList<>();
    for (SectionMeeting meeting : meetings) {
      for (SectionCycle cycle : meeting.row.cycles()) {
        entries.add(new Entry(
            meeting.section(),
            meeting.id(),
            cycle.cycle(),
            meeting.row.members(),
            cycle.present()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::section)
        .thenComparingLong(Entry::meeting)
        .thenComparingInt(Entry::cycle));
    List<Long> idle = new ArrayList<>();
    for (Section section : sections) {
      LocalDate last = LocalDate.ofInstant(lastSign(section, meetings), charter.zone());
      LocalDate today = LocalDate.ofInstant(now, charter.zone());
      if (section.isActive(now) && last.plusDays(charter.sections().idleDays()).isBefore(today)) {
        idle.add(section.id());
      }
    }
    idle.sort(null);
    return new Turnout(entries, idle);
  }

  private static Instant lastSign(Section section, List<? extends SectionMeeting> meetings) {
    Instant last = section.row.activeFrom().toInstant();
    for (SectionMeeting meeting : meetings) {
      if (meeting instanceof CompetentMeeting met && met.section() == section.id()) {
        Instant decided = met.decidedAt().toInstant();
        last = decided.isAfter(last) ? decided : last;
      }
    }
    return last;
  }
}
