package io.github.coopj.chain.node;

import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.chain.kernel.Billing;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Deadline;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.store.ChainStore;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Executes transactions, pushed or taken from a queue, into the block in the making, and ends blocks.
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
 * <p>Promises are kept, or fail, while nobody is held up by whoever listens to them.
 */
final class BlockMaker implements AutoCloseable {
  /** How many transactions of the queue a thread executes that came with one. */
  static final int MOST_AT_A_TIME = 64;

  private final Controller controller;
  private final SlotClock slots;
  private final Billing billing;
  private final Deadline deadline;
  private final Map<PublicKey, Signer> producers = new TreeMap<>();
  private final TransactionQueue queue;
  private final @Nullable ChainStore store;

  /** Guards the controller and the block in the making. */
  private final ReentrantLock turn = new ReentrantLock();

  private volatile @Nullable OpenBlock open;
  private volatile Published published;
  private volatile boolean closed;

  /** What readers see: the latest block, the state after it, and how far producers are bound by then. */
  record Published(BlockState head, StateView view, Watermarks watermarks) {}

  BlockMaker(Controller controller, ChainOptions options, @Nullable ChainStore store) {
    this.controller = controller;
    this.slots = new SlotClock(options.clock(), options.maxLead());
    this.billing = options.billing();
    this.deadline = options.deadline();
    this.queue = new TransactionQueue(options.queueCapacity());
    this.store = store;
    options.producers().forEach(signer -> producers.put(signer.publicKey(), signer));
    this.published = latest();
  }

  private Published latest() {
    return new Published(controller.head(), controller.view(), controller.watermarks());
  }

  /** What was published last, for any thread. */
  Published published() {
    return published;
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
      controller.scheduleFeatures(features);
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
      Refusals refusals = new Refusals();
      try {
        OpenBlock block = closed ? null : blockForWaiting();
        if (block == null || !block.takesMore()) {
          return;
        }
        int most = left;
        left -= execute(block, done -> done < most && !isWantedByOthers(), refusals);
      } finally {
        turn.unlock();
        refusals.tell();
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
    } catch (ChainException e) {
      return null;
    }
  }

  /**
   * Executes what waits, in its order, as long as there is some and the block takes it.
   *
   * @param goesOn whether to go on after so many
   * @return how many were executed or refused
   */
  private int execute(OpenBlock block, IntPredicate goesOn, Refusals refusals) {
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
        refusals.add(next, e);
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
      Refusals refusals = new Refusals();
      List<Submission> kept = List.of();
      turn.lock();
      try {
        OpenBlock block = current();
        execute(block, inTime, refusals);
        if (refusals.isEmpty()) {
          AppliedBlock applied = block.seal(signerOf(block.producer()), this::keep);
          made = applied.block();
          kept = block.taken();
          open = null;
          published = latest();
          if (store != null) {
            store.applied(applied, controller.watermarks());
          }
        }
      } finally {
        turn.unlock();
        refusals.tell();
        kept.forEach(Submission::keep);
      }
    }
    executeWaiting();
    return made;
  }

  private void keep(SignedBlock block) {
    if (store != null) {
      store.appendDurably(block);
    }
  }

  /**
   * The block in the making; none is begun that could not be signed here, so that what it takes is not stuck in it. One
   * whose slot is over for long is begun anew, unless somebody was told what is in it; what it had taken waits again.
   */
  private OpenBlock current() {
    requireOpen();
    OpenBlock block = open;
    if (block != null && isToBeBegunAnew(block)) {
      open = null;
      block.abort();
      queue.putBack(block.taken());
      block = null;
    }
    if (block == null) {
      BlockTimestamp slot = slots.nextInTime(controller.head().header().timestamp());
      signerOf(controller.head().activeSchedule().scheduledAt(slot));
      block = new OpenBlock(controller.begin(slot), billing, deadline);
      open = block;
    }
    return block;
  }

  private boolean isToBeBegunAnew(OpenBlock block) {
    return block.isReplaceable() && slots.isLongOver(block.slot());
  }

  private Signer signerOf(ProducerSchedule.Producer producer) {
    return producers.values().stream()
        .filter(candidate -> producer.maySign(candidate.publicKey()))
        .findFirst()
        .orElseThrow(() -> new ChainException(
            ChainError.WRONG_PRODUCER,
            "no key of producer " + producer.producerName() + " is at hand"));
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
      if (store != null) {
        store.close();
      }
    } finally {
      turn.unlock();
      for (Submission each : dropped) {
        each.fail(new IllegalStateException(
            "the chain was closed before the transaction was in a block"));
      }
    }
  }

  /** Transactions that were refused while the chain was held, to be told when it is not. */
  private static final class Refusals {
    private final List<Submission> refused = new ArrayList<>(0);
    private final List<Throwable> reasons = new ArrayList<>(0);

    void add(Submission submission, Throwable reason) {
      refused.add(submission);
      reasons.add(reason);
    }

    boolean isEmpty() {
      return refused.isEmpty();
    }

    void tell() {
      for (int i = 0; i < refused.size(); i++) {
        refused.get(i).fail(reasons.get(i));
      }
    }
  }
}
