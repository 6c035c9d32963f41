package io.github.coopj.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.crypto.Checksum256;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks in trouble keep what chains promise. {@code -Dsimulation.seeds=20000} runs more of them, {@code
 * -Dsimulation.first=7} others.
 */
@Tag("CHAIN-02")
@Tag("CHAIN-10")
class SimulationTest {
  private static final int CHUNK = 100;

  /** A producer that always signs two blocks, among three that do not; no other trouble. */
  private static final Scenario CHEATED =
      new Scenario(4, 4, 2, 4, 60, 200, 0, 0, 0, 0, 0, 100, 20, 100);

  /** Other producers are asked for three times; no trouble. */
  private static final Scenario CHANGED =
      new Scenario(4, 4, 6, 4, 20, 100, 0, 0, 0, 0, 3, 0, 20, 0);

  static LongStream firstSeeds() {
    long first = Long.getLong("simulation.first", 1);
    return LongStream.range(0, Math.max(1, Long.getLong("simulation.seeds", 2000) / CHUNK))
        .map(chunk -> first + chunk * CHUNK);
  }

  @ParameterizedTest(name = "100 seeds from {0}")
  @MethodSource("firstSeeds")
  void promises_areKept_inSmallNetworks(long first) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long broken = SimulationRunner.run(
        new PrintStream(out, false, StandardCharsets.UTF_8), first, CHUNK, false);

    String printed = out.toString(StandardCharsets.UTF_8);
    assertThat(broken).as(printed).isZero();
    assertThat(printed)
        .as("there was trouble enough")
        .matches(
            "100 runs from seed " + first
                + ": 0 broken, \\d{4,} blocks, \\d{2,} undone, \\d+ producers caught, \\d{2,} schedules changed\\R");
  }

  static LongStream someSeeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("someSeeds")
  void promises_areKept_inNetworksOfUpTo21Producers(long seed) {
    ChainModel model = new ChainModel();
    SimulationResult result = Simulation.run(seed, SimulationRunner.scenario(seed, true), model);

    assertThat(result.irreversible()).isPositive().isLessThan(result.length());
    assertThat(model.blocks()).isGreaterThanOrEqualTo((int) result.length());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("someSeeds")
  void run_isTheSame_withTheSameSeed(long seed) {
    Scenario scenario = SimulationRunner.scenario(seed, false);
    SimulationResult first = Simulation.run(seed, scenario, new ChainModel());
    SimulationResult second = Simulation.run(seed, scenario, new ChainModel());

    assertThat(second).isEqualTo(first);
  }

  @Test
  void run_isAnother_withAnotherSeed() {
    Set<Checksum256> traces = new HashSet<>();
    someSeeds()
        .forEach(seed ->
            traces.add(Simulation.run(seed, Scenario.QUIET, new ChainModel()).trace()));

    assertThat(traces).hasSize(12);
  }

  @Test
  void network_undoesNothing_withoutTrouble() {
    SimulationResult result = Simulation.run(3, Scenario.QUIET, new ChainModel());

    assertThat(result.undone()).isZero();
    assertThat(result.caught()).isZero();
    assertThat(result.irreversible()).isGreaterThan(result.length() / 2);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("someSeeds")
  void schedule_changes_whileNothingElseHappens(long seed) {
    SimulationResult result = Simulation.run(seed, CHANGED, new ChainModel());

    assertThat(result.scheduleChanges()).isBetween(1, 3);
    assertThat(result.caught()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("someSeeds")
  void producer_isCaughtByEveryNode_whenItSignsTwoBlocksForASlot(long seed) {
    ChainModel model = new ChainModel();
    Set<Integer> witnesses = new HashSet<>();
    SimulationResult result = Simulation.run(seed, CHEATED, new ForwardingListener(model) {
      @Override
      public void caught(int node, Evidence evidence) {
        witnesses.add(node);
        super.caught(node, evidence);
      }
    });

    assertThat(witnesses).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(model.evidence())
        .hasSize(result.caught())
        .allMatch(Evidence::verify)
        .allMatch(evidence ->
            evidence.accused().producerName().equals(model.start().producers().get(0)));
  }

  @Test
  void scenario_isRefused_outOfRange() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Scenario(0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0))
        .withMessage("nodes: 1 to 21, got 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Scenario(1, 22, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0))
        .withMessage("producers: 1 to 21, got 22");
    assertThat(new Scenario(21, 21, 0, 1, 99, 60_000, 100, 100, 0, 0, 0, 499, 100, 100).nodes())
        .isEqualTo(21);
  }
}
