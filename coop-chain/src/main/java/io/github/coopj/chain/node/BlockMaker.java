package io.github.coopj.chain.node;

import io.github.coopj.CoopException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Branches;
import io.github.coopj.chain.consensus.CheckedBlock;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.consensus.ForkBlock;
import io.github.coopj.chain.consensus.Reception;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.chain.kernel.Billing;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Deadline;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Executes transactions, pushed or taken from a queue, into the block in the making, ends blocks, and takes in those that
 * were made elsewhere.
 *
 * <p>One thread at a time holds the chain. Those that push or end a block wait for their turn. Those that submit do not:
 * they put the transaction into the queue, and if the chain is free they execute what waits there, theirs and that of
 * others, a bounded number; if it is not, whoever holds it looks at the queue once more after letting go. So while blocks
 * go on being made, a transaction waits only
 *
 * <ul>
 *   <li>while somebody holds the chain or waits for a turn, which comes first,
 *   <li>while the block in the making is full, being ended or to be ended, or none can be begun,
 *   <li>behind more others than were executed at a time, for whoever submits or ends a block next.
 * </ul>
 *
 * <p>A block from elsewhere that becomes the head takes the place of the one in the making: what that had taken waits
 * again, before all others, and behind what was in blocks that were taken back.
 *
 * <p>Promises are kept, or fail, while nobody is held up by whoever listens to them.
 */
final class BlockMaker implements AutoCloseable {
  /** How many transactions of the queue a thread executes that came with one. */
  static final int MOST_AT_A_TIME = 64;

  private final Branches forks;
  private final SlotClock slots;
  private final Billing billing;
  private final Deadline deadline;
  private final ProducerKeys keys;
  private final TransactionQueue queue;
  private final Announcer announcer;

  /** Guards the branches and the block in the making. */
  private final ReentrantLock turn = new ReentrantLock();

  /** Those in blocks that the log does not have yet. */
  private final List<Submission> undurable = new ArrayList<>();

  private volatile @Nullable OpenBlock open;
  private volatile Published published;
  private volatile boolean closed;

  /** What readers see: the best branch from its irreversible root to the latest block, and the states after both. */
  record Published(
      BlockState root,
      StateView rootView,
      BlockState head,
      StateView view,
      List<ForkBlock> branch,
      Watermarks watermarks,
      List<Evidence> evidence) {}

  BlockMaker(Branches forks, ChainOptions options, Announcer announcer) {
    this.forks = forks;
    this.slots = new SlotClock(options.clock(), options.maxLead());
    this.billing = options.billing();
    this.deadline = options.deadline();
    this.keys = new ProducerKeys(options.producers());
    this.queue = new TransactionQueue(options.queueCapacity());
    this.announcer = announcer;
    this.published = latest();
  }

  private Published latest() {
    return new Published(
        forks.root(),
        forks.rootView(),
        forks.head(),
        forks.view(),
        forks.branch(),
        forks.watermarks(),
        forks.evidence());
  }

  /** What was published last, for any thread. */
  Published published() {
    return published;
  }

  /**
   * A block for transactions to refer to that is on every branch: the head where all blocks are made here, the latest
   * irreversible one where not.
   */
  BlockState reference() {
    Published latest = published;
    return keys.areOfAll(latest.head().activeSchedule()) ? latest.head() : latest.root();
  }

  /** Slot that the next block has, or would have if it were begun now. */
  BlockTimestamp nextSlot() {
    return slots.next(published.head().header().timestamp());
  }

  /** Slot of the block that takes what is pushed now: the one in the making, or the next. */
  BlockTimestamp openSlot() {
    OpenBlock block = open;
    return block == null || isToBeBegunAnew(block) ? nextSlot() : block.slot();
  }

  int queued() {
    return queue.size();
  }

  /** Executes a transaction in the block in the making. */
  PushResult push(TransactionMetadata transaction) {
    turn.lock();
    try {
      return current().push(transaction);
    } finally {
      turn.unlock();
      executeWaiting();
    }
  }

  /** Has the next block that is begun activate features. */
  void scheduleFeatures(List<Checksum256> features) {
    turn.lock();
    try {
      requireOpen();
      forks.scheduleFeatures(features);
    } finally {
      turn.unlock();
      executeWaiting();
    }
  }

