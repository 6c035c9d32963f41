package io.github.coopj.governance.fund;

/** Where the money of an entry comes from, or why it leaves (FUND-09). */
public enum EntrySource {
  /** Entrance contribution (вступительный взнос). */
  ENTRANCE,
  /** Share contribution (паевой взнос). */
  SHARE,
  /** Membership contribution (членский взнос). */
  MEMBERSHIP,
  /** Charity (благотворительные поступления). */
  CHARITY,
  /** Income of the cooperative. */
  INCOME,
  /** Any other source that the law allows. */
  OTHER_LAWFUL,
  /** Share contribution given back (возврат паевого взноса). */
  SHARE_RETURN,
  /** Goods or services given to a member under a programme. */
  BENEFIT,
  /** Money turned into goods, or goods into money: no fund changes. */
  EXCHANGE,
  /** A fund spent on its purpose. */
  FUND_USE,
  /** Reversal of an erroneous entry. */
  REVERSAL;

  /**
   * Whether a fund of target financing may be fed from this source outside the division of membership contributions.
   *
   * @return true for charity, income and other lawful receipts
   */
  public boolean isReceipt() {
    return this == CHARITY || this == INCOME || this == OTHER_LAWFUL;
  }
}
