package io.github.coopj.governance.ledger;

/** On which side the balance of an account grows. */
public enum AccountSide {
  /** Assets (активный счёт): the balance is debits less credits. */
  DEBIT,
  /** What the assets are owed to or held for (пассивный счёт): the balance is credits less debits. */
  CREDIT,
  /** Settlements that may stand on either side (активно-пассивный счёт): the balance is debits less credits, and may be below zero. */
  BOTH
}
