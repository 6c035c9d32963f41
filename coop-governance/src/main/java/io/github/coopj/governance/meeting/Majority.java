package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.charter.MajorityRule;

/**
 * Whether an item is adopted. By default more than half of those present must vote for it: 2·for > present, so a tie is
 * rejected and blank answers and abstentions weigh like votes against (MEET-14). The charter may ask for more, by item
 * type (MEET-15).
 */
public final class Majority {
  private Majority() {}

  /**
   * Whether the votes for an item reach its majority.
   *
   * @param votesFor votes for, 0 to {@code present}
   * @param present number of members present, 0 to {@code eligible}
   * @param eligible number on the roll
   * @param rule share, strictness and base for this type of item
   * @return true if adopted; never with no votes for
   */
  public static boolean isAdopted(long votesFor, long present, long eligible, MajorityRule rule) {
    if (votesFor < 0 || votesFor > present || present > eligible) {
      throw new InvalidValueException("votes must satisfy 0 <= for <= present <= eligible, got for="
          + votesFor + " present=" + present + " eligible=" + eligible);
    }
    return rule.isAdopted(votesFor, present, eligible);
  }
}
