package io.github.coopj.samples.benchmarks.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** That the program measures what it says; never how fast it is. */
class MeetingSpeedTest {
  @Test
  void measure_countsEveryBallotTwice_andPrintsALine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MeetingSpeed.measure(300, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .matches(
            "300 ballots: cast in [0-9,]+ ms, counted in [0-9,]+ ms, counted again in [0-9,]+ ms, of CPU;"
                + " a ballot p50 [0-9,]+ ns, p99 [0-9,]+ ns; -?[0-9]+ B a ballot, -?[0-9]+ B for its recount");
  }
}
