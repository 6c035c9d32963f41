package io.github.coopj.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.samples.benchmarks.Comparison.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Benchmark;

class ComparisonTest {
  private static final Comparison SIX = new Comparison("x", "own", "eosjs", "other", 6);

  private static Round round(double own, double other) {
    return new Round(Map.of("own", own, "other", other), Map.of("own", 80.0), List.of("a VM"));
  }

  @ParameterizedTest(name = "{0} and {1} and {2} times as fast -> {3}")
  @CsvSource({"6,6,6,MET", "5.99,5.99,100,NOT_MET", "1,6,100,MET", "1,5.99,100,NOT_MET"})
  void verdict_goesByTheMedian_ofTheRounds(double a, double b, double c, Verdict verdict) {
    assertThat(SIX.verdict(List.of(round(1, a), round(1, b), round(1, c)))).isEqualTo(verdict);
  }

  @Test
  void verdict_isNotMeasured_whenOneSideIsMissing() {
    Round alone = new Round(Map.of("own", 1.0), Map.of(), List.of());
    assertThat(SIX.verdict(List.of(alone))).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(SIX.verdict(List.of())).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(new Comparison("x", "own", "", "", 0).verdict(List.of(alone)))
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void median_isTheMiddle_orTheMeanOfTheTwoInTheMiddle() {
    assertThat(Round.median(List.of())).isEmpty();
    assertThat(Round.median(List.of(9.0, 1.0, 2.0))).hasValue(2.0);
    assertThat(Round.median(List.of(9.0, 1.0, 2.0, 4.0))).hasValue(3.0);
  }

  @Test
  void operations_areBenchmarks_orMeasuredByTheScript() throws IOException {
    Set<String> benchmarks = new HashSet<>();
    for (Class<?> type :
        List.of(TransferBenchmark.class, BouncyCastleBenchmark.class, NativeBenchmark.class)) {
      Arrays.stream(type.getMethods())
          .filter(method -> method.isAnnotationPresent(Benchmark.class))
          .forEach(method -> benchmarks.add(type.getSimpleName() + "." + method.getName()));
    }
    String script = Files.readString(Path.of("node/bench.mjs"));
    for (Comparison each : Comparison.all()) {
      for (String name : List.of(each.operation(), each.peerOperation())) {
        String measured = name.replaceFirst(" (ASCII|CYRILLIC)$", "");
        assertThat(measured.isEmpty()
                || benchmarks.contains(measured)
                || script.contains("add(\"" + measured + "\","))
            .as(name)
            .isTrue();
      }
    }
  }

  @Test
  void table_joinsTheFilesOfAllRounds_andSaysWhatWasNotMeasured(@TempDir Path folder)
      throws IOException {
    String jmh = """
        [{"benchmark": "io.github.coopj.samples.benchmarks.TransferBenchmark.recordEncode",
          "vmName": "A VM", "vmVersion": "17", "params": {"memo": "ASCII"},
          "secondaryMetrics": {"cpu.time.norm": {"score": 99, "rawData": [[110.0, 100.0, 90.0]]},
            "gc.alloc.rate.norm": {"score": 248.0}}}]
        """;
    Files.writeString(folder.resolve("jmh-1.json"), jmh);
    Files.writeString(folder.resolve("jmh-2.json"), jmh);
    Files.writeString(folder.resolve("peers-1.json"), """
        {"conditions": {"node": "v20"}, "ns": {"wharfkit typed encode ASCII": 1900}}
        """);
    Files.writeString(folder.resolve("peers-2.json"), """
        {"conditions": {"node": "v20"}, "ns": {"wharfkit typed encode ASCII": 2300}}
        """);

    List<Round> rounds = ComparisonTable.read(folder);

    assertThat(rounds).hasSize(2);
    assertThat(ComparisonTable.print(Comparison.all().subList(0, 2), rounds)).isEqualTo("""
            | operation            | coopJ CPU ns/op | coopJ B/op | peer     | peer CPU ns/op | times as fast (lowest to highest) | required | verdict      |
            |----------------------|-----------------|------------|----------|----------------|-----------------------------------|----------|--------------|
            | record encode, ascii | 100             | 248        | wharfkit | 2100           | 21.0 (19.00 to 23.00)             | 20       | met          |
            | record encode, ascii | 100             | 248        | eosjs    | -              | -                                 | 6        | not measured |

            Medians of 2 round(s). A VM 17; node v20
            """);
  }
}
