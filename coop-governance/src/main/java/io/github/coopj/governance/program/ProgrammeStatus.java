package io.github.coopj.governance.program;

/** Which state of {@link Programme} a stored row is in. */
public enum ProgrammeStatus {
  /** The regulation is written, the Council has not approved it. */
  DRAFT,
  /** Approved: members may consent and contribute. */
  ACTIVE,
  /** Ended by the Council. */
  CLOSED
}
