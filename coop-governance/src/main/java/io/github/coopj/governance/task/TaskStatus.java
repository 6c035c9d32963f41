package io.github.coopj.governance.task;

/** What became of a task. */
public enum TaskStatus {
  /** Set. */
  OPEN,
  /** Accepted by a member of the body that has to carry it out. */
  ACCEPTED,
  /** Carried out, with evidence. */
  DONE,
  /** Objected to, with grounds. */
  DISPUTED
}
