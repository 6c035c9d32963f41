package io.github.coopj.governance.meeting;

/** What became of an agenda item. */
public enum ItemOutcome {
  /** Not counted yet, or the cycle had no quorum. */
  PENDING,
  /** The majority for this type of item was reached. */
  ADOPTED,
  /** It was not; a tie is rejected too (MEET-14). */
  REJECTED
}
