package io.github.coopj.chain.node;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.Reception;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that wait for a block, first come first served, each once. Bounded: who pushes into a full queue is told so
 * and nothing is lost silently. Safe for many threads, none of which waits for another.
 */
public final class TransactionQueue {
  private final int capacity;

  /** Those in the line by id. Never iterated. */
  private final Map<Checksum256, Submission> known = new ConcurrentHashMap<>();

  /** In their order. A submission in it that {@link Submission#isInLine says} it is not was removed and is skipped. */
  private final Deque<Submission> line = new ConcurrentLinkedDeque<>();

  private final AtomicInteger waiting = new AtomicInteger();

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
  public void add(TransactionMetadata transaction) {
    enter(transaction);
  }

  /** As {@link #add}, for somebody who wants to know what becomes of it. */
  @CanIgnoreReturnValue
  Submission enter(TransactionMetadata transaction) {
    if (known.containsKey(transaction.id())) {
      throw waitsAlready(transaction);
    }
    if (!countOneMore()) {
      throw full();
    }
    Submission submission = new Submission(transaction);
    if (known.putIfAbsent(transaction.id(), submission) != null) {
      waiting.decrementAndGet();
      throw waitsAlready(transaction);
    }
    line.addLast(submission);
    return submission;
  }

  private static ChainException waitsAlready(TransactionMetadata transaction) {
    return new ChainException(
        ChainError.TX_DUPLICATE, "transaction " + transaction.id() + " is waiting already");
  }

  private boolean countOneMore() {
    int now = waiting.get();
    while (now < capacity) {
      if (waiting.compareAndSet(now, now + 1)) {
        return true;
      }
      now = waiting.get();
    }
    return false;
  }

  /**
   * Says whether one more transaction would be taken, before work is spent on it.
   *
   * @throws ChainException TX_RESOURCE_EXHAUSTION if the queue is full
   */
  public void requireRoom() {
    if (waiting.get() >= capacity) {
      throw full();
    }
  }

  private ChainException full() {
    return new ChainException(
        ChainError.TX_RESOURCE_EXHAUSTION,
        capacity + " transactions are waiting, the queue holds no more");
  }

  /**
   * Puts transactions of blocks that were undone back before all others. They were accepted once, so they are taken even
   * beyond the capacity.
   *
   * @param orphaned transactions in their order
   */
  public void giveBack(Collection<TransactionMetadata> orphaned) {
    List<TransactionMetadata> all = new ArrayList<>(orphaned);
    for (int i = all.size() - 1; i >= 0; i--) {
      Submission there = known.get(all.get(i).id());
      if (there != null && isTakenOut(there)) {
        line.removeFirstOccurrence(there);
        putBack(List.of(there));
      } else {
        putBack(List.of(new Submission(all.get(i))));
      }
    }
  }

  /**
   * Puts submissions that were taken back before all others, in their order. If one of them came again meanwhile, it is
   * there twice; which of both is executed is for the chain to say.
   */
  void putBack(List<Submission> taken) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      Submission first = taken.get(i);
      first.backToLine();
      known.putIfAbsent(first.id(), first);
      waiting.incrementAndGet();
      line.addFirst(first);
    }
  }

  /**
   * Takes the first transaction out.
   *
   * @return empty if none waits
   */
  public Optional<TransactionMetadata> poll() {
    return Optional.ofNullable(take()).map(Submission::transaction);
  }

  /** As {@link #poll}, with who wants to know what becomes of it. */
  @Nullable Submission take() {
    Submission first = line.pollFirst();
    while (first != null && !isTakenOut(first)) {
      first = line.pollFirst();
    }
    return first;
  }

  /** Whether there is something to {@link #take}, or was removed lately. */
  boolean hasNext() {
    return !line.isEmpty();
  }

  /** True for the one of several threads that makes it one that does not wait; it may still be in the line. */
  private boolean isTakenOut(Submission submission) {
    if (!submission.leaveLine()) {
      return false;
    }
    known.remove(submission.id(), submission);
    waiting.decrementAndGet();
    return true;
  }

  /**
   * Follows what a block changed: forgets the transactions of all blocks that are on the best branch now, and takes those
   * that are on it no more back before all others.
   *
   * @param reception what the chain says of the block
   */
  public void follow(Reception reception) {
    takeIncluded(reception.applied());
    giveBack(reception.orphaned());
  }

  /**
   * Takes those out that blocks have executed.
   *
   * @return them with what they did, for who wants to know
   */
  @CanIgnoreReturnValue
  List<Submission> takeIncluded(List<AppliedBlock> blocks) {
    List<Submission> included = new ArrayList<>();
    for (AppliedBlock block : blocks) {
      for (TransactionTrace trace : block.result().traces()) {
        Submission there = known.get(trace.id());
        if (there != null && isTakenOut(there)) {
          there.executed(Submission.resultOf(trace));
          included.add(there);
        }
      }
    }
    if (!included.isEmpty()) {
      line.removeIf(each -> !each.isInLine());
    }
    return included;
  }

  /** One that waits and was signed in the same way, so that its keys need not be recovered again. */
  Optional<TransactionMetadata> find(PackedTransaction packed) {
    return known.isEmpty()
        ? Optional.empty()
        : find(packed, id -> {
          Submission there = known.get(id);
          return there == null ? null : there.transaction();
        });
  }

  /** One of those known by their ids that was signed in the same way. */
  static Optional<TransactionMetadata> find(
      PackedTransaction packed,
      Function<? super Checksum256, ? extends @Nullable TransactionMetadata> byId) {
    try {
      TransactionMetadata there = byId.apply(packed.id());
      return there != null && there.packed().equals(packed) ? Optional.of(there) : Optional.empty();
    } catch (InvalidValueException | CoopException e) {
      return Optional.empty();
    }
  }

  /**
   * Forgets transactions that are in a block by now.
   *
   * @param included ids, waiting or not
   */
  public void remove(Collection<Checksum256> included) {
    boolean removed = false;
    for (Checksum256 id : included) {
      Submission there = known.get(id);
      removed |= there != null && isTakenOut(there);
    }
    if (removed) {
      line.removeIf(each -> !each.isInLine());
    }
  }

  /**
   * Forgets transactions that no block takes any more.
   *
   * @param slot slot of the next block
   * @return ids of those that are expired by then, in their order
   */
  public List<Checksum256> removeExpired(BlockTimestamp slot) {
    return takeExpired(slot).stream().map(Submission::id).toList();
  }

  /** As {@link #removeExpired}, with who wants to know what becomes of them. */
  List<Submission> takeExpired(BlockTimestamp slot) {
    long millis = slot.toInstant().toEpochMilli();
    List<Submission> expired = new ArrayList<>();
    for (Submission each : line) {
      if (each.transaction().transaction().header().expiration().seconds() * 1000 < millis
          && isTakenOut(each)) {
        expired.add(each);
      }
    }
    if (!expired.isEmpty()) {
      line.removeIf(each -> !each.isInLine());
    }
    return expired;
  }

  /**
   * How many transactions wait.
   *
   * @return 0 or more
   */
  public int size() {
    return waiting.get();
  }
}
