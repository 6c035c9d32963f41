package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.Merkle;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.ActionTrace;
import io.github.coopj.chain.kernel.KeyedRow;
import io.github.coopj.chain.kernel.Row;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history beside what the chain itself knew after each block. */
class HistoryTest {
  private static final int COUNT = 40;
  private static final Name ITEMS = Name.of("items");
  private static final List<TableKey> TABLES = List.of(
      new TableKey(TestChain.LEDGER, TestChain.LEDGER, ITEMS),
      new TableKey(TestChain.OTHER, TestChain.OTHER, ITEMS),
      new TableKey(TestChain.ALICE, TestChain.ALICE, ITEMS));
  private static final List<Name> ACCOUNTS =
      List.of(TestChain.EOSIO, TestChain.LEDGER, TestChain.OTHER, TestChain.ALICE, TestChain.BOB);

  private static List<SignedBlock> blocks = List.of();

  @TempDir
  private Path directory;

  /** What the chain knew after each block, and the actions in them. */
  private final TreeMap<Long, StateView> views = new TreeMap<>();

  private final TreeMap<Long, List<TransactionTrace>> traces = new TreeMap<>();
  private final TreeMap<Long, BlockHeader> headers = new TreeMap<>();

  @BeforeAll
  static void makeBlocks() {
    blocks = StoredChain.blocks(COUNT, 0, 11);
  }

  private StoreOptions options() {
    return StoreOptions.builder().directory(directory).snapshotInterval(10).build();
  }

  private void take(StoredChain chain, List<SignedBlock> more) {
    for (SignedBlock block : more) {
      chain.take(block);
      headers.put(block.number(), block.header());
      views.put(block.number(), chain.view());
      traces.put(block.number(), chain.applied().result().traces());
    }
  }

  /** Everything that can be asked, compared with what the chain knew. */
  private void assertComplete(StoredChain chain) throws InterruptedException {
    History history = chain.store.history().orElseThrow();
    history.await(chain.head());
    assertThat(history.block()).isEqualTo(chain.head());
    int rows = 0;
    for (TableKey table : TABLES) {
      for (long key = 0; key < COUNT; key++) {
        List<RowVersion> versions = new ArrayList<>();
        Optional<Row> before = Optional.empty();
        for (long block = 1; block <= chain.head(); block++) {
          Optional<Row> row = block == 1 ? before : view(block).row(table, key);
          assertThat(history.row(table, key, block)).isEqualTo(row);
          if (!row.equals(before)) {
            versions.add(new RowVersion(block, row));
            rows++;
          }
          before = row;
        }
        assertThat(history.versions(table, key, 0, 1000)).isEqualTo(versions);
      }
      for (long block = 2; block <= chain.head(); block++) {
        List<KeyedRow> all = view(block).rows(table, 0, 1000);
        assertThat(history.rows(table, block, 0, 1000)).isEqualTo(all);
        assertThat(history.rows(table, block, 3, 2)).isEqualTo(view(block).rows(table, 3, 2));
      }
    }
    assertThat(rows).isGreaterThan(10);
    for (Name account : ACCOUNTS) {
      List<RecordedAction> actions = history.actions(account, 0, 10_000);
      assertThat(actions)
          .extracting(action -> action.receipt().globalSequence())
          .isEqualTo(sequences(account, chain.head()));
      List<RecordedAction> paged = new ArrayList<>();
      long from = 0;
      for (List<RecordedAction> page = history.actions(account, from, 7);
          !page.isEmpty();
          page = history.actions(account, from, 7)) {
        paged.addAll(page);
        from = page.get(page.size() - 1).receipt().globalSequence() + 1;
      }
      assertThat(paged).isEqualTo(actions);
      assertAsTraced(actions);
    }
    assertNothingMissing(history, chain.head());
  }

  /** What an execution printed, and whose RAM it changed, is as its trace told. */
  private void assertAsTraced(List<RecordedAction> actions) {
    TreeMap<Long, ActionTrace> traced = new TreeMap<>();
    for (List<TransactionTrace> all : traces.values()) {
      for (TransactionTrace transaction : all) {
        for (ActionTrace trace : transaction.actions()) {
          traced.put(trace.receipt().orElseThrow().globalSequence(), trace);
        }
      }
    }
    for (RecordedAction action : actions) {
      ActionTrace trace = traced.get(action.receipt().globalSequence());
      if (trace != null) {
        assertThat(action.ramDeltas()).isEqualTo(trace.ramDeltas());
        assertThat(action.console()).isEqualTo(trace.console());
        assertThat(action.contextFree()).isEqualTo(trace.contextFree());
      }
    }
  }

