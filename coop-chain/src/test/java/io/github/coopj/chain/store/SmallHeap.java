package io.github.coopj.chain.store;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.node.ChainOptions;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.core.name.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that writes more blocks, history and index than its heap could hold, and reads all of it back, also after
 * another start. Its state stays as it is: some rows, large ones, that are changed again and again. It says how much memory
 * is in use after some blocks and after many, {@code used few many}, how much it has read, {@code read blocks versions
 * actions}, and how large its files are, {@code files log index history}, bytes.
 */
final class SmallHeap {
  static final int SMALL_BLOCKS = 3000;
  static final int LARGE_BLOCKS = 400;
  static final int ROWS = 4;

  /** By then as many headers are remembered as ever will be. */
  static final int FEW = 1200;

  private static final int ROW_BYTES = 60_000;
  private static final int PAGE = 3;
  private static final Name ITEMS = Name.of("items");
  private static final TableKey TABLE = new TableKey(TestChain.LEDGER, TestChain.LEDGER, ITEMS);

  private SmallHeap() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Path.of(args[0]);
    ChainOptions options = ChainOptions.builder()
        .from(KilledChain.options(directory))
        .store(StoreOptions.builder()
            .directory(directory)
            .snapshotInterval(100)
            .historyMemory(1 << 20)
            .build())
        .build();
    long first;
    try (LocalChain chain = LocalChain.open(options)) {
      KilledChain.found(chain);
      writeSmallBlocks(chain);
      first = writeLargeBlocks(chain);
      readBack(chain, first);
    }
    try (LocalChain chain = LocalChain.open(options)) {
      readBack(chain, first);
    }
    LocalChain.replay(directory.resolve(ChainStore.LOG), TestChain.catalog(), number -> {});
    System.out.println("files " + size(directory, ChainStore.LOG) + " "
        + size(directory, ChainStore.LOG + ".index") + " " + size(directory, "history-"));
  }

  private static void writeSmallBlocks(LocalChain chain) throws InterruptedException {
    long few = 0;
    for (int i = 1; i <= SMALL_BLOCKS; i++) {
      chain.produceBlock();
      few = i == FEW ? used(chain) : few;
    }
    System.out.println("used " + few + " " + used(chain));
  }

  /** Memory in use once the history has caught up and what is of no use is gone. */
  private static long used(LocalChain chain) throws InterruptedException {
    History history = chain.store().orElseThrow().history().orElseThrow();
    history.await(chain.info().irreversibleNumber());
    history.awaitMerged();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  /**
   * Changes each row in each block, then makes one more block, which makes the last of these irreversible; returns the
   * first block after the one that made the rows.
   */
  private static long writeLargeBlocks(LocalChain chain) {
    for (int row = 0; row < ROWS; row++) {
      push(chain, new Ledger.Put(TestChain.ALICE, row, ""));
    }
    long first = chain.produceBlock().number() + 1;
    for (long block = first; block < first + LARGE_BLOCKS; block++) {
      for (int row = 0; row < ROWS; row++) {
        push(chain, new Ledger.Change(TestChain.ALICE, row, text(row, block)));
      }
      require(chain.produceBlock().number() == block, "block " + block);
    }
    chain.produceBlock();
    require(
        chain.info().irreversibleNumber() >= first + LARGE_BLOCKS - 1, "irreversible large blocks");
    return first;
  }

  private static void push(LocalChain chain, Record data) {
    chain.push(
        List.of(TestChain.ledger(data, TestChain.ALICE)), List.of(TestChain.key(TestChain.ALICE)));
  }

  private static String text(long row, long block) {
    return (row + " of " + block + ",").repeat(ROW_BYTES / 8);
  }

  private static void readBack(LocalChain chain, long first) throws InterruptedException {
    ChainStore store = chain.store().orElseThrow();
    History history = store.history().orElseThrow();
    long last = first + LARGE_BLOCKS - 1;
    history.await(last);
    long blocks = 0;
    long versions = 0;
    for (long number = BlockLog.FIRST_BLOCK; number <= chain.info().headNumber(); number++) {
      SignedBlock block = store.block(number).orElseThrow();
      boolean large = first <= number && number <= last;
      require(!large || block.transactions().size() == ROWS, "transactions of " + number);
      blocks++;
    }
    for (int row = 0; row < ROWS; row++) {
      for (long at = first; at <= last; at += PAGE) {
        List<RowVersion> page = history.versions(TABLE, row, at, PAGE);
        for (RowVersion version : page) {
          Bytes value = version.row().orElseThrow().value();
          require(value.equals(Bytes.ofUtf8(text(row, version.block()))), "row " + row);
          require(history.row(TABLE, row, version.block()).equals(version.row()), "row at " + at);
        }
        versions += page.size();
      }
    }
    System.out.println("read " + blocks + " " + versions + " " + actions(history));
  }

  private static long actions(History history) {
    long count = 0;
    long from = 0;
    while (true) {
      List<RecordedAction> page = history.actions(TestChain.ALICE, from, PAGE);
      if (page.isEmpty()) {
        return count;
      }
      count += page.size();
      from = page.get(page.size() - 1).receipt().globalSequence() + 1;
    }
  }

  private static long size(Path directory, String beginning) throws IOException {
    long size = 0;
    for (Path file : Disk.REAL.list(directory)) {
      String name = String.valueOf(file.getFileName());
      if (name.equals(beginning) || (beginning.endsWith("-") && name.startsWith(beginning))) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new UncheckedIOException(new IOException(message));
    }
  }
}
