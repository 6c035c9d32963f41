package io.github.coopj.testkit.simulation;

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
 *   <li>no transaction is in a branch twice, and the state tells that each was executed once;
 *   <li>nodes with the same head have the same state;
 *   <li>each block is of the producer whose slot it is, in a later slot than the block before;
 *   <li>after calm all nodes stand at the same block, and blocks made after the trouble are irreversible.
 * </ul>
 */
public final class ChainModel implements SimulationListener {
  private static final int SLOTS_PER_TURN = 12;

  private final List<Node> nodes = new ArrayList<>();
  private final NavigableMap<Long, Checksum256> settled = new TreeMap<>();
  private final Map<Checksum256, Checksum256> digests = new HashMap<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final Set<Checksum256> allBlocks = new HashSet<>();
  private @Nullable Start start;
  private long longestWhenHealed;

  /** A model that has not heard of any run; each run needs its own. */
  public ChainModel() {
    // all is empty at first
  }

  private static final class Node {
    private final List<SignedBlock> line = new ArrayList<>();
    private final Set<Checksum256> transactions = new HashSet<>();
    private long irreversible;
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
      nodes.add(added);
    }
    return nodes.get(number);
  }

  @Override
  public void started(int number) {
    Node node = node(number);
    node.line.clear();
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
    Name expected = start().producers().get(turn(slot(block)));
    require(
        block.header().producer().equals(expected), number, block, "is in the turn of " + expected);
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
    allBlocks.add(block.id());
  }

  @Override
  public void undone(int number, SignedBlock block) {
    Node node = node(number);
    require(block.number() > node.irreversible, number, block, "is irreversible and was undone");
    SignedBlock last = node.line.remove(node.line.size() - 1);
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
    require(height <= irreversibleBy(node), number, block, "has too few confirmations");
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
      long counted = irreversibleBy(node);
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

  private int turn(long slot) {
    return (int) (slot / SLOTS_PER_TURN % start().producers().size());
  }

  /**
   * Counts on paper: a block is proposed once two thirds and one producers have confirmed its number; a producer that makes
   * a block implies what was proposed before it; irreversible is what more than two thirds imply.
   */
  private long irreversibleBy(Node node) {
    int producers = start().producers().size();
    int quorum = producers * 2 / 3 + 1;
    long first = start().headNumber() + 1;
    int[] confirmations = new int[node.line.size()];
    long proposed = start().headNumber();
    Map<Name, Long> implied = new HashMap<>();
    start().producers().forEach(name -> implied.put(name, start().irreversible()));
    long irreversible = start().irreversible();
    for (int i = 0; i < node.line.size(); i++) {
      SignedBlock block = node.line.get(i);
      implied.put(block.header().producer(), proposed);
      for (int j = Math.max(0, i - block.header().confirmed()); j <= i; j++) {
        confirmations[j]++;
        if (confirmations[j] >= quorum) {
          proposed = Math.max(proposed, first + j);
        }
      }
      List<Long> all = new ArrayList<>(implied.values());
      all.sort(Long::compare);
      irreversible = Math.max(irreversible, all.get((producers - 1) / 3));
    }
    return irreversible;
  }

  private static void require(boolean holds, int node, SignedBlock block, String otherwise) {
    if (!holds) {
      throw new BrokenPromiseException(
          "node " + node + ": block " + block.number() + " " + block.id() + " " + otherwise);
    }
  }
}
