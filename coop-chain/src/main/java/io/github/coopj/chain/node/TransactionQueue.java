package io.github.coopj.chain.node;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Transactions that wait for a block, first come first served, each once. Bounded: who pushes into a full queue is told so
 * and nothing is lost silently. Safe for many threads.
 */
public final class TransactionQueue {
  private final int capacity;
  private final Map<Checksum256, TransactionMetadata> waiting = new LinkedHashMap<>();

  /**
   * An empty queue.
   *
   * @param capacity how many transactions may wait, 1 or more
   */
  public TransactionQueue(int capacity) {
    if (capacity < 1) {
      throw new InvalidValueException("a queue holds 1 transaction or more, got " + capacity);
    }
    this.capacity = capacity;
  }

  /**
   * Puts a transaction at the end.
   *
   * @param transaction the transaction with its recovered keys
   * @throws ChainException TX_DUPLICATE if it waits already, TX_RESOURCE_EXHAUSTION if the queue is full
   */
  public synchronized void add(TransactionMetadata transaction) {
    if (waiting.containsKey(transaction.id())) {
      throw new ChainException(
          ChainError.TX_DUPLICATE, "transaction " + transaction.id() + " is waiting already");
    }
    requireRoom();
    waiting.put(transaction.id(), transaction);
  }

  /**
   * Says whether one more transaction would be taken, before work is spent on it.
   *
   * @throws ChainException TX_RESOURCE_EXHAUSTION if the queue is full
   */
  public synchronized void requireRoom() {
    if (waiting.size() >= capacity) {
      throw new ChainException(
          ChainError.TX_RESOURCE_EXHAUSTION,
          capacity + " transactions are waiting, the queue holds no more");
    }
  }

  /**
   * Puts transactions of blocks that were undone back before all others. They were accepted once, so they are taken even
   * beyond the capacity.
   *
   * @param orphaned transactions in their order
   */
  public synchronized void giveBack(Collection<TransactionMetadata> orphaned) {
    Map<Checksum256, TransactionMetadata> later = new LinkedHashMap<>(waiting);
    waiting.clear();
    orphaned.forEach(each -> waiting.put(each.id(), each));
    later.forEach(waiting::putIfAbsent);
  }

  /**
   * Takes the first transaction out.
   *
   * @return empty if none waits
   */
  public synchronized Optional<TransactionMetadata> poll() {
    var first = waiting.entrySet().iterator();
    if (!first.hasNext()) {
      return Optional.empty();
    }
    TransactionMetadata transaction = first.next().getValue();
    first.remove();
    return Optional.of(transaction);
  }

  /**
   * Forgets transactions that are in a block by now.
   *
   * @param included ids, waiting or not
   */
  public synchronized void remove(Collection<Checksum256> included) {
    included.forEach(waiting::remove);
  }

  /**
   * Forgets transactions that no block takes any more.
   *
   * @param slot slot of the next block
   * @return ids of those that are expired by then, in their order
   */
  public synchronized List<Checksum256> removeExpired(BlockTimestamp slot) {
    long millis = slot.toInstant().toEpochMilli();
    List<Checksum256> expired = new ArrayList<>();
    waiting.forEach((id, each) -> {
      if (each.transaction().header().expiration().seconds() * 1000 < millis) {
        expired.add(id);
      }
    });
    expired.forEach(waiting::remove);
    return expired;
  }

  /**
   * How many transactions wait.
   *
   * @return 0 or more
   */
  public synchronized int size() {
    return waiting.size();
  }
}
