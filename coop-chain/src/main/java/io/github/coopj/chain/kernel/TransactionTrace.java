package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * What a transaction did.
 *
 * @param id its id
 * @param block number of the block it is in
 * @param blockTime slot of that block
 * @param cpuUsageUs CPU billed, microseconds
 * @param netUsageWords NET billed, words of 8 bytes
 * @param actions executions in their order
 */
public record TransactionTrace(
    Checksum256 id,
    long block,
    BlockTimestamp blockTime,
    long cpuUsageUs,
    long netUsageWords,
    List<ActionTrace> actions) {
  /** Copies the list. */
  public TransactionTrace {
    actions = List.copyOf(actions);
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
