package io.github.coopj.governance.section;

import io.github.coopj.core.time.TimePointSec;

/**
 * One finished cycle of a meeting of a section.
 *
 * @param cycle 1 for the first, more for repeats
 * @param required least number present for a quorum
 * @param present members whose ballot was accepted
 * @param opensAt when voting opened
 * @param closesAt when voting closed
 */
public record SectionCycle(
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
