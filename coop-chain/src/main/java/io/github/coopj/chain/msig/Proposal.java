package io.github.coopj.chain.msig;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiExtension;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.Checksum256;
import java.util.Optional;

/**
 * A proposed transaction: a row of {@code proposal}.
 *
 * @param proposalName name of the proposal, the key
 * @param packedTransaction the transaction as bytes; their SHA-256 is the hash that approvers may name
 * @param earliestExecution from when on it may be executed, known once it has been approved by enough and until that
 *     changes; the outer optional is empty in rows written before there were delays
 */
@AbiName("proposal")
public record Proposal(
    @AbiName("proposal_name") Name proposalName,
    @AbiName("packed_transaction") Bytes packedTransaction,
    @AbiName("earliest_exec_time") @AbiExtension Optional<Optional<TimePoint>> earliestExecution) {

  static Proposal of(Name name, Transaction transaction) {
    return new Proposal(name, Bytes.of(transaction.pack()), Optional.of(Optional.empty()));
  }

  /** The transaction. */
  public Transaction transaction() {
    return RecordCodec.of(Transaction.class).decode(packedTransaction.toArray());
  }

  /** SHA-256 of the transaction's bytes. */
  public Checksum256 hash() {
    return Checksum256.sha256(packedTransaction);
  }

  /** When the proposal may be executed, if it has been approved by enough. */
  Optional<TimePoint> earliest() {
    return earliestExecution.flatMap(time -> time);
  }

  /** The proposal after one more approval: the wait begins with the one that is enough. */
  Proposal approved(boolean enough, TimePoint now, long delaySeconds) {
    if (!enough || earliest().isPresent()) {
      return this;
    }
    return waitingUntil(Optional.of(TimePoint.of(now.toInstant().plusSeconds(delaySeconds))));
  }

  /** The proposal after an approval was taken back: without enough of them the wait begins anew. */
  Proposal withdrawn(boolean enough) {
    return enough ? this : waitingUntil(Optional.empty());
  }

  private Proposal waitingUntil(Optional<TimePoint> earliest) {
    return new Proposal(proposalName, packedTransaction, Optional.of(earliest));
  }
}
