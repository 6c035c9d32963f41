package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;

/**
 * Who holds the key of secret votes, and how long they have (MEET-03, MEET-13).
 *
 * @param trustees the least number of trustees that make a key, 3 to 32
 * @param threshold the least number of them who decrypt together, 2 to {@code trustees}
 * @param decryptDays days after the end of voting in which they decrypt; then the secret items may be given up; 1 or more
 */
public record SecretPolicy(int trustees, int threshold, int decryptDays) {
  /** Refuses more who decrypt than there are. */
  public SecretPolicy {
    if (threshold > trustees) {
      throw new InvalidValueException(
          "secret.threshold must not be above secret.trustees " + trustees + ", got " + threshold);
    }
  }
}
