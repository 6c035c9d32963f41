package io.github.coopj.governance.ledger;

/** How far a recorded transfer has come. */
public enum TransferStatus {
  /** Done; for a pending transfer: posted in part or whole. */
  POSTED,
  /** Held back. */
  PENDING,
  /** Voided, or what voided it. */
  VOIDED,
  /** Its time ran out. */
  EXPIRED
}
