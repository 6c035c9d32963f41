package io.github.coopj.governance.council;

/** Why a question was not adopted by vote. */
public enum Rejection {
  /** Fewer members voted than the charter asks for, or neither the Chairman nor a deputy where it asks for one. */
  NO_QUORUM,
  /** Too few votes for. */
  NO_MAJORITY,
  /** Exactly half of the base voted for, and no casting vote is among them. */
  TIE,
  /** Fewer than two members voted on the suspension of the Chairman. */
  TOO_FEW_VOTERS,
  /** Every member in office recused himself, or none is left: the general meeting alone can decide. */
  NOBODY_ENTITLED
}
