package io.github.coopj.chain.store;

import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.node.ChainOptions;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.node.VirtualClock;
import io.github.coopj.chain.system.SystemContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process that grows a chain until it is killed. Once a block is durable it says so, with the transactions in it:
 * {@code block id id ...}.
 */
final class KilledChain {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private KilledChain() {}

  static ChainOptions options(Path directory) {
    return ChainOptions.builder()
        .genesis(TestChain.GENESIS)
        .catalog(TestChain.catalog())
        .clock(new VirtualClock(START))
        .maxLead(Duration.ofDays(365))
        .addProducers(TestChain.key(TestChain.EOSIO))
        .store(StoreOptions.builder().directory(directory).snapshotInterval(7).build())
        .build();
  }

  public static void main(String[] args) throws InterruptedException {
    Random random = new Random(Long.parseLong(args[1]));
    try (LocalChain chain = LocalChain.open(options(Path.of(args[0])))) {
      System.out.println("open " + chain.info().headNumber());
      if (chain.account(TestChain.ALICE).isEmpty()) {
        found(chain);
      }
      while (true) {
        List<PushResult> pushed = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
          pushed.add(chain.push(
              List.of(TestChain.ledger(
                  new Ledger.Put(TestChain.ALICE, random.nextLong(), "row"), TestChain.ALICE)),
              List.of(TestChain.key(TestChain.ALICE))));
        }
        produce(chain, pushed);
      }
    }
  }

  /** Makes the first block, with the accounts that all others need. */
  static void found(LocalChain chain) throws InterruptedException {
    List<PushResult> pushed = new ArrayList<>();
    pushed.add(chain.push(
        List.of(
            TestChain.install(TestChain.EOSIO, new SystemContract()),
            TestChain.newAccount(SystemActions.EOSIO, TestChain.LEDGER),
            TestChain.newAccount(SystemActions.EOSIO, TestChain.ALICE)),
        List.of(TestChain.key(SystemActions.EOSIO))));
    pushed.add(chain.push(
        List.of(TestChain.install(TestChain.LEDGER, new Ledger())),
        List.of(TestChain.key(TestChain.LEDGER))));
    produce(chain, pushed);
  }

  private static void produce(LocalChain chain, List<PushResult> pushed)
      throws InterruptedException {
    long block = chain.produceBlock().number();
    chain.awaitDurable(block);
    StringBuilder line = new StringBuilder().append(block);
    pushed.forEach(result -> line.append(' ').append(result.id()));
    System.out.println(line);
    System.out.flush();
  }
}
