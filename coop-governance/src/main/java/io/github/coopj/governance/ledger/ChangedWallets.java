package io.github.coopj.governance.ledger;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the wallets that a draft changes, in the order in which they first change. Most drafts change two, so they are kept in
 * plain arrays and looked for one by one; a map is made where there are many.
 */
final class ChangedWallets {
  /** Columns of a wallet's sums. */
  static final int DEBITS = 0;

  static final int CREDITS = 1;
  static final int DEBITS_PENDING = 2;
  static final int CREDITS_PENDING = 3;

  private static final int COLUMNS = 4;
  private static final int FEW = 8;

  private final LedgerView base;
  private @Nullable Map<LedgerKey, Integer> places;
  private LedgerKey[] keys = new LedgerKey[2];
  private long[] sums = new long[2 * COLUMNS];
  private int size;

  ChangedWallets(LedgerView base) {
    this.base = base;
  }

  int size() {
    return size;
  }

  LedgerKey key(int place) {
    return keys[place];
  }

  long sum(int place, int column) {
    return sums[place * COLUMNS + column];
  }

  /** Where the sums of a wallet are kept; those of the ledger are taken over first. */
  int placeOf(LedgerKey wallet) {
    if (places != null) {
      Integer known = places.get(wallet);
      return known != null ? known : take(wallet);
    }
    for (int place = 0; place < size; place++) {
      if (keys[place].equals(wallet)) {
        return place;
      }
    }
    return take(wallet);
  }

  private int take(LedgerKey wallet) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      sums = Arrays.copyOf(sums, 2 * size * COLUMNS);
    }
    WalletBalance balance = base.balance(wallet);
    int at = size * COLUMNS;
    keys[size] = wallet;
    sums[at + DEBITS] = balance.debits();
    sums[at + CREDITS] = balance.credits();
    sums[at + DEBITS_PENDING] = balance.debitsPending();
    sums[at + CREDITS_PENDING] = balance.creditsPending();
    size++;
    if (places != null) {
      places.put(wallet, size - 1);
    } else if (size > FEW) {
      places = new HashMap<>();
      for (int place = 0; place < size; place++) {
        places.put(keys[place], place);
      }
    }
    return size - 1;
  }

  /** Adds to one sum of a wallet; refuses what does not fit an asset. */
  void add(LedgerKey wallet, int column, long minor) {
    int at = placeOf(wallet) * COLUMNS + column;
    long after = Math.addExact(sums[at], minor);
    if (after > Asset.MAX_AMOUNT) {
      throw new GovernanceException(Reason.BALANCE_TOO_HIGH, "account", wallet);
    }
    sums[at] = after;
  }

  /** What may still be taken of a wallet, on the side on which it grows. */
  long available(LedgerKey wallet, AccountSide side) {
    int at = placeOf(wallet) * COLUMNS;
    long balance = Math.subtractExact(sums[at + CREDITS], sums[at + DEBITS]);
    return side == AccountSide.CREDIT
        ? Math.subtractExact(balance, sums[at + DEBITS_PENDING])
        : Math.subtractExact(Math.negateExact(balance), sums[at + CREDITS_PENDING]);
  }

  Map<LedgerKey, WalletBalance> balances() {
    Map<LedgerKey, WalletBalance> balances = new LinkedHashMap<>();
    for (int place = 0; place < size; place++) {
      balances.put(
          keys[place],
          new WalletBalance(
              sum(place, DEBITS),
              sum(place, CREDITS),
              sum(place, DEBITS_PENDING),
              sum(place, CREDITS_PENDING)));
    }
    return balances;
  }
}
