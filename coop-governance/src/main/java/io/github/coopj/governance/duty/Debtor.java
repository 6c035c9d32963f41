package io.github.coopj.governance.duty;

/** Who owes a duty. */
public enum Debtor {
  /** The general meeting (общее собрание). */
  GENERAL_MEETING,
  /** The Council (совет). */
  COUNCIL,
  /** The Chairman of the Council, or who acts for him (председатель совета). */
  COUNCIL_CHAIRMAN,
  /** The chairman of the Board, or of the Council where there is no Board (председатель правления). */
  BOARD_CHAIRMAN,
  /** The body or person that a task or an item of a plan names. */
  EXECUTOR,
  /** The Board (правление). */
  BOARD,
  /** The Revision commission (ревизионная комиссия). */
  AUDIT,
  /** The members of a section, at their meeting (собрание кооперативного участка). */
  SECTION,
  /** Chairman and secretary of a general meeting, as far as the charter has them sign. */
  MEETING_OFFICERS,
  /** Anybody: the rules allow everybody to make the move, and only the time matters. */
  ANYBODY
}
