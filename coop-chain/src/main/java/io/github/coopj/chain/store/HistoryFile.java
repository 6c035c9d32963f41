package io.github.coopj.chain.store;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.kernel.Row;
import io.github.coopj.chain.kernel.RowChange;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The maps of the history in one file of the embedded store: versions of rows by row and block, the actions of each
 * transaction by the first of their numbers, numbers of actions by account and the first of them in a block, and of each
 * block its id and the number of its last action. Changes belong to one thread, reading to any.
 */
final class HistoryFile implements AutoCloseable {
  static final String NAME = "history.mv";

  private static final String VERSION = "3";
  private static final int CACHE_MIB = 16;
  private static final int PAGE = 2048;
  private static final int COMMIT_BLOCKS = 32;
  private static final int COMMIT_BYTES = 32 << 20;
  private static final int COMPACT_EVERY = 256;
  private static final int COMPACT_BELOW = 50;
  private static final int COMPACT_BYTES = 4 << 20;
  private static final int ID = 32;
  private static final byte[] NOTHING = {};

  private final MVStore store;
  private final MVMap<byte[], byte[]> rows;
  private final MVMap<byte[], byte[]> actions;
  private final MVMap<byte[], byte[]> accounts;
  private final MVMap<byte[], byte[]> blocks;
  private long block;
  private long sequence;
  private long committed;
  private int commits;

  private HistoryFile(MVStore store) {
    this.store = store;
    this.rows = map("rows", HistoryKeys.ROW + 8);
    this.actions = map("actions", 8);
    this.accounts = map("accounts", 16);
    this.blocks = map("blocks", 8);
    readEnd();
    committed = block;
  }

  static Path of(Path directory) {
    return directory.resolve(NAME);
  }

  /**
   * Opens a file, or makes it.
   *
   * @throws MVStoreException if it is damaged, see {@link #isDamage}, or the file system refuses
   * @throws InvalidValueException if it is of another chain or version
   */
  static HistoryFile open(Path file, Checksum256 chainId) {
    MVStore store = store(file);
    try {
      if (store.isReadOnly()) {
        throw new MVStoreException(DataUtils.ERROR_WRITING_FAILED, "the file cannot be written");
      }
      store.setVersionsToKeep(0);
      MVMap<String, String> about = store.openMap(
          "about",
          new MVMap.Builder<String, String>()
              .keyType(StringDataType.INSTANCE)
              .valueType(StringDataType.INSTANCE));
      require(about, "version", VERSION);
      require(about, "chain", chainId.toHex());
      return new HistoryFile(store);
    } catch (RuntimeException | Error e) {
      store.closeImmediately();
      throw e;
    }
  }

  private static MVStore store(Path file) {
    MVStore.Builder builder = new MVStore.Builder()
        .fileName(file.toString())
        .autoCommitDisabled()
        .autoCommitBufferSize(0)
        .cacheSize(CACHE_MIB)
        .pageSplitSize(PAGE);
    try {
      return builder.open();
    } catch (NullPointerException | IndexOutOfBoundsException e) {
      // the embedded store trips over a damaged list of its maps
      MVStoreException damage = new MVStoreException(
          DataUtils.ERROR_FILE_CORRUPT, "the list of maps is damaged, " + e.getMessage());
      damage.initCause(e);
      throw damage;
    }
  }

  /**
   * Whether the bytes of a file are not those that were written, its end included. Whatever else keeps it from being opened
   * says nothing about what is in it.
   */
  static boolean isDamage(MVStoreException e) {
    return switch (e.getErrorCode()) {
      case DataUtils.ERROR_FILE_CORRUPT,
          DataUtils.ERROR_UNSUPPORTED_FORMAT,
          DataUtils.ERROR_CHUNK_NOT_FOUND,
          DataUtils.ERROR_SERIALIZATION -> !(e.getCause() instanceof IOException);
      // shorter than it says itself
      case DataUtils.ERROR_READING_FAILED -> e.getCause() instanceof EOFException;
      default -> false;
    };
  }

