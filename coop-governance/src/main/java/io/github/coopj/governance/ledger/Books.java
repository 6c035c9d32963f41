package io.github.coopj.governance.ledger;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A ledger in memory. It keeps what {@link LedgerRules} decide and three levels of balances: accounts, wallets of funds and
 * programmes, and wallets of members; each transfer changes all three at once, so they always agree.
 *
 * <p>Not safe for use by several threads at a time. A refused move changes nothing.
 */
public final class Books implements LedgerView {
  private final ChartOfAccounts chart;
  private final Symbol currency;
  private final Map<LedgerKey, Wallet> wallets = new HashMap<>();
  private final SortedMap<LedgerKey, Level> shared = new TreeMap<>();
  private final SortedMap<LedgerKey, Level> whole = new TreeMap<>();
  private final List<TransferRecord> journal = new ArrayList<>();
  private final RecordIndex records = new RecordIndex(journal);
  private final TreeSet<TransferRecord> pending =
      new TreeSet<>(Comparator.comparing(Books::expiry).thenComparingLong(TransferRecord::number));
  private final List<PeriodClosing> closings = new ArrayList<>();
  private Instant last = Instant.EPOCH;
  private TimePointSec lastSecond = TimePointSec.EPOCH;

  /**
   * Empty books.
   *
   * @param chart chart of accounts
   * @param currency currency
   */
  public Books(ChartOfAccounts chart, Symbol currency) {
    this.chart = chart;
    this.currency = currency;
  }

  /** Sums in place, so that a book of a million wallets is not a million new objects with each transfer. */
  private static class Level {
    private long debits;
    private long credits;
    private long debitsPending;
    private long creditsPending;

    final WalletBalance balance() {
      return new WalletBalance(debits, credits, debitsPending, creditsPending);
    }

    final void add(
        long moreDebits, long moreCredits, long moreDebitsPending, long moreCreditsPending) {
      debits = Math.addExact(debits, moreDebits);
      credits = Math.addExact(credits, moreCredits);
      debitsPending = Math.addExact(debitsPending, moreDebitsPending);
      creditsPending = Math.addExact(creditsPending, moreCreditsPending);
    }
  }

  /** A wallet carries its changes up to the levels above it. */
  private static final class Wallet extends Level {
    private final Level shared;
    private final Level whole;

    private Wallet(Level shared, Level whole) {
      this.shared = shared;
      this.whole = whole;
    }

    private void set(ChangedWallets changed, int place) {
      long debits = changed.sum(place, ChangedWallets.DEBITS) - super.debits;
      long credits = changed.sum(place, ChangedWallets.CREDITS) - super.credits;
      long debitsPending = changed.sum(place, ChangedWallets.DEBITS_PENDING) - super.debitsPending;
      long creditsPending =
          changed.sum(place, ChangedWallets.CREDITS_PENDING) - super.creditsPending;
      shared.add(debits, credits, debitsPending, creditsPending);
      whole.add(debits, credits, debitsPending, creditsPending);
      super.add(debits, credits, debitsPending, creditsPending);
    }
  }

  /**
   * Books a transfer. Pending transfers whose time has run out by then are ended first.
   *
   * @param transfer the transfer
   * @param now the moment, not before that of the last move
   * @return its record; if it was booked before, as it stands now
   * @throws GovernanceException OUT_OF_ORDER, and what {@link LedgerRules#book(Transfer, LedgerView, Instant)} refuses
   */
  public TransferRecord book(Transfer transfer, Instant now) {
    expire(now);
    return store(LedgerRules.book(transfer, this, lastSecond)).get(0);
  }

  /**
   * Books transfers all or none.
   *
   * @param linked the transfers, each on top of the ones before it
   * @param now the moment, not before that of the last move
   * @return their records in order
   * @throws GovernanceException as for one; then none is booked
   */
  public List<TransferRecord> book(List<? extends Transfer> linked, Instant now) {
    expire(now);
    return store(LedgerRules.book(linked, this, now));
  }

