package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.crypto.Checksum256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process of a chain that leaves branches for better ones: 5 times with seed 1, or {@code -Dfork.kills=100
 * -Dkills.seed=2026}. After each kill its folder holds the best branch as far as it was written, all that was irreversible
 * among it, and its producer is bound by all that it has signed, also on branches that were left.
 */
class ForkKillTest {
  private static final int MAX_LINES = 60;
  private static final int MAX_DELAY_MS = 60;

  @TempDir
  private Path directory;

  private final Random random = new Random(Long.getLong("kills.seed", 1));
  private final ForkedWorld.Signed signed = new ForkedWorld.Signed();
  private final ForkedWorld world = new ForkedWorld(new Random(1), signed);
  private int left;

  @Test
  @Tag("CHAIN-02")
  @Tag("CHAIN-10")
  void chain_contradictsNothing_whenItsProcessIsKilled() throws Exception {
    int kills = Integer.getInteger("fork.kills", 5);
    for (int i = 0; i < kills; i++) {
      once();
      try (StoredForks here = world.open(Disk.REAL, KilledForks.options(directory))) {
        world.check(here);
        here.store().history().orElseThrow().await(here.root().number());
      }
    }
    System.out.printf(
        "%d kills: %d branches left, %d blocks irreversible, %d signed here%n",
        kills, left, world.settled(), signed.count());
    assertThat(left).isPositive();
    assertThat(world.settled()).isPositive();
    assertThat(signed.count()).isPositive();
  }

  private void once() throws IOException, InterruptedException {
    Process process =
        ChildJvm.start(KilledForks.class, directory.toString(), Long.toString(random.nextLong()));
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (int lines = random.nextInt(MAX_LINES); lines > 0; lines--) {
        note(said.readLine());
      }
      Thread.sleep(random.nextInt(MAX_DELAY_MS));
      process.toHandle().destroyForcibly();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        note(line);
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  /** Notes what the process said; a line that was cut by the kill says nothing. */
  private void note(@Nullable String line) {
    String[] words = line == null ? new String[] {""} : line.split(" ");
    if (words[0].equals("left")) {
      left++;
    } else if (words[0].equals("settled") && words.length == 3 && words[2].length() == 64) {
      world.settle(Long.parseLong(words[1]), Checksum256.of(HexFormat.of().parseHex(words[2])));
    } else if (words[0].equals("signed") && words.length == 2) {
      try {
        signed.show(SignedBlock.unpack(HexFormat.of().parseHex(words[1])).header());
      } catch (RuntimeException e) {
        assertThat(line).as("cut by the kill").isNotNull();
      }
    }
  }
}
