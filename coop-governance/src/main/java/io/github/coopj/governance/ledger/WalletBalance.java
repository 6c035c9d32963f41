package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;

/**
 * What has been debited and credited to a wallet, in minor units.
 *
 * @param debits posted debits, 0 or more
 * @param credits posted credits, 0 or more
 * @param debitsPending debits held back, 0 or more
 * @param creditsPending credits held back, 0 or more
 */
public record WalletBalance(long debits, long credits, long debitsPending, long creditsPending) {
  /** Nothing was ever booked. */
  public static final WalletBalance ZERO = new WalletBalance(0, 0, 0, 0);

  /** Refuses sums below zero. */
  public WalletBalance {
    if (debits < 0 || credits < 0 || debitsPending < 0 || creditsPending < 0) {
      throw new InvalidValueException("sums of debits and credits are never below zero, got "
          + debits + ", " + credits + ", " + debitsPending + ", " + creditsPending);
    }
  }

  /**
   * The balance.
   *
   * @param side on which side it grows
   * @return credits less debits for CREDIT, otherwise debits less credits; pending ones do not count
   */
  public long on(AccountSide side) {
    return side == AccountSide.CREDIT
        ? Math.subtractExact(credits, debits)
        : Math.subtractExact(debits, credits);
  }

  /**
   * What may still be taken: the balance less what is held back against it. What is held back in its favour does not count.
   *
   * @param side on which side the balance grows
   * @return minor units above a floor of 0
   */
  public long available(AccountSide side) {
    return Math.subtractExact(
        on(side), side == AccountSide.CREDIT ? debitsPending : creditsPending);
  }

  WalletBalance plus(WalletBalance more) {
    return new WalletBalance(
        Math.addExact(debits, more.debits),
        Math.addExact(credits, more.credits),
        Math.addExact(debitsPending, more.debitsPending),
        Math.addExact(creditsPending, more.creditsPending));
  }

  /**
   * The sums after one more posted debit.
   *
   * @param minor minor units, 0 or more
   * @return new sums
   */
  public WalletBalance debited(long minor) {
    return new WalletBalance(Math.addExact(debits, minor), credits, debitsPending, creditsPending);
  }

  /**
   * The sums after one more posted credit.
   *
   * @param minor minor units, 0 or more
   * @return new sums
   */
  public WalletBalance credited(long minor) {
    return new WalletBalance(debits, Math.addExact(credits, minor), debitsPending, creditsPending);
  }
}
