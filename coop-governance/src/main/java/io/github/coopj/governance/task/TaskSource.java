package io.github.coopj.governance.task;

/** Where a task comes from. */
public enum TaskSource {
  /** A decision of the general meeting (COUNCIL-13). */
  MEETING,
  /** A decision of the Council (BOARD-03). */
  COUNCIL,
  /** A remark of the Revision commission (AUDIT-10). */
  REMARK
}
