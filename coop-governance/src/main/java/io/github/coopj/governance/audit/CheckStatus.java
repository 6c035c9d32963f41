package io.github.coopj.governance.audit;

/** How far a check has come. */
public enum CheckStatus {
  /** Decided on, not begun. */
  PLANNED,
  /** Members of the commission read records. */
  RUNNING,
  /** The commission has adopted its result. An end. */
  CONCLUDED
}
