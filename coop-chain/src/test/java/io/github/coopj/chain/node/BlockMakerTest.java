package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.ForkedChain;
import io.github.coopj.chain.kernel.Billing;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who executes what, moment by moment: the clock that bills transactions tells that one is being executed. */
@Timeout(60)
class BlockMakerTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Runnable> atTheNextExecution = new ArrayList<>();
  private final BlockMaker maker = new BlockMaker(
      new ForkedChain(new Controller(TestChain.GENESIS, TestChain.catalog()), 10, evidence -> {}),
      ChainOptions.builder()
          .genesis(TestChain.GENESIS)
          .catalog(TestChain.catalog())
          .clock(new VirtualClock(START))
          .billing(new Billing.Measured(this::nanoTime))
          .addProducers(TestChain.key(TestChain.EOSIO))
          .build(),
      new Announcer(ChainListener.NONE));

  @AfterEach
  void close() {
    maker.close();
    threads.shutdown();
  }

  @Test
  void submit_leavesItToWhoeverHoldsTheChain_whoGoesOnWithIt() throws Exception {
    TransactionMetadata first = transaction("first");
    TransactionMetadata second = transaction("second");
    List<CompletableFuture<PushResult>> promises = new ArrayList<>();
    atTheNextExecution.add(() -> {
      promises.add(elsewhere(() -> maker.submit(second)));
      assertThat(maker.queued()).as("nobody else executes it").isEqualTo(1);
    });
    promises.add(maker.submit(first));

    assertThat(maker.queued()).isZero();
    assertThat(idsOf(maker.produce(Duration.ZERO))).containsExactly(first.id(), second.id());
    assertThat(promises).allMatch(CompletableFuture::isDone);
  }

  @Test
  void keys_areNotRecoveredAgain_ofWhatABlockOfAnotherBranchHasToo() {
    TransactionMetadata known = transaction("known");
    CompletableFuture<PushResult> promise = maker.submit(known);
    SignedBlock head = maker.produce(Duration.ZERO);
    assertThat(promise).isDone();
    assertThat(maker.recoveredBefore(head).apply(known.packed()))
        .as("of another branch: it does not follow the head")
        .hasValueSatisfying(there -> assertThat(there).isSameAs(known));
    assertThat(maker.recoveredBefore(head).apply(transaction("other").packed())).isEmpty();
    PackedTransaction resigned = new PackedTransaction(
        List.of(TestChain.key("nobody").sign(known.id())),
        known.packed().compression(),
        known.packed().packedContextFreeData(),
        known.packed().packedTrx());
    assertThat(maker.recoveredBefore(head).apply(resigned))
        .as("signed by another")
        .isEmpty();

    SignedBlock next = maker.produce(Duration.ZERO);
    assertThat(maker.recoveredBefore(next).apply(known.packed()))
        .as("its block is irreversible")
        .isEmpty();
  }

  @Test
  void submit_stopsForWhoeverWaitsForATurn_whoGoesOnWithIt() throws Exception {
    List<TransactionMetadata> all =
        List.of(transaction("one"), transaction("two"), transaction("three"));
    TransactionMetadata pushed = transaction("pushed");
    List<Future<PushResult>> pushing = new ArrayList<>();
    atTheNextExecution.add(() -> {
      elsewhere(() -> maker.submit(all.get(1)));
      elsewhere(() -> maker.submit(all.get(2)));
      pushing.add(threads.submit(() -> maker.push(pushed)));
      while (!maker.isWantedByOthers()) {
        Thread.onSpinWait();
      }
    });
    CompletableFuture<PushResult> first = maker.submit(all.get(0));
    pushing.get(0).get();
    assertThat(first).isNotDone();

    assertThat(maker.queued()).isZero();
    assertThat(idsOf(maker.produce(Duration.ZERO)))
        .containsExactly(
            all.get(0).id(), pushed.id(), all.get(1).id(), all.get(2).id());
  }

  @Test
  void produce_isNotHeldUp_byWhatIsInTheQueue() throws Exception {
    List<TransactionMetadata> all =
        List.of(transaction("one"), transaction("two"), transaction("three"));
    List<Future<SignedBlock>> ending = new ArrayList<>();
    atTheNextExecution.add(() -> {
      elsewhere(() -> maker.submit(all.get(1)));
      elsewhere(() -> maker.submit(all.get(2)));
      ending.add(threads.submit(() -> maker.produce(Duration.ZERO)));
      while (!maker.isWantedByOthers()) {
        Thread.onSpinWait();
      }
    });
    CompletableFuture<PushResult> first = maker.submit(all.get(0));

    assertThat(idsOf(ending.get(0).get())).containsExactly(all.get(0).id());
    assertThat(first).isDone();
    assertThat(maker.queued()).as("executed for the next block").isZero();
    assertThat(idsOf(maker.produce(Duration.ZERO)))
        .containsExactly(all.get(1).id(), all.get(2).id());
  }

  private long nanoTime() {
    if (!atTheNextExecution.isEmpty()) {
      atTheNextExecution.remove(0).run();
    }
    return 0;
  }

  @CanIgnoreReturnValue
  private <T> T elsewhere(Supplier<T> what) {
    return CompletableFuture.supplyAsync(what, threads).join();
  }

  private static List<Checksum256> idsOf(SignedBlock block) {
    return block.transactions().stream()
        .map(receipt -> receipt.transaction().id())
        .toList();
  }

  private TransactionMetadata transaction(String account) {
    return TransactionMetadata.recover(
        TransactionBuilder.forChain(TestChain.GENESIS.chainId())
            .tapos(maker.published().head().id())
            .expiresAt(TimePointSec.of(START.plusSeconds(60)))
            .add(TestChain.newAccount(TestChain.EOSIO, Name.of(account)))
            .sign(TestChain.key(TestChain.EOSIO))
            .pack(Compression.NONE),
        TestChain.GENESIS.chainId());
  }
}
