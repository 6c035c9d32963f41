package io.github.coopj.governance.agenda;

/** How far a demand for a meeting has come. */
public enum DemandStatus {
  /** Members sign. */
  COLLECTING,
  /** Enough demanded; the Council owes a meeting. */
  PRESENTED,
  /** The Council convened the meeting. */
  MET,
  /** The Council let its time pass. */
  BREACHED,
  /** Who demanded convened himself after that. */
  CONVENED
}
