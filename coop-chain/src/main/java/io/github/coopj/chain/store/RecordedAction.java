package io.github.coopj.chain.store;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;

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
    Bytes returnValue) {}
