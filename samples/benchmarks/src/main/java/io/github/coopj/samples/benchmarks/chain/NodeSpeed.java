package io.github.coopj.samples.benchmarks.chain;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.node.ChainOptions;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.store.StoreOptions;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.crypto.Checksum256;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A whole node under load: transfers between 10,000 accounts, each with a key of its own, signed before the clock starts;
 * threads submit them as fast as they are taken, blocks are made every half second and forced to disk before anybody is
 * told. Beside it, from the same run, what the same threads recover of signatures when they do nothing else.
 *
 * <p>Arguments: seconds under load, of which the first quarter, 5 seconds at most, is not counted; transfers to prepare;
 * {@code history} to keep that too.
 */
public final class NodeSpeed {
  private static final int ACCOUNTS = 10_000;
  private static final int SET_UP_PER_BLOCK = 20;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final Duration CEILING = Duration.ofSeconds(10);
  private static final int WARM_UP_SECONDS = 5;
  private static final Duration EXECUTION = Duration.ofMillis(100);
  private static final long RETRY_NANOS = 200_000;

  private final TransferWorld world = new TransferWorld(ACCOUNTS, ACCOUNTS);
  private final PrintStream out;

  NodeSpeed(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the program.
   *
   * @param args seconds under load, transfers to prepare, {@code history} to keep the history of rows and actions too;
   *     60 and 1,200,000 without history unless given
   * @throws IOException if there is no place for the log
   */
  public static void main(String[] args) throws IOException {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    int transfers = args.length > 1 ? Integer.parseInt(args[1]) : 1_200_000;
    boolean history = args.length > 2 && args[2].equals("history");
    new NodeSpeed(System.out).run(seconds, transfers, history);
  }

  /** One block, and how long after the end of its slot it was durable. */
  private record Made(long slot, int transactions, long nanos) {}

  /** What became of the transfers. */
  private record Told(LongAdder durable, LongAdder refused) {
    Told() {
      this(new LongAdder(), new LongAdder());
    }
  }

  /** Recoveries per second of the same threads when they do nothing else, and the CPU time of one. */
  private record Ceiling(long perSecond, long cpuNanos) {}

  void run(int seconds, int transfers, boolean history) throws IOException {
    Path folder = Files.createTempDirectory("coopj-node-speed");
    try (LocalChain chain = LocalChain.open(ChainOptions.builder()
        .genesis(world.genesis())
        .catalog(world.catalog())
        .addProducers(world.operator())
        .store(StoreOptions.builder()
            .directory(folder)
            .durability(StoreOptions.Durability.EACH_BLOCK)
            .history(history)
            .build())
        .queueCapacity(4 * ACCOUNTS)
        .build())) {
      setUp(chain);
      long signing = System.nanoTime();
      List<PackedTransaction> load =
          world.packed(transfers, 1, chain.info().chainId(), chain.info().headId(), Instant.now());
      out.printf(
          Locale.ROOT,
          "signed %,d transfers in %d s%n",
          transfers,
          (System.nanoTime() - signing) / 1_000_000_000);
      Ceiling before = ceiling(load, chain.info().chainId());
      long cpuNanos = measure(chain, load, seconds);
      Ceiling after = ceiling(load, chain.info().chainId());
      out.printf(
          Locale.ROOT,
          "ceiling: %,d recoveries per second by %d threads alone (%,d before the load, %,d after)%n",
          (before.perSecond() + after.perSecond()) / 2,
          THREADS,
          before.perSecond(),
          after.perSecond());
      out.printf(
          Locale.ROOT,
          "of CPU: %,d ns a transfer, %,d ns a recovery alone (%,d before the load, %,d after)%n",
          cpuNanos,
          (before.cpuNanos() + after.cpuNanos()) / 2,
          before.cpuNanos(),
          after.cpuNanos());
      out.printf(
          Locale.ROOT, "on disk: %,d MB%s%n", sizeOf(folder) >> 20, history ? " with history" : "");
    } finally {
      delete(folder);
    }
  }

  private void setUp(LocalChain chain) {
    int inBlock = 0;
    for (List<Action> actions : world.setUp()) {
      chain.push(actions, List.of(world.operator()));
      if (++inBlock % SET_UP_PER_BLOCK == 0) {
        produce(chain);
      }
    }
    produce(chain);
  }

  /** Measures the node under load; CPU time of the process for each transfer, nanoseconds. */
  private long measure(LocalChain chain, List<PackedTransaction> load, int seconds) {
    // the blocks of the load begin with the slots they are of
    produce(chain);
    AtomicInteger next = new AtomicInteger();
    Told told = new Told();
    long warm = System.nanoTime() + Math.min(WARM_UP_SECONDS, seconds / 4) * 1_000_000_000L;
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> feeders = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread feeder = new Thread(() -> feed(chain, load, next, told, end), "feeder-" + i);
      feeder.start();
      feeders.add(feeder);
    }
    long before = 0;
    while (System.nanoTime() < warm) {
      before += make(chain).transactions();
    }
    long cpu = processCpu();
    long start = System.nanoTime();
    List<Made> made = new ArrayList<>();
    while (System.nanoTime() < end) {
      made.add(make(chain));
    }
    long wall = System.nanoTime() - start;
    cpu = processCpu() - cpu;
    feeders.forEach(NodeSpeed::join);
    report(made, wall, cpu, told.refused().sum(), next.get() >= load.size());
    long counted = made.stream().mapToLong(Made::transactions).sum();
    if (told.durable().sum() != before + counted) {
      throw new IllegalStateException(told.durable().sum()
          + " transfers were reported as durable, the blocks hold " + (before + counted));
    }
    return cpu / Math.max(1, counted);
  }

