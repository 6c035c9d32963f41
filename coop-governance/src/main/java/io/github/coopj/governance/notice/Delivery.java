package io.github.coopj.governance.notice;

/** What became of one attempt to reach a member. */
public enum Delivery {
  /** Handed to the carrier. */
  SENT,
  /** The carrier says that it arrived. */
  DELIVERED,
  /** The carrier says that it did not. */
  FAILED
}
