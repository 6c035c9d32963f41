package io.github.coopj.governance.agenda;

/** Who puts a question on the agenda. */
public enum ProposalSource {
  /** A member, with as many supporters as the charter asks (AGENDA-03). */
  MEMBER,
  /** The Revision commission (AGENDA-02). */
  AUDIT,
  /** The Revision commission that disagrees with the Council or the Board; cannot be refused (MEET-30). */
  ESCALATION
}
