package io.github.coopj.governance.act;

/** What became of a request for a power of attorney. */
public enum AttorneyStatus {
  /** The Chairman has not answered. */
  REQUESTED,
  /** The Chairman refused, or let his time pass; the Council decides. */
  ESCALATED,
  /** The power was issued. */
  ISSUED
}
