package io.github.coopj.samples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * What one round measured: every operation once, the peers right after coopJ.
 *
 * <p>Operations are named {@code TransferBenchmark.recordEncode ASCII} for those that JMH measured, with the parameter
 * if there is one, and {@code eosjs tree encode ASCII} for those of the script.
 *
 * @param nanoseconds CPU time per call, the median of the iterations, by operation
 * @param bytes allocated per call, by operation; only of what JMH measured
 * @param conditions what the figures depend on, as text
 */
public record Round(
    Map<String, Double> nanoseconds, Map<String, Double> bytes, List<String> conditions) {
  /** Name of the metric that {@code CpuTimeProfiler} adds to the results of JMH. */
  static final String CPU_TIME = "cpu.time.norm";

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /**
   * Reads the results of a round.
   *
   * @param jmh what JMH wrote, an array
   * @param peers what the script of the peers wrote, or an empty object when it did not run
   * @return the round
   */
  public static Round read(JsonNode jmh, JsonNode peers) {
    Map<String, Double> nanoseconds = new LinkedHashMap<>();
    Map<String, Double> bytes = new LinkedHashMap<>();
    List<String> conditions = new ArrayList<>();
    for (JsonNode result : jmh) {
      String name = nameOf(result);
      JsonNode metrics = result.required("secondaryMetrics");
      nanoseconds.put(name, median(metrics.required(CPU_TIME).required("rawData")));
      JsonNode allocation = metrics.path(ALLOCATION).path("score");
      if (allocation.isNumber()) {
        bytes.put(name, allocation.doubleValue());
      }
      String runtime = result.required("vmName").stringValue() + " "
          + result.required("vmVersion").stringValue();
      if (!conditions.contains(runtime)) {
        conditions.add(runtime);
      }
    }
    peers.path("ns").forEachEntry((name, value) -> nanoseconds.put(name, value.doubleValue()));
    peers
        .path("conditions")
        .forEachEntry((name, value) -> conditions.add(name + " " + value.asString()));
    return new Round(nanoseconds, bytes, conditions);
  }

  private static String nameOf(JsonNode result) {
    String benchmark = result.required("benchmark").stringValue();
    int method = benchmark.lastIndexOf('.');
    StringBuilder name =
        new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1));
    result.path("params").forEachEntry((key, value) -> name.append(' ').append(value.asString()));
    return name.toString();
  }

  private static double median(JsonNode forks) {
    List<Double> scores = new ArrayList<>();
    for (JsonNode fork : forks) {
      for (JsonNode score : fork) {
        scores.add(score.doubleValue());
      }
    }
    return median(scores).orElseThrow();
  }

  /**
   * The number in the middle.
   *
   * @param numbers any
   * @return of an even count the mean of the two in the middle, of none nothing
   */
  static OptionalDouble median(List<Double> numbers) {
    if (numbers.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
  }
}
