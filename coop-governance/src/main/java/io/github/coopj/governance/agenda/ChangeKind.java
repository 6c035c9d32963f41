package io.github.coopj.governance.agenda;

/** What a change does to an agenda (AGENDA-13). */
public enum ChangeKind {
  /** Adds an item. */
  ADD,
  /** Takes an item off. */
  REMOVE,
  /** Puts another wording or another question in the place of an item. */
  AMEND
}
