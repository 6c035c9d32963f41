package io.github.coopj.samples.benchmarks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the program measures what it says; never how fast it is. */
class RestartSpeedTest {
  @TempDir
  private Path folder;

  @ParameterizedTest(name = "history {0}")
  @ValueSource(booleans = {false, true})
  void start_findsTheSnapshot_andAppliesTheBlocksAfterIt(boolean history) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RestartSpeed speed =
        new RestartSpeed(folder, history, new PrintStream(out, true, StandardCharsets.UTF_8));
    speed.make(750);
    speed.read(750);
    speed.start(750);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("750 rows: snapshot written in [0-9,]+ ms, [0-9]+ kB"),
            line -> assertThat(line).matches("750 rows: snapshot read in [0-9,]+ ms"),
            line -> assertThat(line)
                .matches(
                    "750 rows: chain opened in [0-9,]+ ms with 101 blocks and 1,000 transactions"
                        + " after the snapshot; -?[0-9,]+ MB of heap, -?[0-9,]+ B per row"));
  }
}
