package io.github.coopj.governance.section;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.Roll;
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

  /**
   * The run-off that a section owes (KU-16). A run-off that elected nobody is over: the election begins anew.
   *
   * @param section number of the section
   * @param held meetings with quorum, of any section, in any order
   * @return the two who stand, empty unless its last election ended in a run-off
   */
  public static List<Name> runOff(long section, List<CompetentMeeting> held) {
    List<CompetentMeeting> elections = new ArrayList<>();
    for (CompetentMeeting meeting : held) {
      boolean elects = !meeting
          .snapshot()
          .call()
          .agenda()
          .candidatesFor(ItemType.SECTION_CHAIR)
          .isEmpty();
      if (meeting.section() == section && elects) {
        elections.add(meeting);
      }
    }
    elections.sort(
        Comparator.comparing(CompetentMeeting::decidedAt).thenComparingLong(CompetentMeeting::id));
    List<Name> owed = List.of();
    for (CompetentMeeting meeting : elections) {
      ChairElection election = of(meeting);
      boolean again =
          owed.size() == election.persons().size() && owed.containsAll(election.persons());
      owed = election.kind() == Kind.RUN_OFF && !again ? election.persons() : List.of();
    }
    return owed;
  }

  /**
   * Refuses candidates other than the two of a run-off that is owed, as long as both belong to the section (KU-16).
   *
   * @param call what a meeting is called for
   * @param roll members of the section
   * @param held meetings with quorum that were held before
   * @throws GovernanceException RUN_OFF_DUE
   */
  static void requireRunOff(SectionCall call, Roll roll, List<CompetentMeeting> held) {
    List<Name> candidates = call.agenda().candidatesFor(ItemType.SECTION_CHAIR);
    List<Name> owed = runOff(call.section(), held);
    boolean possible = !owed.isEmpty() && owed.stream().allMatch(roll::contains);
    boolean same = candidates.size() == owed.size() && candidates.containsAll(owed);
    if (!candidates.isEmpty() && possible && !same) {
      throw new GovernanceException(
          Reason.RUN_OFF_DUE, "section", call.section(), "candidates", owed);
    }
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
