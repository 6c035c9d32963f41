package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.consensus.SignatureRecovery;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import io.github.coopj.crypto.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One run of a network. The same seed and scenario give the same run, message by message, on any machine.
 *
 * <pre>{@code
 * SimulationResult result = Simulation.run(42, Scenario.QUIET, new ChainModel());
 * }</pre>
 *
 * <p>The chain promises its users what {@link ChainModel} checks: attach one to each run.
 */
public final class Simulation {
  /** How often nodes tell each other where they stand, milliseconds. */
  private static final int STATUS_MS = 2000;

  /** How long after the last block messages may still arrive, milliseconds. */
  private static final int LAST_MESSAGES_MS = 8000;

  /** Longest time a message takes in calm, milliseconds. */
  private static final int CALM_DELAY_MS = 100;

  private static final int MOST_LOST_BLOCKS = 4;

  /** How many different schedules are asked for in all runs. */
  private static final int SCHEDULES = 40;

  /** How often calm is prolonged while blocks of the trouble are not irreversible. */
  private static final int MOST_PROLONGATIONS = 10;

  private static final Map<Integer, Boot> BOOTS = new HashMap<>();

  private final Scenario scenario;
  private final Random random;
  private final SimulationListener listener;
  private final Function<Set<Name>, KeptBlocks> disks;
  private final Boot boot;
  private final Start start;
  private final MessageDigest trace = sha256();
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private final Map<Signed, PublicKey> recovered = new HashMap<>();
  private final List<SimulatedNode> nodes = new ArrayList<>();
  private final int[] skews;
  private final int[] groups;
  private final long startsAt;
  private final long healsAt;
  private final long calmMs;
  private long endsAt;
  private long longestWhenHealed;
  private int prolongations;
  private long now;
  private long order;
  private boolean calm;
  private boolean over;
  private int marks;
  private int blocks;
  private int undone;
  private int caught;

  private Simulation(
      long seed,
      Scenario scenario,
      SimulationListener listener,
      Function<Set<Name>, KeptBlocks> disks) {
    this.disks = disks;
    this.scenario = scenario;
    this.random = new Random(mixed(seed));
    this.listener = listener;
    synchronized (BOOTS) {
      this.boot = BOOTS.computeIfAbsent(scenario.producers(), Boot::new);
    }
    this.start = new Start(
        boot.head().id(),
        boot.head().number(),
        boot.head().header().timestamp().slot(),
        boot.head().finality().irreversible(),
        boot.head().activeSchedule().version(),
        boot.producers(),
        scenario.cheatedPercent() == 0 ? List.of() : boot.producers().subList(0, 1));
    long round = scenario.producers() * 12L * BlockTimestamp.INTERVAL_MS;
    this.startsAt = boot.head().header().timestamp().toInstant().toEpochMilli();
    this.now = startsAt;
    this.healsAt = startsAt + scenario.troubledRounds() * round;
    this.calmMs = scenario.calmRounds() * round;
    this.endsAt = healsAt + calmMs;
    this.skews = new int[scenario.nodes()];
    this.groups = new int[scenario.nodes()];
  }

  private record Event(long at, long order, Runnable action) {}

  private record Signed(Signature signature, Checksum256 digest) {}

  /**
   * Runs a network to its end.
   *
   * @param seed decides everything that the scenario leaves open
   * @param scenario what the network goes through
   * @param listener hears of everything that nodes do; may throw to end the run
   * @return what it came to
   */
  public static SimulationResult run(long seed, Scenario scenario, SimulationListener listener) {
    return run(seed, scenario, listener, KeptBlocks::new);
  }

  /** Runs a network of nodes with disks of their own kind. */
  static SimulationResult run(
      long seed,
      Scenario scenario,
      SimulationListener listener,
      Function<Set<Name>, KeptBlocks> disks) {
    Simulation simulation = new Simulation(seed, scenario, listener, disks);
    simulation.prepare();
    simulation.runEvents();
    return simulation.result(seed);
  }

