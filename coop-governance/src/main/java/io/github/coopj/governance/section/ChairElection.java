package io.github.coopj.governance.section;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.ItemType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who won the election of the chairman of a section (KU-15, KU-16). With p present, a candidate with v votes is elected if
 * 2v &gt; p and nobody has as many; with nobody above half the two with most votes go into a run-off. Where equal votes
 * hide who is elected or which two are meant, the election is repeated.
 *
 * @param kind what became of the election
 * @param persons who is elected, the two of the run-off by votes and then by name, or nobody
 */
public record ChairElection(Kind kind, List<Name> persons) {
  /** What became of the election. */
  public enum Kind {
    /** One is elected. */
    ELECTED,
    /** The two with most votes stand again. */
    RUN_OFF,
    /** The election is held again. */
    REPEAT
  }

  private record Standing(Name person, long votes) {}

  /** Copies the list. */
  public ChairElection {
    persons = List.copyOf(persons);
  }

  /**
   * Reads the outcome off a counted meeting.
   *
   * @param meeting a meeting of the section with quorum
   * @return the outcome; REPEAT if the agenda elects no chairman
   */
  public static ChairElection of(CompetentMeeting meeting) {
    SectionMeetingRecord row = meeting.snapshot();
    List<Standing> standings = new ArrayList<>();
    for (AgendaItem item : row.call().agenda().items()) {
      if (item.type() == ItemType.SECTION_CHAIR) {
        standings.add(new Standing(
            item.candidates().get(0), row.items().get(item.number() - 1).votesFor()));
      }
    }
    standings.sort(
        Comparator.comparingLong(Standing::votes).reversed().thenComparing(Standing::person));
    return of(standings, meeting.present());
  }

  private static ChairElection of(List<Standing> standings, long present) {
    if (standings.isEmpty()) {
      return repeat();
    }
    long first = standings.get(0).votes();
    long second = votes(standings, 1);
    if (first > present - first) {
      return first > second
          ? new ChairElection(Kind.ELECTED, List.of(standings.get(0).person()))
          : repeat();
    }
    boolean unclear = standings.size() == 2 ? first == second : second == votes(standings, 2);
    return standings.size() < 2 || unclear
        ? repeat()
        : new ChairElection(
            Kind.RUN_OFF, List.of(standings.get(0).person(), standings.get(1).person()));
  }

  private static long votes(List<Standing> standings, int index) {
    return index < standings.size() ? standings.get(index).votes() : -1;
  }

  private static ChairElection repeat() {
    return new ChairElection(Kind.REPEAT, List.of());
  }
}
