package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.BooksView;
import io.github.coopj.governance.fund.Entry;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.fund.LedgerAccount;
import io.github.coopj.governance.fund.MemberShare;
import java.util.List;

/** The books of a cooperative as the treasury's tables hold them, for statements and for checking. */
public final class ChainBooks implements BooksView {
  private final ChainClient chain;
  private final Name cooperative;
  private final Symbol currency;

  /**
   * Reads from a chain whenever asked.
   *
   * @param chain chain
   * @param cooperative cooperative
   * @param currency currency of its charter
   */
  public ChainBooks(ChainClient chain, Name cooperative, Symbol currency) {
    this.chain = chain;
    this.cooperative = cooperative;
    this.currency = currency;
  }

  @Override
  public Symbol currency() {
    return currency;
  }

  @Override
  public Asset balance(LedgerAccount account) {
    return chain
        .row(
            CooperativeAccounts.TREASURY,
            cooperative,
            TreasuryContract.ACCOUNTS,
            account.key(),
            TreasuryContract.AccountRow.class)
        .map(TreasuryContract.AccountRow::balance)
        .orElse(Asset.zero(currency));
  }

  /** {@inheritDoc} Computed from the journal, so that it can differ from the account if a table was tampered with. */
  @Override
  public Asset fund(FundCode fund) {
    LedgerAccount account = LedgerAccount.of(fund);
    Asset sum = Asset.zero(currency);
    for (Entry entry : journal()) {
      sum = sum.plus(new Asset(entry.effectOn(account), currency));
    }
    return sum;
  }

  @Override
  public Iterable<MemberShare> memberShares() {
    return Pages.all(
            chain,
            CooperativeAccounts.TREASURY,
            cooperative,
            TreasuryContract.WALLETS,
            TreasuryContract.WalletRow.class,
            row -> row.member().value())
        .stream()
        .map(row -> new MemberShare(row.member(), row.share()))
        .toList();
  }

  /**
   * All entries in their order.
   *
   * @return the journal
   */
  public List<Entry> journal() {
    return Pages.all(
            chain,
            CooperativeAccounts.TREASURY,
            cooperative,
            TreasuryContract.JOURNAL,
            TreasuryContract.JournalRow.class,
            TreasuryContract.JournalRow::number)
        .stream()
        .map(TreasuryContract.JournalRow::entry)
        .toList();
  }
}
