package io.github.coopj.governance.agenda;

/** How far a change of an agenda has come. */
public enum ChangeStatus {
  /** Supporters are counted until the cut-off. */
  OPEN,
  /** Enough of those who disagree supported it. */
  PASSED,
  /** Too few did. */
  FAILED
}
