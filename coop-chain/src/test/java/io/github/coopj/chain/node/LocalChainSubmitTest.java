package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.kernel.Billing;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.store.BlockLog;
import io.github.coopj.chain.store.StoreOptions;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import io.github.coopj.crypto.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is submitted and not pushed: executed meanwhile, told when it is durable. */
@Timeout(120)
class LocalChainSubmitTest {
  private static final Name ALICE = TestChain.ALICE;
  private static final Name EOSIO = TestChain.EOSIO;
  private static final Name LEDGER = TestChain.LEDGER;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir
  private Path directory;

  private final VirtualClock clock = new VirtualClock(START);
  private final Gate gate = new Gate(TestChain.key(EOSIO));
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<LocalChain> open = new ArrayList<>();

  /** Signs as the producer does, but may be told to wait before or to refuse. */
  private static final class Gate implements Signer {
    private final Signer signer;
    private final AtomicBoolean refuses = new AtomicBoolean();
    private final List<Checksum256> signed = new ArrayList<>();
    private CountDownLatch reached = new CountDownLatch(1);
    private CountDownLatch opened = new CountDownLatch(0);

    Gate(Signer signer) {
      this.signer = signer;
    }

    void shut() {
      reached = new CountDownLatch(1);
      opened = new CountDownLatch(1);
    }

    void awaitSomebody() throws InterruptedException {
      reached.await();
    }

    void open() {
      opened.countDown();
    }

    @Override
    public PublicKey publicKey() {
      return signer.publicKey();
    }

    @Override
    public Signature sign(Checksum256 digest) {
      reached.countDown();
      try {
        opened.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (refuses.get()) {
        throw new IllegalArgumentException("the card is not in the reader");
      }
      signed.add(digest);
      return signer.sign(digest);
    }
  }

  @AfterEach
  void closeAll() {
    gate.open();
    threads.shutdown();
    open.forEach(LocalChain::close);
  }

  @Test
  @Tag("CHAIN-03")
  void submit_executesAtOnce_andIsDone_onceTheBlockIsInTheLog() {
    LocalChain chain = founded(options().store(store()));
    CompletableFuture<PushResult> first = submit(chain, putAction(1));
    assertThat(chain.queued()).isZero();
    assertThat(first).isNotDone();
    assertThat(row(chain, 1)).as("readers see the latest block").isEmpty();
    SignedBlock block = chain.produceBlock();

    assertThat(first.join().block()).isEqualTo(block.number());
    assertThat(first.join().blockTime()).isEqualTo(block.header().timestamp());
    assertThat(first.join().id())
        .isEqualTo(block.transactions().get(0).transaction().id());
    assertThat(block.transactions()).hasSize(1);
    assertThat(row(chain, 1)).isPresent();
    BlockTimestamp slot = block.header().timestamp();
    assertThat(chain
            .store()
            .orElseThrow()
            .block(block.number())
            .orElseThrow()
            .header()
            .timestamp())
        .isEqualTo(slot);
  }

  @Test
  void submit_failsAtOnce_whereTheTransactionIsRefused() {
    LocalChain chain = founded(options());
    CompletableFuture<PushResult> irrelevant = chain.submit(
        chain.sign(List.of(putAction(2)), List.of(TestChain.key(ALICE), TestChain.key(EOSIO))));
    CompletableFuture<PushResult> broken = submit(chain, crash("state"));
    CompletableFuture<PushResult> error = submit(chain, crash("error"));
    CompletableFuture<PushResult> good = submit(chain, putAction(1));

    assertThat(refusal(irrelevant)).isEqualTo(ChainError.TX_IRRELEVANT_SIG);
    assertThat(refusal(broken)).isEqualTo(ChainError.ABORT_CALLED);
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(error::join)
        .withCauseInstanceOf(AssertionError.class)
        .withMessageContaining("not a refusal");
    assertThat(good).isNotDone();
    assertThat(chain.produceBlock().transactions()).hasSize(1);
    assertThat(good).isCompleted();
  }

  @Test
  void submit_isRefused_whereTheTransactionWaits_isInTheBlockInTheMaking_orWasExecuted() {
    LocalChain chain = founded(options());
    SignedTransaction twice = signed(chain, putAction(1));
    CompletableFuture<PushResult> first = chain.submit(twice);
    assertThat(refusal(chain.submit(twice))).isEqualTo(ChainError.TX_DUPLICATE);
    assertThat(first).isNotDone();
    clock.advance(Duration.ofMillis(1500));
    SignedTransaction later = signed(chain, putAction(2));
    CompletableFuture<PushResult> waiting = chain.submit(later);
    assertThat(chain.queued()).isEqualTo(1);
    ChainException again = catchThrowableOfType(ChainException.class, () -> chain.submit(later));
    assertThat(again)
        .hasMessage("3040008 tx_duplicate: transaction " + later.id() + " is waiting already");
    chain.produceBlock();

    assertThat(List.of(first, waiting)).allMatch(CompletableFuture::isDone);
    assertThat(refusal(chain.submit(twice))).isEqualTo(ChainError.TX_DUPLICATE);
    assertThat(chain.produceBlock().transactions()).isEmpty();
  }