  /** Refuses what the queue would refuse, before work is spent on it. */
  void requireRoom() {
    requireOpen();
    queue.requireRoom();
  }

  /** Puts a transaction into the queue, and executes what waits there if nobody else does. */
  CompletableFuture<PushResult> submit(TransactionMetadata transaction) {
    Submission submission = queue.enter(transaction);
    if (closed) {
      queue.remove(List.of(submission.id()));
      requireOpen();
    }
    executeWaiting();
    return submission.promise();
  }

  /**
   * Executes what waits, some of it. Ends without having looked at the queue after the last turn of anybody only if there
   * is another turn to come, by somebody who looks at it afterwards.
   */
  private void executeWaiting() {
    int left = MOST_AT_A_TIME;
    while (left > 0 && queue.hasNext() && !isWantedByOthers() && turn.tryLock()) {
      Outcomes outcomes = new Outcomes();
      try {
        OpenBlock block = closed ? null : blockForWaiting();
        if (block == null || !block.takesMore()) {
          return;
        }
        int most = left;
        left -= execute(block, done -> done < most && !isWantedByOthers(), outcomes);
      } finally {
        turn.unlock();
        outcomes.tell();
      }
    }
  }

  /** Whether somebody waits for a turn, which comes before what waits in the queue. */
  boolean isWantedByOthers() {
    return turn.hasQueuedThreads();
  }

  /** The block in the making as long as its slot lasts, begun if there is none; null if none can be begun here and now. */
  private @Nullable OpenBlock blockForWaiting() {
    OpenBlock block = open;
    if (block != null) {
      return slots.isOver(block.slot()) ? null : block;
    }
    try {
      return current();
    } catch (CoopException e) {
      return null;
    }
  }

  /**
   * Executes what waits, in its order, as long as there is some and the block takes it.
   *
   * @param goesOn whether to go on after so many
   * @return how many were executed or refused
   */
  private int execute(OpenBlock block, IntPredicate goesOn, Outcomes outcomes) {
    int done = 0;
    while (block.takesMore() && goesOn.test(done)) {
      Submission next = queue.take();
      if (next == null) {
        return done;
      }
      try {
        if (!block.take(next)) {
          queue.putBack(List.of(next));
          return done;
        }
      } catch (RuntimeException | Error e) {
        outcomes.refuse(next, e);
      }
      done++;
    }
    return done;
  }

  /** Executes what waits as far as it fits, then ends the block in the making, or an empty one. */
  SignedBlock produce(Duration limit) {
    long start = System.nanoTime();
    long nanos = limit.toNanos();
    IntPredicate inTime = done -> System.nanoTime() - start < nanos;
    SignedBlock made = null;
    while (made == null) {
      Outcomes outcomes = new Outcomes();
      turn.lock();
      try {
        OpenBlock block = current();
        execute(block, inTime, outcomes);
        if (!outcomes.hasRefusals()) {
          Signer signer = keys.of(block.producer());
          block.end();
          Reception sealed = forks.seal(block.making(), signer);
          open = null;
          made = sealed.applied().get(0).block();
          outcomes.keep(block.taken());
          changed(sealed, outcomes);
        }
      } finally {
        turn.unlock();
        outcomes.tell();
        announcer.tell();
      }
    }
    executeWaiting();
    return made;
  }

  /** The head has moved: readers, submitters and the listener are to know. */
  private void changed(Reception change, Outcomes outcomes) {
    published = latest();
    announcer.add(listener -> listener.changed(change));
    if (forks.problem().isEmpty()) {
      outcomes.keep(undurable);
      undurable.clear();
    }
  }

  /** Whether a block need not be looked at, because it was accepted before. */
  boolean knows(SignedBlock block) {
    turn.lock();
    try {
      requireOpen();
      return forks.knows(block.number(), block.id());
    } finally {
      turn.unlock();
    }
  }

  /** Looks at the header of a block made elsewhere. */
  CheckedBlock check(SignedBlock block) {
    turn.lock();
    try {
      requireOpen();
      return forks.check(block, slots.latest());
    } finally {
      published = latest();
      turn.unlock();
      announcer.tell();
    }
  }

