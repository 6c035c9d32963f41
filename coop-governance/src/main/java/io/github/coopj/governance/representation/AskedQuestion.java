package io.github.coopj.governance.representation;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.section.CompetentMeeting;
import io.github.coopj.governance.section.SectionMeeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Meetings of sections are asked. */
public final class AskedQuestion extends ReservedQuestion {
  AskedQuestion(ReservedRecord row) {
    super(row);
  }

  /**
   * Sums the votes of the sections. Of each section the last meeting counts that had a quorum, was called after the
   * Council put the question, asked it, and began and ended in the time of this cycle.
   *
   * @param meetings meetings of sections of the cooperative with quorum, in the order of their numbers
   * @param charter the charter of the question
   * @param now the moment, not before the question closes
   * @return {@link DecidedQuestion}, or {@link MissedQuestion} without the quorum of the general meeting
   * @throws GovernanceException CHARTER_VERSION_MISMATCH, MEETING_TOO_EARLY, CYCLES_EXHAUSTED or CYCLE_BELOW_LEGAL_FLOOR
   */
  public ReservedQuestion sum(List<CompetentMeeting> meetings, Charter charter, Instant now) {
    requireCharter(row, charter);
    if (now.isBefore(row.closesAt().toInstant())) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.closesAt());
    }
    SortedMap<Long, CompetentMeeting> last = new TreeMap<>();
    for (CompetentMeeting meeting : meetings) {
      if (counts(meeting)) {
        last.merge(meeting.section(), meeting, AskedQuestion::later);
      }
    }
    List<CompetentMeeting> counted = new ArrayList<>(last.values());
    ReservedItem sums =
        ReservedItem.of(row.call().item(), counted, row.members(), row.cycle(), charter);
    List<Long> numbers = counted.stream().map(SectionMeeting::id).toList();
    return sums.quorum()
        ? new DecidedQuestion(row.summed(ReservedStatus.DECIDED, numbers, sums))
        : new MissedQuestion(row.summed(ReservedStatus.MISSED, numbers, sums));
  }

  private boolean counts(CompetentMeeting meeting) {
    return meeting.itemOn(SectionMeeting.matter(row.call().item())).isPresent()
        && meeting.snapshot().calledAt().compareTo(row.askedAt()) >= 0
        && meeting.snapshot().opensAt().compareTo(row.opensAt()) >= 0
        && meeting.decidedAt().compareTo(row.closesAt()) <= 0;
  }

  private static CompetentMeeting later(CompetentMeeting one, CompetentMeeting other) {
    return other.decidedAt().compareTo(one.decidedAt()) >= 0 ? other : one;
  }
}
