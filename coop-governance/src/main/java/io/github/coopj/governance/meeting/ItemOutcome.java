package io.github.coopj.governance.meeting;

/** What became of an agenda item. */
public enum ItemOutcome {
  /** Not counted yet, or the cycle had no quorum. */
  PENDING,
  /** The majority for this type of item was reached. */
  ADOPTED,
  /** It was not; a tie is rejected too (MEET-14). */
  REJECTED,
  /** It was voted on in secret, and too few trustees decrypted the sums in time (MEET-13). */
  NOT_COUNTED,
  /** A candidate won the majority, but others with more votes took all seats (TALLY-04). */
  NO_SEAT,
  /** A candidate won the majority and is equal with others at the last seat: a run-off decides (TALLY-04). */
  RUN_OFF,
  /** Members were not told of it in time and not all took part, so the votes on it do not count (AGENDA-18). */
  NOT_NOTIFIED
}
