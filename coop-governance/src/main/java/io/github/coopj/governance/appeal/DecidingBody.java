package io.github.coopj.governance.appeal;

/** Bodies whose decisions the general meeting can change or cancel (MEET-11). */
public enum DecidingBody {
  /** Council (совет). */
  COUNCIL,
  /** Board (правление). */
  BOARD,
  /** Meeting of a section (собрание кооперативного участка). */
  SECTION
}
