package io.github.coopj.governance.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a move does to a ledger; whoever keeps the state stores it as a whole. */
public final class LedgerStep {
  private final List<TransferRecord> results;
  private final Collection<TransferRecord> records;
  private final ChangedWallets wallets;

  /** The draft is thrown away afterwards, so nothing needs to be copied. */
  LedgerStep(
      List<TransferRecord> results, Collection<TransferRecord> records, ChangedWallets wallets) {
    this.results = results;
    this.records = records;
    this.wallets = wallets;
  }

  /**
   * The record of each transfer asked for.
   *
   * @return in order; of one sent again, the record that was there
   */
  public List<TransferRecord> results() {
    return Collections.unmodifiableList(results);
  }

  /**
   * Records to store.
   *
   * @return new ones and earlier ones that changed, in the order of the moves
   */
  public Collection<TransferRecord> records() {
    return Collections.unmodifiableCollection(records);
  }

  /**
   * Sums of wallets to store.
   *
   * @return in the order of the moves
   */
  public Map<LedgerKey, WalletBalance> balances() {
    return Collections.unmodifiableMap(wallets.balances());
  }

  /** The same as they are kept, for books that store them without a copy. */
  ChangedWallets wallets() {
    return wallets;
  }

  /**
   * Whether there is anything to store.
   *
   * @return false if every transfer was known
   */
  public boolean isNew() {
    return !records.isEmpty();
  }
}
