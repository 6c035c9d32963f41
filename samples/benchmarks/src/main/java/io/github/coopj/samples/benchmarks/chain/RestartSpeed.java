package io.github.coopj.samples.benchmarks.chain;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.node.ChainOptions;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.node.VirtualClock;
import io.github.coopj.chain.store.ChainStore;
import io.github.coopj.chain.store.StoreOptions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * How long a start takes: a chain with a snapshot of so many rows and a short log after it is made and closed, then
 * processes of their own read the snapshot and open the chain, as after a restart. Prints how long the snapshot took to
 * write and how large it is, how long it takes to read it alone and to open the chain, and what a row takes of the heap.
 *
 * <p>Arguments: {@code history} first to keep that too, then numbers of rows.
 */
public final class RestartSpeed {
  private static final int ROWS_PER_ACTION = 500;
  private static final int ACTIONS_PER_BLOCK = 100;
  private static final int LOG_BLOCKS = 100;
  private static final int TRANSACTIONS_PER_BLOCK = 10;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final PrivateKey OPERATOR = PrivateKey.fromSeed(KeyType.K1, "benchmark operator");

  private final Path folder;
  private final boolean history;
  private final PrintStream out;

  RestartSpeed(Path folder, boolean history, PrintStream out) {
    this.folder = folder;
    this.history = history;
    this.out = out;
  }

  /**
   * Runs the program.
   *
   * @param args {@code history} to keep the history of rows and actions too, then numbers of rows; 10000, 100000 and
   *     1000000 without history unless given
   * @throws IOException if there is no place for the chain, or no other process
   * @throws InterruptedException if it shall end before it is done
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(args));
    if (words.size() == 4) {
      RestartSpeed speed =
          new RestartSpeed(Path.of(words.get(1)), Boolean.parseBoolean(words.get(2)), System.out);
      int rows = Integer.parseInt(words.get(3));
      if (words.get(0).equals("read")) {
        speed.read(rows);
      } else {
        speed.start(rows);
      }
      return;
    }
    boolean history = words.remove("history");
    List<Integer> sizes = words.isEmpty()
        ? List.of(10_000, 100_000, 1_000_000)
        : words.stream().map(Integer::parseInt).toList();
    for (int rows : sizes) {
      Path folder = Files.createTempDirectory("coopj-restart-speed");
      try {
        new RestartSpeed(folder, history, System.out).make(rows);
        runElsewhere("read", folder, history, rows);
        runElsewhere("start", folder, history, rows);
      } finally {
        ChainStore.delete(folder);
        Files.deleteIfExists(folder.resolve("LOCK"));
        Files.delete(folder);
      }
    }
  }

  /** Does one thing in a process of its own, with a heap of the same size. */
  private static void runElsewhere(String what, Path folder, boolean history, int rows)
      throws IOException, InterruptedException {
    List<String> command = List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-Xmx" + Runtime.getRuntime().maxMemory(),
        "-cp",
        System.getProperty("java.class.path"),
        RestartSpeed.class.getName(),
        what,
        folder.toString(),
        Boolean.toString(history),
        Integer.toString(rows));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("the other process ended with status " + status);
    }
  }

  /** Makes the chain: rows, a snapshot, and blocks after it. */
  void make(int rows) {
    try (LocalChain chain = LocalChain.open(options())) {
      found(chain);
      int actions = 0;
      for (int first = 0; first < rows; first += ROWS_PER_ACTION) {
        push(chain, Register.fill(first, Math.min(ROWS_PER_ACTION, rows - first)));
        if (++actions % ACTIONS_PER_BLOCK == 0) {
          chain.produceBlock();
        }
      }
      chain.produceBlock();
      chain.produceBlock();
      long begun = System.nanoTime();
      Path snapshot = chain.writeSnapshot();
      long nanos = System.nanoTime() - begun;
      out.printf(
          Locale.ROOT,
          "%,d rows: snapshot written in %,d ms, %,d kB%n",
          rows,
          nanos / 1_000_000,
          snapshot.toFile().length() >> 10);
      Random random = new Random(1);
      for (int i = 0; i < LOG_BLOCKS; i++) {
        for (int j = 0; j < TRANSACTIONS_PER_BLOCK; j++) {
          push(chain, Register.raise(random.nextInt(rows), i * TRANSACTIONS_PER_BLOCK + j));
        }
        chain.produceBlock();
      }
    }
  }

  /** Reads the snapshot and nothing else. */
  void read(int rows) {
    long begun = System.nanoTime();
    ChainStore.open(storeOptions(), genesis()).close();
    out.printf(
        Locale.ROOT,
        "%,d rows: snapshot read in %,d ms%n",
        rows,
        (System.nanoTime() - begun) / 1_000_000);
  }

  /** Starts from the snapshot and the log. */
  void start(int rows) {
    long before = usedMemory();
    long begun = System.nanoTime();
    try (LocalChain chain = LocalChain.open(options())) {
      long nanos = System.nanoTime() - begun;
      long memory = usedMemory() - before;
      ChainStore store = chain.store().orElseThrow();
      long head = chain.info().headNumber();
      int transactions = LongStream.rangeClosed(store.start() + 1, head)
          .mapToInt(number -> store.block(number).orElseThrow().transactions().size())
          .sum();
      out.printf(
          Locale.ROOT,
          "%,d rows: chain opened in %,d ms with %d blocks and %,d transactions after the snapshot;"
              + " %,d MB of heap, %,d B per row%n",
          rows,
          nanos / 1_000_000,
          head - store.start(),
          transactions,
          memory >> 20,
          memory / rows);
    }
  }

  private Genesis genesis() {
    return Genesis.of(TimePoint.of(START), OPERATOR.publicKey());
  }

  private StoreOptions storeOptions() {
    return StoreOptions.builder()
        .directory(folder)
        .snapshotInterval(0)
        .history(history)
        .build();
  }

  private ChainOptions options() {
    return ChainOptions.builder()
        .genesis(genesis())
        .catalog(new ContractCatalog(List.of(new Register())))
        .clock(new VirtualClock(START))
        .maxLead(Duration.ofDays(365))
        .addProducers(OPERATOR)
        .store(storeOptions())
        .build();
  }

  private static void found(LocalChain chain) {
    Name account = Register.ACCOUNT;
    Authority authority = Authority.ofKey(OPERATOR.publicKey());
    push(
        chain,
        JavaContract.action(
            SystemActions.EOSIO,
            new SystemActions.NewAccount(SystemActions.EOSIO, account, authority, authority),
            PermissionLevel.active(SystemActions.EOSIO)));
    push(
        chain,
        JavaContract.action(
            SystemActions.EOSIO,
            new SystemActions.SetCode(
                account, SystemActions.SetCode.JAVA_VM, 0, new Register().descriptor()),
            PermissionLevel.active(account)));
    chain.produceBlock();
  }

  private static void push(LocalChain chain, Action action) {
    chain.push(List.of(action), List.of(OPERATOR));
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
