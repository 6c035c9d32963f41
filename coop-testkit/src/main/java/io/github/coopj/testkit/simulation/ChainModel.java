package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.kernel.KeyedRow;
import io.github.coopj.chain.kernel.StateView;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What users of a chain rely on, checked from outside: it only looks at blocks that nodes execute and take back, and works
 * out for itself what must follow. It shares no code with the consensus.
 *
 * <ul>
 *   <li>an irreversible block is never undone, not even by a restart, and is the same on all nodes;
 *   <li>what is irreversible is what the rule of two thirds and one, counted in the plainest way, says;
 *   <li>a schedule that was asked for is announced and comes into force when the count says so, on every branch;
 *   <li>no transaction is in a branch twice, and the state tells that each was executed once;
 *   <li>nodes with the same head have the same state;
 *   <li>each block is of the producer whose slot it is, in a later slot than the block before;
 *   <li>a producer confirms no number twice, whatever branches it makes blocks on;
 *   <li>no producer is caught at signing two blocks for a slot but those that do;
 *   <li>after calm all nodes stand at the same block, and blocks made after the trouble are irreversible.
 * </ul>
 */
public final class ChainModel implements SimulationListener {
  private final List<Node> nodes = new ArrayList<>();
  private final NavigableMap<Long, Checksum256> settled = new TreeMap<>();
  private final Map<Checksum256, Checksum256> digests = new HashMap<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final Set<Checksum256> allBlocks = new HashSet<>();
  private final Map<Name, Long> bound = new HashMap<>();
  private @Nullable Start start;
  private long longestWhenHealed;

  /** A model that has not heard of any run; each run needs its own. */
  public ChainModel() {
    // all is empty at first
  }

  private static final class Node {
    private final List<SignedBlock> line = new ArrayList<>();

    /** Before the first block of the line, and after each. */
    private final List<PaperCount> counts = new ArrayList<>();

    private final Set<Checksum256> transactions = new HashSet<>();
    private long irreversible;

    private PaperCount count() {
      return counts.get(counts.size() - 1);
    }
  }

  /**
   * Different blocks that nodes executed.
   *
   * @return 0 or more
   */
  public int blocks() {
    return allBlocks.size();
  }

  /**
   * What nodes reported of producers.
   *
   * @return in the order of discovery
   */
  public List<Evidence> evidence() {
    return List.copyOf(evidence);
  }

  @Override
  public void begun(Start begin) {
    start = begin;
  }

  Start start() {
    return Objects.requireNonNull(start, "no run has begun");
  }

  private Node node(int number) {
    while (nodes.size() <= number) {
      Node added = new Node();
      added.irreversible = start().headNumber();
      added.counts.add(PaperCount.of(start()));
      nodes.add(added);
    }
    return nodes.get(number);
  }

  @Override
  public void started(int number) {
    Node node = node(number);
    node.line.clear();
    node.counts.clear();
    node.counts.add(PaperCount.of(start()));
    node.transactions.clear();
  }

  @Override
  public void applied(int number, SignedBlock block) {
    Node node = node(number);
    int size = node.line.size();
    Checksum256 before = size == 0 ? start().headId() : node.line.get(size - 1).id();
    long slotBefore = size == 0 ? start().slot() : slot(node.line.get(size - 1));
    long height = start().headNumber() + size + 1;
    require(block.header().previous().equals(before), number, block, "does not follow " + before);
    require(block.number() == height, number, block, "must have number " + height);
    require(slot(block) > slotBefore, number, block, "is not of a later slot");
    PaperCount count = node.count();
    Name expected = count.turn(slot(block));
    require(
        block.header().producer().equals(expected), number, block, "is in the turn of " + expected);
    require(
        block.header().scheduleVersion() == count.version(),
        number,
        block,
        "is under schedule " + count.version());
    PaperCount next = count.after(block);
    requireAnnouncement(number, block, next.announcement());
    Checksum256 kept = settled.get(height);
    if (height <= node.irreversible) {
      require(block.id().equals(kept), number, block, "replaces irreversible " + kept);
    }
    for (TransactionReceipt receipt : block.transactions()) {
      require(
          node.transactions.add(receipt.transaction().id()),
          number,
          block,
          "executes " + receipt.transaction().id() + " again");
    }
    node.line.add(block);
    node.counts.add(next);
    if (allBlocks.add(block.id())) {
      requireUnboundBefore(number, block);
    }
  }

  /** Blocks are heard of first where they are made, so in the order in which their producer signed them. */
  private void requireUnboundBefore(int number, SignedBlock block) {
    Name producer = block.header().producer();
    long before = bound.getOrDefault(producer, start().irreversible());
    require(
        start().dishonest().contains(producer)
            || block.number() - block.header().confirmed() > before,
        number,
        block,
        "confirms " + block.header().confirmed() + " more, " + producer + " was bound up to "
            + before);
    bound.merge(producer, block.number(), Math::max);
  }

