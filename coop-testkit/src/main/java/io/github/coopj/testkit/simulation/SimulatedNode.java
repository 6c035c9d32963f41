package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.ForkedChain;
import io.github.coopj.chain.consensus.Reception;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.node.TransactionQueue;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One node: a chain, its queue, what it keeps on disk, and how it answers messages. */
final class SimulatedNode {
  /** How far the slot of a block may be ahead of the clock of who receives it: as nodes have it. */
  private static final int TOLERATED_SLOTS = 14;

  private static final int MAX_PER_BLOCK = 20;
  private static final int QUEUE = 200;

  /** How often a peer is asked at most, milliseconds. */
  private static final int PATIENCE_MS = 400;

  private final int number;
  private final NavigableSet<Name> producers;
  private final Simulation simulation;
  private final KeptBlocks disk;
  private final List<Parcel> line = new ArrayList<>();
  private final Set<Checksum256> seen = new HashSet<>();
  private final Set<Checksum256> transactions = new HashSet<>();
  private TransactionQueue queue = new TransactionQueue(QUEUE);
  private ForkedChain chain;
  private boolean running = true;
  private long askedAt = Long.MIN_VALUE;

  SimulatedNode(int number, Set<Name> producers, Simulation simulation, KeptBlocks disk) {
    this.number = number;
    this.producers = new TreeSet<>(producers);
    this.simulation = simulation;
    this.disk = disk;
    this.chain = newChain(simulation.newController());
  }

  private ForkedChain newChain(Controller controller) {
    return new ForkedChain(
        controller, ForkedChain.MAX_REVERSIBLE, evidence -> simulation.caught(number, evidence));
  }

  int number() {
    return number;
  }

  boolean isRunning() {
    return running;
  }

  BlockState head() {
    return chain.head();
  }

  StateView view() {
    return chain.view();
  }

  /** Stops at once; the disk keeps all but some of the last received blocks. */
  void stop(int lost) {
    running = false;
    disk.lose(lost);
  }

  /** Starts again from what the disk has. */
  void start() {
    running = true;
    line.clear();
    seen.clear();
    transactions.clear();
    queue = new TransactionQueue(QUEUE);
    askedAt = Long.MIN_VALUE;
    simulation.started(number);
    Controller controller = simulation.newController();
    for (Parcel parcel : disk.log()) {
      seen.add(parcel.id());
      line.add(parcel);
      simulation.applied(
          number, controller.apply(parcel.block(), parcel.transactions()).block());
    }
    chain = newChain(controller);
    chain.restore(disk.watermarks());
    disk.reversible().forEach(this::takeFromDisk);
  }

  private void takeFromDisk(Parcel parcel) {
    try {
      Reception reception = chain.receive(
          parcel.block(), parcel.transactions(), new BlockTimestamp(BlockTimestamp.MAX_SLOT));
      seen.add(parcel.id());
      follow(parcel, reception);
    } catch (ChainException e) {
      simulation.note("node " + number + " lost what comes before " + parcel.id());
    }
  }

  void receive(int from, Message message) {
    if (!running) {
      return;
    }
    if (message instanceof Message.Blocks blocks) {
      for (Parcel parcel : blocks.parcels()) {
        if (!take(from, parcel)) {
          return;
        }
      }
    } else if (message instanceof Message.Transaction transaction) {
      push(transaction.transaction());
    } else if (message instanceof Message.Status status) {
      if (!isKnown(status.head())) {
        ask(from);
      }
    } else if (message instanceof Message.Want want) {
      answer(from, want.known());
    }
  }

  /** Takes a transaction for the queue and passes it on, unless it was here before. */
  void push(TransactionMetadata transaction) {
    if (!running || !transactions.add(transaction.id())) {
      return;
    }
    try {
      queue.add(transaction);
    } catch (ChainException e) {
      simulation.note("node " + number + " refuses " + e.reason());
      return;
    }
    simulation.sendToAll(number, new Message.Transaction(transaction));
  }

  /** Whether the best branch up to the head has the block, or it was received. */
  private boolean isKnown(Checksum256 id) {
    return seen.contains(id) || id.equals(simulation.start().headId());
  }

  private boolean take(int from, Parcel parcel) {
    if (isKnown(parcel.id())) {
      return true;
    }
    Reception reception;
    try {
      reception = chain.receive(
          parcel.block(), parcel.transactions(), simulation.latest(number, TOLERATED_SLOTS));
    } catch (ChainException e) {
      simulation.note("node " + number + " refuses " + parcel.id() + " " + e.reason());
      if (e.reason() == ChainError.UNLINKABLE_BLOCK) {
        ask(from);
        return false;
      }
      return true;
    }
    seen.add(parcel.id());
    disk.keep(parcel);
    follow(parcel, reception);
    simulation.sendToAll(number, new Message.Blocks(List.of(parcel)));
    return true;
  }