  @Test
  void submit_waitsForNobody_whileABlockIsBeingEnded() throws Exception {
    LocalChain chain = founded(options().queueCapacity(2));
    SignedTransaction third = signed(chain, putAction(3));
    Future<SignedBlock> ending = whileEnding(chain);
    CompletableFuture<PushResult> first = submit(chain, putAction(1));
    CompletableFuture<PushResult> second = submit(chain, putAction(2));
    assertThat(chain.queued()).isEqualTo(2);
    ChainException full = catchThrowableOfType(ChainException.class, () -> chain.submit(third));
    assertThat(full.reason()).isEqualTo(ChainError.TX_RESOURCE_EXHAUSTION);
    assertThat(full).hasMessageContaining("2 transactions are waiting, the queue holds no more");
    gate.open();

    assertThat(ending.get().transactions()).isEmpty();
    assertThat(chain.queued())
        .as("who ended the block looked at the queue again")
        .isZero();
    assertThat(first).isNotDone();
    CompletableFuture<PushResult> last = chain.submit(third);
    assertThat(chain.produceBlock().transactions()).hasSize(3);
    assertThat(List.of(first, second, last)).allMatch(CompletableFuture::isDone);
  }

  @Test
  void submit_executesABoundedNumberOfOthers() throws Exception {
    LocalChain chain = founded(options());
    Future<SignedBlock> ending = whileEnding(chain);
    int all = 2 * BlockMaker.MOST_AT_A_TIME + 2;
    for (int i = 0; i < all; i++) {
      submit(chain, putAction(i));
    }
    gate.open();
    ending.get();
    assertThat(chain.queued()).isEqualTo(BlockMaker.MOST_AT_A_TIME + 2);
    submit(chain, putAction(all));
    assertThat(chain.queued()).isEqualTo(3);

    assertThat(chain.produceBlock().transactions()).hasSize(all + 1);
  }

  @Test
  void push_goesFirst_andTheQueueGoesOnAfterIt() throws Exception {
    LocalChain chain = founded(options());
    Future<SignedBlock> ending = whileEnding(chain);
    SignedTransaction pushed = signed(chain, putAction(1));
    CompletableFuture<PushResult> waiting = submit(chain, putAction(2));
    Future<PushResult> push = threads.submit(() -> chain.push(pushed));
    gate.open();
    ending.get();
    push.get();

    assertThat(chain.queued()).isZero();
    assertThat(chain.produceBlock().transactions()).hasSize(2);
    assertThat(waiting).isCompleted();
  }

  /** What does not fit into a block waits for the next one. */
  @Test
  void submit_waitsForTheNextBlock_whereOneIsFull() {
    LocalChain chain = founded(options().billing(new Billing.Fixed(30_000)));
    List<CompletableFuture<PushResult>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(submit(chain, putAction(i)));
    }
    assertThat(chain.queued()).isEqualTo(2);
    SignedBlock block = chain.produceBlock(Duration.ZERO);

    assertThat(block.transactions()).hasSize(6);
    assertThat(all.get(5)).isCompleted();
    assertThat(all.get(6)).isNotDone();
    assertThat(chain.queued()).isZero();
    assertThat(chain.produceBlock().transactions()).hasSize(2);
    assertThat(all.get(7).join().cpuUsageUs()).isEqualTo(30_000);
  }

  @Test
  void submit_waits_onceTheSlotOfTheBlockInTheMakingIsOver() {
    LocalChain chain = founded(options());
    clock.advance(Duration.ofSeconds(5));
    submit(chain, putAction(1));
    clock.advance(Duration.ofMillis(499));
    submit(chain, putAction(2));
    assertThat(chain.queued()).isZero();
    clock.advance(Duration.ofMillis(1));
    CompletableFuture<PushResult> third = submit(chain, putAction(3));
    assertThat(chain.queued()).isEqualTo(1);
    SignedBlock block = chain.produceBlock(Duration.ZERO);

    assertThat(block.transactions()).hasSize(2);
    assertThat(block.header().timestamp().toInstant()).isEqualTo(START.plusSeconds(5));
    assertThat(chain.queued()).isZero();
    chain.produceBlock(Duration.ZERO);
    assertThat(third.join().blockTime().toInstant()).isEqualTo(START.plusMillis(5500));
  }

