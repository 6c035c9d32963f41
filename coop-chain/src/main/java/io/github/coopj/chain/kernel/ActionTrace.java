package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;

/**
 * One execution of an action by one receiver.
 *
 * @param ordinal number of the execution in its transaction, 1 or more
 * @param creatorOrdinal number of the execution that sent the action or notified the receiver, 0 for actions of the
 *     transaction itself
 * @param receiver account whose contract ran
 * @param action the action
 * @param receipt its receipt
 * @param returnValue what the contract returned, empty for nothing
 */
public record ActionTrace(
    int ordinal,
    int creatorOrdinal,
    Name receiver,
    Action action,
    ActionReceipt receipt,
    Bytes returnValue) {}
