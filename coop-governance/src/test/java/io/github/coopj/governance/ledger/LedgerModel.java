package io.github.coopj.governance.ledger;

import io.github.coopj.governance.Reason;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A second ledger, written another way: it keeps a list of what was moved and held on each wallet and adds the list up in
 * {@link BigInteger} whenever it is asked. It says which refusal to expect.
 */
final class LedgerModel {
  /** What a wallet owns, grows by credits for shares and funds, by debits for cash; settlements know no floor. */
  private final Map<LedgerKey, BigInteger> owned = new HashMap<>();

  private final Map<LedgerKey, BigInteger> against = new HashMap<>();
  private final Map<TransferId, Known> known = new HashMap<>();
  private final Set<TransferId> held = new LinkedHashSet<>();
  long closedUntil;

  private static final class Known {
    private final Transfer transfer;
    private final LedgerKey debit;
    private final LedgerKey credit;
    private long held;
    private long undoable;
    private String state;

    private Known(Transfer transfer, LedgerKey debit, LedgerKey credit, String state) {
      this.transfer = transfer;
      this.debit = debit;
      this.credit = credit;
      this.state = state;
    }
  }

  BigInteger owned(LedgerKey wallet) {
    return owned.getOrDefault(wallet, BigInteger.ZERO);
  }

  private static boolean growsByDebit(LedgerKey wallet) {
    int account = wallet.account().account();
    return account == 51 || account == 76;
  }

  private static boolean hasFloor(LedgerKey wallet) {
    return wallet.account().account() != 76;
  }

  /** Ends what has run out. */
  void passTo(long seconds) {
    for (TransferId id : List.copyOf(held)) {
      Known each = of(id);
      if (((PendingTransfer) each.transfer).expiresAt().seconds() <= seconds) {
        free(each, "expired");
      }
    }
  }

  /** What is held, in the order in which it was asked for. */
  List<TransferId> held() {
    return List.copyOf(held);
  }

  private Known of(TransferId id) {
    return Optional.ofNullable(known.get(id)).orElseThrow();
  }

  /** Takes back a direct transfer that was linked to one that was refused. */
  void forget(DirectTransfer transfer) {
    move(
        /* debit= */ transfer.credit(),
        /* credit= */ transfer.debit(),
        transfer.amount().amount());
    known.remove(transfer.id());
  }

  private void free(Known each, String next) {
    hold(each, -each.held);
    held.remove(each.transfer.id());
    each.held = 0;
    each.state = next;
  }

  private void hold(Known each, long minor) {
    LedgerKey less = growsByDebit(each.debit) ? null : each.debit;
    if (less != null) {
      against.merge(less, BigInteger.valueOf(minor), BigInteger::add);
    }
    if (growsByDebit(each.credit)) {
      against.merge(each.credit, BigInteger.valueOf(minor), BigInteger::add);
    }
  }

  private boolean covers(LedgerKey wallet, long minor) {
    return !hasFloor(wallet)
        || owned(wallet)
                .subtract(against.getOrDefault(wallet, BigInteger.ZERO))
                .compareTo(BigInteger.valueOf(minor))
            >= 0;
  }

  /** A debit takes from what grows by credits, a credit from what grows by debits. */
  private boolean covered(LedgerKey debit, LedgerKey credit, long minor) {
    return (growsByDebit(debit) || covers(debit, minor))
        && (!growsByDebit(credit) || covers(credit, minor));
  }

  private void move(LedgerKey debit, LedgerKey credit, long minor) {
    BigInteger sum = BigInteger.valueOf(minor);
    owned.merge(debit, growsByDebit(debit) ? sum : sum.negate(), BigInteger::add);
    owned.merge(credit, growsByDebit(credit) ? sum.negate() : sum, BigInteger::add);
  }

