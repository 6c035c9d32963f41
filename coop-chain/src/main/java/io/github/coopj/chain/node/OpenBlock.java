package io.github.coopj.chain.node;

import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.kernel.Billing;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Deadline;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import java.util.ArrayList;
import java.util.List;

/**
 * The block in the making: what was pushed into it, what was taken from the queue, and whether it takes more. Belongs to
 * the thread that holds the chain; others may ask for its slot and whether it can be replaced.
 */
final class OpenBlock {
  private final Controller.Making making;
  private final Billing billing;
  private final Deadline deadline;
  private final List<Submission> taken = new ArrayList<>();
  private volatile boolean pushed;
  private volatile boolean ending;
  private boolean full;

  OpenBlock(Controller.Making making, Billing billing, Deadline deadline) {
    this.making = making;
    this.billing = billing;
    this.deadline = deadline;
  }

  /** For any thread. */
  BlockTimestamp slot() {
    return making.slot();
  }

  ProducerSchedule.Producer producer() {
    return making.producer();
  }

  Controller.Making making() {
    return making;
  }

  /** Executes a transaction whose result is told at once. */
  PushResult push(TransactionMetadata transaction) {
    PushResult result = execute(transaction);
    pushed = true;
    Submission submission = new Submission(transaction);
    submission.leaveLine();
    submission.executed(result);
    taken.add(submission);
    return result;
  }

  /**
   * Executes a transaction of the queue.
   *
   * @return false if there is no room left for it in this block; nothing was changed, and no more are taken
   * @throws RuntimeException if it is refused, nothing was changed
   */
  boolean take(Submission submission) {
    try {
      submission.executed(execute(submission.transaction()));
    } catch (ChainException e) {
      if (isFull(e) && !taken.isEmpty()) {
        full = true;
        return false;
      }
      throw e;
    }
    taken.add(submission);
    return true;
  }

  private PushResult execute(TransactionMetadata transaction) {
    return Submission.resultOf(making.execute(transaction, billing, deadline));
  }

  /** Whether a transaction was refused because of those before it in the block only. */
  private static boolean isFull(ChainException refusal) {
    return refusal.reason() == ChainError.BLOCK_CPU_USAGE_EXCEEDED
        || refusal.reason() == ChainError.BLOCK_NET_USAGE;
  }

  /** Whether it takes more from the queue: until there was no room for one, or it was to be ended. */
  boolean takesMore() {
    return !full && !ending;
  }

  /** Whether nobody has been told anything of what is in it, so that another block may take that instead. For any thread. */
  boolean isReplaceable() {
    return !pushed && !ending;
  }

  /** What was executed in it, pushed or taken from the queue, in that order. */
  List<Submission> taken() {
    return taken;
  }

  /** Takes no more from the queue: it is about to be signed, which may fail and be tried again. */
  void end() {
    ending = true;
  }

  void abort() {
    making.abort();
  }
}
