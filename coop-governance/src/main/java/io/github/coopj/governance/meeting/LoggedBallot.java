package io.github.coopj.governance.meeting;

import io.github.coopj.governance.secret.SecretBallot;
import java.util.Optional;

/**
 * A ballot of a closed cycle on its way into the count.
 *
 * @param number its number in the cycle, from 1
 * @param ballot the ballot
 * @param last number of the last ballot of the same member in the cycle, as the roll has it; another than {@code number} where
 *     this one was replaced
 * @param secret its secret part, as it was accepted
 */
public record LoggedBallot(long number, Ballot ballot, long last, Optional<SecretBallot> secret) {
  /**
   * A ballot without a secret part.
   *
   * @param number its number in the cycle, from 1
   * @param ballot the ballot
   * @param last number of the last ballot of the same member
   */
  public LoggedBallot(long number, Ballot ballot, long last) {
    this(number, ballot, last, Optional.empty());
  }

  /**
   * Whether it counts.
   *
   * @return false if its member has cast another after it
   */
  public boolean counts() {
    return number == last;
  }
}
