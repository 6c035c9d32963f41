package io.github.coopj.chain.store;

import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.node.ChainOptions;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.node.ProducerLoop;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.PackedTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * A process that is a whole node until it is killed: several threads submit transactions, a loop makes the blocks, and what
 * listens to a transaction says when it is durable, {@code told block id .}. Before a transaction is submitted it is said
 * what it is, {@code sent packed .}, so that it can be sent once more to the next process: the first thing that one does is
 * to submit what is in its second file.
 */
final class KilledNode {
  private static final int THREADS = 4;
  private static final int WAITING = 12;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** A slot passes in so many milliseconds. */
  private static final long SLOT_MS = 20;

  private final LocalChain chain;

  private KilledNode(LocalChain chain) {
    this.chain = chain;
  }

  /**
   * A clock that goes 25 times as fast as that of the machine, in steps: it is always 5 milliseconds before the end of a
   * slot.
   *
   * @param began when the first of the processes began, milliseconds of the machine
   */
  private static InstantSource clock(long began) {
    return () -> START.plusMillis((System.currentTimeMillis() - began) / SLOT_MS * 500 + 495);
  }

  /** Arguments: folder, seed, when the first process began, file with what is to be submitted again. */
  public static void main(String[] args) throws IOException, InterruptedException {
    InstantSource clock = clock(Long.parseLong(args[2]));
    ChainOptions options = ChainOptions.builder()
        .from(KilledChain.options(Path.of(args[0])))
        .clock(clock)
        .build();
    Random random = new Random(Long.parseLong(args[1]));
    try (LocalChain chain = LocalChain.open(options)) {
      say("open " + chain.info().headNumber());
      if (chain.account(TestChain.ALICE).isEmpty()) {
        KilledChain.found(chain);
      }
      KilledNode node = new KilledNode(chain);
      ProducerLoop loop = ProducerLoop.start(chain, clock, failure -> say("failed " + failure));
      try {
        for (String line : Files.readAllLines(Path.of(args[3]))) {
          node.submit(PackedTransaction.CODEC.decode(HexFormat.of().parseHex(line)), () -> {});
        }
        for (int i = 1; i < THREADS; i++) {
          Random own = new Random(random.nextLong());
          Thread thread = new Thread(() -> node.submitMore(own), "submitter-" + i);
          thread.setDaemon(true);
          thread.start();
        }
        node.submitMore(random);
      } finally {
        loop.close();
      }
    }
  }

  /** Submits what nobody has submitted before, as long as not too much waits. */
  private void submitMore(Random random) {
    Semaphore room = new Semaphore(WAITING);
    while (true) {
      room.acquireUninterruptibly();
      PackedTransaction transaction = chain
          .sign(
              List.of(TestChain.ledger(
                  new Ledger.Put(TestChain.ALICE, random.nextLong(), "row"), TestChain.ALICE)),
              List.of(TestChain.key(TestChain.ALICE)))
          .pack(Compression.NONE);
      say("sent " + HexFormat.of().formatHex(PackedTransaction.CODEC.encode(transaction)) + " .");
      submit(transaction, room::release);
    }
  }

  /** Submits a transaction, and says so once it is durable. What is in a block already is refused. */
  private void submit(PackedTransaction transaction, Runnable then) {
    CompletableFuture<PushResult> durable;
    try {
      durable = chain.submit(transaction);
    } catch (ChainException e) {
      durable = CompletableFuture.failedFuture(e);
    }
    durable
        .whenComplete((result, refusal) -> {
          if (refusal == null) {
            say("told " + result.block() + " " + result.id() + " .");
          } else {
            say("refused " + refusal.getMessage());
          }
          then.run();
        })
        .exceptionally(refusal -> null)
        .isDone();
  }

  /** Says all of a line at once. */
  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
