package io.github.coopj.governance.ledger;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;

/**
 * A transfer as it is recorded. Number, time, wallets and amount never change; a pending transfer is settled once, and what was
 * corrected of a posted one grows up to its amount.
 *
 * @param number number in the journal, 1 for the first
 * @param recordedAt when it was recorded
 * @param transfer as it was asked for
 * @param debit wallet debited, for a transfer about a pending one that of the pending one
 * @param credit wallet credited
 * @param amount minor units that the transfer is about
 * @param posted minor units that it moved, 0 if it moved none
 * @param status how far it has come
 * @param corrected minor units of it undone by later transfers
 */
public record TransferRecord(
    @AbiType("uint64") long number,
    TimePointSec recordedAt,
    Transfer transfer,
    LedgerKey debit,
    LedgerKey credit,
    long amount,
    long posted,
    TransferStatus status,
    long corrected) {
  /** Refuses figures that contradict each other. */
  public TransferRecord {
    if (number < 1 || posted < 0 || posted > amount || corrected < 0 || corrected > posted) {
      throw new InvalidValueException("the record of transfer " + transfer.id()
          + " contradicts itself: posted " + posted + " of " + amount + ", corrected " + corrected);
    }
  }

  /**
   * Id of the transfer.
   *
   * @return id
   */
  public TransferId id() {
    return transfer.id();
  }

  /**
   * When it happened.
   *
   * @return time that decides its period
   */
  public TimePointSec at() {
    return transfer.at();
  }

  TransferRecord settled(TransferStatus next) {
    return new TransferRecord(
        number, recordedAt, transfer, debit, credit, amount, posted, next, corrected);
  }

  TransferRecord withCorrected(long minor) {
    return new TransferRecord(
        number,
        recordedAt,
        transfer,
        debit,
        credit,
        amount,
        posted,
        status,
        Math.addExact(corrected, minor));
  }
}
