package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the {@link Kills}; the long one is a program. */
class KillTest {
  @TempDir
  private Path directory;

  @Test
  @Tag("ARCH-05")
  @Tag("CHAIN-08")
  @Tag("CHAIN-10")
  void chain_losesNothingDurable_whenItsProcessIsKilled_seed1() throws Exception {
    Kills kills = new Kills(directory.resolve("chain"), 1);
    for (int i = 0; i < 8; i++) {
      kills.once();
    }
    kills.checkAll();
    assertThat(kills.figures().kills()).isEqualTo(8);
    assertThat(kills.figures().transactions()).isPositive();
    assertThat(kills.figures().blocks()).isPositive();
  }
}
