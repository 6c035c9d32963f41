package io.github.coopj.governance.ledger;

/**
 * What rules use an account for. A chart says it for its accounts, so that rules name no account numbers; each role but {@link
 * #NONE} and {@link #FUND} stands at one account at most.
 */
public enum AccountRole {
  /** No rule looks for the account. */
  NONE,
  /** Money at the bank. */
  BANK,
  /** Cash on hand. */
  CASH,
  /** Goods. */
  GOODS,
  /** Materials. */
  MATERIALS,
  /** Fixed assets. */
  FIXED_ASSETS,
  /** Intangible assets. */
  INTANGIBLES,
  /** Shares in other cooperatives. */
  SHARES_ELSEWHERE,
  /** Loans to members (займы), by member. */
  LOANS,
  /** Advances to members (авансы), by member. */
  ADVANCES,
  /** What members bring and get on its way to where it belongs, by member. */
  MEMBER_SETTLEMENT,
  /** Shares that are due to members who left, by member. */
  SHARES_TO_RETURN,
  /** Settlements with other cooperatives, by programme. */
  COOPERATIVES,
  /** Minimum shares (минимальные паевые взносы), by member. */
  MINIMUM_SHARE,
  /** Shares under programmes, by member. */
  PROGRAMME_SHARE,
  /** A fund formed of contributions and other receipts; the account names which. */
  FUND,
  /** Income and losses that the meeting has not decided about. */
  RESULT
}
