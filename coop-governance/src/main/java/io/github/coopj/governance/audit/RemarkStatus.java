package io.github.coopj.governance.audit;

/** How far a remark has come. */
public enum RemarkStatus {
  /** Decided on, not delivered. */
  ISSUED,
  /** Delivered to the body, which has not answered. */
  DELIVERED,
  /** The body has considered it and agrees; it has yet to carry it out. */
  ACCEPTED,
  /** The body has considered it and disagrees. */
  OBJECTED,
  /** Carried out, with evidence. An end. */
  EXECUTED,
  /** Passed to the general meeting. An end. */
  ESCALATED
}
