package io.github.coopj.governance.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries a step up to the levels above the wallets. */
public final class LedgerSums {
  /** Sums of a level as they are kept. */
  @FunctionalInterface
  public interface Kept {
    /**
     * What is kept under a key.
     *
     * @param key key on the level
     * @return {@link WalletBalance#ZERO} if nothing is
     */
    WalletBalance of(LedgerKey key);
  }

  private LedgerSums() {}

  /**
   * The sums of a level that a step changes.
   *
   * @param step the step
   * @param before the ledger before it
   * @param level level
   * @param kept sums of the level before it
   * @return sums to store, in the order of the keys
   */
  public static SortedMap<LedgerKey, WalletBalance> after(
      LedgerStep step, LedgerView before, LedgerLevel level, Kept kept) {
    SortedMap<LedgerKey, WalletBalance> sums = new TreeMap<>();
    for (Map.Entry<LedgerKey, WalletBalance> wallet : step.balances().entrySet()) {
      LedgerKey key = level.of(wallet.getKey());
      WalletBalance sum = sums.containsKey(key) ? sums.get(key) : kept.of(key);
      sums.put(key, shifted(sum, before.balance(wallet.getKey()), wallet.getValue()));
    }
    return Collections.unmodifiableSortedMap(sums);
  }

  private static WalletBalance shifted(WalletBalance sum, WalletBalance from, WalletBalance to) {
    return new WalletBalance(
        shifted(sum.debits(), from.debits(), to.debits()),
        shifted(sum.credits(), from.credits(), to.credits()),
        shifted(sum.debitsPending(), from.debitsPending(), to.debitsPending()),
        shifted(sum.creditsPending(), from.creditsPending(), to.creditsPending()));
  }

  private static long shifted(long sum, long from, long to) {
    return Math.addExact(sum, Math.subtractExact(to, from));
  }
}
