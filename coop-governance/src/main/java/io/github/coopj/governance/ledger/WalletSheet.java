package io.github.coopj.governance.ledger;

import io.github.coopj.core.abi.AbiName;
import java.util.ArrayList;
import java.util.List;

/**
 * Balances that are stored together: those of one member, or those of one programme.
 *
 * @param lines one line a wallet, in the order of the wallets
 */
public record WalletSheet(List<Line> lines) {
  /** No wallet was ever used. */
  public static final WalletSheet EMPTY = new WalletSheet(List.of());

  /** Copies the list. */
  public WalletSheet {
    lines = List.copyOf(lines);
  }

  /**
   * One wallet, or what all wallets of a fund or programme come to.
   *
   * @param key the wallet
   * @param balance its sums
   */
  @AbiName("walletline")
  public record Line(LedgerKey key, WalletBalance balance) {}

  /**
   * Sums of a wallet.
   *
   * @param key the wallet
   * @return {@link WalletBalance#ZERO} if it was never used
   */
  public WalletBalance balance(LedgerKey key) {
    for (Line line : lines) {
      if (line.key().equals(key)) {
        return line.balance();
      }
    }
    return WalletBalance.ZERO;
  }

  /**
   * The sheet with other sums of a wallet.
   *
   * @param key the wallet
   * @param balance its sums
   * @return a sheet that differs in this only
   */
  public WalletSheet with(LedgerKey key, WalletBalance balance) {
    List<Line> next = new ArrayList<>(lines.size() + 1);
    Line changed = new Line(key, balance);
    boolean placed = false;
    for (Line line : lines) {
      int order = placed ? -1 : line.key().compareTo(key);
      if (order >= 0) {
        next.add(changed);
        placed = true;
      }
      if (order != 0) {
        next.add(line);
      }
    }
    if (!placed) {
      next.add(changed);
    }
    return new WalletSheet(next);
  }
}
