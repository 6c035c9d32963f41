package io.github.coopj.governance.section;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.List;

/** Too few came. */
public final class MissedMeeting extends SectionMeeting {
  MissedMeeting(SectionMeetingRecord row) {
    super(row);
  }

  /**
   * Calls the meeting again: same agenda, same roll, and the quorum of repeats (KU-14). Ballots name their cycle, so those
   * of the missed one count no more.
   *
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   * @param charter the charter of the call
   * @param now the moment
   * @return the meeting in its next cycle
   * @throws GovernanceException CHARTER_VERSION_MISMATCH, MEETING_TIMES_INVALID if it opens before the last cycle closed or
   *     closes before it opens, NOTICE_LATE
   */
  public CalledMeeting repeat(
      TimePointSec opensAt, TimePointSec closesAt, Charter charter, Instant now) {
    requireCharter(row, charter);
    if (opensAt.compareTo(row.closesAt()) < 0 || closesAt.compareTo(opensAt) <= 0) {
      throw new GovernanceException(
          Reason.MEETING_TIMES_INVALID,
          "now",
          TimePointSec.of(now),
          "opensAt",
          opensAt,
          "closesAt",
          closesAt);
    }
    requireNotice(opensAt, charter, now);
    return new CalledMeeting(new SectionMeetingRecord(
        row.call(),
        row.charterVersion(),
        SectionMeetingStatus.CALLED,
        row.members(),
        row.rollDigest(),
        row.calledAt(),
        row.cycle() + 1,
        opensAt,
        closesAt,
        row.cycles(),
        List.of()));
  }
}
