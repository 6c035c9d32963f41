package io.github.coopj.governance.membership;

/** How far a membership has come. */
public enum MembershipStatus {
  /** Applied; the Council has not decided (USER-10). */
  APPLIED,
  /** Member (пайщик). */
  ACTIVE,
  /** Not admitted. An end; a new application is a new beginning. */
  REFUSED,
  /** Left. An end. */
  EXITED
}
