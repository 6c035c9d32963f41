package io.github.coopj.governance.audit;

/** What the Revision commission decides on (AUDIT-06, AUDIT-08 to AUDIT-13). */
public enum AuditQuestionType {
  /** Who of its members is chairman (AUDIT-04). */
  ELECT_CHAIR,
  /** To demand a general meeting (AUDIT-12). */
  DEMAND_MEETING,
  /** To propose an item for the agenda of a general meeting (AGENDA-02). */
  PROPOSE_ITEM,
  /** To begin a check (AUDIT-06). */
  CHECK,
  /** What a running check has shown (AUDIT-06). */
  CHECK_RESULT,
  /** The annual conclusion (AUDIT-13). */
  CONCLUSION,
  /** A remark or recommendation to the Council or the Board (AUDIT-09). */
  REMARK,
  /** To pass a disagreement to the general meeting (AUDIT-11). */
  ESCALATE;

  /**
   * Whether a commission that lacks members may still decide on it (AUDIT-04).
   *
   * @return whether it finishes a running check
   */
  public boolean finishesCheck() {
    return this == CHECK_RESULT;
  }
}
