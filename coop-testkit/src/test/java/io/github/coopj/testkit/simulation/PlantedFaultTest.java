package io.github.coopj.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.core.name.Name;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes that are built wrong are found, and the seed that is printed then shows the same fault again, step by step. */
@Tag("CHAIN-02")
class PlantedFaultTest {
  private static final int SEEDS = 60;
  private static final Pattern BROKEN = Pattern.compile(
      "^seed (\\d+) (Scenario\\[[^\\]]*\\]): \\S*BrokenPromiseException: (.*)$", Pattern.MULTILINE);

  /** Keeps nothing of how far its producers have bound themselves, and loses also the last blocks that were made here. */
  private static final class ForgetfulDisk extends KeptBlocks {
    ForgetfulDisk(Set<Name> own) {
      super(Set.of());
    }

    @Override
    Watermarks watermarks() {
      return Watermarks.NONE;
    }
  }

  /** All that happens in a run, a line each. */
  private static final class Diary extends ForwardingListener {
    private final List<String> lines = new ArrayList<>();

    Diary() {
      super(new ChainModel());
    }

    @Override
    public void applied(int node, SignedBlock block) {
      lines.add(node + " applies " + block.id());
      super.applied(node, block);
    }

    @Override
    public void undone(int node, SignedBlock block) {
      lines.add(node + " undoes " + block.id());
      super.undone(node, block);
    }

    @Override
    public void irreversible(int node, SignedBlock block) {
      lines.add(node + " settles " + block.id());
      super.irreversible(node, block);
    }

    @Override
    public void caught(int node, Evidence evidence) {
      lines.add(node + " catches " + evidence);
      super.caught(node, evidence);
    }
  }

  private static List<MatchResult> broken() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long broken = SimulationRunner.run(
        new PrintStream(out, false, StandardCharsets.UTF_8), 1, SEEDS, false, ForgetfulDisk::new);
    List<MatchResult> found =
        BROKEN.matcher(out.toString(StandardCharsets.UTF_8)).results().toList();
    assertThat(found).hasSize((int) broken);
    return found;
  }

  private static List<String> lines(MatchResult printed) {
    long seed = Long.parseLong(printed.group(1));
    Scenario scenario = SimulationRunner.scenario(seed, false);
    assertThat(scenario).hasToString(printed.group(2));
    Diary diary = new Diary();
    assertThatExceptionOfType(BrokenPromiseException.class)
        .isThrownBy(() -> Simulation.run(seed, scenario, diary, ForgetfulDisk::new))
        .withMessage(printed.group(3));
    return diary.lines;
  }

  @Test
  void printedSeed_showsTheSameFaultAgain_whereProducersForgetWhatTheySigned_seeds1To60() {
    List<MatchResult> broken = broken();

    assertThat(broken).isNotEmpty();
    assertThat(broken)
        .extracting(each -> each.group(3))
        .allMatch(what -> what.contains("was bound up to"));
    for (MatchResult printed : broken.subList(0, Math.min(4, broken.size()))) {
      List<String> lines = lines(printed);
      assertThat(lines).hasSizeGreaterThan(10);
      assertThat(lines(printed)).isEqualTo(lines);
    }
  }

  @Test
  void sameSeeds_breakNothing_withoutTheFault() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long broken =
        SimulationRunner.run(new PrintStream(out, false, StandardCharsets.UTF_8), 1, SEEDS, false);

    assertThat(broken).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }
}
