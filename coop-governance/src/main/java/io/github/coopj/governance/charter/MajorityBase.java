package io.github.coopj.governance.charter;

/** Of whom the Council's majority is counted (COUNCIL-04). */
public enum MajorityBase {
  /** Of all members in office, whether they voted or not. */
  OFFICE,
  /** Of the members who voted, abstentions included. */
  PRESENT
}
