package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the process of a chain, once of one that makes blocks by hand and once of a whole node, each 8 times with seed 1, or
 * {@code -Dkills=220 -Dkills.seed=2026}.
 */
class KillTest {
  @TempDir
  private Path directory;

  @ParameterizedTest
  @EnumSource(Kills.Way.class)
  @Tag("ARCH-05")
  @Tag("CHAIN-08")
  @Tag("CHAIN-10")
  void chain_losesNothingDurable_whenItsProcessIsKilled(Kills.Way way) throws Exception {
    int count = Integer.getInteger("kills", 8);
    long seed = Long.getLong("kills.seed", 1);
    Kills kills = new Kills(directory.resolve("chain"), way, seed);
    System.out.println(count + " kills " + way + ", seed " + seed);
    for (int i = 0; i < count; i++) {
      kills.once();
    }
    System.out.println(kills.figures());
    assertThat(kills.figures().kills()).isEqualTo(count);
    assertThat(kills.figures().transactions()).isPositive();
    assertThat(kills.figures().blocks()).isPositive();
    assertThat(kills.figures().again() > 0).isEqualTo(way == Kills.Way.BY_LOOP);
  }
}