  @Test
  void produceBlock_keepsTheSlotThatABlockWasBegunFor_upToTwoSlotsLater() {
    LocalChain chain = founded(options());
    clock.advance(Duration.ofSeconds(5));
    submit(chain, putAction(1));
    clock.advance(Duration.ofMillis(1499));
    submit(chain, putAction(2));
    SignedBlock block = chain.produceBlock();

    assertThat(block.header().timestamp().toInstant()).isEqualTo(START.plusSeconds(5));
    assertThat(block.transactions()).hasSize(2);
  }

  @Test
  void produceBlock_beginsAnew_whereASlotIsOverForLong_andNobodyWasToldOfTheBlock() {
    LocalChain chain = founded(options());
    clock.advance(Duration.ofSeconds(5));
    SignedTransaction one = signed(chain, putAction(1));
    SignedTransaction two = signed(chain, putAction(2));
    CompletableFuture<PushResult> first = chain.submit(one);
    CompletableFuture<PushResult> second = chain.submit(two);
    clock.advance(Duration.ofMillis(1500));
    SignedTransaction three = signed(chain, putAction(3));
    CompletableFuture<PushResult> third = chain.submit(three);
    SignedBlock block = chain.produceBlock();

    assertThat(block.header().timestamp().toInstant()).isEqualTo(START.plusMillis(6500));
    assertThat(block.transactions())
        .extracting(receipt -> receipt.transaction().id())
        .containsExactly(one.id(), two.id(), three.id());
    assertThat(List.of(first, second, third))
        .allMatch(each -> each.join().blockTime().equals(block.header().timestamp()));
  }

  @Test
  void produceBlock_keepsTheSlot_whereSomebodyPushedAndWasTold() {
    LocalChain chain = founded(options());
    submit(chain, putAction(1));
    PushResult told = chain.push(List.of(putAction(2)), List.of(TestChain.key(ALICE)));
    clock.advance(Duration.ofHours(1));
    SignedBlock block = chain.produceBlock();

    assertThat(block.header().timestamp()).isEqualTo(told.blockTime());
    assertThat(block.transactions()).hasSize(2);
  }

  @Test
  void sign_isValid_howeverLongABlockWithSubmittedTransactionsIsOpen() {
    LocalChain chain = founded(options());
    CompletableFuture<PushResult> first = submit(chain, putAction(1));
    clock.advance(Duration.ofMinutes(4));
    CompletableFuture<PushResult> second = submit(chain, putAction(2));
    chain.produceBlock();
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();

    CompletableFuture<PushResult> late = submit(chain, putAction(3));
    clock.advance(Duration.ofHours(5));
    CompletableFuture<PushResult> fresh = submit(chain, putAction(4));
    chain.produceBlock();
    assertThat(refusal(late)).isEqualTo(ChainError.EXPIRED_TX);
    assertThat(fresh).isCompleted();
  }

  @Test
  void submit_waits_whereNoBlockCanBeBegun() {
    LocalChain chain = founded(options().maxLead(Duration.ofSeconds(1)));
    chain.produceBlock();
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(chain::produceBlock)
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.BLOCK_FROM_THE_FUTURE);
    CompletableFuture<PushResult> early = submit(chain, putAction(1));
    assertThat(early).isNotDone();
    assertThat(chain.queued()).isEqualTo(1);
    clock.advance(Duration.ofMillis(500));
    CompletableFuture<PushResult> next = submit(chain, putAction(2));
    assertThat(chain.queued()).isZero();
    chain.produceBlock();
    assertThat(early).isCompleted();
    assertThat(next).isCompleted();

