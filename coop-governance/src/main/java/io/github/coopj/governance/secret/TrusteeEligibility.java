package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;

/** Answers who may be a trustee of a meeting. */
public interface TrusteeEligibility {
  /**
   * Number on the roll of the meeting.
   *
   * @return 0 or more
   */
  long members();

  /**
   * Whether an account is on the roll.
   *
   * @param account an account
   * @return true if it may vote in the meeting
   */
  boolean isOnRoll(Name account);

  /**
   * Whether an account stands for an office in the meeting.
   *
   * @param account an account
   * @return true for a candidate of any item
   */
  boolean isCandidate(Name account);

  /**
   * Whether an account sits in the Council.
   *
   * @param account an account
   * @return true for a member of the Council
   */
  boolean isInCouncil(Name account);
}
