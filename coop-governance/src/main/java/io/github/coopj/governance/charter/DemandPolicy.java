package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;

/**
 * Demands for an extraordinary meeting (MEET-07, MEET-08).
 *
 * @param ratio share of all members that can demand a meeting; exactly the share is enough
 * @param conveneDays days after the demand is presented until which the Council must convene, 1 or more
 * @param demanderConvenes whether who demanded may convene after these days
 */
public record DemandPolicy(Ratio ratio, int conveneDays, boolean demanderConvenes) {
  /** Refuses a share of nothing and a duty without a day. */
  public DemandPolicy {
    if (ratio.isNone() || conveneDays < 1) {
      throw new InvalidValueException("demand.ratio and demand.conveneDays must be above nothing");
    }
  }
}
