package io.github.coopj.chain.kernel;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import java.util.List;
import java.util.Optional;

/**
 * One execution of an action by one receiver, in the terms of the node's traces.
 *
 * @param ordinal number of the execution in its transaction, 1 or more
 * @param creatorOrdinal number of the execution that sent the action or notified the receiver, 0 for actions of the
 *     transaction itself
 * @param closestUnnotifiedAncestorOrdinal number of the nearest execution up the line of creators that was no
 *     notification, 0 for actions of the transaction itself
 * @param receiver account whose contract ran
 * @param action the action
 * @param contextFree whether it ran without authority and state
 * @param receipt its receipt; empty in the trace of a transaction that failed before it was done
 * @param returnValue what the contract returned, empty for nothing
 * @param console what the contract printed
 * @param ramDeltas changes of RAM by account, in the order of names
 * @param except why it failed, if it is the one that did
 */
public record ActionTrace(
    int ordinal,
    int creatorOrdinal,
    int closestUnnotifiedAncestorOrdinal,
    Name receiver,
    Action action,
    boolean contextFree,
    Optional<ActionReceipt> receipt,
    Bytes returnValue,
    String console,
    List<RamDelta> ramDeltas,
    Optional<ChainException> except) {
  /** Copies the list. */
  public ActionTrace {
    ramDeltas = List.copyOf(ramDeltas);
  }
}
