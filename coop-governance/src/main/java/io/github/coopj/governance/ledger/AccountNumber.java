package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;

/**
 * Number of an account in a chart, with a subaccount after the dot: {@code 51}, {@code 86.1}.
 *
 * @param account 1 to 99; written with two digits
 * @param sub 1 to 99, or 0 for the account itself
 */
public record AccountNumber(int account, int sub) implements Comparable<AccountNumber> {
  private static final int MAX = 99;

  /** Refuses numbers out of range. */
  public AccountNumber {
    if (account < 1 || account > MAX || sub < 0 || sub > MAX) {
      throw new InvalidValueException(
          "an account has a number 1 to 99 and a subaccount 0 to 99, got " + account + "." + sub);
    }
  }

  /**
   * Reads a number.
   *
   * @param text two digits, or two digits, a dot and the subaccount without leading zeros
   * @return the number
   * @throws InvalidValueException for any other text
   */
  public static AccountNumber parse(String text) {
    int dot = text.indexOf('.');
    String account = dot < 0 ? text : text.substring(0, dot);
    String sub = dot < 0 ? "" : text.substring(dot + 1);
    if (!isNumber(account, 2, 2) || (dot >= 0 && (!isNumber(sub, 1, 2) || sub.startsWith("0")))) {
      throw new InvalidValueException("an account is written as 51 or 86.1, got \"" + text + "\"");
    }
    return new AccountNumber(Integer.parseInt(account), sub.isEmpty() ? 0 : Integer.parseInt(sub));
  }

  private static boolean isNumber(String text, int min, int max) {
    return text.length() >= min
        && text.length() <= max
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /**
   * The account that a subaccount belongs to.
   *
   * @return this number without the subaccount
   */
  public AccountNumber root() {
    return sub == 0 ? this : new AccountNumber(account, 0);
  }

  /**
   * Key in a table: hundreds for the account and the rest for the subaccount, so that 51 is 5100 and 86.1 is 8601.
   *
   * @return 100 or more
   */
  public long key() {
    return account * 100L + sub;
  }

  @Override
  public int compareTo(AccountNumber other) {
    return Long.compare(key(), other.key());
  }

  @Override
  public String toString() {
    String digits = account < 10 ? "0" + account : String.valueOf(account);
    return sub == 0 ? digits : digits + "." + sub;
  }
}
