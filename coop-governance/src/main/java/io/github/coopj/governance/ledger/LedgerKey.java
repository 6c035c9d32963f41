package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;

/**
 * A wallet (кошелёк): the smallest thing that has a balance. What it has to name follows from the chart.
 *
 * @param account account or subaccount of the chart
 * @param programme number of the target programme, 0 for none
 * @param member account of the member, {@link Name#EMPTY} for none
 */
public record LedgerKey(
    AccountNumber account, @AbiType("uint64") long programme, Name member)
    implements Comparable<LedgerKey> {
  /** Refuses a member without a programme (CPP-04). */
  public LedgerKey {
    if (programme == 0 && !member.isEmpty()) {
      throw new InvalidValueException("the wallet of " + member + " must name a programme");
    }
  }

  /**
   * A wallet of an account that is kept by nothing.
   *
   * @param account account
   * @return the wallet
   */
  public static LedgerKey of(AccountNumber account) {
    return new LedgerKey(account, 0, Name.EMPTY);
  }

  /**
   * A wallet of an account that is kept by programme.
   *
   * @param account account
   * @param programme number of the programme
   * @return the wallet
   */
  public static LedgerKey of(AccountNumber account, long programme) {
    return new LedgerKey(account, programme, Name.EMPTY);
  }

  /**
   * The wallet of the fund or programme that this one is part of.
   *
   * @return this wallet without the member
   */
  public LedgerKey shared() {
    return member.isEmpty() ? this : new LedgerKey(account, programme, Name.EMPTY);
  }

  /**
   * The account that this wallet is part of.
   *
   * @return the account without subaccount, programme and member
   */
  public LedgerKey whole() {
    return new LedgerKey(account.root(), 0, Name.EMPTY);
  }

  @Override
  public int hashCode() {
    // No string or array is behind it, and most wallets differ in the member alone.
    long mixed = member.value() * 0x9E3779B97F4A7C15L + programme * 0xC2B2AE3D27D4EB4FL;
    mixed = (mixed ^ account.key()) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  @Override
  public int compareTo(LedgerKey other) {
    int order = account.compareTo(other.account);
    if (order == 0) {
      order = Long.compareUnsigned(programme, other.programme);
    }
    return order == 0 ? member.compareTo(other.member) : order;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(account.toString());
    if (programme != 0) {
      text.append('/').append(Long.toUnsignedString(programme));
    }
    if (!member.isEmpty()) {
      text.append('/').append(member);
    }
    return text.toString();
  }
}
