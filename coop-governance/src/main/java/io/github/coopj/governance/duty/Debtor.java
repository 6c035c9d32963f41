package io.github.coopj.governance.duty;

/** Who owes a duty. */
public enum Debtor {
  /** The general meeting (общее собрание). */
  GENERAL_MEETING,
  /** The Council (совет). */
  COUNCIL,
  /** The Chairman of the Council, or who acts for him (председатель совета). */
  COUNCIL_CHAIRMAN,
  /** Chairman and secretary of a general meeting, as far as the charter has them sign. */
  MEETING_OFFICERS,
  /** Anybody: the rules allow everybody to make the move, and only the time matters. */
  ANYBODY
}
