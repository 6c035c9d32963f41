package io.github.coopj.governance.council;

/** How far a session of the Council has come. */
public enum SessionStatus {
  /** Called together. */
  CALLED,
  /** Questions are put. */
  RUNNING,
  /** Over, with minutes. An end. */
  CLOSED
}