  /** Makes the block of the next slot once that is over, or at once if it is. */
  private static Made make(LocalChain chain) {
    awaitEndOf(chain.info().headTime().next());
    SignedBlock block = chain.produceBlock(EXECUTION);
    BlockTimestamp slot = block.header().timestamp();
    return new Made(
        slot.slot(),
        block.transactions().size(),
        Duration.between(slot.toInstant(), Instant.now()).toNanos());
  }

  /** Submits transfers until the time is over; a full queue is waited for. */
  private static void feed(
      LocalChain chain, List<PackedTransaction> load, AtomicInteger next, Told told, long end) {
    while (System.nanoTime() < end) {
      int index = next.getAndIncrement();
      if (index >= load.size()) {
        return;
      }
      boolean taken = false;
      while (!taken && System.nanoTime() < end) {
        try {
          var unused = chain
              .submit(load.get(index))
              .whenComplete(
                  (result, refusal) -> (refusal == null ? told.durable : told.refused).increment());
          taken = true;
        } catch (ChainException e) {
          if (e.reason() != ChainError.TX_RESOURCE_EXHAUSTION) {
            throw e;
          }
          LockSupport.parkNanos(RETRY_NANOS);
        }
      }
    }
  }

  private void report(List<Made> made, long wall, long cpu, long refusals, boolean exhausted) {
    long transactions = made.stream().mapToLong(Made::transactions).sum();
    List<Long> times = new ArrayList<>(made.stream().map(Made::nanos).toList());
    Collections.sort(times);
    long missed = 0;
    for (int i = 1; i < made.size(); i++) {
      missed += made.get(i).slot() - made.get(i - 1).slot() - 1;
    }
    out.printf(
        Locale.ROOT,
        "%,d transfers in %,d blocks, %,d per second; refused: %d%s%n",
        transactions,
        made.size(),
        transactions * 1_000_000_000L / wall,
        refusals,
        exhausted ? "; ALL PREPARED TRANSFERS WERE USED UP, prepare more" : "");
    out.printf(
        Locale.ROOT,
        "making a block: p50 %d ms, p99 %d ms, longest %d ms; missed slots: %d%n",
        times.get(times.size() / 2) / 1_000_000,
        times.get(times.size() * 99 / 100) / 1_000_000,
        times.get(times.size() - 1) / 1_000_000,
        missed);
    out.printf(
        Locale.ROOT,
        "processors used: %d of %d percent; memory used: %,d MB%n",
        cpu * 100 / wall,
        100 * THREADS,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static Ceiling ceiling(List<PackedTransaction> load, Checksum256 chainId) {
    AtomicInteger next = new AtomicInteger();
    long cpu = processCpu();
    long start = System.nanoTime();
    long end = start + CEILING.toNanos();
    Runnable work = () -> {
      while (System.nanoTime() < end) {
        int index = next.getAndIncrement() % load.size();
        TransactionMetadata.recover(load.get(index), chainId);
      }
    };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(work, "ceiling-" + i);
      thread.start();
      threads.add(thread);
    }
    threads.forEach(NodeSpeed::join);
    long wall = System.nanoTime() - start;
    return new Ceiling(
        next.get() * 1_000_000_000L / wall, (processCpu() - cpu) / Math.max(1, next.get()));
  }

  private static long sizeOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  private static void produce(LocalChain chain) {
    awaitEndOf(BlockTimestamp.of(Instant.now()).next());
    chain.produceBlock();
  }

  /** Waits for the moment that a slot stands for, at which its block is to be ended. */
  private static void awaitEndOf(BlockTimestamp slot) {
    long nanos = Duration.between(Instant.now(), slot.toInstant()).toNanos();
    while (nanos > 0) {
      LockSupport.parkNanos(nanos);
      nanos = Duration.between(Instant.now(), slot.toInstant()).toNanos();
    }
  }

  private static long processCpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
