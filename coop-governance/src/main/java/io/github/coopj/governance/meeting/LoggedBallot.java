package io.github.coopj.governance.meeting;

/**
 * A ballot of a closed cycle on its way into the count.
 *
 * @param number its number in the cycle, from 1
 * @param ballot the ballot
 * @param last number of the last ballot of the same member in the cycle, as the roll has it; another than {@code number} where
 *     this one was replaced
 */
public record LoggedBallot(long number, Ballot ballot, long last) {
  /**
   * Whether it counts.
   *
   * @return false if its member has cast another after it
   */
  public boolean counts() {
    return number == last;
  }
}
