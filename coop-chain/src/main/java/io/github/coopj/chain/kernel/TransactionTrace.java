package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.Optional;

/**
 * What a transaction did, or how far it came.
 *
 * @param id its id
 * @param block number of the block it is in
 * @param blockTime slot of that block
 * @param cpuUsageUs CPU billed, microseconds; 0 if it failed
 * @param netUsageWords NET billed, words of 8 bytes; 0 if it failed
 * @param netUsage NET used, bytes
 * @param actions executions in the order in which they were asked for
 * @param except why it failed, empty if it did not
 */
public record TransactionTrace(
    Checksum256 id,
    long block,
    BlockTimestamp blockTime,
    long cpuUsageUs,
    long netUsageWords,
    long netUsage,
    List<ActionTrace> actions,
    Optional<ChainException> except) {
  /** Copies the list. */
  public TransactionTrace {
    actions = List.copyOf(actions);
  }

  /** Outcomes, with the node's numbers as their order. */
  public enum Status {
    /** Executed and in a block. */
    EXECUTED,
    /** Failed, and its failure is in a block; not on this chain, which has no deferred transactions. */
    SOFT_FAIL,
    /** Failed, and nothing of it is in a block. */
    HARD_FAIL
  }

  /**
   * Outcome.
   *
   * @return executed, or failed without a trace in the block
   */
  public Status status() {
    return except.isEmpty() ? Status.EXECUTED : Status.HARD_FAIL;
  }

  /**
   * What the first action returned.
   *
   * @return its bytes, empty for nothing
   */
  public Bytes returnValue() {
    return actions.isEmpty() ? Bytes.EMPTY : actions.get(0).returnValue();
  }
}
