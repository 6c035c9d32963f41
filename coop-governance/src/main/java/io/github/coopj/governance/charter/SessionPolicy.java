package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;

/**
 * Sessions of the Council and what happens without its Chairman (COUNCIL-18, COUNCIL-26).
 *
 * @param absenteeIsSession whether an absentee vote counts as the session of its month
 * @param suspensionDays days in which a general meeting must be convened after the Chairman was suspended
 */
public record SessionPolicy(boolean absenteeIsSession, int suspensionDays) {
  /** Refuses a suspension that would lapse at once. */
  public SessionPolicy {
    if (suspensionDays < 1) {
      throw new InvalidValueException(
          "council.suspensionDays must be 1 or more, got " + suspensionDays);
    }
  }
}
