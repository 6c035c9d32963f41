package io.github.coopj.governance.board;

/** Kinds of units that the Board directs (BOARD-07). */
public enum UnitKind {
  /** Branch (филиал). */
  BRANCH,
  /** Representative office (представительство). */
  OFFICE,
  /** Any other unit, such as a department. */
  OTHER
}
