package io.github.coopj.chain.store;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.kernel.KeyedRow;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Kills a process that grows a chain, again and again at moments drawn from a seed, and after each kill checks what is on
 * the disk: every transaction that was reported as in a durable block is in that block, none is there twice, the chain
 * opens, and its state is the one that replaying all blocks from genesis gives.
 */
final class Kills {
  private static final int MAX_LINES = 40;
  private static final int MAX_DELAY_MS = 60;

  private final Path directory;
  private final Random random;
  private final TreeMap<Long, Set<String>> reported = new TreeMap<>();
  private int kills;
  private int early;
  private int torn;
  private int fromSnapshot;
  private long head = 1;
  private Checksum256 last = Checksum256.ZERO;

  Kills(Path directory, long seed) {
    this.directory = directory;
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
   * @param head last block
   */
  record Figures(
      int kills, int early, int torn, int fromSnapshot, int blocks, long transactions, long head) {}

  Figures figures() {
    return new Figures(
        kills,
        early,
        torn,
        fromSnapshot,
        reported.size(),
        reported.values().stream().mapToLong(Set::size).sum(),
        head);
  }

  /** Starts a process, lets it reach a random number of blocks and a random moment after, kills it, and checks. */
  void once() throws IOException, InterruptedException {
    int lines = random.nextInt(5) == 0 ? 0 : random.nextInt(MAX_LINES);
    Process process =
        ChildJvm.start(KilledChain.class, directory.toString(), Long.toString(random.nextLong()));
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
    if (line == null || line.startsWith("open ")) {
      return line != null;
    }
    List<String> words = Arrays.asList(line.split(" "));
    List<String> ids = words.subList(1, words.size());
    if (!ids.isEmpty() && ids.stream().allMatch(id -> id.length() == 64)) {
      reported.put(Long.parseLong(words.get(0)), Set.copyOf(ids));
    }
    return true;
  }

  /** Opens the chain as it was left and makes sure that all is there, once. */
  private void check() {
    if (!Files.exists(directory.resolve(ChainStore.LOG)) && reported.isEmpty()) {
      return;
    }
    Checksum256 digest;
    List<KeyedRow> rows;
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
      history.await(head);
      rows = history.rows(items, head, 0, Integer.MAX_VALUE);
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
      Set<String> expected = reported.getOrDefault(block.number(), ids);
      require(ids.equals(expected), "block " + block.number() + " has other transactions");
    }
    int puts = seen.size() - (head > 1 ? 2 : 0);
    require(rows.size() == puts, rows.size() + " rows of " + puts + " transactions");
    if (kills % 10 == 0) {
      checkReplay(digest);
    }
    last = digest;
  }

  private void checkReplay(Checksum256 digest) {
    LocalChain.Replayed replayed =
        LocalChain.replay(directory.resolve(ChainStore.LOG), TestChain.catalog(), number -> {});
    require(
        replayed.headNumber() == head && replayed.stateDigest().equals(digest),
        "a replay from genesis gives another state");
  }

  /** Replays from genesis what is there in the end. */
  void checkAll() {
    checkReplay(last);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new AssertionError(message);
    }
  }
}
