package io.github.coopj.governance.fund;

import io.github.coopj.core.name.Name;

/**
 * Where money comes from or why it leaves (FUND-09): the code that every transfer of the rules carries. What a fund is spent on
 * has codes of the meeting's rules instead, see {@link FundUse}.
 */
public enum Purpose {
  /** A member brings money or things. */
  RECEIVED("received"),
  /** Entrance contribution (вступительный взнос). */
  ENTRANCE("entrance"),
  /** Share contribution (паевой взнос). */
  SHARE("share"),
  /** Membership contribution (членский взнос). */
  MEMBERSHIP("membership"),
  /** Charity (благотворительные поступления). */
  CHARITY("charity"),
  /** Income of the cooperative. */
  INCOME("income"),
  /** Any other source that the law allows. */
  OTHER_LAWFUL("other"),
  /** A share becomes due to who leaves (возврат паевого взноса). */
  SHARE_RETURN("sharereturn"),
  /** A due share is paid. */
  SHARE_PAID("sharepaid"),
  /** A share goes to another programme of the same member. */
  SHARE_MOVE("sharemove"),
  /** A member takes goods for his share. */
  SHARE_SPENT("sharespent"),
  /** Debts of a member are set off against what is due to him. */
  NETTING("netting"),
  /** Goods or services given to a member for his membership contributions. */
  BENEFIT("benefit"),
  /** Aid in hard circumstances. */
  AID("aid"),
  /** Cooperative payment (кооперативная выплата). */
  PAYMENT("payment"),
  /** What was credited to a member leaves to him. */
  PAID_OUT("paidout"),
  /** Money turned into goods, or goods into money: no fund changes. */
  EXCHANGE("exchange"),
  /** Loan to a member. */
  LOAN("loan"),
  /** Loan paid back. */
  LOAN_REPAID("loanrepaid"),
  /** Advance to a member. */
  ADVANCE("advance"),
  /** Advance paid back. */
  ADVANCE_BACK("advanceback"),
  /** From one fund to another by a rule of the meeting. */
  FUND_MOVE("fundmove"),
  /** The reserve covers a loss. */
  LOSS("loss"),
  /** The indivisible fund used in an exceptional case by the meeting. */
  EXCEPTIONAL("exceptional"),
  /** What the liquidation hands on or pays. */
  LIQUIDATION("liquidation"),
  /** Settlement with another cooperative. */
  SETTLEMENT("settlement"),
  /** An error is undone. */
  REVERSAL("reversal");

  private final long code;

  Purpose(String code) {
    this.code = Name.of(code).value();
  }

  /**
   * Code in the journal.
   *
   * @return such as {@code sharereturn}
   */
  public Name code() {
    return new Name(code);
  }

  /**
   * Whether a transfer has this purpose.
   *
   * @param purpose code in the journal
   * @return true if it is this one
   */
  public boolean is(Name purpose) {
    return code == purpose.value();
  }

  /**
   * Whether a fund may be fed from this source outside the division of membership contributions.
   *
   * @return true for charity, income and other lawful receipts
   */
  public boolean isReceipt() {
    return this == CHARITY || this == INCOME || this == OTHER_LAWFUL;
  }
}
