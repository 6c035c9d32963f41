package io.github.coopj.governance.audit;

/** How far a question of the Revision commission has come. */
public enum AuditQuestionStatus {
  /** Members may vote. */
  VOTING,
  /** Adopted by vote, and in force by the signatures of those who voted for. An end. */
  ADOPTED,
  /** Not adopted. An end. */
  REJECTED
}
