package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.chain.consensus.Forks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain of several branches that is kept on disk. */
@Tag("CHAIN-02")
@Tag("CHAIN-10")
class StoredForksTest {
  private static final Path FOLDER = Path.of("forks");
  private static final StoreOptions OPTIONS = StoreOptions.builder()
      .directory(FOLDER)
      .snapshotInterval(5)
      .history(false)
      .build();

  @TempDir
  private Path directory;

  private final MemoryDisk disk = new MemoryDisk();

  /** The power goes at any step: also between taking blocks out of the log and putting others there. */
  @Test
  void log_followsTheBestBranch_andNothingIsContradicted_whenPowerIsLost_seeds0To19() {
    int switches = 0;
    int settled = 0;
    int signed = 0;
    int lost = 0;
    int waiting = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      MemoryDisk losing = new MemoryDisk();
      ForkedWorld.Signed shown = new ForkedWorld.Signed();
      ForkedWorld world = new ForkedWorld(random, shown);
      for (int run = 0; run < 4; run++) {
        losing.losePowerAfter(run == 3 ? Integer.MAX_VALUE : 40 + random.nextInt(160));
        try (StoredForks here = world.open(losing, OPTIONS)) {
          world.check(here);
          for (int turns = 0; turns < 3; turns++) {
            world.takeTurns(here);
            world.check(here);
          }
        } catch (MemoryDisk.PowerLoss e) {
          lost++;
        }
        losing.restart(random);
      }
      switches += world.switches();
      settled += world.settled();
      signed += shown.count();
      waiting += world.waiting();
    }
    assertThat(lost).as("times that the power went").isGreaterThan(40);
    assertThat(switches).as("branches left").isGreaterThan(50);
    assertThat(settled).as("irreversible blocks").isGreaterThan(500);
    assertThat(signed).as("blocks signed here").isGreaterThan(200);
    assertThat(waiting).as("transactions that wait again").isGreaterThan(100);
  }

  @Test
  void log_staysBehind_whileTheDiskIsFull_andCatchesUpOnceThereIsRoom() {
    ForkedWorld world = new ForkedWorld(new Random(4), new ForkedWorld.Signed());
    try (StoredForks here = world.open(disk, OPTIONS)) {
      world.takeTurns(here);
      disk.leaveRoomFor(10);
      assertThatExceptionOfType(LogException.class)
          .isThrownBy(() -> {
            world.takeTurns(here);
            world.takeTurns(here);
          })
          .withMessageContaining("No space left on device");
      disk.leaveRoomFor(Long.MAX_VALUE);
      here.begin(Forks.EVER).abort();
      world.check(here);
      world.takeTurns(here);
      world.check(here);
    }
  }

  /** What was irreversible is in the history; what was on a branch that was left never was. */
  @Test
  @Tag("CHAIN-08")
  void history_holdsWhatIsIrreversible_alone() throws IOException, InterruptedException {
    StoreOptions options =
        StoreOptions.builder().from(OPTIONS).directory(directory).history(true).build();
    ForkedWorld world = new ForkedWorld(new Random(4), new ForkedWorld.Signed());
    for (int run = 0; run < 3; run++) {
      try (StoredForks here = world.open(Disk.REAL, options)) {
        for (int turns = 0; turns < 3; turns++) {
          world.takeTurns(here);
        }
        world.check(here);
        History history = here.store().history().orElseThrow();
        history.await(here.root().number());
        assertThat(history.block()).isEqualTo(here.root().number());
        assertThat(here.head().number()).isGreaterThan(here.root().number());
      }
    }
    assertThat(world.switches()).isGreaterThan(2);
    assertThat(world.settled()).isGreaterThan(10);
  }
}