  /** Books a transfer, or says why not. A transfer known already changes nothing. */
  Optional<Reason> book(Transfer transfer) {
    Known before = known.get(transfer.id());
    if (before != null) {
      return before.transfer.equals(transfer)
          ? Optional.empty()
          : Optional.of(Reason.TRANSFER_ID_TAKEN);
    }
    if (transfer instanceof DirectTransfer direct) {
      return direct(direct);
    }
    if (transfer instanceof PendingTransfer pending) {
      return pending(pending);
    }
    return transfer instanceof PostPending post ? post(post) : release((VoidPending) transfer);
  }

  private Optional<Reason> direct(DirectTransfer transfer) {
    long minor = transfer.amount().amount();
    if (transfer.at().seconds() < closedUntil) {
      return Optional.of(Reason.PERIOD_CLOSED);
    }
    if (!transfer.corrects().isNone()) {
      Known original = known.get(transfer.corrects());
      if (original == null) {
        return Optional.of(Reason.NO_SUCH_TRANSFER);
      }
      if (!original.debit.equals(transfer.credit())
          || !original.credit.equals(transfer.debit())
          || !original.state.equals("moved")) {
        return Optional.of(Reason.NOT_A_CORRECTION);
      }
      if (minor > original.undoable) {
        return Optional.of(Reason.CORRECTION_EXCEEDED);
      }
      if (transfer.at().compareTo(original.transfer.at()) < 0) {
        return Optional.of(Reason.OUT_OF_ORDER);
      }
    }
    if (!covered(transfer.debit(), transfer.credit(), minor)) {
      return Optional.of(Reason.BALANCE_TOO_LOW);
    }
    move(transfer.debit(), transfer.credit(), minor);
    if (!transfer.corrects().isNone()) {
      of(transfer.corrects()).undoable -= minor;
    }
    Known moved = new Known(transfer, transfer.debit(), transfer.credit(), "moved");
    moved.undoable = minor;
    known.put(transfer.id(), moved);
    return Optional.empty();
  }

  private Optional<Reason> pending(PendingTransfer transfer) {
    long minor = transfer.amount().amount();
    if (transfer.at().seconds() < closedUntil) {
      return Optional.of(Reason.PERIOD_CLOSED);
    }
    if (!covered(transfer.debit(), transfer.credit(), minor)) {
      return Optional.of(Reason.BALANCE_TOO_LOW);
    }
    Known held = new Known(transfer, transfer.debit(), transfer.credit(), "held");
    held.held = minor;
    known.put(transfer.id(), held);
    this.held.add(transfer.id());
    hold(held, minor);
    return Optional.empty();
  }

  private Optional<Reason> live(TransferId id) {
    Known held = known.get(id);
    if (held == null) {
      return Optional.of(Reason.NO_SUCH_TRANSFER);
    }
    return held.state.equals("held") ? Optional.empty() : Optional.of(Reason.NOT_PENDING);
  }

  private Optional<Reason> post(PostPending transfer) {
    Optional<Reason> dead = live(transfer.pending());
    if (dead.isPresent()) {
      return dead;
    }
    Known held = of(transfer.pending());
    if (transfer.at().compareTo(held.transfer.at()) < 0) {
      return Optional.of(Reason.OUT_OF_ORDER);
    }
    if (transfer.at().seconds() < closedUntil) {
      return Optional.of(Reason.PERIOD_CLOSED);
    }
    long minor = transfer.amount().amount();
    if (minor > held.held) {
      return Optional.of(Reason.PENDING_EXCEEDED);
    }
    free(held, "posted");
    move(held.debit, held.credit, minor);
    Known moved = new Known(transfer, held.debit, held.credit, "moved");
    moved.undoable = minor;
    known.put(transfer.id(), moved);
    return Optional.empty();
  }

  private Optional<Reason> release(VoidPending transfer) {
    Optional<Reason> dead = live(transfer.pending());
    if (dead.isPresent()) {
      return dead;
    }
    Known held = of(transfer.pending());
    if (transfer.at().compareTo(held.transfer.at()) < 0) {
      return Optional.of(Reason.OUT_OF_ORDER);
    }
    free(held, "voided");
    known.put(transfer.id(), new Known(transfer, held.debit, held.credit, "release"));
    return Optional.empty();
  }
}
