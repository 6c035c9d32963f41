package io.github.coopj.governance.agenda;

/** Who puts a question on the agenda. */
public enum ProposalSource {
  /** A member, with as many supporters as the charter asks (AGENDA-03). */
  MEMBER,
  /** The Revision commission (AGENDA-02). */
  AUDIT,
  /** The Revision commission that disagrees with the Council or the Board; cannot be refused (MEET-30). */
  ESCALATION,
  /** A decision of the Council whose signature is missing or refused for too long; cannot be refused (CHAIR-11). */
  SIGNATURE;

  /**
   * Whether the Council cannot refuse it.
   *
   * @return true for what was passed on to the general meeting over the Council's head
   */
  public boolean isCompelling() {
    return this == ESCALATION || this == SIGNATURE;
  }
}
