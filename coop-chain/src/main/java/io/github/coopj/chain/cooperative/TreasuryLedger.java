package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.SecondaryIndex;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.fund.Posting;
import io.github.coopj.governance.ledger.ChartOfAccounts;
import io.github.coopj.governance.ledger.ChartReader;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.LedgerLevel;
import io.github.coopj.governance.ledger.LedgerRules;
import io.github.coopj.governance.ledger.LedgerStep;
import io.github.coopj.governance.ledger.LedgerSums;
import io.github.coopj.governance.ledger.LedgerView;
import io.github.coopj.governance.ledger.TransferId;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.ledger.WalletBalance;
import io.github.coopj.governance.ledger.WalletSheet;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger of a cooperative in tables of the treasury. What may be booked is decided by {@link LedgerRules}; sheets are read
 * once an action.
 */
final class TreasuryLedger implements LedgerView {
  static final Name SHARED = Name.of("shared");
  static final Name WALLETS = Name.of("wallets");
  static final Name JOURNAL = Name.of("journal");
  static final Name PERIODS = Name.of("periods");
  static final ChartOfAccounts CHART = ChartReader.russianConsumer();

  private static final SecondaryIndex<TransferRecord, BigInteger> BY_ID =
      SecondaryIndex.i128(record -> number(record.id()));

  /**
   * What all wallets of a programme come to, and the wallets that name no member; keyed by the programme.
   *
   * @param programme number of the programme, 0 for what belongs to none
   * @param sheet balances
   */
  public record SharedRow(@AbiType("uint64") long programme, WalletSheet sheet) {}

  /**
   * Wallets of a member; keyed by the member.
   *
   * @param member the member
   * @param sheet balances
   */
  public record WalletsRow(Name member, WalletSheet sheet) {}

  /**
   * Up to when periods are closed; keyed by 0.
   *
   * @param until the first moment that is open
   */
  public record PeriodRow(TimePointSec until) {}

  private final Context context;
  private final Symbol currency;
  private final Table<SharedRow> shared;
  private final Table<WalletsRow> wallets;
  private final Table<TransferRecord> journal;
  private final Table<PeriodRow> periods;
  private final Map<Long, WalletSheet> ofProgrammes = new HashMap<>();
  private final Map<Name, WalletSheet> ofMembers = new HashMap<>();

  TreasuryLedger(Context context, Name cooperative, Symbol currency) {
    this.context = context;
    this.currency = currency;
    this.shared = context.table(SHARED, cooperative, SharedRow.class, SharedRow::programme);
    this.wallets = context.table(
        WALLETS, cooperative, WalletsRow.class, row -> row.member().value());
    this.journal = context
        .table(JOURNAL, cooperative, TransferRecord.class, TransferRecord::number)
        .with(BY_ID);
    this.periods = context.table(PERIODS, cooperative, PeriodRow.class, row -> 0L);
  }

  /** Books all or none; what was booked before changes nothing. */
  void book(Posting posting) {
    store(LedgerRules.book(posting.transfers(), this, Persons.now(context)));
  }

  /** Closes the periods before a moment. */
  void close(TimePointSec until) {
    periods.put(
        context.receiver(), new PeriodRow(LedgerRules.close(until, this, Persons.now(context))));
  }

  private void store(LedgerStep step) {
    LedgerSums.after(
            step, this, LedgerLevel.WALLET, key -> sheet(key.programme()).balance(key))
        .forEach((key, sums) ->
            ofProgrammes.put(key.programme(), sheet(key.programme()).with(key, sums)));
    step.balances().forEach(this::keep);
    step.records().forEach(record -> journal.put(context.receiver(), record));
    ofProgrammes.forEach(
        (programme, sheet) -> shared.put(context.receiver(), new SharedRow(programme, sheet)));
    ofMembers.forEach(
        (member, sheet) -> wallets.put(context.receiver(), new WalletsRow(member, sheet)));
  }

  private void keep(LedgerKey key, WalletBalance balance) {
    if (!key.member().isEmpty()) {
      ofMembers.put(key.member(), sheet(key.member()).with(key, balance));
    }
  }

  private WalletSheet sheet(long programme) {
    return ofProgrammes.computeIfAbsent(
        programme, key -> shared.find(key).map(SharedRow::sheet).orElse(WalletSheet.EMPTY));
  }

  /** Wallets of a member. */
  WalletSheet sheet(Name member) {
    return ofMembers.computeIfAbsent(
        member, key -> wallets.find(key.value()).map(WalletsRow::sheet).orElse(WalletSheet.EMPTY));
  }

  @Override
  public ChartOfAccounts chart() {
    return CHART;
  }

  @Override
  public Symbol currency() {
    return currency;
  }

  @Override
  public TimePointSec closedUntil() {
    return periods.find(0).map(PeriodRow::until).orElse(TimePointSec.EPOCH);
  }

  @Override
  public long lastNumber() {
    return journal.last().map(TransferRecord::number).orElse(0L);
  }

  @Override
  public WalletBalance balance(LedgerKey wallet) {
    return wallet.member().isEmpty()
        ? sheet(wallet.programme()).balance(wallet)
        : sheet(wallet.member()).balance(wallet);
  }

  @Override
  public Optional<TransferRecord> find(TransferId id) {
    return journal.by(BY_ID).find(number(id));
  }

  private static BigInteger number(TransferId id) {
    return new BigInteger(1, id.toBytes());
  }
}