  @Override
  public void undone(int number, SignedBlock block) {
    Node node = node(number);
    require(block.number() > node.irreversible, number, block, "is irreversible and was undone");
    SignedBlock last = node.line.remove(node.line.size() - 1);
    node.counts.remove(node.counts.size() - 1);
    require(last.id().equals(block.id()), number, block, "is undone before " + last.id());
    block
        .transactions()
        .forEach(receipt -> node.transactions.remove(receipt.transaction().id()));
  }

  @Override
  public void irreversible(int number, SignedBlock block) {
    Node node = node(number);
    long height = block.number();
    SignedBlock own = node.line.get((int) (height - start().headNumber() - 1));
    require(own.id().equals(block.id()), number, block, "is not on its branch");
    require(height <= node.count().irreversible(), number, block, "has too few confirmations");
    Checksum256 known = settled.putIfAbsent(height, block.id());
    require(
        known == null || known.equals(block.id()), number, block, "another node settled " + known);
    node.irreversible = Math.max(node.irreversible, height);
  }

  @Override
  public void caught(int number, Evidence found) {
    Evidence read = Evidence.CODEC.decode(Evidence.CODEC.encode(found));
    if (!read.verify()) {
      throw new BrokenPromiseException("node " + number + " reports what does not hold: " + read);
    }
    Name accused = read.accused().producerName();
    if (!start().dishonest().contains(accused)) {
      throw new BrokenPromiseException(
          "node " + number + " catches " + accused + ", which is honest: " + read);
    }
    evidence.add(read);
  }

  @Override
  public void rested(int number, StateView view) {
    Node node = node(number);
    Checksum256 head = headOf(node);
    Checksum256 digest = view.digest();
    Checksum256 other = digests.putIfAbsent(head, digest);
    if (other != null && !other.equals(digest)) {
      throw new BrokenPromiseException("node " + number + " has state " + digest + " at block "
          + head + ", another one " + other);
    }
    NavigableMap<Long, Long> expected = new TreeMap<>();
    for (SignedBlock block : node.line) {
      for (TransactionReceipt receipt : block.transactions()) {
        for (Action action : receipt.transaction().unpack().actions()) {
          if (PaperCount.isSetProducers(action)) {
            continue;
          }
          long id = RecordCodec.of(Marks.SetMark.class)
              .decode(action.data().toArray())
              .id();
          expected.merge(id, 1L, Long::sum);
        }
      }
    }
    NavigableMap<Long, Long> found = new TreeMap<>();
    TableKey table = new TableKey(Marks.ACCOUNT, Marks.ACCOUNT, Marks.TABLE);
    for (KeyedRow row : view.rows(table, 0, Integer.MAX_VALUE)) {
      Marks.Mark mark =
          RecordCodec.of(Marks.Mark.class).decode(row.row().value().toArray());
      found.put(mark.id(), mark.times());
    }
    if (!found.equals(expected)) {
      throw new BrokenPromiseException(
          "node " + number + " has marks " + found + ", its blocks set " + expected);
    }
  }

  @Override
  public void healed() {
    longestWhenHealed = nodes.stream()
        .mapToLong(node -> start().headNumber() + node.line.size())
        .max()
        .orElseThrow();
  }

  @Override
  public void finished() {
    Checksum256 head = headOf(nodes.get(0));
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (!headOf(node).equals(head)) {
        throw new BrokenPromiseException(
            "node " + i + " stands at " + headOf(node) + ", node 0 at " + head);
      }
      long counted = node.count().irreversible();
      if (Math.max(counted, start().headNumber()) != node.irreversible) {
        throw new BrokenPromiseException(
            "node " + i + " has " + node.irreversible + " irreversible, the count says " + counted);
      }
      if (node.irreversible <= longestWhenHealed) {
        throw new BrokenPromiseException("node " + i + " has " + node.irreversible
            + " irreversible, block " + longestWhenHealed + " was there when the trouble ended");
      }
    }
  }

  private Checksum256 headOf(Node node) {
    return node.line.isEmpty()
        ? start().headId()
        : node.line.get(node.line.size() - 1).id();
  }

  private static long slot(SignedBlock block) {
    return block.header().timestamp().slot();
  }

  private static void requireAnnouncement(
      int number, SignedBlock block, Optional<PaperCount.Schedule> expected) {
    Optional<ProducerSchedule> found = block.header().announcedSchedule();
    require(
        found
            .map(schedule -> schedule.version() + " "
                + schedule.producers().stream()
                    .map(ProducerSchedule.Producer::producerName)
                    .toList())
            .equals(expected.map(schedule -> schedule.version() + " " + schedule.names())),
        number,
        block,
        "announces " + found + ", asked for was " + expected);
  }

  private static void require(boolean holds, int node, SignedBlock block, String otherwise) {
    if (!holds) {
      throw new BrokenPromiseException(
          "node " + node + ": block " + block.number() + " " + block.id() + " " + otherwise);
    }
  }
}
