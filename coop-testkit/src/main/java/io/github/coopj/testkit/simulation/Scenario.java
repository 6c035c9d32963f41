package io.github.coopj.testkit.simulation;

import io.github.coopj.InvalidValueException;
import java.util.Random;

/**
 * What a network goes through: first trouble, then calm, in which all nodes run and every message arrives in time.
 *
 * @param nodes how many nodes, 1 to {@value #MAX_NODES}
 * @param producers how many producers, 1 to {@value #MAX_PRODUCERS}, spread over the nodes in turn
 * @param troubledRounds rounds of the schedule in trouble, 0 or more
 * @param calmRounds rounds in calm after that, 1 or more; so many again while no block made in calm is irreversible
 * @param skippedPercent share of its slots that a producer lets pass, 0 to 99; in calm never the first of its turn
 * @param maxDelayMs longest time a message takes in trouble, milliseconds; messages overtake each other
 * @param lostPercent share of messages lost in trouble, 0 to 100
 * @param doubledPercent share of messages that arrive twice in trouble, 0 to 100
 * @param partitions how often the network falls apart in trouble
 * @param stops how often a node is stopped in trouble; it forgets the last blocks it received, but none that it made
 * @param scheduleChanges how often other producers, more than two thirds of all, or another order of them, are asked for in
 *     trouble; all of them in another order where one cheats
 * @param skewMs how far clocks of nodes are apart at most, milliseconds, less than a slot
 * @param transactionsPerSlot percentage of slots in which a transaction is pushed, 0 to 100
 * @param cheatedPercent share of its slots in trouble for which producer 0 signs two blocks, 0 to 100
 */
public record Scenario(
    int nodes,
    int producers,
    int troubledRounds,
    int calmRounds,
    int skippedPercent,
    int maxDelayMs,
    int lostPercent,
    int doubledPercent,
    int partitions,
    int stops,
    int scheduleChanges,
    int skewMs,
    int transactionsPerSlot,
    int cheatedPercent) {
  /** Most nodes of a network. */
  public static final int MAX_NODES = 21;

  /** Most producers of a network. */
  public static final int MAX_PRODUCERS = 21;

  /** Without trouble: every message arrives, nobody stops. */
  public static final Scenario QUIET = new Scenario(3, 3, 1, 4, 50, 100, 0, 0, 0, 0, 0, 0, 30, 0);

  private static final int[] PRODUCERS = {1, 2, 3, 3, 4, 4, 5, 7};

  /** Checks the ranges. */
  public Scenario {
    require("nodes", nodes, 1, MAX_NODES);
    require("producers", producers, 1, MAX_PRODUCERS);
    require("troubled rounds", troubledRounds, 0, 1000);
    require("calm rounds", calmRounds, 1, 1000);
    require("skipped slots", skippedPercent, 0, 99);
    require("longest delay", maxDelayMs, 1, 60_000);
    require("lost messages", lostPercent, 0, 100);
    require("doubled messages", doubledPercent, 0, 100);
    require("partitions", partitions, 0, 1000);
    require("stops", stops, 0, 1000);
    require("schedule changes", scheduleChanges, 0, 1000);
    require("skew", skewMs, 0, 499);
    require("slots with a transaction", transactionsPerSlot, 0, 100);
    require("slots with two blocks", cheatedPercent, 0, 100);
  }

  /**
   * A small network in any kind of trouble.
   *
   * @param random what decides
   * @return the scenario
   */
  public static Scenario small(Random random) {
    return of(random, PRODUCERS[random.nextInt(PRODUCERS.length)], 2 + random.nextInt(3));
  }

  /**
   * A network of up to 21 producers in any kind of trouble.
   *
   * @param random what decides
   * @return the scenario
   */
  public static Scenario any(Random random) {
    return of(random, 1 + random.nextInt(MAX_PRODUCERS), 2 + random.nextInt(6));
  }

  private static Scenario of(Random random, int producers, int nodes) {
    int skipped = producers < 5 ? 40 + random.nextInt(50) : 75 + random.nextInt(15);
    boolean cheats = producers > 3 && random.nextInt(4) == 0;
    return new Scenario(
        nodes,
        producers,
        1 + random.nextInt(3),
        4,
        skipped,
        1 + random.nextInt(random.nextBoolean() ? 300 : 4000),
        random.nextInt(30),
        random.nextInt(20),
        random.nextInt(3),
        random.nextInt(4),
        producers > 1 ? random.nextInt(4) : 0,
        random.nextInt(250),
        5 + random.nextInt(40),
        cheats ? 1 + random.nextInt(50) : 0);
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidValueException(what + ": " + least + " to " + most + ", got " + value);
    }
  }
}
