package io.github.coopj.governance.body;

/** How one member votes on one question. Every vote counts one (IND-04). */
public enum Vote {
  /** For (за). */
  FOR,
  /** Against (против). */
  AGAINST,
  /** Abstained (воздержался): present, but neither for nor against. */
  ABSTAIN,
  /**
   * Recused himself (самоотвод) for an interest of his own in the question: no vote. In the Council he counts neither as
   * a voter nor in the base of majority and quorum.
   */
  RECUSED
}
