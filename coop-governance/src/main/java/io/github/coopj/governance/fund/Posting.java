package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.ledger.Basis;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.PendingTransfer;
import io.github.coopj.governance.ledger.PostPending;
import io.github.coopj.governance.ledger.Transfer;
import io.github.coopj.governance.ledger.TransferId;
import io.github.coopj.governance.ledger.TransferRecord;
import io.github.coopj.governance.ledger.VoidPending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transfers that one paper gives rise to, to be booked all or none. Each keeps to {@link MoneyLaw}; their ids follow from the
 * paper, so the same paper booked again changes nothing.
 */
public final class Posting {
  private final List<Transfer> transfers;

  private Posting(List<Transfer> transfers) {
    this.transfers = List.copyOf(transfers);
  }

  /**
   * Begins a posting.
   *
   * @param wallets wallets of the chart
   * @param document digest of the paper
   * @param at when it happened
   * @return a draft without transfers
   * @throws GovernanceException NO_DOCUMENT
   */
  public static Draft of(Wallets wallets, Checksum256 document, TimePointSec at) {
    if (document.equals(Checksum256.ZERO)) {
      throw new GovernanceException(Reason.NO_DOCUMENT, "account", "");
    }
    return new Draft(wallets, document, at);
  }

  /**
   * Undoes a posted transfer in part or whole (FUND-22).
   *
   * @param original the transfer as it stands
   * @param amount how much of it, above zero
   * @param document digest of the paper that tells the error
   * @param at when it is undone
   * @return the correction; the ledger refuses more than is left of the original
   */
  public static Posting correction(
      TransferRecord original, Asset amount, Checksum256 document, TimePointSec at) {
    return new Posting(List.of(new DirectTransfer(
        TransferId.part(document, 0),
        original.credit(),
        original.debit(),
        amount,
        at,
        new Basis(document, Purpose.REVERSAL.code(), original.transfer().basis().ruleVersion()),
        original.id())));
  }

  /**
   * Amounts of what is posted at once.
   *
   * @return one a transfer, in order
   */
  public List<Asset> moved() {
    return transfers.stream()
        .filter(DirectTransfer.class::isInstance)
        .map(transfer -> ((DirectTransfer) transfer).amount())
        .toList();
  }

  /**
   * What to book, all or none.
   *
   * @return transfers in order
   */
  public List<Transfer> transfers() {
    return transfers;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Posting that && transfers.equals(that.transfers);
  }

  @Override
  public int hashCode() {
    return transfers.hashCode();
  }

  @Override
  public String toString() {
    return "Posting" + transfers;
  }

  /** A posting that grows. */
  public static final class Draft {
    private final MoneyLaw law;
    private final Checksum256 document;
    private final TimePointSec at;
    private final List<Transfer> transfers = new ArrayList<>();

    private Draft(Wallets wallets, Checksum256 document, TimePointSec at) {
      this.law = new MoneyLaw(wallets);
      this.document = document;
      this.at = at;
    }

    /**
     * Adds a transfer under no rules of funds.
     *
     * @param debit wallet debited
     * @param credit wallet credited
     * @param amount 0 or more; nothing is added for 0
     * @param purpose what for
     * @return this draft
     * @throws GovernanceException UNLAWFUL_TRANSFER
     */
    public Draft move(LedgerKey debit, LedgerKey credit, Asset amount, Purpose purpose) {
      return move(debit, credit, amount, purpose.code(), 0);
    }

    /**
     * Adds a transfer.
     *
     * @param debit wallet debited
     * @param credit wallet credited
     * @param amount 0 or more; nothing is added for 0
     * @param purpose code of what for
     * @param ruleVersion version of the rules applied, 0 if none were
     * @return this draft
     * @throws GovernanceException UNLAWFUL_TRANSFER
     */
    public Draft move(
        LedgerKey debit, LedgerKey credit, Asset amount, Name purpose, int ruleVersion) {
      if (!amount.isZero()) {
        Basis basis = basis(purpose, ruleVersion);
        law.require(debit, credit, basis);
        transfers.add(
            new DirectTransfer(nextId(), debit, credit, amount, at, basis, TransferId.NONE));
      }
      return this;
    }

    /**
     * Adds a transfer that is held back.
     *
     * @param debit wallet to be debited
     * @param credit wallet to be credited
     * @param amount above zero
     * @param purpose what for
     * @param expiresAt from when it can no longer be posted
     * @return this draft
     * @throws GovernanceException UNLAWFUL_TRANSFER
     */
    public Draft hold(
        LedgerKey debit, LedgerKey credit, Asset amount, Purpose purpose, TimePointSec expiresAt) {
      Basis basis = basis(purpose.code(), 0);
      law.require(debit, credit, basis);
      transfers.add(new PendingTransfer(nextId(), debit, credit, amount, at, basis, expiresAt));
      return this;
    }

    /**
     * Posts what is held.
     *
     * @param pending what is held
     * @param amount above zero, at most what is held
     * @param purpose what for
     * @return this draft
     */
    public Draft post(TransferId pending, Asset amount, Purpose purpose) {
      transfers.add(new PostPending(nextId(), pending, amount, at, basis(purpose.code(), 0)));
      return this;
    }

    /**
     * Lets go what is held.
     *
     * @param pending what is held
     * @param purpose what it was held for
     * @return this draft
     */
    public Draft release(TransferId pending, Purpose purpose) {
      transfers.add(new VoidPending(nextId(), pending, at, basis(purpose.code(), 0)));
      return this;
    }

    /**
     * The posting.
     *
     * @return what was added so far
     */
    public Posting build() {
      return new Posting(transfers);
    }

    private Basis basis(Name purpose, int ruleVersion) {
      return new Basis(document, purpose, ruleVersion);
    }

    private TransferId nextId() {
      return TransferId.part(document, transfers.size());
    }
  }
}
