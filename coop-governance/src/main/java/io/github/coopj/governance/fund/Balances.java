package io.github.coopj.governance.fund;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Balances as a value: what a journal adds up to. For books in memory, tests and audits; a contract keeps the same
 * figures in tables.
 */
public final class Balances implements BooksView {
  private final Symbol currency;
  private final EnumMap<LedgerAccount, Long> accounts;
  private final SortedMap<Name, Long> shares;

  private Balances(
      Symbol currency, EnumMap<LedgerAccount, Long> accounts, SortedMap<Name, Long> shares) {
    this.currency = currency;
    this.accounts = accounts;
    this.shares = shares;
  }

  /**
   * Books with nothing in them.
   *
   * @param currency currency of the books
   * @return all balances zero
   */
  public static Balances empty(Symbol currency) {
    return new Balances(currency, new EnumMap<>(LedgerAccount.class), new TreeMap<>());
  }

  /**
   * These balances after more entries.
   *
   * @param entries entries in the currency of the books
   * @return new balances; these stay as they are
   * @throws InvalidValueException if an entry is in another currency
   */
  public Balances plus(Iterable<Entry> entries) {
    EnumMap<LedgerAccount, Long> sums = new EnumMap<>(accounts);
    SortedMap<Name, Long> owed = new TreeMap<>(shares);
    for (Entry entry : entries) {
      if (!entry.amount().symbol().equals(currency)) {
        throw new InvalidValueException(
            "the books are in " + currency + ", got an entry over " + entry.amount());
      }
      add(sums, entry, entry.debit());
      add(sums, entry, entry.credit());
      long share = entry.effectOn(LedgerAccount.SHARE_FUND);
      if (share != 0) {
        owed.merge(entry.member(), share, Math::addExact);
      }
    }
    return new Balances(currency, sums, owed);
  }

  /**
   * These balances after one more entry.
   *
   * @param entry an entry in the currency of the books
   * @return new balances; these stay as they are
   */
  public Balances plus(Entry entry) {
    return plus(List.of(entry));
  }

  private static void add(EnumMap<LedgerAccount, Long> sums, Entry entry, LedgerAccount account) {
    sums.merge(account, entry.effectOn(account), Math::addExact);
  }

  @Override
  public Symbol currency() {
    return currency;
  }

  @Override
  public Asset balance(LedgerAccount account) {
    return new Asset(accounts.getOrDefault(account, 0L), currency);
  }

  @Override
  public Asset fund(FundCode fund) {
    return balance(LedgerAccount.of(fund));
  }

  @Override
  public List<MemberShare> memberShares() {
    return shares.entrySet().stream()
        .map(share -> new MemberShare(share.getKey(), new Asset(share.getValue(), currency)))
        .toList();
  }

  /**
   * One member's balance in the share fund.
   *
   * @param member account of the member
   * @return zero if the member paid nothing
   */
  public Asset share(Name member) {
    return new Asset(shares.getOrDefault(member, 0L), currency);
  }
}
