package io.github.coopj.governance.ledger;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ledger with moves on top of it that are not stored yet. Thrown away with its exception, it leaves nothing behind. */
final class LedgerDraft implements Transfer.Cases<TransferRecord> {
  private final LedgerView base;
  private final TimePointSec now;
  private final ChangedWallets wallets;
  private final ChangedRecords records = new ChangedRecords();
  private final List<TransferRecord> results = new ArrayList<>(1);
  private long lastNumber;

  LedgerDraft(LedgerView base, TimePointSec now) {
    this.base = base;
    this.wallets = new ChangedWallets(base);
    this.now = now;
    this.lastNumber = base.lastNumber();
  }

  LedgerStep step() {
    return new LedgerStep(results, records.all(), wallets);
  }

  void book(Transfer transfer) {
    TransferRecord known = find(transfer.id());
    if (known != null) {
      if (!known.transfer().equals(transfer)) {
        throw new GovernanceException(Reason.TRANSFER_ID_TAKEN, "transfer", transfer.id());
      }
      results.add(known);
      return;
    }
    bookNew(transfer);
  }

  /** Books a transfer whose id is known to be new. */
  void bookNew(Transfer transfer) {
    results.add(transfer.match(this));
  }

  void expire(TransferId id) {
    TransferRecord held = requireHeld(id);
    PendingTransfer pending = (PendingTransfer) held.transfer();
    if (now.compareTo(pending.expiresAt()) < 0) {
      throw new GovernanceException(
          Reason.PENDING_OPEN, "transfer", id, "expiresAt", pending.expiresAt());
    }
    results.add(settle(held, TransferStatus.EXPIRED));
  }

  @Override
  public TransferRecord direct(DirectTransfer transfer) {
    requireAccounts(transfer.debit(), transfer.credit());
    requireBookable(transfer.amount(), transfer.at());
    if (!transfer.corrects().isNone()) {
      correct(transfer);
    }
    move(transfer.debit(), transfer.credit(), transfer.amount().amount());
    return record(
        transfer,
        transfer.debit(),
        transfer.credit(),
        transfer.amount().amount(),
        transfer.amount().amount(),
        TransferStatus.POSTED);
  }

  @Override
  public TransferRecord pending(PendingTransfer transfer) {
    requireAccounts(transfer.debit(), transfer.credit());
    requireBookable(transfer.amount(), transfer.at());
    if (now.compareTo(transfer.expiresAt()) >= 0) {
      throw new GovernanceException(
          Reason.PENDING_EXPIRED, "transfer", transfer.id(), "expiresAt", transfer.expiresAt());
    }
    long minor = transfer.amount().amount();
    wallets.add(transfer.debit(), ChangedWallets.DEBITS_PENDING, minor);
    requireFloor(transfer.debit(), AccountSide.CREDIT, minor);
    wallets.add(transfer.credit(), ChangedWallets.CREDITS_PENDING, minor);
    requireFloor(transfer.credit(), AccountSide.DEBIT, minor);
    return record(transfer, transfer.debit(), transfer.credit(), minor, 0, TransferStatus.PENDING);
  }

  @Override
  public TransferRecord post(PostPending transfer) {
    TransferRecord held = requireLive(transfer.pending(), transfer.at());
    requireBookable(transfer.amount(), transfer.at());
    long minor = transfer.amount().amount();
    if (minor > held.amount()) {
      throw new GovernanceException(
          Reason.PENDING_EXCEEDED,
          "transfer",
          transfer.pending(),
          "amount",
          transfer.amount(),
          "pending",
          new Asset(held.amount(), base.currency()));
    }
    settle(held, TransferStatus.POSTED);
    move(held.debit(), held.credit(), minor);
    return record(transfer, held.debit(), held.credit(), minor, minor, TransferStatus.POSTED);
  }

  @Override
  public TransferRecord release(VoidPending transfer) {
    TransferRecord held = requireLive(transfer.pending(), transfer.at());
    requireHappened(transfer.at());
    settle(held, TransferStatus.VOIDED);
    return record(transfer, held.debit(), held.credit(), held.amount(), 0, TransferStatus.VOIDED);
  }

