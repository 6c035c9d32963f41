package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;

/**
 * Which ballots a general meeting takes beside a member's own of this cycle (BALLOT-04, BALLOT-09, MEET-21).
 *
 * @param requireAll whether a ballot must answer every item; otherwise an unanswered item is blank
 * @param maxProxies how many other members one member may vote for in a cycle, 0 to {@link #MOST_PROXIES}; 0 where
 *     everybody votes himself
 * @param carryOver whether ballots of a cycle without a quorum count in the next one
 * @param runningTally whether the votes on open items may be added up while voting goes on; those on secret ones never (TALLY-01)
 */
public record BallotPolicy(
    boolean requireAll, int maxProxies, boolean carryOver, boolean runningTally) {
  /** The most that a charter may allow one proxy. */
  public static final int MOST_PROXIES = 100;

  /** Refuses a number of proxies out of range. */
  public BallotPolicy {
    if (maxProxies < 0 || maxProxies > MOST_PROXIES) {
      throw new InvalidValueException(
          "proxy.max must lie between 0 and " + MOST_PROXIES + ", got " + maxProxies);
    }
  }
}