  /** Beside the headers alone, whose roots are over all executions of the block, the chain's own included. */
  private void assertNothingMissing(History history, long head) {
    TreeMap<Long, RecordedAction> executions = new TreeMap<>();
    for (Name account : ACCOUNTS) {
      history
          .actions(account, 0, 10_000)
          .forEach(action -> executions.put(action.receipt().globalSequence(), action));
    }
    assertThat(executions.keySet())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, executions.size()).boxed().toList());
    for (long block = 2; block <= head; block++) {
      long number = block;
      List<RecordedAction> inBlock = executions.values().stream()
          .filter(action -> action.block() == number)
          .toList();
      assertThat(Merkle.root(
              inBlock.stream().map(action -> action.receipt().digest()).toList()))
          .isEqualTo(header(block).actionMroot());
      RecordedAction first = inBlock.get(0);
      assertThat(first.receiver()).isEqualTo(TestChain.EOSIO);
      assertThat(first.action().account()).isEqualTo(TestChain.EOSIO);
      assertThat(first.action().name()).isEqualTo(Name.of("onblock"));
      assertThat(first.blockTime()).isEqualTo(header(block).timestamp());
      if (block > 2) {
        assertThat(first.action().data())
            .isEqualTo(Bytes.of(RecordCodec.of(BlockHeader.class).encode(header(block - 1))));
      }
    }
  }

  private BlockHeader header(long block) {
    return Objects.requireNonNull(headers.get(block));
  }

  private StateView view(long block) {
    return Objects.requireNonNull(views.get(block));
  }

  /** Each block begins with the chain's own execution; those of its transactions follow without a gap. */
  private List<Long> sequences(Name account, long until) {
    List<Long> sequences = new ArrayList<>();
    long last = 0;
    for (List<TransactionTrace> all : traces.headMap(until, true).values()) {
      last++;
      if (account.equals(TestChain.EOSIO)) {
        sequences.add(last);
      }
      for (TransactionTrace transaction : all) {
        for (ActionTrace trace : transaction.actions()) {
          last++;
          if (trace.receiver().equals(account)
              || trace.action().authorization().stream()
                  .map(PermissionLevel::actor)
                  .anyMatch(account::equals)) {
            sequences.add(trace.receipt().orElseThrow().globalSequence());
          }
        }
      }
    }
    sequences.sort(null);
    return sequences;
  }

  @Test
  @Tag("CHAIN-08")
  void history_hasEveryRowAtEveryBlock_andEveryActionOfEveryAccount() throws Exception {
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      take(chain, blocks);
      assertComplete(chain);
      RecordedAction last =
          chain.store.history().orElseThrow().actions(TestChain.LEDGER, 0, 1000).get(1);
      ActionTrace trace = Objects.requireNonNull(traces.get(last.block())).stream()
          .filter(each -> each.id().equals(last.transaction()))
          .findFirst()
          .orElseThrow()
          .actions()
          .get(last.ordinal() - 1);
      assertThat(last.action()).isEqualTo(trace.action());
      assertThat(last.receiver()).isEqualTo(trace.receiver());
      assertThat(Optional.of(last.receipt())).isEqualTo(trace.receipt());
      assertThat(last.returnValue()).isEqualTo(trace.returnValue());
      assertThat(last.blockTime())
          .isEqualTo(blocks.get((int) last.block() - 2).header().timestamp());
    }
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      assertThat(chain.replayed).hasSize(1);
      assertComplete(chain);
    }
  }

  @Test
  @Tag("CHAIN-08")
  void history_catchesUp_whenItIsBehindOrGoneOrDamaged() throws Exception {
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      take(chain, blocks.subList(0, 25));
    }
    List<Path> behind = files();
    assertThat(behind).isNotEmpty();
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      take(chain, blocks.subList(25, COUNT));
    }

    for (Path file : files()) {
      if (!behind.contains(file)) {
        Files.delete(file);
      }
    }
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      assertThat(chain.store.notes())
          .hasSize(2)
          .allMatch(note -> note.contains("catch up from block 26"));
      assertThat(chain.replayed).hasSize(COUNT);
      assertComplete(chain);
    }
    for (Path file : files()) {
      Files.delete(file);
    }
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      assertThat(chain.replayed).hasSize(COUNT);
      assertComplete(chain);
    }
    Files.delete(files().get(1));
    assertMadeAgain(": what comes before it is missing, from block ");
    Files.writeString(files().get(0), "not a history");
    assertMadeAgain(files().get(0) + ": it is no history of version 5");
  }

  private void assertMadeAgain(String why) throws Exception {
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      assertThat(chain.store.notes().get(0))
          .startsWith("the history is made again from the blocks, ")
          .contains(why);
      assertComplete(chain);
    }
  }

  private List<Path> files() {
    try {
      return Disk.REAL.list(directory).stream().filter(HistoryFiles::isFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is not written yet is in memory, and that is bounded, however long nothing pauses. */
  @Test
  @Tag("CHAIN-08")
  void history_isWrittenInParts_whichAreMerged_andAskedAsOne() throws Exception {
    StoreOptions small = StoreOptions.builder()
        .from(options())
        .snapshotInterval(0)
        .historyMemory(1)
        .build();
    try (StoredChain chain = new StoredChain(Disk.REAL, small)) {
      for (SignedBlock block : blocks.subList(0, 35)) {
        take(chain, List.of(block));
        History history = chain.store.history().orElseThrow();
        history.await(chain.head());
        history.awaitMerged();
        assertThat(files()).hasSize(parts());
      }
      assertThat(files().size()).isBetween(2, 16);
      assertComplete(chain);
    }
    try (StoredChain chain = new StoredChain(Disk.REAL, small)) {
      take(chain, blocks.subList(35, COUNT));
      assertComplete(chain);
    }
  }

  /** Of eight parts, each of a block, one is made. */
  private int parts() {
    return headers.size() / HistoryParts.FAN + headers.size() % HistoryParts.FAN;
  }

  /** The power goes at any step, also while parts are written or merged. */
  @Test
  @Tag("CHAIN-08")
  @Tag("CHAIN-10")
  void history_isComplete_whenPowerWasLostAtAnyMoment_seeds0To59() throws Exception {
    StoreOptions lost = StoreOptions.builder()
        .directory(Path.of("history"))
        .snapshotInterval(4)
        .historyMemory(1000)
        .build();
    try (StoredChain chain = new StoredChain(new MemoryDisk(), lost)) {
      take(chain, blocks);
    }
    int madeAgain = 0;
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      MemoryDisk disk = new MemoryDisk();
      for (int run = 0; run < 3; run++) {
        disk.losePowerAfter(random.nextInt(400));
        try (StoredChain chain = new StoredChain(disk, lost)) {
          take(chain, blocks.subList((int) chain.head() - 1, COUNT));
        } catch (MemoryDisk.PowerLoss e) {
          assertThat(e).isNotNull();
        }
        disk.restart(random);
        try (StoredChain chain = new StoredChain(disk, lost)) {
          madeAgain +=
              chain.store.notes().stream().anyMatch(note -> note.contains("made again")) ? 1 : 0;
          History history = chain.store.history().orElseThrow();
          history.await(chain.head());
          for (TableKey table : TABLES) {
            assertThat(history.rows(table, chain.head(), 0, 1000))
                .isEqualTo(chain.view().rows(table, 0, 1000));
          }
          for (Name account : ACCOUNTS) {
            assertThat(history.actions(account, 0, 10_000))
                .extracting(action -> action.receipt().globalSequence())
                .isEqualTo(sequences(account, chain.head()));
          }
        }
      }
    }
    assertThat(madeAgain).as("a loss of power damages nothing that was written").isZero();
  }

  @Test
  void history_isMadeAgain_whenItIsOfOtherBlocks() throws Exception {
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      take(chain, blocks.subList(0, 12));
    }
    Map<Path, byte[]> others = new TreeMap<>();
    for (Path file : files()) {
      others.put(file, Files.readAllBytes(file));
    }
    ChainStore.delete(directory);
    assertThat(files()).isEmpty();
    views.clear();
    traces.clear();
    headers.clear();
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      take(chain, StoredChain.blocks(20, 5, 3));
    }
    for (Path file : files()) {
      Files.delete(file);
    }
    for (Map.Entry<Path, byte[]> other : others.entrySet()) {
      Files.write(other.getKey(), other.getValue());
    }
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      assertThat(chain.store.notes().get(0)).contains("its block 13 is not in the log");
      assertComplete(chain);
    }
  }

  @Test
  void history_refusesWhatItDoesNotKnow() throws Exception {
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      take(chain, blocks.subList(0, 4));
      History history = chain.store.history().orElseThrow();
      history.await(5);
      for (long block : new long[] {0, 6, -1}) {
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> history.row(TABLES.get(0), 1, block))
            .withMessage("the history knows blocks 1 to 5, asked for " + block);
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> history.rows(TABLES.get(0), block, 0, 1));
      }
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> history.actions(TestChain.ALICE, 0, -1))
          .withMessage("a limit is 0 or more, got -1");
      assertThat(history.actions(TestChain.EOSIO, 0, 0)).isEmpty();
      chain.store.close();
      LogException closed =
          catchThrowableOfType(LogException.class, () -> history.row(TABLES.get(0), 1, 2));
      assertThat(closed.reason()).isEqualTo(LogException.Reason.HISTORY);
      assertThatExceptionOfType(LogException.class).isThrownBy(() -> history.await(9));
    }
  }

  @Test
  void history_isNotHarmed_byAnInterruptedReader() throws IOException {
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      take(chain, blocks.subList(0, 10));
    }
    Thread.currentThread().interrupt();
    try (StoredChain chain = new StoredChain(Disk.REAL, options())) {
      History history = chain.store.history().orElseThrow();
      for (long block = 2; block <= 11; block++) {
        assertThat(history.rows(TABLES.get(0), block, 0, 99))
            .isEqualTo(view(block).rows(TABLES.get(0), 0, 99));
      }
      assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> history.await(12));
      chain.take(blocks.get(10));
      assertThat(chain.store.notes()).isEmpty();
    }
    assertThat(files()).isNotEmpty();
  }

  @Test
  void store_worksWithoutAHistory() {
    StoreOptions without = StoreOptions.builder().from(options()).history(false).build();
    try (StoredChain chain = new StoredChain(Disk.REAL, without)) {
      take(chain, blocks.subList(0, 3));
      assertThat(chain.store.history()).isEmpty();
    }
    assertThat(files()).isEmpty();
  }
}
