package io.github.coopj.chain.store;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.kernel.KeyedRow;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.crypto.Checksum256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Kills a process that grows a chain, again and again at moments drawn from a seed, and after each kill checks what is on
 * the disk: every transaction that was reported as in a durable block is in that block, none is there twice, the chain
 * opens, and its state is the one that replaying all blocks from genesis gives. What a process had submitted without having
 * said what became of it is submitted once more by the next one, whether it is in a block or not.
 */
final class Kills {
  private static final int MAX_LINES = 40;
  private static final int MAX_DELAY_MS = 60;

  private final Path directory;
  private final Way way;
  private final Random random;
  private final long began = System.currentTimeMillis();

  /** What was submitted, by its id, for as long as nobody said what became of it. */
  private final Map<String, String> sent = new TreeMap<>();

  private final TreeMap<Long, Set<String>> reported = new TreeMap<>();
  private int kills;
  private int early;
  private int torn;
  private int fromSnapshot;
  private long again;
  private long head = 1;

  /** Who makes the blocks of the process. */
  enum Way {
    /** The thread that pushes transactions, which says of each block all that is in it. */
    BY_HAND(KilledChain.class, MAX_LINES),
    /** A loop, while several threads submit and others listen. */
    BY_LOOP(KilledNode.class, 16 * MAX_LINES);

    private final Class<?> main;
    private final int maxLines;

    Way(Class<?> main, int maxLines) {
      this.main = main;
      this.maxLines = maxLines;
    }
  }

  Kills(Path directory, Way way, long seed) {
    this.directory = directory;
    this.way = way;
    this.random = new Random(seed);
  }

  /**
   * What was seen.
   *
   * @param kills processes killed
   * @param early killed before their chain was open
   * @param torn times that a torn tail was cut off
   * @param fromSnapshot times that the chain went on from a snapshot
   * @param blocks durable blocks reported
   * @param transactions transactions reported in them
   * @param again transactions submitted once more after a kill
   * @param head last block
   */
  record Figures(
      int kills,
      int early,
      int torn,
      int fromSnapshot,
      int blocks,
      long transactions,
      long again,
      long head) {}

  Figures figures() {
    return new Figures(
        kills,
        early,
        torn,
        fromSnapshot,
        reported.size(),
        reported.values().stream().mapToLong(Set::size).sum(),
        again,
        head);
  }

  /** Starts a process, lets it reach a random number of blocks and a random moment after, kills it, and checks. */
  void once() throws IOException, InterruptedException {
    int lines = random.nextInt(5) == 0 ? 0 : random.nextInt(way.maxLines);
    Path unknown = Files.write(directory.resolveSibling("unknown.txt"), sent.values());
    again += sent.size();
    sent.clear();
    Process process = ChildJvm.start(
        way.main,
        directory.toString(),
        Long.toString(random.nextLong()),
        Long.toString(began),
        unknown.toString());
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      boolean opened = false;
      for (int i = 0; i < lines; i++) {
        opened |= note(said.readLine());
      }
      Thread.sleep(random.nextInt(lines == 0 ? 10 * MAX_DELAY_MS : MAX_DELAY_MS));
      process.toHandle().destroyForcibly();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        opened |= note(line);
      }
      early += opened ? 0 : 1;
    } finally {
      process.destroyForcibly().onExit().join();
    }
    kills++;
    check();
  }

  /** Notes what the process said; a line that was cut by the kill says nothing. */
  private boolean note(@Nullable String line) {
    if (line == null) {
      return false;
    }
    require(!line.startsWith("failed "), line);
    List<String> words = Arrays.asList(line.split(" "));
    boolean whole = words.get(words.size() - 1).equals(".");
    if (words.get(0).equals("sent") && whole) {
      String packed = words.get(1);
      sent.put(
          PackedTransaction.CODEC.decode(HexFormat.of().parseHex(packed)).id().toString(), packed);
    } else if (words.get(0).equals("told") && whole) {
      report(words.get(1), words.subList(2, words.size() - 1));
    } else if (way == Way.BY_HAND && !words.get(0).equals("open")) {
      List<String> ids = words.subList(1, words.size());
      if (!ids.isEmpty() && ids.stream().allMatch(id -> id.length() == 64)) {
        report(words.get(0), ids);
      }
    }
    return true;
  }

  private void report(String block, List<String> ids) {
    reported.computeIfAbsent(Long.parseLong(block), number -> new HashSet<>()).addAll(ids);
    sent.keySet().removeAll(ids);
  }

  /** Opens the chain as it was left and makes sure that all is there, once. */
  private void check() {
    if (!Files.exists(directory.resolve(ChainStore.LOG)) && reported.isEmpty()) {
      return;
    }
    Checksum256 digest;
    List<KeyedRow> rows;
    List<KeyedRow> settledRows;
    long settled;
    TableKey items = new TableKey(TestChain.LEDGER, TestChain.LEDGER, Name.of("items"));
    try (LocalChain chain = LocalChain.open(KilledChain.options(directory))) {
      ChainStore store = chain.store().orElseThrow();
      torn += store.notes().stream().anyMatch(note -> note.contains("cut off")) ? 1 : 0;
      fromSnapshot += store.start() > 1 ? 1 : 0;
      long reached = chain.info().headNumber();
      require(
          reached >= head && (reported.isEmpty() || reached >= reported.lastKey()),
          "the chain is at block " + reached + ", it was at " + head + " and reported "
              + reported.keySet());
      head = reached;
      digest = chain.stateDigest();
      History history = store.history().orElseThrow();
      settled = Math.max(1, chain.info().irreversibleNumber());
      history.await(settled);
      settledRows = history.rows(items, settled, 0, Integer.MAX_VALUE);
      rows = chain.view().rows(items, 0, Integer.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    List<SignedBlock> blocks = new ArrayList<>();
    BlockLog.read(directory.resolve(ChainStore.LOG), blocks::add);
    require(blocks.size() == head - 1, "the log has " + blocks.size() + " blocks");
    Set<String> seen = new HashSet<>();
    for (SignedBlock block : blocks) {
      Set<String> ids = new HashSet<>();
      for (TransactionReceipt receipt : block.transactions()) {
        String id = receipt.transaction().id().toString();
        ids.add(id);
        require(seen.add(id), "transaction " + id + " is there twice");
      }
      Set<String> expected = reported.getOrDefault(block.number(), Set.of());
      require(
          ids.containsAll(expected)
              && (way == Way.BY_LOOP || expected.isEmpty() || ids.size() == expected.size()),
          "block " + block.number() + " has other transactions");
    }
    int puts = seen.size() - (head > 1 ? 2 : 0);
    require(rows.size() == puts, rows.size() + " rows of " + puts + " transactions");
    long settledPuts = blocks.stream()
            .filter(block -> block.number() <= settled)
            .mapToLong(block -> block.transactions().size())
            .sum()
        - (settled > 1 ? 2 : 0);
    require(
        settledRows.size() == settledPuts,
        settledRows.size() + " rows in the history of " + settledPuts + " transactions");
    checkReplay(digest);
  }

  private void checkReplay(Checksum256 digest) {
    LocalChain.Replayed replayed =
        LocalChain.replay(directory.resolve(ChainStore.LOG), TestChain.catalog(), number -> {});
    require(
        replayed.headNumber() == head && replayed.stateDigest().equals(digest),
        "a replay from genesis gives another state");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new AssertionError(message);
    }
  }
}
