package io.github.coopj.chain.store;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.kernel.ActionTrace;
import io.github.coopj.chain.kernel.BlockResult;
import io.github.coopj.chain.kernel.KeyedRow;
import io.github.coopj.chain.kernel.Row;
import io.github.coopj.chain.kernel.RowChange;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every row of every table was after any block, and every action by the accounts that took part, the chain's own at
 * the beginning of each block included, from genesis on (CHAIN-08).
 *
 * <p>Kept on disk and indexed: what is asked for is found in logarithmic time, and memory does not grow with it. The latest
 * blocks are in memory until they take as much as the {@link StoreOptions#historyMemory options} say, or until a snapshot is
 * taken; they are written as a sorted part, and parts are merged as they become many. It follows the chain within a few
 * blocks and is never ahead of what is durable; {@link #await} waits for it. It is made from the blocks: what is lost or
 * damaged is made again at the next start. Files that the file system does not let it open stay as they are, and the store
 * refuses to open.
 *
 * <p>Safe for many threads. Those that ask wait for nobody, neither for the thread that writes nor for each other. Interrupts
 * harm nothing.
 */
public final class History implements AutoCloseable {
  private final Path directory;
  private final long mostBytes;
  private final HistoryParts parts;
  private volatile long block;
  private volatile long sequence;
  private volatile @Nullable RuntimeException failure;
  private volatile boolean closed;

  private History(Path directory, long mostBytes, HistoryParts parts) {
    this.directory = directory;
    this.mostBytes = mostBytes;
    this.parts = parts;
    this.block = parts.recent().to();
    this.sequence = parts.recent().lastSequence();
  }

  /**
   * Opens the history of a chain; one that is damaged, of another chain or of other blocks is begun anew.
   *
   * @param mostBytes roughly how much memory the latest blocks may take
   * @throws LogException if the file system does not let it; the files stay as they are
   */
  static History open(
      Disk disk, Path directory, Checksum256 chainId, long mostBytes, BlockLog log, Notes notes) {
    HistoryFiles files = new HistoryFiles(disk, directory, chainId);
    return new History(directory, mostBytes, new HistoryParts(files, renew(files, log, notes)));
  }

  private static List<HistoryPart> renew(HistoryFiles files, BlockLog log, Notes notes) {
    String problem;
    try {
      List<HistoryPart> parts = files.open();
      if (isOf(files, parts, log)) {
        return parts;
      }
      HistoryPart last = parts.get(parts.size() - 1);
      problem = last.name() + ": its block " + last.to() + " is not in the log";
    } catch (LogException e) {
      if (e.reason() != LogException.Reason.HISTORY
          && e.reason() != LogException.Reason.OTHER_CHAIN) {
        throw e;
      }
      problem = String.valueOf(e.getMessage());
    }
    notes.add("the history is made again from the blocks, " + problem);
    files.delete();
    return List.of();
  }

  /** Whether the last block of the parts is in the log; lets go of them if not, and if that cannot be found out. */
  private static boolean isOf(HistoryFiles files, List<HistoryPart> parts, BlockLog log) {
    if (parts.isEmpty()) {
      return true;
    }
    boolean same = false;
    try {
      HistoryPart last = parts.get(parts.size() - 1);
      same = log.block(last.to()).map(SignedBlock::id).equals(Optional.of(last.lastId()));
    } finally {
      if (!same) {
        files.close(parts);
      }
    }
    return same;
  }

  /**
   * The last block it knows.
   *
   * @return 1 while there is none but the genesis
   */
  public long block() {
    return block;
  }

  /**
   * Waits until it knows a block.
   *
   * @param number number of a block
   * @throws InterruptedException if the waiting thread is interrupted; the history is not harmed
   * @throws LogException if it has stopped or was closed before
   */
  public void await(long number) throws InterruptedException {
    if (block < number) {
      awaitMore(number);
    }
  }

  private synchronized void awaitMore(long number) throws InterruptedException {
    while (block < number) {
      requireOpen();
      wait();
    }
  }

  /**
   * A row as it was after a block.
   *
   * @param table table and scope
   * @param key primary key, unsigned
   * @param atBlock number of the block, up to {@link #block}
   * @return the row; empty if there was none
   * @throws InvalidValueException if the history does not reach that block
   * @throws LogException if it cannot be read
   */
  public Optional<Row> row(TableKey table, long key, long atBlock) {
    requireKnown(atBlock);
    return read(sources -> HistoryAnswers.row(sources, HistoryKeys.row(table, key), atBlock));
  }

  /**
   * Rows of a table as they were after a block, in the order of their keys.
   *
   * @param table table and scope
   * @param atBlock number of the block, up to {@link #block}
   * @param from smallest key wanted, unsigned
   * @param limit most rows wanted, 0 or more
   * @return keys and rows
   * @throws InvalidValueException if the history does not reach that block, or the limit is negative
   * @throws LogException if it cannot be read
   */
  public List<KeyedRow> rows(TableKey table, long atBlock, long from, int limit) {
    requireKnown(atBlock);
    requireLimit(limit);
    return read(sources -> HistoryAnswers.rows(sources, table, atBlock, from, limit));
  }

  /**
   * All changes of a row, oldest first.
   *
   * @param table table and scope
   * @param key primary key, unsigned
   * @param fromBlock first block wanted
   * @param limit most changes wanted, 0 or more
   * @return one a block that changed it
   * @throws InvalidValueException if the limit is negative
   * @throws LogException if it cannot be read
   */
  public List<RowVersion> versions(TableKey table, long key, long fromBlock, int limit) {
    requireLimit(limit);
    long until = block;
    byte[] row = HistoryKeys.row(table, key);
    return read(
        sources -> HistoryAnswers.versions(sources, row, Math.max(0, fromBlock), until, limit));
  }

  /**
   * Actions that an account received or authorised, in the order of execution.
   *
   * @param account account
   * @param fromSequence smallest number of an execution wanted; to go on, one more than the last one got
   * @param limit most actions wanted, 0 or more
   * @return the actions
   * @throws InvalidValueException if the limit is negative
   * @throws LogException if it cannot be read
   */
  public List<RecordedAction> actions(Name account, long fromSequence, int limit) {
    requireLimit(limit);
    long until = sequence;
    return read(sources ->
        HistoryAnswers.actions(sources, account, Math.max(0, fromSequence), until, limit));
  }

  /**
   * Takes what a block did; blocks known already are passed over. What was taken is written as soon as it takes so much
   * memory. A failure stops the history, not the chain.
   */
  void add(BlockState head, BlockResult result) {
    long number = head.number();
    HistoryBuffer recent = parts.recent();
    if (failure != null || number <= recent.to()) {
      return;
    }
    if (number != recent.to() + 1) {
      stop(new IllegalStateException("block " + number + " does not follow " + recent.to()));
      return;
    }
    try {
      long last = addActions(
          recent,
          Stream.concat(result.implicitTrace().stream(), result.traces().stream())
              .toList());
      for (RowChange change : result.changes()) {
        recent.put(
            HistoryTable.ROWS,
            HistoryKeys.version(HistoryKeys.row(change.table(), change.key()), number),
            HistoryAnswers.packed(change.after()));
      }
      recent.end(number, head.id(), last);
      if (recent.bytes() >= mostBytes) {
        parts.write();
      }
      show(number, last);
    } catch (RuntimeException e) {
      stop(e);
    }
  }

  /** Takes the actions of a block and returns the number of the last one. */
  private static long addActions(HistoryBuffer recent, List<TransactionTrace> transactions) {
    long last = recent.lastSequence();
    NavigableMap<Name, List<Long>> numbers = new TreeMap<>();
    for (TransactionTrace transaction : transactions) {
      KeptActions.Executed executed = KeptActions.Executed.of(transaction);
      if (!executed.executions().isEmpty()) {
        recent.put(
            HistoryTable.TRANSACTIONS,
            HistoryKeys.numbers(executed.first()),
            KeptActions.CODEC.encode(executed));
        last = Math.max(last, executed.last());
        for (ActionTrace trace : transaction.actions()) {
          trace
              .receipt()
              .ifPresent(receipt -> accounts(trace.receiver(), trace.action())
                  .forEach(account -> numbers
                      .computeIfAbsent(account, key -> new ArrayList<>(1))
                      .add(receipt.globalSequence())));
        }
      }
    }
    numbers.forEach((account, all) -> {
      all.sort(null);
      recent.put(
          HistoryTable.NUMBERS,
          HistoryKeys.action(account, all.get(0)),
          KeptActions.packNumbers(all));
    });
    return last;
  }

  /** Accounts under which an action is found. */
  static NavigableSet<Name> accounts(Name receiver, Action action) {
    NavigableSet<Name> accounts = new TreeSet<>();
    accounts.add(receiver);
    for (PermissionLevel level : action.authorization()) {
      accounts.add(level.actor());
    }
    return accounts;
  }

  /** Writes what is in memory, so that a start does not have to make it again. */
  void write() {
    if (failure == null) {
      try {
        parts.write();
      } catch (RuntimeException e) {
        stop(e);
      }
    }
  }

  /** Waits until parts that were due to be merged are. */
  void awaitMerged() {
    parts.awaitMerged();
  }

  private synchronized void show(long number, long last) {
    sequence = last;
    block = number;
    notifyAll();
  }

  private synchronized void stop(RuntimeException e) {
    failure = e;
    notifyAll();
  }

  /** Why it has stopped, or what does not work; empty if all is well. */
  Optional<String> problem() {
    RuntimeException stopped = failure;
    return stopped == null
        ? parts.problem()
        : Optional.of(
            directory + ": the history stopped at block " + block + ", " + stopped.getMessage());
  }

  /** Writes what is in memory and lets go of the files. Reading is over then; may be called again. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      notifyAll();
    }
    write();
    parts.close();
  }

  private void requireOpen() {
    RuntimeException stopped = failure;
    if (closed) {
      throw new LogException(
          LogException.Reason.HISTORY, directory + ": the history is closed", null);
    }
    if (stopped != null) {
      throw new LogException(LogException.Reason.HISTORY, problem().orElse(""), stopped);
    }
  }

  private void requireKnown(long number) {
    if (number < 1 || number > block) {
      throw new InvalidValueException(
          "the history knows blocks 1 to " + block + ", asked for " + number);
    }
  }

  private static void requireLimit(int limit) {
    if (limit < 0) {
      throw new InvalidValueException("a limit is 0 or more, got " + limit);
    }
  }

  private <T> T read(Function<List<HistorySource>, T> question) {
    requireOpen();
    return parts.read(question);
  }
}
