package io.github.coopj.governance.meeting;

import io.github.coopj.core.time.TimePointSec;

/**
 * One cycle of a meeting, for the minutes.
 *
 * @param cycle number of the cycle, 1 or more
 * @param required least number present for a quorum
 * @param present number of members whose ballots were accepted
 * @param opensAt when voting opened
 * @param closesAt when voting closed
 */
public record CycleRecord(
    int cycle, long required, long present, TimePointSec opensAt, TimePointSec closesAt) {
  /**
   * Whether the cycle had a quorum.
   *
   * @return true if enough were present
   */
  public boolean isMet() {
    return present >= required;
  }
}