  private void prepare() {
    listener.begun(start);
    for (int i = 0; i < scenario.nodes(); i++) {
      Set<Name> own = new TreeSet<>();
      for (int p = i; p < scenario.producers(); p += scenario.nodes()) {
        own.add(boot.producers().get(p));
      }
      nodes.add(new SimulatedNode(i, own, this, disks.apply(own)));
      skews[i] = random.nextInt(scenario.skewMs() + 1);
      listener.started(i);
      tickLater(i, start.slot() + 1);
    }
    troubles();
    at(healsAt, this::heal);
    at(endsAt, this::end);
    statusLater(startsAt + STATUS_MS);
    transactionLater(startsAt + BlockTimestamp.INTERVAL_MS);
  }

  private void troubles() {
    int span = (int) (healsAt - startsAt);
    if (span == 0) {
      return;
    }
    for (int i = 0; i < scenario.partitions(); i++) {
      long from = startsAt + random.nextInt(span);
      at(from, this::fallApart);
      at(from + random.nextInt(span), this::comeTogether);
    }
    for (int i = 0; i < scenario.stops(); i++) {
      SimulatedNode node = nodes.get(random.nextInt(nodes.size()));
      long from = startsAt + random.nextInt(span);
      int lost = random.nextInt(MOST_LOST_BLOCKS);
      at(from, () -> stop(node, lost));
      at(from + random.nextInt(span), () -> startAgain(node));
    }
    for (int i = 0; i < scenario.scheduleChanges(); i++) {
      SimulatedNode node = nodes.get(random.nextInt(nodes.size()));
      TransactionMetadata change =
          boot.schedule(random.nextInt(SCHEDULES), scenario.cheatedPercent() > 0);
      at(startsAt + random.nextInt(span), () -> node.push(change));
    }
  }

  private void runEvents() {
    while (!events.isEmpty()) {
      Event event = events.remove();
      now = event.at();
      event.action().run();
    }
    for (SimulatedNode node : nodes) {
      note("node " + node.number() + " ends at " + node.head().id());
      listener.rested(node.number(), node.view());
    }
    listener.finished();
  }

  private SimulationResult result(long seed) {
    long head = nodes.stream().mapToLong(node -> node.head().number()).max().orElseThrow();
    long version = nodes.stream()
        .mapToLong(node -> node.head().activeSchedule().version())
        .max()
        .orElseThrow();
    long irreversible = nodes.stream()
        .mapToLong(node -> node.head().finality().irreversible())
        .min()
        .orElseThrow();
    return new SimulationResult(
        seed,
        scenario,
        Checksum256.of(trace.digest()),
        head - start.headNumber(),
        irreversible - start.headNumber(),
        blocks,
        undone,
        caught,
        (int) (version - start.scheduleVersion()));
  }

  private void at(long time, Runnable action) {
    events.add(new Event(Math.max(time, now), order++, action));
  }

  /** Puts a line into the trace, which tells two runs apart. */
  void note(String what) {
    trace.update((now + " " + what + "\n").getBytes(StandardCharsets.UTF_8));
  }

  long now() {
    return now;
  }

  Start start() {
    return start;
  }

  Controller newController() {
    return boot.controller(recovery());
  }

  /** Nodes are honest about recovery, so it is done for none of them where the signer is known. */
  private SignatureRecovery recovery() {
    return (signature, digest) ->
        recovered.computeIfAbsent(new Signed(signature, digest), key -> signature.recover(digest));
  }

  /** Key of a producer, which is remembered with all that it signs. */
  Signer signer(Name producer) {
    PrivateKey key = Boot.key(producer);
    return new Signer() {
      @Override
      public PublicKey publicKey() {
        return key.publicKey();
      }

      @Override
      public Signature sign(Checksum256 digest) {
        Signature signature = key.sign(digest);
        recovered.put(new Signed(signature, digest), key.publicKey());
        return signature;
      }
    };
  }

  /** Latest slot that has begun by the clock of a node, and some more. */
  BlockTimestamp latest(int node, int tolerated) {
    return new BlockTimestamp(slotAt(now - skews[node]) + tolerated);
  }

  private static long slotAt(long millis) {
    return (millis - BlockTimestamp.EPOCH_MS) / BlockTimestamp.INTERVAL_MS;
  }

  TransactionMetadata newMark() {
    return boot.mark(++marks);
  }

  void sendToAll(int from, Message message) {
    for (int to = 0; to < nodes.size(); to++) {
      send(from, to, message);
    }
  }

