package io.github.coopj.chain.store;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.core.transaction.PackedTransaction;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A chain in a folder: the block log, snapshots of the state, the history of rows and actions, and the lock that keeps
 * other processes out (ARCH-05, CHAIN-08, CHAIN-10).
 *
 * <p>The log decides; snapshots and history come from it and can be made again. A start takes the newest snapshot that is
 * whole, then the blocks after it: {@link #open}, {@link #snapshot}, {@link #replay}. From then on each block is
 * {@link #append appended}, and once it is part of the chain for good the store is told what it {@link #applied did}.
 *
 * <p>Safe for many threads. One thread of the store writes the log, another snapshots and history; an interrupt of a
 * caller harms neither. Those that read wait for nobody.
 */
public final class ChainStore implements AutoCloseable {
  /** Name of the block log in its folder. */
  public static final String LOG = "blocks.log";

  private final StoreOptions options;
  private final SnapshotFile snapshots;
  private final Disk disk;
  private final BlockLog log;
  private final Notes notes;
  private final @Nullable History history;
  private final WatermarksFile kept;
  private final Records records;
  private final long start;
  private final AtomicLong sinceSnapshot = new AtomicLong();
  private volatile Optional<Snapshot> snapshot;
  private volatile Watermarks watermarks;
  private volatile long settled;
  private volatile boolean historyDue;
  private volatile @Nullable GroupCommit writer;
  private volatile @Nullable Follower follower;

  private ChainStore(
      StoreOptions options,
      Disk disk,
      SnapshotFile snapshots,
      BlockLog log,
      @Nullable History history,
      WatermarksFile kept,
      Records records,
      Notes notes) {
    this.options = options;
    this.disk = disk;
    this.snapshots = snapshots;
    this.log = log;
    this.history = history;
    this.kept = kept;
    this.records = records;
    this.notes = notes;
    this.watermarks = kept.read();
    this.snapshot = choose();
    snapshot.ifPresent(found -> watermarks = watermarks.and(found.watermarks()));
    this.start = snapshot.map(found -> found.head().number()).orElse(BlockLog.FIRST_BLOCK - 1);
    this.settled = history == null ? start : Math.max(start, history.block());
  }

  /**
   * Opens the folder of a chain, or makes it.
   *
   * @param options how the chain is kept
   * @param genesis genesis of the chain
   * @return the store, to be {@link #replay replayed} next
   * @throws LogException if the folder is in use, of another chain, damaged, or cannot be read or written
   */
  public static ChainStore open(StoreOptions options, Genesis genesis) {
    return open(Disk.REAL, options, genesis);
  }

  static ChainStore open(Disk disk, StoreOptions options, Genesis genesis) {
    Path directory = options.directory();
    Closeable lock;
    try {
      disk.createDirectories(directory);
      lock = disk.lock(directory.resolve(BlockLog.LOCK));
    } catch (IOException e) {
      throw LogException.of(directory, e);
    }
    BlockLog log = BlockLog.prepare(disk, directory.resolve(LOG), genesis, lock);
    History history = null;
    try {
      log.requireChain();
      Notes notes = new Notes();
      if (options.history()) {
        history =
            History.open(disk, directory, genesis.chainId(), options.historyMemory(), log, notes);
      }
      SnapshotFile snapshots = new SnapshotFile(disk, directory, genesis.chainId());
      WatermarksFile kept = new WatermarksFile(disk, directory, genesis.chainId());
      Records records = new Records(disk, directory, genesis.chainId(), notes);
      return new ChainStore(options, disk, snapshots, log, history, kept, records, notes);
    } catch (RuntimeException | Error e) {
      if (history != null) {
        history.close();
      }
      log.abandon();
      throw e;
    }
  }

  /** The newest snapshot that is whole, fits the log, and is not newer than the history, which has to catch up. */
  private Optional<Snapshot> choose() {
    List<Path> files = new ArrayList<>(snapshotFiles());
    Collections.reverse(files);
    for (Path file : files) {
      long block = SnapshotFile.block(file).orElse(0);
      if (history != null && block > history.block()) {
        notes.add(file + ": not used, the history has to catch up from block " + history.block());
        continue;
      }
      try {
        Snapshot found = snapshots.read(file);
        Optional<SignedBlock> there = log.block(block);
        if (there.isPresent() && there.get().id().equals(found.head().id())) {
          return Optional.of(found);
        }
        notes.add(file + ": skipped, the log has "
            + there
                .map(other -> "another block " + block + ", " + other.id())
                .orElse("no block " + block));
      } catch (LogException e) {
        notes.add(file + ": skipped, " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  private List<Path> snapshotFiles() {
    try {
      return disk.list(options.directory()).stream()
          .filter(file -> SnapshotFile.block(file).isPresent())
          .toList();
    } catch (IOException e) {
      throw LogException.of(options.directory(), e);
    }
  }

  /**
   * What the chain starts with. It is let go of once the blocks after it are {@link #replay handed over}: it would keep
   * in memory all that changes afterwards.
   *
   * @return empty if it starts from genesis, or has started
   */
  public Optional<Snapshot> snapshot() {
    return snapshot;
  }

  /**
   * How far producers have bound themselves by what they signed, as far as the blocks from the {@link #start} on do not
   * tell it: by blocks before it, and by blocks that were in the log and were taken back. A block of this process leaves
   * it only once the log has it, so that there is nothing else to be known.
   *
   * @return to be restored before blocks are signed
   */
  public Watermarks watermarks() {
    return watermarks;
  }

  /**
   * Which block the chain has started from.
   *
   * @return number of the snapshot's block, 1 for the genesis
   */
  public long start() {
    return start;
  }

  /**
   * Hands over the blocks after the snapshot, or all of them without one. To be called once, before anything is appended.
   * The consumer tells the store what each block {@link #applied did}, so that history and snapshots catch up.
   *
   * @param consumer takes each block, in order
   * @throws LogException if a block is damaged or cannot be read
   */
  public void replay(BlockLog.BlockConsumer consumer) {
    if (writer != null) {
      throw new IllegalStateException("the blocks have been handed over already");
    }
    follower = new Follower("coopj-store-follower", this::follow, () -> {});
    log.recover(start + 1, consumer);
    snapshot = Optional.empty();
    if (log.tornBytes() > 0) {
      notes.add(options.directory().resolve(LOG) + ": cut off " + log.tornBytes()
          + " bytes of a block that was being written when the process stopped");
    }
    writer = new GroupCommit(log, options.durability(), "coopj-store-writer");
  }

  /**
   * What was found when the store was opened, and what went wrong since without harm to the chain: a torn block that was
   * cut off, snapshots that were skipped, a history that has to be made again. Of very many the first and the latest are
   * kept.
   *
   * @return one sentence each, naming the file
   */
  public List<String> notes() {
    List<String> all = new ArrayList<>(notes.all());
    if (history != null) {
      history.problem().ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /**
   * Appends a block, together with others that wait if there are any.
   *
   * @param block the block that follows the last one
   * @return completes with the number of the block once it is durable; completes exceptionally with a
   *     {@link LogException} if the file system refuses, and the log is then as before, or takes nothing more until the
   *     store is opened again
   * @throws LogException if the store is closed
   */
  public CompletableFuture<Long> append(SignedBlock block) {
    return writer().append(block);
  }

  /**
   * Appends a block and waits until it is durable. An interrupt does not end the waiting.
   *
   * @param block the block that follows the last one
   * @throws LogException if the file system refuses
   */
  public void appendDurably(SignedBlock block) {
    Uninterruptibly.join(append(block));
  }

  /**
   * Number of the last durable block: it and its transactions survive a loss of power.
   *
   * @return 1 while there is none but the genesis
   */
  public long durableBlock() {
    return writer().durable();
  }

  /**
   * Waits until a block is durable.
   *
   * @param number its number
   * @throws InterruptedException if the waiting thread is interrupted; the store is not harmed
   * @throws LogException if the log broke down or was closed before
   */
  public void awaitDurable(long number) throws InterruptedException {
    writer().await(number);
  }

  /**
   * Takes back the blocks after one, as when another branch turned out to be the better one. By how much their producers
   * have bound themselves is kept durably first: the blocks cannot tell it any more.
   *
   * @param number the block that shall be the last one, not before one that was {@link #applied}
   * @param bound how far producers have bound themselves by what they signed
   * @throws InvalidValueException if the log does not reach the block, or has settled later ones
   * @throws LogException if the file system refuses
   */
  public void rewind(long number, Watermarks bound) {
    if (number < settled) {
      throw new InvalidValueException(
          "block " + settled + " is settled, the chain cannot go back to block " + number);
    }
    Watermarks all = watermarks.and(bound);
    kept.write(all);
    watermarks = all;
    Uninterruptibly.join(writer().rewind(number));
  }

  /**
   * Transactions of blocks that were taken back, as they were kept last.
   *
   * @return in their order; some may be in the log again, or expired
   */
  public List<PackedTransaction> orphans() {
    return records.orphans();
  }

  /**
   * What producers were caught at, as it was kept last.
   *
   * @return in the order of discovery
   */
  public List<Evidence> evidence() {
    return records.evidence();
  }

  /** Keeps evidence in place of that kept before. */
  void keepEvidence(List<Evidence> pieces) {
    records.keepEvidence(pieces);
  }

  /** Notes what went wrong without harm. */
  void note(LogException problem) {
    notes.add(String.valueOf(problem.getMessage()));
  }

  /** Number of the last block that is not taken back any more, as far as the store was told. */
  long settled() {
    return settled;
  }

  /** Keeps transactions of blocks that are to be taken back, in place of those kept before. */
  void keepOrphans(List<PackedTransaction> transactions) {
    records.keepOrphans(transactions);
  }

  /**
   * Tells what a block did, once it is durable and is not taken back any more. History and, when it is time, a snapshot
   * are written by a thread of the store.
   *
   * @param block the block and what it did
   * @param bound how far producers have bound themselves by what they signed
   * @throws IllegalStateException if it is not durable yet
   */
  public void applied(AppliedBlock block, Watermarks bound) {
    long number = block.state().number();
    GroupCommit open = writer;
    if (open != null && number > open.durable()) {
      throw new IllegalStateException("block " + number + " is not durable yet");
    }
    settled = Math.max(settled, number);
    boolean due = isSnapshotDue(number, block.block().transactions().size());
    if (history != null || due) {
      follower().follow(new Follower.Applied(block, bound, due));
    }
  }

  /** After so many blocks, or so many transactions: the blocks after a snapshot shall not take long to apply again. */
  private boolean isSnapshotDue(long number, int transactions) {
    if (options.snapshotInterval() == 0 || number <= start) {
      return false;
    }
    boolean due = sinceSnapshot.addAndGet(transactions) >= options.snapshotTransactions()
        || number % options.snapshotInterval() == 0;
    if (due) {
      sinceSnapshot.set(0);
    }
    return due;
  }

  private void follow(Follower.Applied applied) {
    if (history != null) {
      history.add(applied.block().state(), applied.block().result());
      if (applied.due() || historyDue) {
        historyDue = false;
        history.write();
      }
    }
    if (applied.due()) {
      try {
        keep(new Snapshot(applied.block().state(), applied.block().view(), applied.watermarks()));
      } catch (RuntimeException e) {
        notes.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * Writes a snapshot now. A start goes on from it once the history is written as far, which it is with the next block
   * and when the store is closed.
   *
   * @param taken what it holds; its block has to be durable
   * @return the file
   * @throws LogException if the file system refuses; the chain goes on
   */
  public Path write(Snapshot taken) {
    Path file = keep(taken);
    historyDue = true;
    return file;
  }

  private Path keep(Snapshot taken) {
    Path file = snapshots.write(taken);
    List<Path> files = snapshotFiles();
    for (Path old : files.subList(0, Math.max(0, files.size() - options.snapshotsKept()))) {
      try {
        disk.delete(old);
      } catch (IOException e) {
        notes.add(old + ": not removed, " + e);
      }
    }
    return file;
  }

  /**
   * A block that is durable.
   *
   * @param number its number
   * @return the block; empty if there is none of that number, or none that is durable
   * @throws LogException if it is damaged or cannot be read
   */
  public Optional<SignedBlock> block(long number) {
    return log.block(number);
  }

  /**
   * The history of rows and actions (CHAIN-08).
   *
   * @return empty if it is not kept
   */
  public Optional<History> history() {
    return Optional.ofNullable(history);
  }

  /** Writes what waits and lets go of the folder. May be called again. */
  @Override
  public void close() {
    try {
      Follower following = follower;
      if (following != null) {
        following.close();
      }
      if (history != null) {
        history.close();
      }
    } finally {
      GroupCommit writing = writer;
      if (writing != null) {
        writing.close();
      } else {
        log.abandon();
      }
    }
  }

  /**
   * Removes the store of a chain that nobody has open: its own files and nothing else.
   *
   * @param directory its folder
   * @throws LogException if the file system refuses
   */
  public static void delete(Path directory) {
    Disk disk = Disk.REAL;
    try {
      if (!disk.exists(directory)) {
        return;
      }
      for (Path file : disk.list(directory)) {
        OptionalLong block = SnapshotFile.block(file);
        if (block.isPresent() || HistoryFiles.isFile(file) || isRecord(file)) {
          disk.delete(file);
        }
      }
      BlockLog.delete(directory.resolve(LOG));
    } catch (IOException e) {
      throw LogException.of(directory, e);
    }
  }

  private static boolean isRecord(Path file) {
    return WatermarksFile.isFile(file) || Records.isFile(file);
  }

  private GroupCommit writer() {
    GroupCommit open = writer;
    if (open == null) {
      throw new IllegalStateException("the blocks have to be handed over first");
    }
    return open;
  }

  private Follower follower() {
    Follower open = follower;
    if (open == null) {
      throw new IllegalStateException("the blocks have to be handed over first");
    }
    return open;
  }
}
