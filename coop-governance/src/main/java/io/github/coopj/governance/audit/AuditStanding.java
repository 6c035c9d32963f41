package io.github.coopj.governance.audit;

/** What a Revision commission is able to do at a moment (AUDIT-01, AUDIT-04). */
public enum AuditStanding {
  /** As many members are in office as it needs. */
  COMPLETE,
  /** Some are in office, but too few: running checks may be finished, nothing new begun. */
  INCOMPLETE,
  /** Nobody is in office: nothing can be done. */
  EXPIRED
}
