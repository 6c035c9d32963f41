package io.github.coopj.samples.benchmarks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the program measures what it says; never how fast it is. */
class KernelSpeedTest {
  @Test
  void measure_executesAllTransfers_andPrintsEachRound() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    KernelSpeed.measure(20, 100, new PrintStream(out, true, StandardCharsets.UTF_8));
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0)).matches("20 accounts: -?\\d+ MB, -?\\d+ B per account .*");
    for (int round = 1; round <= 5; round++) {
      assertThat(lines.get(round))
          .matches("20 accounts, round " + round
              + ": [0-9,]+ transfers per second of CPU, [0-9,]+ of wall-clock time");
    }
  }
}
