package io.github.coopj.governance.fund;

import io.github.coopj.governance.ledger.AccountRole;

/** In what a contribution is brought, or a share given back. */
public enum AssetKind {
  /** Money at the bank. */
  MONEY(AccountRole.BANK),
  /** Cash on hand. */
  CASH(AccountRole.CASH),
  /** Goods. */
  GOODS(AccountRole.GOODS),
  /** Materials. */
  MATERIALS(AccountRole.MATERIALS),
  /** Fixed assets: buildings, machines. */
  FIXED_ASSETS(AccountRole.FIXED_ASSETS),
  /** Results of intellectual work. */
  INTANGIBLES(AccountRole.INTANGIBLES);

  private final AccountRole role;

  AssetKind(AccountRole role) {
    this.role = role;
  }

  /**
   * Where it is kept.
   *
   * @return role of its account in the chart
   */
  public AccountRole role() {
    return role;
  }

  /**
   * Whether it has to be valued before it is booked (FUND-20).
   *
   * @return false for money
   */
  public boolean isInKind() {
    return this != MONEY && this != CASH;
  }
}
