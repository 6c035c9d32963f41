package io.github.coopj.governance.council;

/** What is checked before the Chairman signs (CHAIR-12). */
public enum ComplianceCheck {
  /** The vote was counted by the charter that is in force. */
  CHARTER,
  /** It is not kept for the general meeting, and not contrary to what the meeting decided (MEET-12, MEET-24). */
  COMPETENCE,
  /** Programmes, regulations and expenses rest on papers. */
  MATERIALS,
  /** An admission or expense meets its criteria, which are among the papers. */
  CRITERIA,
  /** Whoever voted for is still in office and answers for the decision. */
  VOTERS,
  /** The signature is not overdue. */
  TIME
}
