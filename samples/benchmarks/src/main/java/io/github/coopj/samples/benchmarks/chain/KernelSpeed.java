package io.github.coopj.samples.benchmarks.chain;

import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;

/**
 * Token transfers through the kernel on one thread, block by block; the keys of a round's transfers are recovered before,
 * and the memory that took is freed. Measured are checks, authority, contract, tables, notifications, receipts, Merkle
 * roots, the signature of each block. Prints transfers per second of the thread's CPU time and of wall-clock time, in which
 * collections of garbage are, and how both grow with the number of accounts.
 *
 * <p>Arguments: transfers per measurement, then numbers of accounts.
 */
public final class KernelSpeed {
  private static final int TRANSFERS_PER_BLOCK = 5_000;
  private static final int SET_UP_PER_BLOCK = 20;
  private static final int ROUNDS = 5;
  private static final int DISTINCT_KEYS = 10_000;
  private static final long CPU_US = 100;

  private final TransferWorld world;
  private final Controller controller;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private Controller.Making making;

  private KernelSpeed(int accounts) {
    this.world = new TransferWorld(accounts, DISTINCT_KEYS);
    this.controller = new Controller(world.genesis(), world.catalog());
    this.making = controller.begin(controller.head().header().timestamp().next());
  }

  /**
   * Runs the program.
   *
   * @param args transfers per measurement, then numbers of accounts; 250000 and 10000 unless given
   */
  public static void main(String[] args) {
    int transfers = args.length > 0 ? Integer.parseInt(args[0]) : 250_000;
    List<Integer> sizes = args.length > 1
        ? List.of(args).subList(1, args.length).stream().map(Integer::parseInt).toList()
        : List.of(10_000);
    for (int accounts : sizes) {
      measure(accounts, transfers, System.out);
    }
  }

  /** Measures with one number of accounts and prints what was found. */
  static void measure(int accounts, int transfers, PrintStream out) {
    new KernelSpeed(accounts).run(accounts, transfers, out);
  }

  private void run(int accounts, int transfers, PrintStream out) {
    long memoryBefore = usedMemory();
    setUp();
    long memory = usedMemory() - memoryBefore;
    out.printf(
        Locale.ROOT,
        "%d accounts: %d MB, %d B per account with its balance, permissions and counters%n",
        accounts,
        memory >> 20,
        memory / accounts);
    for (int round = 1; round <= ROUNDS; round++) {
      List<TransactionMetadata> ready = recovered(packed(transfers / ROUNDS, round));
      System.gc();
      long cpuBefore = threads.getCurrentThreadCpuTime();
      long wallBefore = System.nanoTime();
      int inBlock = 0;
      for (TransactionMetadata transfer : ready) {
        making.execute(transfer, CPU_US);
        if (++inBlock % TRANSFERS_PER_BLOCK == 0) {
          nextBlock();
        }
      }
      nextBlock();
      long cpu = threads.getCurrentThreadCpuTime() - cpuBefore;
      long wall = System.nanoTime() - wallBefore;
      out.printf(
          Locale.ROOT,
          "%d accounts, round %d: %,d transfers per second of CPU, %,d of wall-clock time%n",
          accounts,
          round,
          ready.size() * 1_000_000_000L / cpu,
          ready.size() * 1_000_000_000L / wall);
    }
  }

  private void setUp() {
    int inBlock = 0;
    for (List<Action> actions : world.setUp()) {
      making.execute(signed(actions), CPU_US);
      if (++inBlock % SET_UP_PER_BLOCK == 0) {
        nextBlock();
      }
    }
    nextBlock();
  }

  private TransactionMetadata signed(List<Action> actions) {
    SignedTransaction signed = world.sign(
        actions, controller.chainId(), controller.head().id(), making.slot().toInstant());
    return TransactionMetadata.recover(signed.pack(Compression.NONE), controller.chainId());
  }

  private List<PackedTransaction> packed(int count, long seed) {
    return world.packed(
        count, seed, controller.chainId(), controller.head().id(), making.slot().toInstant());
  }

  /** Recovers the keys of transactions on all processors. */
  private List<TransactionMetadata> recovered(List<PackedTransaction> packed) {
    return packed.parallelStream()
        .map(each -> TransactionMetadata.recover(each, controller.chainId()))
        .toList();
  }

  private void nextBlock() {
    making.seal(world.operator());
    BlockTimestamp slot = making.slot().next();
    making = controller.begin(slot);
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
