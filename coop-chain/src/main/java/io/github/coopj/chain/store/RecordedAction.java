package io.github.coopj.chain.store;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.chain.kernel.RamDelta;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * One execution of an action as the history has it.
 *
 * @param block number of its block
 * @param blockTime slot of that block
 * @param transaction id of its transaction
 * @param ordinal number of the execution in its transaction, 1 or more
 * @param creatorOrdinal number of the execution that sent the action or notified the receiver, 0 for actions of the
 *     transaction itself
 * @param receiver account whose contract ran
 * @param action the action
 * @param receipt its receipt; {@code globalSequence} numbers all executions since genesis
 * @param returnValue what the contract returned, empty for nothing
 * @param contextFree whether it ran without authority and state
 * @param console what the contract printed
 * @param ramDeltas changes of RAM by account, in the order of names
 */
public record RecordedAction(
    @AbiType("uint32") long block,
    BlockTimestamp blockTime,
    Checksum256 transaction,
    int ordinal,
    int creatorOrdinal,
    Name receiver,
    Action action,
    ActionReceipt receipt,
    Bytes returnValue,
    boolean contextFree,
    String console,
    List<RamDelta> ramDeltas) {
  /** Copies the list. */
  public RecordedAction {
    ramDeltas = List.copyOf(ramDeltas);
  }
}
