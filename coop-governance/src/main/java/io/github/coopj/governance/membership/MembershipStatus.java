package io.github.coopj.governance.membership;

/** How far a membership has come. */
public enum MembershipStatus {
  /** Applied; the Council has not decided (USER-10). */
  APPLIED,
  /** Member (пайщик). */
  ACTIVE,
  /** Not admitted. A new application may take its place. */
  REFUSED,
  /** Left. An end. */
  EXITED
}
