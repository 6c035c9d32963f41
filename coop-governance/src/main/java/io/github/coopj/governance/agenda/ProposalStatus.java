package io.github.coopj.governance.agenda;

/** How far a proposal has come (AGENDA-10). */
public enum ProposalStatus {
  /** The Council has not decided. */
  SUBMITTED,
  /** The Council put it on an agenda. */
  INCLUDED,
  /** The Council refused it with a reason. */
  REFUSED,
  /** A court put it on an agenda after the refusal. */
  COMPELLED
}
