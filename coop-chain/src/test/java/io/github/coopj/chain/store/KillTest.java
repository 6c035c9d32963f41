package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process of a chain: 8 times with seed 1, or {@code -Dkills=220 -Dkills.seed=2026}. */
class KillTest {
  @TempDir
  private Path directory;

  @Test
  @Tag("ARCH-05")
  @Tag("CHAIN-08")
  @Tag("CHAIN-10")
  void chain_losesNothingDurable_whenItsProcessIsKilled() throws Exception {
    int count = Integer.getInteger("kills", 8);
    Kills kills = new Kills(directory.resolve("chain"), Long.getLong("kills.seed", 1));
    for (int i = 0; i < count; i++) {
      kills.once();
    }
    kills.checkAll();
    System.out.println(kills.figures());
    assertThat(kills.figures().kills()).isEqualTo(count);
    assertThat(kills.figures().transactions()).isPositive();
    assertThat(kills.figures().blocks()).isPositive();
  }
}
