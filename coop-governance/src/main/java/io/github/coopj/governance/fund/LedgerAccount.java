package io.github.coopj.governance.fund;

import io.github.coopj.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** The chart of accounts, with the numbers of the Russian chart. */
public enum LedgerAccount {
  /** Goods held for members. */
  GOODS("41", Side.DEBIT, null),
  /** Money at the bank (расчётный счёт). */
  CASH("51", Side.DEBIT, null),
  /** Share fund (паевой фонд). */
  SHARE_FUND("80", Side.CREDIT, FundCode.SHARE),
  /** Target financing (целевое финансирование): indivisible fund. */
  INDIVISIBLE_FUND("86.1", Side.CREDIT, FundCode.INDIVISIBLE),
  /** Target financing: reserve fund. */
  RESERVE_FUND("86.2", Side.CREDIT, FundCode.RESERVE),
  /** Target financing: development fund. */
  DEVELOPMENT_FUND("86.3", Side.CREDIT, FundCode.DEVELOPMENT),
  /** Target financing: mutual aid fund. */
  MUTUAL_AID_FUND("86.4", Side.CREDIT, FundCode.MUTUAL_AID),
  /** Target financing: operations fund. */
  OPERATIONS_FUND("86.5", Side.CREDIT, FundCode.OPERATIONS);

  /** On which side the balance of an account grows. */
  public enum Side {
    /** Assets. */
    DEBIT,
    /** What the assets are owed to or held for. */
    CREDIT
  }

  private final String number;
  private final Side side;
  private final @Nullable FundCode fund;

  LedgerAccount(String number, Side side, @Nullable FundCode fund) {
    this.number = number;
    this.side = side;
    this.fund = fund;
  }

  /**
   * The account of a fund.
   *
   * @param fund a fund
   * @return its account
   */
  public static LedgerAccount of(FundCode fund) {
    for (LedgerAccount account : values()) {
      if (account.fund == fund) {
        return account;
      }
    }
    throw new InvalidValueException("no account for the fund " + fund);
  }

  /**
   * Number in the chart of accounts, with a subaccount after the dot.
   *
   * @return such as {@code 86.1}
   */
  public String number() {
    return number;
  }

  /**
   * Key of the account in a table of balances: its number in the chart, hundreds for the account and the rest for the
   * sub-account, so that 51 is 5100 and 86.1 is 8601.
   *
   * @return the primary key
   */
  public long key() {
    String[] parts = number.split("\\.", 2);
    return Long.parseLong(parts[0]) * 100 + (parts.length == 1 ? 0 : Long.parseLong(parts[1]));
  }

  /**
   * On which side the balance grows.
   *
   * @return DEBIT for assets
   */
  public Side side() {
    return side;
  }

  /**
   * Whether the account is one of the five funds of target financing.
   *
   * @return true for 86.1 to 86.5
   */
  public boolean isTargetFinancing() {
    return fund != null && fund != FundCode.SHARE;
  }

  /**
   * What one unit entered on a side does to the balance.
   *
   * @param entered side of the entry
   * @return 1 or −1
   */
  public int sign(Side entered) {
    return entered == side ? 1 : -1;
  }
}
