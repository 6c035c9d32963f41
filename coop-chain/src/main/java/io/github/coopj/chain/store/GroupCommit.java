package io.github.coopj.chain.store;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes a block log: takes all blocks that wait, appends them, flushes once, and only then says of
 * each that it is durable. Safe for many threads.
 */
final class GroupCommit implements AutoCloseable {
  private static final int CAPACITY = 64;

  private final BlockLog log;
  private final StoreOptions.Durability durability;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>(CAPACITY);
  private final Thread writer;
  private volatile long durable;
  private volatile boolean open = true;
  private @Nullable Throwable broken;

  /** Something to do, and who waits for it. */
  private record Job(
      Kind kind, @Nullable SignedBlock block, long number, CompletableFuture<Long> done) {}

  private enum Kind {
    APPEND,
    REWIND,
    STOP
  }

  /** Begins to write the log, which nobody else may do from here on. */
  GroupCommit(BlockLog log, StoreOptions.Durability durability, String name) {
    this.log = log;
    this.durability = durability;
    this.durable = log.durableBlock();
    this.writer = new Thread(this::write, name);
    this.writer.setDaemon(true);
    this.writer.start();
  }

  /** Appends a block; completes with its number once it is durable. */
  CompletableFuture<Long> append(SignedBlock block) {
    return submit(Kind.APPEND, block, block.number());
  }

  /** Takes back all blocks after one; completes with its number once that is durable. */
  CompletableFuture<Long> rewind(long number) {
    return submit(Kind.REWIND, null, number);
  }

  /** Number of the last durable block. */
  long durable() {
    return durable;
  }

  /**
   * Waits for a block to be durable.
   *
   * @throws LogException if the log broke down or was closed before
   */
  void await(long number) throws InterruptedException {
    if (durable < number) {
      awaitMore(number);
    }
  }

  private synchronized void awaitMore(long number) throws InterruptedException {
    while (durable < number) {
      if (broken != null) {
        throw new LogException(
            LogException.Reason.IO, "block " + number + " is not durable", broken);
      }
      if (!open) {
        throw closed("block " + number + " is not durable");
      }
      wait();
    }
  }

  /** Ends after what was submitted before, and closes the log. */
  @Override
  public void close() {
    CompletableFuture<Long> stopped;
    synchronized (this) {
      if (!open) {
        return;
      }
      open = false;
    }
    stopped = new CompletableFuture<>();
    put(new Job(Kind.STOP, null, 0, stopped));
    Uninterruptibly.join(stopped);
  }

  private CompletableFuture<Long> submit(Kind kind, @Nullable SignedBlock block, long number) {
    CompletableFuture<Long> done = new CompletableFuture<>();
    if (!open) {
      throw closed("block " + number + " was not written");
    }
    put(new Job(kind, block, number, done));
    return done;
  }

  private static LogException closed(String what) {
    return new LogException(LogException.Reason.IO, what + ": the store is closed", null);
  }

  private void put(Job job) {
    Uninterruptibly.run(() -> jobs.put(job));
  }

  private void write() {
    List<Job> group = new ArrayList<>();
    while (true) {
      group.clear();
      Uninterruptibly.run(() -> group.add(jobs.take()));
      jobs.drainTo(group);
      List<Job> written = new ArrayList<>();
      for (Job job : group) {
        switch (job.kind()) {
          case APPEND -> append(job, written);
          case REWIND -> {
            flush(written);
            rewind(job);
          }
          case STOP -> {
            flush(written);
            stop(job);
            return;
          }
        }
      }
      flush(written);
    }
  }

  private void append(Job job, List<Job> written) {
    SignedBlock block = job.block();
    if (block == null) {
      return;
    }
    try {
      log.append(block);
      written.add(job);
      if (durability == StoreOptions.Durability.EACH_BLOCK) {
        flush(written);
      }
    } catch (RuntimeException | Error e) {
      job.done().completeExceptionally(e);
    }
  }

  /** Makes durable what was written and says so. */
  private void flush(List<Job> written) {
    if (written.isEmpty()) {
      return;
    }
    try {
      log.sync();
      reach(log.durableBlock());
      written.forEach(job -> job.done().complete(job.number()));
    } catch (RuntimeException | Error e) {
      breakDown(e);
      written.forEach(job -> job.done().completeExceptionally(e));
    }
    written.clear();
  }

  private void rewind(Job job) {
    try {
      log.rewind(job.number());
      reach(log.durableBlock());
      job.done().complete(job.number());
    } catch (InvalidValueException e) {
      job.done().completeExceptionally(e);
    } catch (RuntimeException | Error e) {
      breakDown(e);
      job.done().completeExceptionally(e);
    }
  }

  private void stop(Job job) {
    try {
      log.close();
      job.done().complete(log.durableBlock());
    } catch (RuntimeException | Error e) {
      job.done().completeExceptionally(e);
    }
    synchronized (this) {
      notifyAll();
    }
    for (Job late = jobs.poll(); late != null; late = jobs.poll()) {
      late.done().completeExceptionally(closed("block " + late.number() + " was not written"));
    }
  }

  private synchronized void reach(long number) {
    durable = number;
    notifyAll();
  }

  private synchronized void breakDown(Throwable e) {
    broken = e;
    notifyAll();
  }
}