    LocalChain reader = open(options(), TestChain.key(ALICE));
    CompletableFuture<PushResult> waiting = reader.submit(reader.sign(
        List.of(TestChain.install(EOSIO, new SystemContract())), List.of(TestChain.key(EOSIO))));
    assertThat(waiting).isNotDone();
    assertThat(reader.queued()).isEqualTo(1);
  }

  @Test
  void produceBlock_triesAgainWithTheSameBlock_whereItCouldNotBeEnded() {
    LocalChain chain = founded(options());
    CompletableFuture<PushResult> first = submit(chain, putAction(1));
    gate.refuses.set(true);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(chain::produceBlock)
        .withMessage("the card is not in the reader");
    CompletableFuture<PushResult> second = submit(chain, putAction(2));
    assertThat(chain.queued()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    gate.refuses.set(false);
    SignedBlock block = chain.produceBlock();

    assertThat(block.transactions()).hasSize(1);
    assertThat(block.header().timestamp().toInstant())
        .as("the slot it was of when it could not be ended")
        .isEqualTo(START.plusSeconds(1));
    assertThat(first).isCompleted();
    assertThat(second).isNotDone();
    assertThat(chain.produceBlock().header().timestamp().toInstant())
        .isEqualTo(START.plusSeconds(60));
    assertThat(second).isCompleted();
  }

  @Test
  void promises_areKept_andFail_whileNobodyHoldsTheChain() throws Exception {
    LocalChain chain = founded(options());
    AtomicInteger pushed = new AtomicInteger(100);
    Runnable elsewhere = () -> CompletableFuture.runAsync(
            () -> chain.push(
                List.of(putAction(pushed.getAndIncrement())), List.of(TestChain.key(ALICE))),
            threads)
        .join();
    SignedTransaction failing = signed(chain, TestChain.ledger(new Ledger.Fail("no"), ALICE));
    CompletableFuture<?> kept = submit(chain, putAction(1)).thenRun(elsewhere);
    clock.advance(Duration.ofMillis(1500));
    CompletableFuture<?> failed =
        chain.submit(failing).whenComplete((result, refusal) -> elsewhere.run());
    assertThat(chain.queued()).as("to be refused by who ends the block").isEqualTo(1);
    SignedBlock block = chain.produceBlock();

    assertThat(failed).isCompletedExceptionally();
    assertThat(kept).isCompleted();
    assertThat(block.transactions())
        .as("with the one pushed when the other failed")
        .hasSize(2);
    assertThat(chain.produceBlock().transactions()).hasSize(1);
  }

  @Test
  void close_failsWhatIsInTheBlockInTheMaking_andWhatWaits() {
    LocalChain chain = founded(options().store(store()));
    CompletableFuture<PushResult> executed = submit(chain, putAction(1));
    SignedTransaction late = signed(chain, putAction(3));
    clock.advance(Duration.ofMillis(1500));
    CompletableFuture<PushResult> waiting = submit(chain, putAction(2));
    chain.close();

    for (CompletableFuture<PushResult> each : List.of(executed, waiting)) {
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(each::join)
          .withCauseInstanceOf(IllegalStateException.class)
          .withMessageContaining("the chain was closed before the transaction was in a block");
    }
    assertThat(chain.queued()).isZero();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> chain.submit(late))
        .withMessage("the chain is closed");
  }

  @Test
  void close_letsABlockBeEnded_andFailsWhatCameMeanwhile() throws Exception {
    LocalChain chain = founded(options().store(store()));
    CompletableFuture<PushResult> inTime = submit(chain, putAction(1));
    Future<SignedBlock> ending = whileEnding(chain);
    CompletableFuture<PushResult> late = submit(chain, putAction(2));
    Future<?> closing = threads.submit(chain::close);
    gate.open();
    assertThat(ending.get().transactions()).hasSize(1);
    closing.get();

    assertThat(inTime).isCompleted();
    assertThat(late).isCompletedExceptionally();
    List<SignedBlock> blocks = new ArrayList<>();
    BlockLog.read(directory.resolve("chain/blocks.log"), blocks::add);
    assertThat(blocks).hasSize(2);
  }

  /** Good ones, ones to be refused, and each of them twice. */
  @Test
  void submit_executesEachOnce_ofManyThreads() throws Exception {
    LocalChain chain =
        founded(options().store(store()).maxLead(Duration.ofHours(1)).queueCapacity(30));
    int feeders = 4;
    int each = 40;
    List<SignedTransaction> transactions = new ArrayList<>();
    for (int i = 0; i < feeders * each; i++) {
      transactions.add(signed(
          chain, i % 4 == 3 ? TestChain.ledger(new Ledger.Fail("no " + i), ALICE) : putAction(i)));
    }
    AtomicInteger next = new AtomicInteger();
    List<Future<int[]>> done = new ArrayList<>();
    for (int feeder = 0; feeder < feeders; feeder++) {
      done.add(threads.submit(() -> feed(chain, transactions, next)));
    }
    int inBlocks = 0;
    while (done.stream().anyMatch(feeder -> !feeder.isDone())) {
      inBlocks += chain.produceBlock(Duration.ofMillis(1)).transactions().size();
    }
    inBlocks += chain.produceBlock().transactions().size();
    inBlocks += chain.produceBlock().transactions().size();
    int[] sum = new int[3];
    for (Future<int[]> feeder : done) {
      Arrays.setAll(sum, i -> sum[i] + told(feeder)[i]);
    }

    assertThat(sum[0]).as("durable").isEqualTo(120);
    assertThat(sum[1]).as("refused by the contract, once or twice").isBetween(40, 80);
    assertThat(sum[2]).as("there already").isEqualTo(200 - sum[1]);
    assertThat(inBlocks).isEqualTo(120);
    assertThat(chain.rows(LEDGER, LEDGER, Name.of("items"), 0, 1000, Ledger.Item.class))
        .hasSize(120);
    Checksum256 digest = chain.stateDigest();
    chain.close();
    assertThat(LocalChain.replay(
                directory.resolve("chain/blocks.log"), TestChain.catalog(), number -> {})
            .stateDigest())
        .isEqualTo(digest);
  }

  private static int[] told(Future<int[]> feeder) {
    try {
      return feeder.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Submits each twice, until it is told what became of both: durable, refused by the contract, there already. */
  private static int[] feed(
      LocalChain chain, List<SignedTransaction> transactions, AtomicInteger next) {
    int[] told = new int[3];
    for (int i = next.getAndIncrement(); i < transactions.size(); i = next.getAndIncrement()) {
      List<CompletableFuture<PushResult>> promises = new ArrayList<>();
      promises.add(submitted(chain, transactions.get(i)));
      promises.add(submitted(chain, transactions.get(i)));
      for (CompletableFuture<PushResult> promise : promises) {
        promise.exceptionally(refusal -> null).join();
        boolean good = !promise.isCompletedExceptionally();
        told[good ? 0 : refusal(promise) == ChainError.TX_DUPLICATE ? 2 : 1]++;
      }
    }
    return told;
  }

  private static CompletableFuture<PushResult> submitted(
      LocalChain chain, SignedTransaction transaction) {
    while (true) {
      try {
        return chain.submit(transaction);
      } catch (ChainException e) {
        if (e.reason() != ChainError.TX_RESOURCE_EXHAUSTION) {
          return CompletableFuture.failedFuture(e);
        }
        Thread.onSpinWait();
      }
    }
  }

  /** A block that another thread is about to sign until the gate is opened. */
  private Future<SignedBlock> whileEnding(LocalChain chain) throws InterruptedException {
    gate.shut();
    Future<SignedBlock> ending = threads.submit(() -> chain.produceBlock());
    gate.awaitSomebody();
    return ending;
  }

  private static ChainError refusal(CompletableFuture<?> promise) {
    CompletionException told = catchThrowableOfType(CompletionException.class, promise::join);
    if (told.getCause() instanceof ChainException refusal) {
      return refusal.reason();
    }
    throw new AssertionError(told);
  }

  private static Optional<Ledger.Item> row(LocalChain chain, long id) {
    return chain.row(LEDGER, LEDGER, Name.of("items"), id, Ledger.Item.class);
  }

  private StoreOptions store() {
    return StoreOptions.in(directory.resolve("chain"));
  }

  private ChainOptions.Builder options() {
    return ChainOptions.builder()
        .genesis(TestChain.GENESIS)
        .catalog(TestChain.catalog())
        .clock(clock);
  }

  private LocalChain open(ChainOptions.Builder options, Signer... producers) {
    LocalChain chain = LocalChain.open(options.addProducers(producers).build());
    open.add(chain);
    return chain;
  }

  /** A chain with accounts and the ledger, all in block 2. */
  private LocalChain founded(ChainOptions.Builder options) {
    LocalChain chain = open(options, gate);
    Signer operator = TestChain.key(EOSIO);
    chain.push(List.of(TestChain.install(EOSIO, new SystemContract())), List.of(operator));
    for (Name name : List.of(LEDGER, ALICE)) {
      chain.push(List.of(TestChain.newAccount(EOSIO, name)), List.of(operator));
    }
    chain.push(List.of(TestChain.install(LEDGER, new Ledger())), List.of(TestChain.key(LEDGER)));
    chain.produceBlock();
    return chain;
  }

  private static SignedTransaction signed(LocalChain chain, Action action) {
    return chain.sign(List.of(action), List.of(TestChain.key(ALICE)));
  }

  @CanIgnoreReturnValue
  private static CompletableFuture<PushResult> submit(LocalChain chain, Action action) {
    return chain.submit(signed(chain, action));
  }

  private static Action crash(String how) {
    return TestChain.ledger(new Ledger.Crash(how), ALICE);
  }

  private static Action putAction(long id) {
    return TestChain.ledger(new Ledger.Put(ALICE, id, "row"), ALICE);
  }
}