  /** Looks whether a block that came too late tells something of its producer, while the chain goes on. */
  void investigate(SignedBlock block) {
    forks.investigate(block).ifPresent(finding -> {
      turn.lock();
      try {
        requireOpen();
        forks.note(finding.late(), finding.proof());
        published = latest();
      } finally {
        turn.unlock();
        announcer.tell();
      }
    });
  }

  /**
   * Gives those transactions of a block whose keys were recovered here before: what waits, and, if the block is of another
   * branch, what is in blocks of the best one. For any thread.
   */
  Function<PackedTransaction, Optional<TransactionMetadata>> recoveredBefore(SignedBlock block) {
    Published latest = published;
    if (block.header().previous().equals(latest.head().id())) {
      return queue::find;
    }
    Map<Checksum256, TransactionMetadata> ours = new HashMap<>();
    latest.branch().forEach(each -> each.transactions().forEach(one -> ours.put(one.id(), one)));
    return packed -> queue.find(packed).or(() -> TransactionQueue.find(packed, ours::get));
  }

  /** Takes in a block made elsewhere, whose header was looked at. */
  Reception receive(CheckedBlock checked, List<TransactionMetadata> transactions) {
    Outcomes outcomes = new Outcomes();
    turn.lock();
    try {
      requireOpen();
      makeWay(checked);
      Reception reception = forks.receive(checked, transactions);
      if (reception.movedHead()) {
        follow(reception, outcomes);
      }
      return reception;
    } finally {
      turn.unlock();
      outcomes.tell();
      announcer.tell();
      executeWaiting();
    }
  }

  /** Nothing is in the making while the head moves, nor while its own producer turns out to have signed elsewhere. */
  private void makeWay(CheckedBlock checked) {
    OpenBlock block = open;
    if (block != null
        && (checked.isBetterThan(forks.head())
            || block.producer().producerName().equals(checked.producer()))) {
      putBack(block);
    }
  }

  private void putBack(OpenBlock block) {
    open = null;
    block.abort();
    queue.putBack(block.taken());
  }

  /** Has the queue follow the head: what is in a block is done, what was taken back waits again, if it can wait. */
  private void follow(Reception reception, Outcomes outcomes) {
    undurable.addAll(queue.takeIncluded(reception.applied()));
    queue.giveBack(reception.orphaned());
    BlockTimestamp next = forks.head().header().timestamp().next();
    for (Submission expired : queue.takeExpired(next)) {
      outcomes.refuse(
          expired,
          new ChainException(
              ChainError.EXPIRED_TX,
              "transaction " + expired.id() + " has expired before slot " + next));
    }
    changed(reception, outcomes);
  }

  /** Puts transactions of blocks that were taken back before the process was stopped into the queue. */
  void giveBack(List<TransactionMetadata> orphaned) {
    queue.giveBack(orphaned);
  }

  /**
   * The block in the making; none is begun that could not be signed here, so that what it takes is not stuck in it. One
   * whose slot is over for long is begun anew, unless somebody was told what is in it; what it had taken waits again.
   */
  private OpenBlock current() {
    requireOpen();
    OpenBlock block = open;
    if (block != null && isToBeBegunAnew(block)) {
      putBack(block);
      block = null;
    }
    if (block == null) {
      BlockState head = forks.head();
      BlockTimestamp slot = slots.nextInTime(head.header().timestamp());
      keys.of(head.activeSchedule().scheduledAt(slot));
      block = new OpenBlock(forks.begin(slot), billing, deadline);
      open = block;
    }
    return block;
  }

  private boolean isToBeBegunAnew(OpenBlock block) {
    return block.isReplaceable() && slots.isLongOver(block.slot());
  }

  /** @throws IllegalStateException if the chain is closed */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the chain is closed");
    }
  }

  /** Drops the block in the making and what waits in the queue, and closes the store. May be called again. */
  @Override
  public void close() {
    List<Submission> dropped = new ArrayList<>();
    turn.lock();
    try {
      closed = true;
      OpenBlock block = open;
      if (block != null) {
        open = null;
        block.abort();
        dropped.addAll(block.taken());
      }
      for (Submission next = queue.take(); next != null; next = queue.take()) {
        dropped.add(next);
      }
      dropped.addAll(undurable);
      forks.close();
    } finally {
      turn.unlock();
      for (Submission each : dropped) {
        each.fail(new IllegalStateException(
            "the chain was closed before the transaction was in a block"));
      }
    }
  }
}
