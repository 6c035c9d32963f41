package io.github.coopj.chain.node;

import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.crypto.Checksum256;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A transaction that was submitted: whether it waits in the line, what it did, and who wants to know. */
final class Submission {
  private final TransactionMetadata transaction;
  private final AtomicBoolean inLine = new AtomicBoolean(true);
  private final CompletableFuture<PushResult> promise = new CompletableFuture<>();
  private @Nullable PushResult result;

  Submission(TransactionMetadata transaction) {
    this.transaction = transaction;
  }

  TransactionMetadata transaction() {
    return transaction;
  }

  Checksum256 id() {
    return transaction.id();
  }

  CompletableFuture<PushResult> promise() {
    return promise;
  }

  boolean isInLine() {
    return inLine.get();
  }

  /** True for the one of several threads that takes it out of the line. */
  boolean leaveLine() {
    return inLine.compareAndSet(true, false);
  }

  void backToLine() {
    inLine.set(true);
  }

  /** What an executed transaction tells who sent it. */
  static PushResult resultOf(TransactionTrace trace) {
    return new PushResult(
        trace.id(),
        trace.block(),
        trace.blockTime(),
        trace.cpuUsageUs(),
        trace.netUsageWords(),
        trace.returnValue());
  }

  /** Keeps what it did until that is durable. */
  void executed(PushResult done) {
    result = done;
  }

  /** Tells that what it did is durable. */
  void keep() {
    promise.complete(result);
  }

  /** Tells that it did nothing. */
  void fail(Throwable why) {
    promise.completeExceptionally(why);
  }
}
