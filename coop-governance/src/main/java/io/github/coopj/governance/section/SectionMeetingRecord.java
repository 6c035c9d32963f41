package io.github.coopj.governance.section;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * A meeting of a section as it is stored.
 *
 * @param call what it was called for
 * @param charterVersion version of the charter whose rules govern it
 * @param status state
 * @param members members of the section on the frozen roll, 1 or more
 * @param rollDigest digest of the roll
 * @param calledAt when it was called: the roll is of this moment
 * @param cycle cycle, 1 or more
 * @param opensAt when voting of this cycle opens
 * @param closesAt when voting of this cycle closes
 * @param cycles finished cycles in order; only the last can have a quorum
 * @param items counts in the order of the agenda; empty without a quorum
 */
public record SectionMeetingRecord(
    SectionCall call,
    int charterVersion,
    SectionMeetingStatus status,
    long members,
    Checksum256 rollDigest,
    TimePointSec calledAt,
    int cycle,
    TimePointSec opensAt,
    TimePointSec closesAt,
    List<SectionCycle> cycles,
    List<SectionItem> items) {
  /** Copies the lists. */
  public SectionMeetingRecord {
    cycles = List.copyOf(cycles);
    items = List.copyOf(items);
  }
}
