package io.github.coopj.governance.council;

/** How far a question of the Council has come. */
public enum DecisionStatus {
  /** Members may vote. */
  VOTING,
  /** Adopted by vote; without force until it is signed. */
  PENDING_SIGNATURE,
  /** Not adopted by vote. An end. */
  REJECTED,
  /** Adopted and signed. An end. */
  IN_FORCE,
  /** Adopted, but the signature was refused with grounds. */
  DECLINED,
  /** Adopted, not signed in time: the general meeting decides (CHAIR-11). */
  ESCALATED
}
