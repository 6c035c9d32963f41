package io.github.coopj.governance.ledger;

/** A level on which balances stand. The sums of one are the sums of the level below. */
public enum LedgerLevel {
  /** Accounts without their subaccounts: 51, 80, 86. */
  ACCOUNT,
  /** Funds and programmes: 86.1, 80 of programme 3. */
  WALLET,
  /** Members, and whatever is kept by no member. */
  MEMBER;

  /**
   * What a wallet counts to on this level.
   *
   * @param wallet a wallet
   * @return key on this level
   */
  public LedgerKey of(LedgerKey wallet) {
    return switch (this) {
      case ACCOUNT -> wallet.whole();
      case WALLET -> wallet.shared();
      case MEMBER -> wallet;
    };
  }
}
