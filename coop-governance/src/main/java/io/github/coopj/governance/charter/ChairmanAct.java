package io.github.coopj.governance.charter;

/** What a charter may let the Chairman of the Council do alone (CHAIR-02, CHAIR-13). */
public enum ChairmanAct {
  /** Represent the cooperative without a power of attorney. */
  REPRESENT,
  /** Conclude contracts up to the spending limit. */
  CONCLUDE_CONTRACTS,
  /** Pay up to the spending limit. */
  PAY,
  /** Open and manage accounts at banks. */
  MANAGE_ACCOUNTS,
  /** Call the Council together and open its absentee votes. */
  CONVENE_COUNCIL,
  /** Issue powers of attorney (доверенность). */
  ISSUE_POWERS_OF_ATTORNEY
}
