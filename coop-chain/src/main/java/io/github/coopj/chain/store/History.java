package io.github.coopj.chain.store;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.kernel.ActionTrace;
import io.github.coopj.chain.kernel.BlockResult;
import io.github.coopj.chain.kernel.KeyedRow;
import io.github.coopj.chain.kernel.Row;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What every row of every table was after any block, and every action by the accounts that took part, the chain's own at
 * the beginning of each block included, from genesis on (CHAIN-08).
 *
 * <p>Kept on disk and indexed: what is asked for is found in logarithmic time, and memory does not grow with it. It
 * follows the chain within a few blocks and is never ahead of what is durable; {@link #await} waits for it. It is made
 * from the blocks: a file that is lost or damaged is made again at the next start. One that the file system does not let
 * it open stays as it is, and the store refuses to open.
 *
 * <p>Safe for many threads. Interrupts harm nothing.
 */
public final class History implements AutoCloseable {
  private static final int READERS = 2;

  private final Path file;
  private final ExecutorService readers;
  private final HistoryFile data;
  private volatile long block;
  private volatile long sequence;
  private volatile @Nullable RuntimeException failure;
  private boolean closed;

  private History(Path file, ExecutorService readers, HistoryFile data) {
    this.file = file;
    this.readers = readers;
    this.data = data;
    this.block = data.block();
    this.sequence = data.sequence();
  }

  /**
   * Opens the history of a chain; one that is damaged, of another chain or of other blocks is begun anew.
   *
   * @throws LogException if the file system does not let it; the file stays as it is
   */
  static History open(Path directory, Checksum256 chainId, BlockLog log, List<String> notes) {
    Path file = HistoryFile.of(directory);
    ExecutorService readers = Executors.newFixedThreadPool(READERS, task -> {
      Thread thread = new Thread(task, "coopj-store-history");
      thread.setDaemon(true);
      return thread;
    });
    try {
      return on(readers, () -> new History(file, readers, renew(file, chainId, log, notes)));
    } catch (RuntimeException | Error e) {
      readers.shutdown();
      throw e;
    }
  }

  private static HistoryFile renew(
      Path file, Checksum256 chainId, BlockLog log, List<String> notes) {
    String problem;
    try {
      HistoryFile data = HistoryFile.open(file, chainId);
      if (isOf(data, log)) {
        return data;
      }
      problem = "its block " + data.block() + " is not in the log";
    } catch (InvalidValueException e) {
      problem = String.valueOf(e.getMessage());
    } catch (MVStoreException e) {
      if (!HistoryFile.isDamage(e)) {
        throw HistoryFile.refusal(file, e);
      }
      problem = String.valueOf(e.getMessage());
    }
    notes.add(file + ": made again from the blocks, " + problem);
    HistoryFile.delete(file);
    try {
      return HistoryFile.open(file, chainId);
    } catch (MVStoreException e) {
      throw HistoryFile.refusal(file, e);
    }
  }

  /** Whether the last block of a file is in the log; lets go of the file if not, and if that cannot be found out. */
  private static boolean isOf(HistoryFile data, BlockLog log) {
    boolean same = false;
    try {
      long last = data.block();
      same = last < BlockLog.FIRST_BLOCK
          || log.block(last).map(SignedBlock::id).equals(data.blockId(last));
    } finally {
      if (!same) {
        data.abandon();
      }
    }
    return same;
  }

  static boolean isFile(Path file) {
    return HistoryFile.NAME.equals(String.valueOf(file.getFileName()));
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
  public synchronized void await(long number) throws InterruptedException {
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
    return read(() -> {
      byte[] row = HistoryKeys.row(table, key);
      byte[] found = data.rows().floorKey(HistoryKeys.version(row, atBlock));
      return found == null || !HistoryKeys.startsWith(found, row)
          ? Optional.empty()
          : HistoryFile.row(data.rows().get(found));
    });
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
    return read(() -> {
      List<KeyedRow> rows = new ArrayList<>();
      byte[] prefix = HistoryKeys.table(table);
      byte[] at = data.rows().ceilingKey(HistoryKeys.version(HistoryKeys.row(table, from), 0));
      while (rows.size() < limit && at != null && HistoryKeys.startsWith(at, prefix)) {
        long key = ByteBuffer.wrap(at).getLong(HistoryKeys.TABLE);
        byte[] row = HistoryKeys.row(table, key);
        byte[] found = data.rows().floorKey(HistoryKeys.version(row, atBlock));
        if (found != null && HistoryKeys.startsWith(found, row)) {
          HistoryFile.row(data.rows().get(found))
              .ifPresent(value -> rows.add(new KeyedRow(key, value)));
        }
        at = data.rows().higherKey(HistoryKeys.version(row, Long.MAX_VALUE));
      }
      return rows;
    });
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
    return read(() -> {
      List<RowVersion> versions = new ArrayList<>();
      byte[] row = HistoryKeys.row(table, key);
      Cursor<byte[], byte[]> cursor =
          data.rows().cursor(HistoryKeys.version(row, Math.max(0, fromBlock)));
      while (versions.size() < limit && cursor.hasNext()) {
        byte[] found = cursor.next();
        long number = HistoryKeys.last(found);
        if (!HistoryKeys.startsWith(found, row) || number > until) {
          break;
        }
        versions.add(new RowVersion(number, HistoryFile.row(cursor.getValue())));
      }
      return versions;
    });
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
    return read(() -> {
      List<RecordedAction> actions = new ArrayList<>();
      byte[] prefix = HistoryKeys.numbers(account.value());
      byte[] from = HistoryKeys.action(account, Math.max(0, fromSequence));
      byte[] block = data.accounts().floorKey(from);
      Cursor<byte[], byte[]> cursor = data.accounts()
          .cursor(block != null && HistoryKeys.startsWith(block, prefix) ? block : from);
      while (actions.size() < limit && cursor.hasNext()) {
        byte[] found = cursor.next();
        if (!HistoryKeys.startsWith(found, prefix) || HistoryKeys.last(found) > until) {
          break;
        }
        List<Long> numbers = KeptActions.numbers(HistoryKeys.last(found), cursor.getValue());
        numbers.stream()
            .filter(number -> number >= fromSequence && number <= until)
            .limit(limit - actions.size())
            .forEach(number -> actions.add(action(number)));
      }
      return actions;
    });
  }

  private RecordedAction action(long number) {
    byte[] transaction = data.actions().floorKey(HistoryKeys.numbers(number));
    byte[] packed = transaction == null ? null : data.actions().get(transaction);
    if (packed != null) {
      for (RecordedAction action : KeptActions.CODEC.decode(packed).actions()) {
        if (action.receipt().globalSequence() == number) {
          return action;
        }
      }
    }
    throw new LogException(LogException.Reason.HISTORY, file + ": has no action " + number, null);
  }

  /**
   * Takes what a block did; blocks known already are passed over. From time to time what was taken is written to the file,
   * so that memory stays bounded. A failure stops the history, not the chain.
   */
  void add(BlockState head, BlockResult result) {
    long number = head.number();
    if (failure != null || number <= data.block()) {
      return;
    }
    if (number != data.block() + 1) {
      stop(new IllegalStateException("block " + number + " does not follow " + data.block()));
      return;
    }
    try {
      long last =
          addActions(Stream.concat(result.implicitTrace().stream(), result.traces().stream())
              .toList());
      result.changes().forEach(change -> data.putRow(change, number));
      data.putBlock(number, head.id(), last);
      if (data.isDue()) {
        data.commit();
        show();
      }
    } catch (RuntimeException e) {
      stop(e);
    }
  }

  /** Takes the actions of a block and returns the number of the last one. */
  private long addActions(List<TransactionTrace> transactions) {
    long last = data.sequence();
    NavigableMap<Name, List<Long>> numbers = new TreeMap<>();
    for (TransactionTrace transaction : transactions) {
      KeptActions.Executed executed = KeptActions.Executed.of(transaction);
      if (!executed.executions().isEmpty()) {
        data.putTransaction(executed);
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
      data.putNumbers(account, all);
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

  /** Writes what was added to the file, and shows it. */
  void commit() {
    if (failure == null) {
      try {
        data.commit();
        show();
      } catch (RuntimeException e) {
        stop(e);
      }
    }
  }

  /** Lets readers see all that was added. */
  synchronized void show() {
    sequence = data.sequence();
    block = data.block();
    notifyAll();
  }

  private synchronized void stop(RuntimeException e) {
    failure = e;
    notifyAll();
  }

  /** Why it has stopped; empty while it has not. */
  Optional<String> problem() {
    RuntimeException stopped = failure;
    return stopped == null
        ? Optional.empty()
        : Optional.of(file + ": stopped at block " + block + ", " + stopped.getMessage());
  }

  /** Lets go of the file. Reading is over then; may be called again. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      notifyAll();
    }
    try {
      on(readers, () -> {
        commit();
        data.close();
        return true;
      });
    } finally {
      readers.shutdown();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new LogException(LogException.Reason.HISTORY, file + " is closed", null);
    }
    Optional<String> problem = problem();
    if (problem.isPresent()) {
      throw new LogException(LogException.Reason.HISTORY, problem.get(), failure);
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

  /** Reads on a thread of the history: an interrupt of the caller would close the file. */
  private <T> T read(Supplier<T> reading) {
    synchronized (this) {
      requireOpen();
    }
    try {
      return on(readers, reading);
    } catch (MVStoreException e) {
      throw new LogException(LogException.Reason.HISTORY, file + ": " + e.getMessage(), e);
    }
  }

  private static <T> T on(ExecutorService threads, Supplier<T> task) {
    return Uninterruptibly.join(CompletableFuture.supplyAsync(task, threads));
  }
}