  /** Why a file is not opened, although it may be whole. */
  static LogException refusal(Path file, MVStoreException e) {
    String why = e.getMessage() + (e.getCause() == null ? "" : ", " + e.getCause());
    String message = file + ": the history cannot be opened and stays as it is, " + why;
    LogException.Reason reason = switch (e.getErrorCode()) {
      case DataUtils.ERROR_FILE_LOCKED -> LogException.Reason.IN_USE;
      case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED -> LogException.Reason.IO;
      default -> LogException.Reason.HISTORY;
    };
    return new LogException(reason, message, e);
  }

  private static void require(MVMap<String, String> about, String what, String value) {
    String there = about.putIfAbsent(what, value);
    if (there != null && !there.equals(value)) {
      throw new InvalidValueException("it is of " + what + " " + there + ", not of " + value);
    }
  }

  static void delete(Path file) {
    try {
      Disk.REAL.delete(file);
    } catch (IOException e) {
      throw LogException.of(file, e);
    }
  }

  MVMap<byte[], byte[]> rows() {
    return rows;
  }

  MVMap<byte[], byte[]> actions() {
    return actions;
  }

  MVMap<byte[], byte[]> accounts() {
    return accounts;
  }

  /** The last block added; 1 before the first. */
  long block() {
    return block;
  }

  /** Number of the last action added. */
  long sequence() {
    return sequence;
  }

  Optional<Checksum256> blockId(long number) {
    byte[] entry = blocks.get(HistoryKeys.numbers(number));
    return entry == null ? Optional.empty() : Optional.of(Checksum256.of(Arrays.copyOf(entry, ID)));
  }

  void putTransaction(KeptActions.Executed executed) {
    actions.put(HistoryKeys.numbers(executed.first()), KeptActions.CODEC.encode(executed));
  }

  /** Notes which executions of a block are to be found under an account. */
  void putNumbers(Name account, List<Long> ascending) {
    accounts.put(HistoryKeys.action(account, ascending.get(0)), KeptActions.packNumbers(ascending));
  }

  void putRow(RowChange change, long number) {
    byte[] value = change
        .after()
        .map(row -> ByteBuffer.allocate(8 + row.value().size())
            .putLong(row.payer().value())
            .put(row.value().toArray())
            .array())
        .orElse(NOTHING);
    rows.put(HistoryKeys.version(HistoryKeys.row(change), number), value);
  }

  /** A version of a row; empty if it says that the row was removed. */
  static Optional<Row> row(byte @Nullable [] value) {
    if (value == null || value.length == 0) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(value);
    return Optional.of(
        new Row(new Name(bytes.getLong()), Bytes.of(Arrays.copyOfRange(value, 8, value.length))));
  }

  /** Ends a block. */
  void putBlock(long number, Checksum256 id, long last) {
    blocks.put(
        HistoryKeys.numbers(number),
        ByteBuffer.allocate(ID + 8).put(id.toBytes()).putLong(last).array());
    block = number;
    sequence = last;
  }

  /**
   * Whether so much was changed that it has to be written, for memory's sake or because it would take long to make again.
   */
  boolean isDue() {
    return block - committed >= COMMIT_BLOCKS || store.getUnsavedMemory() >= COMMIT_BYTES;
  }

  /** Writes what was changed to the file, all of it or nothing. */
  void commit() {
    store.commit();
    committed = block;
    if (++commits % COMPACT_EVERY == 0) {
      store.compact(COMPACT_BELOW, COMPACT_BYTES);
    }
  }

  /** Lets go of the file; what was not committed is lost. */
  @Override
  public void close() {
    store.rollback();
    store.close(0);
  }

  /** Lets go of the file without a further look at it. */
  void abandon() {
    store.closeImmediately();
  }

  private void readEnd() {
    byte[] last = blocks.lastKey();
    block = last == null ? 1 : HistoryKeys.last(last);
    byte[] entry = last == null ? null : blocks.get(last);
    sequence = entry == null ? 0 : ByteBuffer.wrap(entry).getLong(ID);
  }

  private MVMap<byte[], byte[]> map(String name, int keyLength) {
    return store.openMap(
        name,
        new MVMap.Builder<byte[], byte[]>()
            .keyType(new HistoryKeys(keyLength))
            .valueType(ByteArrayDataType.INSTANCE));
  }
}