  /** Sends to the nodes with even or odd numbers. */
  void sendToHalf(int from, int parity, Message message) {
    for (int to = parity; to < nodes.size(); to += 2) {
      send(from, to, message);
    }
  }

  void send(int from, int to, Message message) {
    if (from == to) {
      return;
    }
    if (calm) {
      deliverLater(from, to, message, 1 + random.nextInt(CALM_DELAY_MS));
      return;
    }
    int copies = random.nextInt(100) < scenario.doubledPercent() ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      int delay = 1 + random.nextInt(scenario.maxDelayMs());
      if (random.nextInt(100) >= scenario.lostPercent()) {
        deliverLater(from, to, message, delay);
      }
    }
  }

  private void deliverLater(int from, int to, Message message, int delay) {
    at(now + delay, () -> {
      if (groups[from] == groups[to]) {
        nodes.get(to).receive(from, message);
      }
    });
  }

  private void tickLater(int node, long slot) {
    long time = BlockTimestamp.EPOCH_MS + slot * BlockTimestamp.INTERVAL_MS + skews[node];
    at(time, () -> {
      if (!over) {
        boolean skips =
            random.nextInt(100) < scenario.skippedPercent() && !(calm && slot % 12 == 0);
        boolean cheats = !calm
            && node == 0
            && scenario.cheatedPercent() > 0
            && random.nextInt(100) < scenario.cheatedPercent();
        nodes.get(node).tick(new BlockTimestamp(slot), skips, cheats);
        tickLater(node, slot + 1);
      }
    });
  }

  private void statusLater(long time) {
    at(time, () -> {
      nodes.forEach(SimulatedNode::tell);
      if (now < endsAt + LAST_MESSAGES_MS) {
        statusLater(time + STATUS_MS);
      }
    });
  }

  private void transactionLater(long time) {
    at(time, () -> {
      if (random.nextInt(100) < scenario.transactionsPerSlot()) {
        nodes.get(random.nextInt(nodes.size())).push(newMark());
      }
      if (now < endsAt) {
        transactionLater(time + BlockTimestamp.INTERVAL_MS);
      }
    });
  }

  private void fallApart() {
    if (calm) {
      return;
    }
    for (int i = 0; i < groups.length; i++) {
      groups[i] = random.nextInt(2);
    }
    note("apart");
  }

  private void comeTogether() {
    Arrays.fill(groups, 0);
    note("together");
  }

  private void stop(SimulatedNode node, int lost) {
    if (!calm && node.isRunning()) {
      note("node " + node.number() + " stops");
      node.stop(lost);
    }
  }

  private void startAgain(SimulatedNode node) {
    if (!node.isRunning()) {
      note("node " + node.number() + " starts");
      node.start();
    }
  }

  private void heal() {
    calm = true;
    comeTogether();
    nodes.forEach(this::startAgain);
    longestWhenHealed =
        nodes.stream().mapToLong(node -> node.head().number()).max().orElseThrow();
    listener.healed();
  }

  /**
   * Ends the run once blocks made in calm are irreversible. That takes longer where the best branch is shorter than one
   * that was left: who confirmed numbers there makes no block before they are passed.
   */
  private void end() {
    boolean settled =
        nodes.stream().allMatch(node -> node.head().finality().irreversible() > longestWhenHealed);
    if (settled || prolongations++ == MOST_PROLONGATIONS) {
      over = true;
    } else {
      endsAt += calmMs;
      at(endsAt, this::end);
    }
  }

  void started(int node) {
    listener.started(node);
  }

  void applied(int node, SignedBlock block) {
    blocks++;
    listener.applied(node, block);
  }

  void undone(int node, SignedBlock block) {
    undone++;
    listener.undone(node, block);
  }

  void irreversible(int node, SignedBlock block) {
    note("node " + node + " keeps " + block.id());
    listener.irreversible(node, block);
  }

  void caught(int node, Evidence evidence) {
    caught++;
    note("node " + node + " caught " + evidence.accused().producerName());
    listener.caught(node, evidence);
  }

  /** Neighbouring seeds give {@link Random} neighbouring first numbers; this takes them far apart. */
  static long mixed(long seed) {
    long mixed = (seed ^ seed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