  private TransferRecord requireLive(TransferId id, TimePointSec at) {
    TransferRecord held = requireHeld(id);
    PendingTransfer pending = (PendingTransfer) held.transfer();
    if (now.compareTo(pending.expiresAt()) >= 0) {
      throw new GovernanceException(
          Reason.PENDING_EXPIRED, "transfer", id, "expiresAt", pending.expiresAt());
    }
    if (at.compareTo(pending.at()) < 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", at, "notBefore", pending.at());
    }
    return held;
  }

  private TransferRecord requireHeld(TransferId id) {
    TransferRecord held = require(id);
    if (!(held.transfer() instanceof PendingTransfer) || held.status() != TransferStatus.PENDING) {
      throw new GovernanceException(Reason.NOT_PENDING, "transfer", id, "status", held.status());
    }
    return held;
  }

  /** What was held is held no longer. */
  private TransferRecord settle(TransferRecord held, TransferStatus next) {
    long minor = held.amount();
    wallets.add(held.debit(), ChangedWallets.DEBITS_PENDING, -minor);
    wallets.add(held.credit(), ChangedWallets.CREDITS_PENDING, -minor);
    TransferRecord settled = held.settled(next);
    records.put(settled);
    return settled;
  }

  private void move(LedgerKey debit, LedgerKey credit, long minor) {
    wallets.add(debit, ChangedWallets.DEBITS, minor);
    requireFloor(debit, AccountSide.CREDIT, minor);
    wallets.add(credit, ChangedWallets.CREDITS, minor);
    requireFloor(credit, AccountSide.DEBIT, minor);
  }

  private void correct(DirectTransfer transfer) {
    TransferRecord original = require(transfer.corrects());
    boolean mirrors = original.debit().equals(transfer.credit())
        && original.credit().equals(transfer.debit())
        && original.posted() > 0;
    if (!mirrors) {
      throw new GovernanceException(
          Reason.NOT_A_CORRECTION, "transfer", transfer.id(), "original", original.id());
    }
    long left = original.posted() - original.corrected();
    if (transfer.amount().amount() > left) {
      throw new GovernanceException(
          Reason.CORRECTION_EXCEEDED,
          "original",
          original.id(),
          "amount",
          transfer.amount(),
          "left",
          new Asset(left, base.currency()));
    }
    if (transfer.at().compareTo(original.at()) < 0) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", transfer.at(), "notBefore", original.at());
    }
    records.put(original.withCorrected(transfer.amount().amount()));
  }

  private void requireAccounts(LedgerKey debit, LedgerKey credit) {
    base.chart().require(debit);
    base.chart().require(credit);
  }

  private void requireBookable(Asset amount, TimePointSec at) {
    LedgerRules.requireCurrency(amount, base);
    requireHappened(at);
    if (at.compareTo(base.closedUntil()) < 0) {
      throw new GovernanceException(
          Reason.PERIOD_CLOSED, "at", at, "closedUntil", base.closedUntil());
    }
  }

  private void requireHappened(TimePointSec at) {
    if (at.compareTo(now) > 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", now, "notBefore", at);
    }
  }

  /** A wallet that grows on one side may be taken from on the other, down to the floor of its account. */
  private void requireFloor(LedgerKey wallet, AccountSide grows, long minor) {
    ChartAccount account = base.chart().require(wallet.account());
    if (account.side() == grows && account.floor().isPresent()) {
      long after = wallets.available(wallet, grows) - account.floor().getAsLong();
      if (after < 0) {
        throw new GovernanceException(
            Reason.BALANCE_TOO_LOW,
            "account",
            wallet,
            "amount",
            new Asset(minor, base.currency()),
            "balance",
            new Asset(after + minor, base.currency()));
      }
    }
  }

  private TransferRecord require(TransferId id) {
    TransferRecord found = find(id);
    if (found == null) {
      throw new GovernanceException(Reason.NO_SUCH_TRANSFER, "transfer", id);
    }
    return found;
  }

  private @Nullable TransferRecord find(TransferId id) {
    TransferRecord changed = records.find(id);
    return changed != null ? changed : base.find(id).orElse(null);
  }

  private TransferRecord record(
      Transfer transfer,
      LedgerKey debit,
      LedgerKey credit,
      long amount,
      long posted,
      TransferStatus status) {
    lastNumber++;
    TransferRecord record =
        new TransferRecord(lastNumber, now, transfer, debit, credit, amount, posted, status, 0);
    records.put(record);
    return record;
  }
}
