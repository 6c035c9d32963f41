package io.github.coopj.governance.agenda;

/** How a post takes an item of the agenda (AGENDA-15). */
public enum Stance {
  /** Argues for it. */
  FOR,
  /** Argues against it. */
  AGAINST,
  /** Asks or tells. */
  NEUTRAL
}
