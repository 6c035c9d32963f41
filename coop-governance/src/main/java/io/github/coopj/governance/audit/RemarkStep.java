package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * One step of a remark.
 *
 * @param by who took it; empty if it was not taken
 * @param at when; the epoch if it was not taken
 * @param paper digest of the paper it stands on
 */
public record RemarkStep(Name by, TimePointSec at, Checksum256 paper) {
  /** Not taken. */
  public static final RemarkStep NONE =
      new RemarkStep(Name.EMPTY, TimePointSec.EPOCH, Checksum256.ZERO);

  /**
   * Whether the step was taken.
   *
   * @return whether somebody took it
   */
  public boolean isTaken() {
    return !by.isEmpty();
  }
}
