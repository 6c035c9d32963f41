package io.github.coopj.governance.notice;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * Reactions to the notice of one meeting as they are stored.
 *
 * @param meeting number of the meeting
 * @param agenda digest of the agenda that members were notified of
 * @param eligible number of members on the roll
 * @param closesAt first second in which reactions are no longer taken
 * @param entries last reactions by account, ascending
 */
public record ReactionRecord(
    @AbiType("uint64") long meeting,
    Checksum256 agenda,
    @AbiType("uint64") long eligible,
    TimePointSec closesAt,
    List<ReactionEntry> entries) {
  /** Copies the entries. */
  public ReactionRecord {
    entries = List.copyOf(entries);
  }
}
