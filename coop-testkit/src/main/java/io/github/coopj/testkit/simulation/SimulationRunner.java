package io.github.coopj.testkit.simulation;

import io.github.coopj.core.name.Name;
import java.io.PrintStream;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs one network after the other: {@code SimulationRunner [first seed [number of seeds [any]]]}, by default 1000 small
 * networks from seed 1. Prints the seeds that broke a promise and what was seen, then the totals. A seed printed here gives
 * the same run again.
 */
public final class SimulationRunner {
  private static final int DEFAULT_RUNS = 1000;
  private static final int PROGRESS = 1000;

  private SimulationRunner() {}

  /**
   * Runs networks and ends the JVM with 0 if all promises were kept, else with 1.
   *
   * @param args first seed, number of seeds, {@code any} for networks of up to 21 producers
   */
  public static void main(String[] args) {
    long first = args.length > 0 ? Long.parseLong(args[0]) : 1;
    long count = args.length > 1 ? Long.parseLong(args[1]) : DEFAULT_RUNS;
    boolean any = args.length > 2 && args[2].equals("any");
    System.exit(run(System.out, first, count, any) == 0 ? 0 : 1);
  }

  /**
   * Runs networks.
   *
   * @param out where to print
   * @param first first seed
   * @param count number of seeds, one after the other
   * @param any whether networks have up to 21 producers
   * @return how many seeds broke a promise
   */
  public static long run(PrintStream out, long first, long count, boolean any) {
    return run(out, first, count, any, KeptBlocks::new);
  }

  /** Runs networks of nodes with disks of their own kind. */
  static long run(
      PrintStream out, long first, long count, boolean any, Function<Set<Name>, KeptBlocks> disks) {
    long broken = 0;
    long blocks = 0;
    long undone = 0;
    long caught = 0;
    long changes = 0;
    for (long seed = first; seed < first + count; seed++) {
      Scenario scenario = scenario(seed, any);
      try {
        ChainModel model = new ChainModel();
        SimulationResult result = Simulation.run(seed, scenario, model, disks);
        blocks += model.blocks();
        undone += result.undone();
        caught += result.caught();
        changes += result.scheduleChanges();
      } catch (RuntimeException e) {
        broken++;
        out.println("seed " + seed + " " + scenario + ": " + e);
      }
      if ((seed - first + 1) % PROGRESS == 0) {
        out.println((seed - first + 1) + " runs, " + broken + " broken");
      }
    }
    out.println(count + " runs from seed " + first + ": " + broken + " broken, " + blocks
        + " blocks, " + undone + " undone, " + caught + " producers caught, " + changes
        + " schedules changed");
    return broken;
  }

  /**
   * What the network of a seed goes through.
   *
   * @param seed the seed
   * @param any whether it may have up to 21 producers
   * @return the scenario
   */
  public static Scenario scenario(long seed, boolean any) {
    Random random = new Random(Simulation.mixed(~seed));
    return any ? Scenario.any(random) : Scenario.small(random);
  }
}
