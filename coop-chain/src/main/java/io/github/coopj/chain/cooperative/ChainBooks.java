package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.client.ChainClient;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.BooksView;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.ledger.WalletSheet;
import java.util.List;

/** The books of a cooperative as the treasury's tables hold them, for statements and for checking. */
final class ChainBooks {
  private ChainBooks() {}

  /** Reads the whole books. */
  static BooksView read(ChainClient chain, Name cooperative, Symbol currency) {
    List<TransferRecord> journal = Pages.all(
        chain,
        CooperativeAccounts.TREASURY,
        cooperative,
        TreasuryLedger.JOURNAL,
        TransferRecord.class,
        TransferRecord::number);
    List<WalletSheet> shared = Pages.all(
            chain,
            CooperativeAccounts.TREASURY,
            cooperative,
            TreasuryLedger.SHARED,
            TreasuryLedger.SharedRow.class,
            TreasuryLedger.SharedRow::programme)
        .stream()
        .map(TreasuryLedger.SharedRow::sheet)
        .toList();
    List<WalletSheet> members = Pages.all(
            chain,
            CooperativeAccounts.TREASURY,
            cooperative,
            TreasuryLedger.WALLETS,
            TreasuryLedger.WalletsRow.class,
            row -> row.member().value())
        .stream()
        .map(TreasuryLedger.WalletsRow::sheet)
        .toList();
    return new BooksView(
        LedgerSnapshot.ofSheets(TreasuryLedger.CHART, currency, journal, shared, members));
  }
}