  private void follow(Parcel parcel, Reception reception) {
    simulation.note(
        "node " + number + " has " + parcel.id() + " head " + chain.head().id());
    for (AppliedBlock undone : reception.undone()) {
      line.remove(line.size() - 1);
      simulation.undone(number, undone.block());
    }
    for (AppliedBlock applied : reception.applied()) {
      Checksum256 id = applied.state().id();
      Parcel added = id.equals(parcel.id()) ? parcel : kept(id);
      line.add(added);
      simulation.applied(number, applied.block());
    }
    queue.follow(reception);
    for (AppliedBlock settled : reception.irreversible()) {
      disk.settle(line.get((int) (settled.state().number() - simulation.start().headNumber() - 1)));
      simulation.irreversible(number, settled.block());
    }
  }

  /** A block that this node keeps, on whatever branch. */
  private Parcel kept(Checksum256 id) {
    return disk.reversible().stream()
        .filter(parcel -> parcel.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void ask(int from) {
    if (askedAt + PATIENCE_MS > simulation.now() && askedAt != Long.MIN_VALUE) {
      return;
    }
    askedAt = simulation.now();
    List<Checksum256> known = new ArrayList<>();
    int step = 1;
    for (int i = line.size() - 1; i >= 0; i -= step) {
      known.add(line.get(i).id());
      step = known.size() > 3 ? step * 2 : step;
    }
    known.add(simulation.start().headId());
    simulation.send(number, from, new Message.Want(known));
  }

  private void answer(int to, List<Checksum256> known) {
    long first = simulation.start().headNumber() + 1;
    for (Checksum256 id : known) {
      long next = BlockHeader.numberOf(id) + 1 - first;
      boolean mine = id.equals(simulation.start().headId())
          || (next > 0 && next <= line.size() && line.get((int) next - 1).id().equals(id));
      if (mine) {
        if (next < line.size()) {
          simulation.send(
              number, to, new Message.Blocks(List.copyOf(line.subList((int) next, line.size()))));
        }
        return;
      }
    }
  }

  /** Tells everybody where it stands. */
  void tell() {
    if (running) {
      simulation.sendToAll(number, new Message.Status(chain.head().id()));
    }
  }

  /** A slot has begun by the clock of this node: makes its block if that is for it to make. */
  void tick(BlockTimestamp slot, boolean skips, boolean cheats) {
    if (!running || skips) {
      return;
    }
    ProducerSchedule.Producer producer = chain.head().activeSchedule().scheduledAt(slot);
    if (!producers.contains(producer.producerName())) {
      return;
    }
    BlockState parent = chain.head();
    StateView view = chain.view();
    Controller.Making making;
    try {
      making = chain.begin(slot);
    } catch (ChainException e) {
      simulation.note("node " + number + " makes no block " + e.reason());
      return;
    }
    for (int i = 0; i < MAX_PER_BLOCK; i++) {
      Optional<TransactionMetadata> next = queue.poll();
      if (next.isEmpty()) {
        break;
      }
      execute(making, next.get());
    }
    List<TransactionMetadata> executed = making.executed();
    int confirmed = making.confirmed();
    List<Parcel> made = new ArrayList<>();
    Reception reception = chain.seal(making, simulation.signer(producer.producerName()), block -> {
      Parcel parcel = new Parcel(block, executed);
      disk.keep(parcel);
      made.add(parcel);
    });
    Parcel parcel = made.get(0);
    seen.add(parcel.id());
    follow(parcel, reception);
    if (cheats && simulation.start().dishonest().contains(producer.producerName())) {
      Parcel other = otherBlock(parent, view, slot, confirmed);
      simulation.sendToHalf(number, 0, new Message.Blocks(List.of(parcel)));
      simulation.sendToHalf(number, 1, new Message.Blocks(List.of(other)));
    } else {
      simulation.sendToAll(number, new Message.Blocks(List.of(parcel)));
    }
  }

  private void execute(Controller.Making making, TransactionMetadata transaction) {
    try {
      making.execute(transaction, 100);
    } catch (ChainException e) {
      simulation.note("node " + number + " drops " + transaction.id() + " " + e.reason());
    }
  }

  /** What a producer that cheats signs besides: a block of the same slot with a transaction of its own. */
  private Parcel otherBlock(BlockState parent, StateView view, BlockTimestamp slot, int confirmed) {
    Controller shadow = simulation.newController();
    shadow.reset(parent, view);
    Controller.Making making = shadow.begin(slot, confirmed);
    execute(making, simulation.newMark());
    List<TransactionMetadata> executed = making.executed();
    AppliedBlock block = making.seal(simulation.signer(making.producer().producerName()));
    return new Parcel(block.block(), executed);
  }
}