  /**
   * Ends the pending transfers whose time has run out.
   *
   * @param now the moment, not before that of the last move
   * @return their records, in the order in which they expired
   * @throws GovernanceException OUT_OF_ORDER
   */
  public List<TransferRecord> expire(Instant now) {
    if (now.isBefore(last)) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", now, "notBefore", last);
    }
    last = now;
    if (now.getEpochSecond() != lastSecond.seconds()) {
      lastSecond = TimePointSec.of(now);
    }
    if (pending.isEmpty() || expiry(pending.first()).toInstant().isAfter(now)) {
      return List.of();
    }
    List<TransferRecord> expired = new ArrayList<>();
    while (!pending.isEmpty() && !expiry(pending.first()).toInstant().isAfter(now)) {
      expired.addAll(store(LedgerRules.expire(pending.first().id(), this, now)));
    }
    return expired;
  }

  /**
   * Closes the periods before a moment (FUND-22). Pending transfers stay: they are posted, if at all, in an open period.
   *
   * @param until the first moment that stays open
   * @param now the moment
   * @return the closing with its balances
   * @throws GovernanceException OUT_OF_ORDER, PERIOD_CLOSED
   */
  public PeriodClosing close(TimePointSec until, Instant now) {
    expire(now);
    PeriodClosing closing = new PeriodClosing(
        LedgerRules.close(until, this, now),
        TimePointSec.of(now),
        lastNumber(),
        TrialBalance.of(chart, currency, journal, closedUntil(), until));
    closings.add(closing);
    return closing;
  }

  private List<TransferRecord> store(LedgerStep step) {
    ChangedWallets changed = step.wallets();
    for (int place = 0; place < changed.size(); place++) {
      walletOf(changed.key(place)).set(changed, place);
    }
    for (TransferRecord record : step.records()) {
      int number = Math.toIntExact(record.number());
      if (number > journal.size()) {
        journal.add(record);
        records.add(record.id(), number);
      } else {
        journal.set(number - 1, record);
      }
      if (record.transfer() instanceof PendingTransfer) {
        if (record.status() == TransferStatus.PENDING) {
          pending.add(record);
        } else {
          pending.remove(record);
        }
      }
    }
    return step.results();
  }

  private Wallet walletOf(LedgerKey key) {
    Wallet wallet = wallets.get(key);
    if (wallet == null) {
      wallet = new Wallet(
          shared.computeIfAbsent(key.shared(), each -> new Level()),
          whole.computeIfAbsent(key.whole(), each -> new Level()));
      wallets.put(key, wallet);
    }
    return wallet;
  }

  private static TimePointSec expiry(TransferRecord record) {
    return ((PendingTransfer) record.transfer()).expiresAt();
  }

  @Override
  public ChartOfAccounts chart() {
    return chart;
  }

  @Override
  public Symbol currency() {
    return currency;
  }

  @Override
  public TimePointSec closedUntil() {
    return closings.isEmpty()
        ? TimePointSec.EPOCH
        : closings.get(closings.size() - 1).until();
  }

  @Override
  public long lastNumber() {
    return journal.size();
  }

  @Override
  public WalletBalance balance(LedgerKey wallet) {
    Wallet found = wallets.get(wallet);
    return found == null ? WalletBalance.ZERO : found.balance();
  }

  @Override
  public Optional<TransferRecord> find(TransferId id) {
    return Optional.ofNullable(records.find(id));
  }

  /**
   * Every recorded transfer as it stands now.
   *
   * @return by number; a view that nobody can change, valid until the next move
   */
  public List<TransferRecord> journal() {
    return Collections.unmodifiableList(journal);
  }

  /**
   * Closed periods.
   *
   * @return in the order of time
   */
  public List<PeriodClosing> closings() {
    return List.copyOf(closings);
  }

  /**
   * These books as data, for the audit.
   *
   * @return a copy
   */
  public LedgerSnapshot snapshot() {
    Map<LedgerLevel, SortedMap<LedgerKey, WalletBalance>> balances =
        new EnumMap<>(LedgerLevel.class);
    for (LedgerLevel level : LedgerLevel.values()) {
      balances.put(level, balances(level));
    }
    return new LedgerSnapshot(chart, currency, journal, balances, closings);
  }

  /**
   * Sums on one level.
   *
   * @param level level
   * @return sums of whatever was ever used, in the order of the keys
   */
  public SortedMap<LedgerKey, WalletBalance> balances(LedgerLevel level) {
    SortedMap<LedgerKey, WalletBalance> sums = new TreeMap<>();
    switch (level) {
      case ACCOUNT -> whole.forEach((key, sum) -> sums.put(key, sum.balance()));
      case WALLET -> shared.forEach((key, sum) -> sums.put(key, sum.balance()));
      case MEMBER -> wallets.forEach((key, wallet) -> sums.put(key, wallet.balance()));
      default -> throw new AssertionError(level);
    }
    return sums;
  }

  /**
   * Sums of one account, fund or programme, or member.
   *
   * @param level level
   * @param key key on that level
   * @return its sums, {@link WalletBalance#ZERO} if it was never used
   */
  public WalletBalance balance(LedgerLevel level, LedgerKey key) {
    if (level == LedgerLevel.MEMBER) {
      return balance(key);
    }
    Level found = (level == LedgerLevel.ACCOUNT ? whole : shared).get(key);
    return found == null ? WalletBalance.ZERO : found.balance();
  }

  /**
   * What an account, a fund or a programme, or a member has now.
   *
   * @param level level
   * @param key key on that level
   * @return balance on the side on which its account grows
   * @throws GovernanceException NO_SUCH_ACCOUNT
   */
  public Asset balanceOf(LedgerLevel level, LedgerKey key) {
    return new Asset(balance(level, key).on(chart.sideOf(key.account())), currency);
  }
}
