package io.github.coopj.governance.ledger;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** A small chart, and transfers on it. */
final class Ledgers {
  static final Symbol RUB = Symbol.parse("2,RUB");
  static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  static final AccountNumber CASH = AccountNumber.parse("51");
  static final AccountNumber SETTLEMENTS = AccountNumber.parse("76");
  static final AccountNumber SHARES = AccountNumber.parse("80");
  static final AccountNumber RESERVE = AccountNumber.parse("86.2");
  static final AccountNumber OPERATIONS = AccountNumber.parse("86.5");
  static final LedgerKey BANK = LedgerKey.of(CASH);
  static final LedgerKey FUND = LedgerKey.of(RESERVE);
  static final LedgerKey ANNA = new LedgerKey(SHARES, 3, Name.of("anna"));
  static final LedgerKey BORIS = new LedgerKey(SHARES, 3, Name.of("boris"));
  static final LedgerKey ANNA_OWES = new LedgerKey(SETTLEMENTS, 3, Name.of("anna"));
  static final Basis BASIS = new Basis(Checksum256.sha256(new byte[] {1}), Name.of("share"), 0);
  static final ChartOfAccounts CHART = ChartOfAccounts.of(
      "SMALL",
      List.of(
          account(CASH, AccountSide.DEBIT, false, OptionalLong.of(0)),
          account(SETTLEMENTS, AccountSide.BOTH, true, OptionalLong.empty()),
          account(SHARES, AccountSide.CREDIT, true, OptionalLong.of(0)),
          account(RESERVE, AccountSide.CREDIT, false, OptionalLong.of(0)),
          account(OPERATIONS, AccountSide.CREDIT, false, OptionalLong.of(0))));

  private Ledgers() {}

  static ChartAccount account(
      AccountNumber number, AccountSide side, boolean byMember, OptionalLong floor) {
    return new ChartAccount(
        number, side, "Счёт " + number, "Account " + number, byMember, byMember, floor);
  }

  static Books books() {
    return new Books(CHART, RUB);
  }

  static Asset rub(long minor) {
    return new Asset(minor, RUB);
  }

  static TransferId id(long number) {
    return new TransferId(0, number);
  }

  static TimePointSec at(Instant time) {
    return TimePointSec.of(time);
  }

  static DirectTransfer direct(long id, LedgerKey debit, LedgerKey credit, long minor) {
    return direct(id, debit, credit, minor, NOW);
  }

  static DirectTransfer direct(long id, LedgerKey debit, LedgerKey credit, long minor, Instant at) {
    return new DirectTransfer(id(id), debit, credit, rub(minor), at(at), BASIS, TransferId.NONE);
  }

  /** Undoes a transfer between the same wallets. */
  static DirectTransfer undo(
      long id, LedgerKey debit, LedgerKey credit, long minor, long original) {
    return new DirectTransfer(id(id), debit, credit, rub(minor), at(NOW), BASIS, id(original));
  }

  static PendingTransfer pending(
      long id, LedgerKey debit, LedgerKey credit, long minor, long seconds) {
    return new PendingTransfer(
        id(id), debit, credit, rub(minor), at(NOW), BASIS, at(NOW.plusSeconds(seconds)));
  }

  static PostPending post(long id, long pending, long minor) {
    return new PostPending(id(id), id(pending), rub(minor), at(NOW), BASIS);
  }

  static VoidPending voided(long id, long pending) {
    return new VoidPending(id(id), id(pending), at(NOW), BASIS);
  }
}
