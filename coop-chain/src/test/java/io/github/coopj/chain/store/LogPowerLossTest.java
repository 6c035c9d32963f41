package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.TestChain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A log on a disk that loses power, runs full or refuses. */
class LogPowerLossTest {
  private static final Path FILE = Path.of("store/blocks.log");
  private static final List<SignedBlock> BLOCKS;

  static {
    TestChain chain = new TestChain();
    for (int i = 0; i < 39; i++) {
      chain.produce();
    }
    BLOCKS = chain.blocks();
  }

  /** The power goes at any step of a run of appends, syncs, rewinds and restarts. */
  @Test
  @Tag("CHAIN-10")
  void log_keepsWhatWasDurable_whenPowerIsLostAtAnyMoment_seeds0To1999() {
    int torn = 0;
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      MemoryDisk disk = new MemoryDisk();
      int durable = 0;
      for (int run = 0; run < 4; run++) {
        disk.losePowerAfter(random.nextInt(60));
        int[] reached = {durable, durable};
        try {
          append(disk, random, reached);
        } catch (MemoryDisk.PowerLoss e) {
          assertThat(e).isNotNull();
        }
        disk.restart(random);
        List<SignedBlock> seen = new ArrayList<>();
        try (BlockLog log = BlockLog.open(disk, FILE, TestChain.GENESIS, seen::add)) {
          torn += log.tornBytes() > 0 ? 1 : 0;
          assertThat(seen)
              .as("seed %d run %d", seed, run)
              .isEqualTo(BLOCKS.subList(0, seen.size()));
          assertThat(seen.size())
              .as("seed %d run %d", seed, run)
              .isBetween(reached[0], Math.max(reached[0], reached[1]));
          for (SignedBlock block : seen) {
            assertThat(log.block(block.number())).contains(block);
          }
          assertThat(log.block(log.lastBlock() + 1)).isEmpty();
        }
        durable = seen.size();
      }
    }
    assertThat(torn).isGreaterThan(100);
  }

  /** Grows a log; keeps in {@code reached} how many blocks must and may be there when it ends. */
  private static void append(MemoryDisk disk, Random random, int[] reached) {
    BlockLog log = BlockLog.open(disk, FILE, TestChain.GENESIS, block -> {});
    int there = (int) log.blocks();
    while (there < BLOCKS.size()) {
      int what = random.nextInt(10);
      if (what < 5) {
        reached[1] = Math.max(reached[1], there + 1);
        log.append(BLOCKS.get(there++));
      } else if (what < 9) {
        log.sync();
        reached[0] = there;
      } else if (there > 1) {
        there -= random.nextInt(2);
        reached[0] = Math.min(reached[0], there);
        log.rewind(there + 1);
        reached[0] = there;
        reached[1] = there;
      }
    }
    log.close();
    reached[0] = there;
  }

  @Test
  @Tag("CHAIN-10")
  void append_isRefused_whenTheDiskIsFull_andGoesOnOnceThereIsRoom() throws IOException {
    MemoryDisk disk = new MemoryDisk();
    BlockLog log = BlockLog.open(disk, FILE, TestChain.GENESIS, block -> {});
    log.append(BLOCKS.get(0));
    log.sync();
    byte[] before = disk.bytes(FILE);
    int next = BLOCKS.get(1).pack().length + Frame.HEADER;
    for (int room = 0; room < next; room++) {
      disk.leaveRoomFor(room);
      LogException refusal =
          catchThrowableOfType(LogException.class, () -> log.append(BLOCKS.get(1)));
      assertThat(refusal.reason()).isEqualTo(LogException.Reason.IO);
      assertThat(refusal)
          .hasMessageContaining(FILE + ": block 3 was not written")
          .hasMessageContaining("No space left on device");
      assertThat(disk.bytes(FILE)).isEqualTo(before);
      assertThat(log.blocks()).isEqualTo(1);
    }
    disk.leaveRoomFor(Long.MAX_VALUE);
    log.append(BLOCKS.get(1));
    log.close();

    List<SignedBlock> seen = new ArrayList<>();
    BlockLog.open(disk, FILE, TestChain.GENESIS, seen::add).close();
    assertThat(seen).isEqualTo(BLOCKS.subList(0, 2));
  }

  @Test
  void log_takesNothingMore_whenAFailedWriteCannotBeTakenBack() {
    MemoryDisk disk = new MemoryDisk();
    BlockLog log = BlockLog.open(disk, FILE, TestChain.GENESIS, block -> {});
    disk.leaveRoomFor(20);
    disk.refuseTruncate(new IOException("worn out"));
    assertThatExceptionOfType(LogException.class).isThrownBy(() -> log.append(BLOCKS.get(0)));
    disk.leaveRoomFor(Long.MAX_VALUE);
    disk.refuseTruncate(null);

    for (int i = 0; i < 2; i++) {
      int block = i;
      assertThatExceptionOfType(LogException.class)
          .isThrownBy(() -> log.append(BLOCKS.get(block)))
          .withMessageContaining("open the log again");
    }
    log.close();
    try (BlockLog again = BlockLog.open(disk, FILE, TestChain.GENESIS, block -> {})) {
      assertThat(again.tornBytes()).isEqualTo(20);
      again.append(BLOCKS.get(0));
    }
  }

  @Test
  void log_takesNothingMore_afterAFailedSync_andSaysSo() {
    MemoryDisk disk = new MemoryDisk();
    BlockLog log = BlockLog.open(disk, FILE, TestChain.GENESIS, block -> {});
    log.append(BLOCKS.get(0));
    disk.refuseSync(new IOException("device error"));
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(log::sync)
        .withMessageContaining(FILE.toString())
        .withMessageContaining("device error");
    disk.refuseSync(null);
    assertThat(log.durableBlock()).isEqualTo(1);

    for (SignedBlock block : BLOCKS.subList(0, 2)) {
      assertThatExceptionOfType(LogException.class)
          .isThrownBy(() -> log.append(block))
          .withMessage("IO: " + FILE + ": a write failed before, open the log again");
    }
    assertThatExceptionOfType(LogException.class).isThrownBy(log::sync);
    assertThatExceptionOfType(LogException.class).isThrownBy(() -> log.rewind(1));
    log.close();
    log.close();
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> log.append(BLOCKS.get(1)))
        .withMessageContaining("is closed");
  }

  @Test
  void open_isRefused_whereNothingCanBeWrittenOrRead() throws IOException {
    MemoryDisk disk = new MemoryDisk();
    BlockLog.open(disk, FILE, TestChain.GENESIS, block -> {}).close();
    byte[] before = disk.bytes(FILE);
    disk.refuseChanges(new IOException("Read-only file system"));
    LogException refusal = catchThrowableOfType(
        LogException.class,
        () -> BlockLog.open(disk, FILE, TestChain.GENESIS, block -> {}).close());
    assertThat(refusal.reason()).isEqualTo(LogException.Reason.IO);
    assertThat(refusal).hasMessageContaining(FILE.toString());
    disk.refuseChanges(null);

    disk.makeUnreadable(FILE);
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(
            () -> BlockLog.open(disk, FILE, TestChain.GENESIS, block -> {}).close())
        .withMessageContaining(FILE + " (Permission denied)");
    disk.makeUnreadable(null);
    assertThat(disk.bytes(FILE)).isEqualTo(before);
    BlockLog.open(disk, FILE, TestChain.GENESIS, block -> {}).close();
  }
}
