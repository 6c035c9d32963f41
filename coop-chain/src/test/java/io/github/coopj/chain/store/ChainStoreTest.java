package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Watermark;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainStoreTest {
  private static final Path FOLDER = Path.of("chain");
  private static final Path LOG = FOLDER.resolve(ChainStore.LOG);
  private static final StoreOptions OPTIONS = StoreOptions.builder()
      .directory(FOLDER)
      .snapshotInterval(5)
      .history(false)
      .build();

  private static List<SignedBlock> blocks = List.of();
  private static final List<Checksum256> DIGESTS = new ArrayList<>();
  private static final List<BlockState> HEADS = new ArrayList<>();

  @TempDir
  private Path directory;

  private final MemoryDisk disk = new MemoryDisk();

  @BeforeAll
  static void makeBlocks() {
    blocks = StoredChain.blocks(24, 0, 7);
    DIGESTS.clear();
    HEADS.clear();
    try (StoredChain chain = new StoredChain(new MemoryDisk(), OPTIONS)) {
      for (SignedBlock block : blocks) {
        chain.take(block);
        DIGESTS.add(chain.view().digest());
        HEADS.add(chain.controller.head());
      }
    }
  }

  /** The chain as it must be with so many blocks after the genesis. */
  private static void assertIsAt(StoredChain chain, int count) {
    assertThat(chain.head()).isEqualTo(count + 1);
    assertThat(chain.view().digest()).isEqualTo(DIGESTS.get(count - 1));
    assertThat(chain.controller.head()).isEqualTo(HEADS.get(count - 1));
  }

  private void keep(int count) {
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      chain.take(blocks.subList((int) chain.head() - 1, count));
    }
  }

  private static Path snapshot(long block) {
    return new SnapshotFile(Disk.REAL, FOLDER, TestChain.GENESIS.chainId()).path(block);
  }

  @Test
  void open_goesOnFromTheNewestSnapshot() {
    keep(22);
    assertThat(disk.list(FOLDER)).contains(snapshot(15), snapshot(20)).doesNotContain(snapshot(10));

    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertThat(chain.store.notes()).isEmpty();
      assertThat(chain.replayed).containsExactly(21L, 22L, 23L);
      assertIsAt(chain, 22);
      chain.take(blocks.get(22));
      assertIsAt(chain, 23);
      for (SignedBlock block : blocks.subList(0, 23)) {
        assertThat(chain.store.block(block.number())).contains(block);
      }
      assertThat(chain.store.block(25)).isEmpty();
    }
  }

  /** What is to be executed again at a start is bounded by transactions too, not only by blocks. */
  @Test
  void snapshots_areTaken_afterSoManyTransactions_whateverTheInterval() {
    StoreOptions busy = StoreOptions.builder()
        .from(OPTIONS)
        .snapshotInterval(1000)
        .snapshotTransactions(3)
        .build();
    List<Path> expected = new ArrayList<>();
    int since = 0;
    try (StoredChain chain = new StoredChain(disk, busy)) {
      for (SignedBlock block : blocks.subList(0, 20)) {
        chain.take(block);
        since += block.transactions().size();
        if (since >= 3) {
          expected.add(snapshot(block.number()));
          since = 0;
        }
      }
    }
    int taken = expected.size();
    assertThat(taken).isGreaterThan(3);
    assertThat(
            disk.list(FOLDER).stream().filter(file -> SnapshotFile.block(file).isPresent()))
        .containsExactlyElementsOf(expected.subList(taken - 2, taken));
    try (StoredChain chain = new StoredChain(disk, busy)) {
      assertThat(snapshot(chain.store.start())).isEqualTo(expected.get(taken - 1));
      assertThat(chain.store.snapshot())
          .as("nothing holds it once the chain goes on")
          .isEmpty();
      assertIsAt(chain, 20);
    }
  }

  @Test
  void open_skipsABadSnapshot_andNamesIt() throws IOException {
    keep(22);
    byte[] newest = disk.bytes(snapshot(20));
    byte[] older = disk.bytes(snapshot(15));
    Random random = new Random(5);
    for (int i = 0; i < 60; i++) {
      byte[] bad = newest.clone();
      int at = i < 20 ? i : random.nextInt(bad.length);
      bad[at] ^= (byte) (1 << random.nextInt(8));
      disk.put(snapshot(20), i % 10 == 9 ? Arrays.copyOf(newest, at) : bad);
      try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
        assertThat(chain.replayed).as("byte %d", at).startsWith(16L).hasSize(8);
        assertThat(chain.store.notes())
            .singleElement()
            .asString()
            .startsWith(snapshot(20) + ": skipped, BAD_SNAPSHOT: " + snapshot(20));
        assertIsAt(chain, 22);
      }
    }
    disk.put(snapshot(20), new byte[0]);
    disk.put(snapshot(15), Arrays.copyOf(older, older.length - 1));
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertThat(chain.replayed).startsWith(2L).hasSize(22);
      assertThat(chain.store.notes()).hasSize(2);
      assertIsAt(chain, 22);
    }
  }

  @Test
  void open_skipsASnapshotOfABlock_thatIsNotInTheLog() throws IOException {
    keep(22);
    byte[] twenty = disk.bytes(snapshot(20));
    disk.put(snapshot(21), twenty);
    disk.put(FOLDER.resolve("snapshot.tmp"), new byte[] {1});
    disk.put(FOLDER.resolve("snapshot-20.bin"), new byte[] {1});
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertThat(chain.store.notes())
          .singleElement()
          .asString()
          .contains(snapshot(21).toString());
    }
    try (BlockLog log = BlockLog.open(disk, LOG, TestChain.GENESIS, block -> {})) {
      log.rewind(12);
    }
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertThat(chain.store.notes()).contains(snapshot(20) + ": skipped, the log has no block 20");
      assertThat(chain.replayed).startsWith(2L).hasSize(11);
      assertIsAt(chain, 11);
      chain.take(StoredChain.blocks(24, 11, 99).subList(11, 22));
    }
    disk.put(snapshot(20), twenty);
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertThat(chain.store.notes())
          .hasSize(2)
          .anyMatch(
              note -> note.startsWith(snapshot(20) + ": skipped, the log has another block 20, "));
      assertThat(chain.head()).isEqualTo(23);
    }
  }

  /** The power goes at any step, also while a snapshot is written. */
  @Test
  @Tag("CHAIN-10")
  void open_findsWhatWasDurable_whenPowerIsLostAtAnyMoment_seeds0To299() {
    int skipped = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      MemoryDisk losing = new MemoryDisk();
      int durable = 0;
      for (int run = 0; run < 3; run++) {
        losing.losePowerAfter(random.nextInt(run == 0 ? 60 : 150));
        try (StoredChain chain = new StoredChain(losing, OPTIONS)) {
          durable = Math.max(durable, (int) chain.head() - 1);
          for (SignedBlock block : blocks.subList((int) chain.head() - 1, blocks.size())) {
            chain.take(block);
            durable++;
            assertThat(chain.store.durableBlock()).isEqualTo(block.number());
          }
        } catch (MemoryDisk.PowerLoss e) {
          assertThat(e).isNotNull();
        }
        losing.restart(random);
        try (StoredChain chain = new StoredChain(losing, OPTIONS)) {
          int count = (int) chain.head() - 1;
          assertThat(count).as("seed %d run %d", seed, run).isBetween(durable, durable + 1);
          if (count > 0) {
            assertIsAt(chain, count);
          }
          skipped += chain.store.start() > 1 ? 0 : 1;
          durable = count;
        }
      }
    }
    assertThat(skipped).isBetween(1, 850);
  }

  @Test
  void blocks_areDurableTogether_andNotReportedBefore() throws Exception {
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      chain.take(blocks.get(0));
      CountDownLatch held = disk.holdSyncs();
      long before = disk.syncs();
      List<CompletableFuture<Long>> done = new ArrayList<>();
      for (SignedBlock block : blocks.subList(1, 20)) {
        done.add(chain.store.append(block));
      }
      assertThat(done).noneMatch(CompletableFuture::isDone);
      assertThat(chain.store.durableBlock()).isEqualTo(2);
      assertThat(chain.store.block(3)).isEmpty();
      AppliedBlock early =
          new AppliedBlock(blocks.get(1), HEADS.get(1), chain.applied().result());
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> chain.store.applied(early, Watermarks.NONE))
          .withMessage("block 3 is not durable yet");
      held.countDown();
      chain.store.awaitDurable(21);
      assertThat(chain.store.durableBlock()).isEqualTo(21);
      for (int i = 0; i < done.size(); i++) {
        assertThat(done.get(i).get()).isEqualTo(i + 3);
      }
      assertThat(disk.syncs() - before).as("log and mark of at most two groups").isBetween(2L, 4L);
    }
  }

  @Test
  void eachBlock_isFlushedAlone_whenToldTo() throws Exception {
    StoreOptions each = StoreOptions.builder()
        .from(OPTIONS)
        .durability(StoreOptions.Durability.EACH_BLOCK)
        .build();
    try (StoredChain chain = new StoredChain(disk, each)) {
      long before = disk.syncs();
      List<CompletableFuture<Long>> done =
          blocks.subList(0, 20).stream().map(chain.store::append).toList();
      chain.store.awaitDurable(21);
      for (CompletableFuture<Long> future : done) {
        assertThat(future.get()).isLessThanOrEqualTo(21);
      }
      assertThat(disk.syncs() - before).isBetween(39L, 40L);
    }
  }

  @Test
  void awaitDurable_endsWithAnInterrupt_andTheStoreIsNotHarmed() throws Exception {
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> chain.store.awaitDurable(2));
      Thread.currentThread().interrupt();
      chain.take(blocks.get(0));
      assertThat(Thread.interrupted()).isTrue();
      chain.store.awaitDurable(2);

      CompletableFuture<Object> waiting = CompletableFuture.supplyAsync(
          () -> catchThrowableOfType(LogException.class, () -> chain.store.awaitDurable(9)));
      chain.store.close();
      assertThat(waiting.get()).asString().contains("block 9 is not durable");
      assertThatExceptionOfType(LogException.class)
          .isThrownBy(() -> chain.store.append(blocks.get(1)))
          .withMessageContaining("the store is closed");
      chain.store.close();
    }
  }

  @Test
  @Tag("CHAIN-10")
  void append_isRefused_whenTheDiskIsFull_andGoesOnOnceThereIsRoom() {
    keep(3);
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      for (int room : new int[] {0, 1, 11, 12, 100}) {
        disk.leaveRoomFor(room);
        LogException refusal =
            catchThrowableOfType(LogException.class, () -> chain.take(blocks.get(3)));
        assertThat(refusal.reason()).isEqualTo(LogException.Reason.IO);
        assertThat(refusal)
            .hasMessageContaining(LOG + ": block 5 was not written")
            .hasMessageContaining("No space left on device");
        assertIsAt(chain, 3);
        assertThat(chain.store.durableBlock()).isEqualTo(4);
      }
      disk.leaveRoomFor(Long.MAX_VALUE);
      chain.take(blocks.get(3));
      assertIsAt(chain, 4);
    }
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertIsAt(chain, 4);
      assertThat(chain.store.notes()).isEmpty();
    }
  }

  @Test
  void chain_goesOn_whenASnapshotDoesNotFit() {
    keep(7);
    List<Path> before = disk.list(FOLDER);
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      Snapshot taken = chain.snapshot();
      disk.leaveRoomFor(3000);
      assertThatExceptionOfType(LogException.class)
          .isThrownBy(() -> chain.store.write(taken))
          .withMessageContaining(snapshot(8) + ": the snapshot was not written")
          .withMessageContaining("No space left on device");
      disk.leaveRoomFor(Long.MAX_VALUE);
      assertThat(disk.list(FOLDER)).isEqualTo(before);
      chain.take(blocks.get(7));
      assertThat(chain.store.write(chain.snapshot())).isEqualTo(snapshot(9));
      assertThat(disk.list(FOLDER)).contains(snapshot(9), snapshot(5));
    }
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertThat(chain.replayed).isEmpty();
      assertIsAt(chain, 8);
    }
  }

  @Test
  @Tag("CHAIN-10")
  void log_takesNothingMore_afterAFailedFlush_andNothingIsLost() {
    keep(3);
    StoredChain chain = new StoredChain(disk, OPTIONS);
    disk.refuseSync(new IOException("device error"));
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> chain.take(blocks.get(3)))
        .withMessageContaining(LOG.toString())
        .withMessageContaining("device error");
    disk.refuseSync(null);
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> chain.take(blocks.get(3)))
        .withMessageContaining("open the log again");
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> chain.store.awaitDurable(5))
        .withMessageContaining("block 5 is not durable");
    chain.close();
    try (StoredChain again = new StoredChain(disk, OPTIONS)) {
      assertThat(again.head()).isBetween(4L, 5L);
      assertIsAt(again, (int) again.head() - 1);
    }
  }

  @Test
  @Tag("CHAIN-10")
  void open_isRefused_whereItCannotWriteOrRead_andLetsGo() {
    keep(6);
    disk.refuseChanges(new IOException("Read-only file system"));
    LogException readOnly =
        catchThrowableOfType(LogException.class, () -> new StoredChain(disk, OPTIONS));
    assertThat(readOnly.reason()).isEqualTo(LogException.Reason.IO);
    assertThat(readOnly).hasMessageContaining(FOLDER.toString());
    disk.refuseChanges(null);

    disk.makeUnreadable(LOG);
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> new StoredChain(disk, OPTIONS))
        .withMessageContaining(LOG + " (Permission denied)");
    disk.makeUnreadable(snapshot(5));
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertThat(chain.store.notes())
          .singleElement()
          .asString()
          .contains("skipped", snapshot(5) + " (Permission denied)");
      assertIsAt(chain, 6);
      assertThatExceptionOfType(LogException.class)
          .isThrownBy(() -> new StoredChain(disk, OPTIONS))
          .extracting(LogException::reason)
          .isEqualTo(LogException.Reason.IN_USE);
    }
  }

  @Test
  void rewind_isRefused_beyondTheEnd_andBeforeWhatIsSettled() {
    keep(6);
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> chain.store.rewind(8, Watermarks.NONE))
          .withMessage("the log has blocks up to 7, it cannot end with block 8");
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> chain.store.rewind(6, Watermarks.NONE))
          .withMessage("block 7 is settled, the chain cannot go back to block 6");
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> chain.store.replay(block -> {}));
      assertThat(chain.store.durableBlock()).isEqualTo(7);
    }
  }

  /** A process that signs, dies and starts again knows what it has signed, whatever it starts from. */
  @Test
  @Tag("CHAIN-10")
  void watermarks_areKnownAfterAStart_fromSnapshotAndLog_orFromTheLogAlone() throws IOException {
    Watermarks signed;
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      chain.take(blocks.subList(0, 22));
      signed = chain.controller.watermarks();
      assertThat(signed.of(TestChain.EOSIO))
          .contains(new Watermark(
              TestChain.EOSIO, 23, chain.controller.head().header().timestamp()));
    }
    for (long start : new long[] {20, 15, 1}) {
      for (Path file : disk.list(FOLDER)) {
        if (SnapshotFile.block(file).orElse(0) > start) {
          disk.delete(file);
        }
      }
      try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
        assertThat(chain.store.start()).isEqualTo(start);
        assertThat(chain.controller.watermarks()).isEqualTo(signed);
        assertThatExceptionOfType(ChainException.class)
            .isThrownBy(() -> {
              chain.controller.reset(HEADS.get(20), chain.view());
              chain.controller.begin(HEADS.get(21).header().timestamp());
            })
            .extracting(ChainException::reason)
            .isEqualTo(ChainError.PRODUCER_DOUBLE_CONFIRM);
      }
    }
  }

  @Test
  @Tag("CHAIN-10")
  void watermarks_outliveTheBlocksThatAreTakenBack_andAreRefusedWhenDamaged() throws IOException {
    Path file = FOLDER.resolve(WatermarksFile.NAME);
    Watermark mark = new Watermark(TestChain.ALICE, 9, new BlockTimestamp(77));
    Watermarks bound = new Watermarks(List.of(mark));
    keep(3);
    assertThat(disk.exists(file)).isFalse();
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      chain.store.appendDurably(blocks.get(3));
      chain.store.rewind(4, bound);
      assertThat(chain.store.watermarks()).isEqualTo(bound);
      chain.store.appendDurably(blocks.get(3));
      chain.store.rewind(4, Watermarks.NONE);
      assertThat(chain.store.watermarks()).isEqualTo(bound);
    }
    try (StoredChain chain = new StoredChain(disk, OPTIONS)) {
      assertIsAt(chain, 3);
      assertThat(chain.controller.watermarks().of(TestChain.ALICE)).contains(mark);
      assertThat(chain.controller.watermarks().of(TestChain.EOSIO)).isPresent();
    }

    byte[] good = disk.bytes(file);
    for (int at = 0; at <= good.length; at++) {
      byte[] bad = Arrays.copyOf(good, Math.max(at, good.length - 1));
      bad[Math.min(at, bad.length - 1)] ^= 1;
      disk.put(file, at == good.length ? Arrays.copyOf(good, at + 1) : bad);
      LogException refusal =
          catchThrowableOfType(LogException.class, () -> new StoredChain(disk, OPTIONS));
      assertThat(refusal.reason()).isEqualTo(LogException.Reason.BAD_WATERMARKS);
      assertThat(refusal).hasMessageContaining(file + ": not what was written");
    }
    disk.put(file, good);
    new StoredChain(disk, OPTIONS).close();
  }

  @Test
  void options_areRefused_outOfRange() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> StoreOptions.builder().directory(FOLDER).snapshotInterval(-1).build())
        .withMessage("a snapshot interval is 0 or more blocks, got -1");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> StoreOptions.builder().directory(FOLDER).snapshotsKept(0).build())
        .withMessage("at least 1 snapshot is kept, got 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            StoreOptions.builder().directory(FOLDER).snapshotTransactions(0).build())
        .withMessage("a snapshot is taken after 1 transaction or more, got 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> StoreOptions.builder().directory(FOLDER).historyMemory(0).build())
        .withMessage("the history takes 1 byte of memory or more, got 0");
  }

  /** On the disk of the machine: the folder is made, kept, and removed with nothing else. */
  @Test
  void delete_removesTheFilesOfTheStore_andNoOthers() throws IOException {
    Path folder = directory.resolve("a/b");
    StoreOptions options =
        StoreOptions.builder().directory(folder).snapshotInterval(3).build();
    try (StoredChain chain = new StoredChain(Disk.REAL, options)) {
      chain.take(blocks.subList(0, 8));
    }
    Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
    StateView view;
    try (StoredChain chain = new StoredChain(Disk.REAL, options)) {
      assertThat(chain.store.start()).isEqualTo(9);
      assertIsAt(chain, 8);
      view = chain.view();
    }
    assertThat(view.digest()).isEqualTo(DIGESTS.get(7));
    ChainStore.delete(folder);
    ChainStore.delete(directory.resolve("none"));
    assertThat(Disk.REAL.list(folder)).containsExactly(folder.resolve(BlockLog.LOCK), other);
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> new StoredChain(Disk.REAL, StoreOptions.in(other)));
  }
}
