package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.coopj.Bytes;
import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.client.ChainInfo;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.consensus.Watermark;
import io.github.coopj.chain.kernel.Billing;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.store.BlockLog;
import io.github.coopj.chain.store.LogException;
import io.github.coopj.chain.store.StoreOptions;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalChainTest {
  private static final Name ALICE = TestChain.ALICE;
  private static final Name EOSIO = TestChain.EOSIO;
  private static final Name LEDGER = TestChain.LEDGER;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir
  private Path directory;

  private final VirtualClock clock = new VirtualClock(START);
  private final List<LocalChain> open = new ArrayList<>();

  @AfterEach
  void closeAll() {
    open.forEach(LocalChain::close);
  }

  @Test
  @Tag("PLAT-03")
  @Tag("SC-07")
  void open_replaysTheLog_toTheSameState() {
    LocalChain chain = founded(Optional.of(log()));
    put(chain, 1);
    chain.produceBlock();
    put(chain, 2);
    chain.produceBlock();
    ChainInfo info = chain.info();
    Checksum256 digest = chain.stateDigest();
    chain.close();

    LocalChain again = open(Optional.of(log()), signer(EOSIO));
    assertThat(again.info()).isEqualTo(info);
    assertThat(again.stateDigest()).isEqualTo(digest);
    assertThat(again.rows(LEDGER, LEDGER, Name.of("items"), 0, 9, Ledger.Item.class))
        .extracting(Ledger.Item::id)
        .containsExactly(1L, 2L);
    put(again, 3);
    assertThat(again.produceBlock().number()).isEqualTo(info.headNumber() + 1);
    again.close();

    List<Long> progress = new ArrayList<>();
    LocalChain.Replayed replayed = LocalChain.replay(log(), TestChain.catalog(), progress::add);
    assertThat(replayed)
        .isEqualTo(new LocalChain.Replayed(again.info().headNumber(), again.stateDigest()));
    assertThat(progress)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(2, again.info().headNumber()).boxed().toList());
  }

  @Test
  void blockInTheMaking_isDropped_whenTheChainIsClosed() {
    LocalChain chain = founded(Optional.of(log()));
    Checksum256 digest = chain.stateDigest();
    put(chain, 1);
    assertThat(chain.stateDigest()).as("readers see the latest block").isEqualTo(digest);
    chain.close();

    assertThat(chain.stateDigest()).isEqualTo(digest);
    assertThat(open(Optional.of(log()), signer(EOSIO)).stateDigest()).isEqualTo(digest);
  }

  @Test
  void pushAll_acceptsAndRefusesEachForItself_inOrder() {
    LocalChain chain = founded(Optional.empty());
    SignedTransaction twice = chain.sign(List.of(putAction(1)), List.of(signer(ALICE)));
    List<LocalChain.Outcome> outcomes = chain.pushAll(List.of(
        twice,
        twice,
        chain.sign(List.of(TestChain.ledger(new Ledger.Fail("no"), ALICE)), List.of(signer(ALICE))),
        chain.sign(List.of(putAction(2)), List.of()),
        chain.sign(List.of(putAction(2)), List.of(signer(ALICE))),
        chain.sign(List.of(putAction(3)), List.of(signer(ALICE), signer(ALICE)))));

    assertThat(outcomes)
        .extracting(outcome -> outcome.refusal().map(ChainException::reason))
        .containsExactly(
            Optional.empty(),
            Optional.of(ChainError.TX_DUPLICATE),
            Optional.of(ChainError.ASSERT_MESSAGE),
            Optional.of(ChainError.UNSATISFIED_AUTHORIZATION),
            Optional.empty(),
            Optional.of(ChainError.TX_DUPLICATE_SIG));
    assertThat(outcomes.get(0).orElseThrow().id()).isEqualTo(twice.id());
    assertThatExceptionOfType(ChainException.class).isThrownBy(outcomes.get(1)::orElseThrow);
    assertThat(chain.produceBlock().transactions()).hasSize(2);
  }

  @Test
  @Tag("CHAIN-03")
  void produceBlock_takesTheSlotOfTheClock_orTheNextOneIfThatStands() {
    LocalChain chain = open(Optional.empty(), signer(EOSIO));
    BlockTimestamp first = BlockTimestamp.of(START);
    assertThat(chain.produceBlock().header().timestamp().slot()).isEqualTo(first.slot() + 1);
    assertThat(chain.produceBlock().header().timestamp().slot()).isEqualTo(first.slot() + 2);
    clock.advance(Duration.ofMillis(1999));
    assertThat(chain.produceBlock().header().timestamp().slot()).isEqualTo(first.slot() + 3);
    clock.advance(Duration.ofMillis(501));
    assertThat(chain.produceBlock().header().timestamp().slot()).isEqualTo(first.slot() + 5);
    clock.advance(Duration.ofDays(1));
    assertThat(chain.produceBlock().header().timestamp().slot())
        .isEqualTo(first.slot() + 5 + 2 * 86_400);
    assertThat(chain.info().headNumber()).isEqualTo(6);
    assertThat(chain.info().irreversibleNumber()).isEqualTo(5);
  }

  @Test
  void push_tellsTheBlockItIsGoingToBeIn() {
    LocalChain chain = founded(Optional.empty());
    PushResult result = put(chain, 1);
    SignedBlock block = chain.produceBlock();

    assertThat(result.block()).isEqualTo(block.number());
    assertThat(result.blockTime()).isEqualTo(block.header().timestamp());
    assertThat(result.id()).isEqualTo(block.transactions().get(0).transaction().id());
    assertThat(result.netUsageWords()).isEqualTo(block.transactions().get(0).netUsageWords());
    assertThat(result.cpuUsageUs()).isEqualTo(LocalChain.CPU_PER_TRANSACTION_US);
    assertThat(result.returnValue()).isEqualTo(Bytes.EMPTY);
    assertThat(chain.row(LEDGER, LEDGER, Name.of("items"), 1, Ledger.Item.class))
        .contains(new Ledger.Item(1, "row"));
    assertThat(chain.row(LEDGER, LEDGER, Name.of("items"), 2, Ledger.Item.class))
        .isEmpty();
    assertThat(chain.rows(LEDGER, LEDGER, Name.of("none"), 0, 9, Ledger.Item.class))
        .isEmpty();
  }

  @Test
  @Tag("CHAIN-02")
  void chain_takesNothing_withoutTheKeyOfTheProducer() {
    LocalChain chain = open(Optional.empty(), signer(ALICE));
    Checksum256 digest = chain.stateDigest();
    ChainException refusal = catchThrowableOfType(ChainException.class, chain::produceBlock);
    assertThat(refusal).hasMessage("3030009 wrong_producer: no key of producer eosio is at hand");
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> chain.push(
            List.of(TestChain.install(EOSIO, new SystemContract())), List.of(signer(EOSIO))))
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.WRONG_PRODUCER);
    assertThat(chain.stateDigest()).isEqualTo(digest);
  }

  @Test
  @Tag("CHAIN-02")
  @Tag("CHAIN-03")
  void chain_makesBlocksInTheSlotsOfItsProducersOnly() {
    LocalChain both = founded(Optional.of(log()));
    both.push(
        List.of(TestChain.system(
            new SystemContract.SetProducers(List.of(
                new SystemContract.Producer(ALICE, signer(ALICE).publicKey()),
                new SystemContract.Producer(TestChain.BOB, signer(TestChain.BOB).publicKey()))),
            PermissionLevel.active(EOSIO))),
        List.of(signer(EOSIO)));
    for (int i = 0; i < 3; i++) {
      both.produceBlock();
    }
    both.close();

    LocalChain alice = open(Optional.of(log()), signer(ALICE));
    int made = 0;
    int refused = 0;
    for (int i = 0; i < 48; i++) {
      clock.advance(Duration.ofMillis(500));
      try {
        assertThat(alice.produceBlock().header().producer()).isEqualTo(ALICE);
        made++;
      } catch (ChainException e) {
        assertThat(e.reason()).isEqualTo(ChainError.WRONG_PRODUCER);
        refused++;
      }
    }
    assertThat(made).isBetween(20, 28);
    assertThat(refused).isEqualTo(48 - made);
  }

  @Test
  void sign_isValid_howeverLongTheBlockInTheMakingIsOpen() {
    LocalChain chain = founded(Optional.empty());
    put(chain, 1);
    clock.advance(Duration.ofHours(5));
    put(chain, 2);
    chain.produceBlock();
    put(chain, 3);

    assertThat(chain.produceBlock().header().timestamp())
        .isEqualTo(BlockTimestamp.of(clock.instant()));
  }

  @Test
  void chain_isOver_onceItIsClosed_butForReading() {
    LocalChain chain = founded(Optional.of(log()));
    SignedTransaction transaction = chain.sign(List.of(putAction(1)), List.of(signer(ALICE)));
    chain.close();
    chain.close();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(chain::produceBlock)
        .withMessage("the chain is closed");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> chain.push(transaction));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> chain.pushAll(List.of(transaction)));
    assertThat(chain.account(ALICE)).isPresent();
    assertThat(chain.permission(PermissionLevel.active(ALICE))).isPresent();
  }

  @Test
  void produceBlock_isNotHarmed_byAnInterruptedThread() {
    LocalChain chain = founded(Optional.of(log()));
    ChainInfo before = chain.info();
    put(chain, 1);

    Thread.currentThread().interrupt();
    SignedBlock block = chain.produceBlock();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(block.number()).isEqualTo(before.headNumber() + 1);
    put(chain, 2);
    chain.produceBlock();
    Checksum256 digest = chain.stateDigest();
    chain.close();

    LocalChain again = open(Optional.of(log()), signer(EOSIO));
    assertThat(again.info().headNumber()).isEqualTo(before.headNumber() + 2);
    assertThat(again.stateDigest()).isEqualTo(digest);
  }

  @Test
  void chain_isSafe_forManyThreads() throws Exception {
    LocalChain chain = founded(options(TestChain.GENESIS, TestChain.catalog())
        .store(store())
        .maxLead(Duration.ofMinutes(1)));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> done = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        int base = thread * 1000;
        done.add(threads.submit(() -> {
          int accepted = 0;
          for (int i = 0; i < 25; i++) {
            if (put(chain, base + i).block() > 0) {
              accepted++;
            }
            if (i % 5 == 0) {
              chain.produceBlock();
            }
          }
          return accepted;
        }));
      }
      for (Future<Integer> each : done) {
        assertThat(each.get()).isEqualTo(25);
      }
    } finally {
      threads.shutdown();
    }
    chain.produceBlock();

    assertThat(chain.rows(LEDGER, LEDGER, Name.of("items"), 0, 1000, Ledger.Item.class))
        .hasSize(100);
    Checksum256 digest = chain.stateDigest();
    chain.close();
    assertThat(LocalChain.replay(log(), TestChain.catalog(), number -> {}).stateDigest())
        .isEqualTo(digest);
  }

  @Test
  void open_isRefused_forAnotherGenesisOrWhileItIsOpen() {
    LocalChain chain = founded(Optional.of(log()));
    LogException inUse =
        catchThrowableOfType(LogException.class, () -> open(Optional.of(log()), signer(EOSIO)));
    assertThat(inUse.reason()).isEqualTo(LogException.Reason.IN_USE);
    chain.close();
    Genesis other =
        Genesis.of(TimePoint.parse("2026-02-01T00:00:00"), signer(EOSIO).publicKey());
    LogException refusal = catchThrowableOfType(
        LogException.class,
        () -> LocalChain.open(options(other, TestChain.catalog()).store(store()).build()));
    assertThat(refusal.reason()).isEqualTo(LogException.Reason.OTHER_CHAIN);
    open(Optional.of(log()), signer(EOSIO));
  }

  @Test
  void open_isRefused_withoutAContractThatIsInstalled_andLetsGoOfTheLog() {
    founded(Optional.of(log())).close();
    ContractCatalog system = new ContractCatalog(List.of(new SystemContract()));

    ChainException refusal = catchThrowableOfType(
        ChainException.class,
        () -> LocalChain.open(options(TestChain.GENESIS, system).store(store()).build()));
    assertThat(refusal.reason()).isEqualTo(ChainError.CONTRACT);
    assertThat(refusal).hasMessageContaining("block 2 ").hasMessageContaining("transaction 5 ");
    open(Optional.of(log()), signer(EOSIO));
  }

  /** A log in which one byte of a transaction was changed and all checksums were put right again. */
  @Test
  @Tag("ARCH-05")
  @Tag("CHAIN-10")
  @Tag("PLAT-03")
  void replay_namesTheBlock_ofATransactionThatWasTamperedWith() {
    LocalChain chain = founded(Optional.of(log()));
    put(chain, 1);
    put(chain, 2);
    chain.produceBlock();
    chain.produceBlock();
    chain.close();
    List<SignedBlock> blocks = new ArrayList<>();
    BlockLog.read(log(), blocks::add);
    SignedBlock block = blocks.get(1);
    assertThat(block.transactions()).hasSize(2);
    TransactionReceipt second = block.transactions().get(1);
    PackedTransaction packed = second.transaction();

    for (int at = 0; at < packed.packedTrx().size(); at++) {
      byte[] changed = packed.packedTrx().toArray();
      changed[at] ^= 1;
      PackedTransaction tampered = new PackedTransaction(
          packed.signatures(),
          packed.compression(),
          packed.packedContextFreeData(),
          Bytes.of(changed));
      CoopException refusal = replayTampered(
          blocks, new TransactionReceipt(second.cpuUsageUs(), second.netUsageWords(), tampered));
      assertThat(refusal)
          .as("byte %d", at)
          .isInstanceOf(ChainException.class)
          .hasMessageContaining("block 3 ")
          .hasMessageContaining("transaction 2");
    }
    CoopException billed = replayTampered(
        blocks,
        new TransactionReceipt(
            second.cpuUsageUs() + 1, second.netUsageWords(), second.transaction()));
    assertThat(billed).hasMessageContaining("block 3 ").hasMessageContaining("transaction root");
    CoopException unsigned = replayTampered(
        blocks,
        new TransactionReceipt(
            second.cpuUsageUs(),
            second.netUsageWords(),
            new PackedTransaction(
                List.of(), packed.compression(), Bytes.EMPTY, packed.packedTrx())));
    assertThat(unsigned)
        .hasMessageContaining("block 3 ")
        .hasMessageContaining("transaction 2 " + packed.id());
  }

  @Test
  @Tag("CHAIN-03")
  void produceBlock_isRefused_whereBlocksRanAheadOfTheClockAsFarAsTheyMay() {
    LocalChain chain = open(
        options(TestChain.GENESIS, TestChain.catalog()).maxLead(Duration.ofSeconds(1)),
        signer(EOSIO));
    chain.produceBlock();
    chain.produceBlock();
    ChainInfo info = chain.info();
    assertThat(info.headTime().toInstant()).isEqualTo(START.plusSeconds(1));

    ChainException refusal = catchThrowableOfType(ChainException.class, chain::produceBlock);
    assertThat(refusal)
        .hasMessageContaining("3030007 block_from_the_future: the next block is of slot "
            + "2026-01-01T00:00:01.500, more than PT1S ahead of the clock");
    assertThat(chain.info()).isEqualTo(info);
    clock.advance(Duration.ofMillis(499));
    assertThatExceptionOfType(ChainException.class).isThrownBy(chain::produceBlock);
    clock.advance(Duration.ofMillis(1));
    assertThat(chain.produceBlock().header().timestamp().toInstant())
        .isEqualTo(START.plusMillis(1500));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> options(TestChain.GENESIS, TestChain.catalog())
            .maxLead(Duration.ofNanos(-1))
            .build())
        .withMessage("blocks run ahead of the clock by 0 or more, got PT-0.000000001S");
  }

  @Test
  void push_billsWhatItTook_whereTheOptionsSaySo() {
    long[] nanos = {0};
    LocalChain chain = founded(options(TestChain.GENESIS, TestChain.catalog())
        .billing(new Billing.Measured(() -> nanos[0] += 250_000)));

    assertThat(put(chain, 1).cpuUsageUs()).isBetween(250L, 1000L);
    chain.produceBlock();
  }

  @Test
  void pushAll_isNotStopped_byAnInterrupt_whichIsKept() {
    LocalChain chain = founded(Optional.empty());
    List<SignedTransaction> transactions = List.of(
        chain.sign(List.of(putAction(1)), List.of(signer(ALICE))),
        chain.sign(List.of(putAction(2)), List.of(signer(ALICE))));

    Thread.currentThread().interrupt();
    List<LocalChain.Outcome> outcomes = chain.pushAll(transactions);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcomes).allMatch(outcome -> outcome.result().isPresent());
    assertThat(chain.produceBlock().transactions()).hasSize(2);
  }

  @Test
  void rows_areRefused_withANegativeLimit() {
    LocalChain chain = founded(Optional.empty());

    assertThat(chain.rows(LEDGER, LEDGER, Name.of("items"), 0, 0, Ledger.Item.class))
        .isEmpty();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> chain.rows(LEDGER, LEDGER, Name.of("items"), 0, -1, Ledger.Item.class))
        .withMessage("a limit is 0 or more rows, got -1");
  }

  @Test
  void watermarks_tellHowFarTheProducerIsBound_alsoAfterARestart() {
    LocalChain chain = founded(Optional.of(log()));
    SignedBlock last = chain.produceBlock();
    Watermark mark = chain.watermarks().of(EOSIO).orElseThrow();
    chain.close();

    assertThat(mark).isEqualTo(new Watermark(EOSIO, last.number(), last.header().timestamp()));
    assertThat(open(Optional.of(log()), signer(EOSIO)).watermarks().of(EOSIO)).contains(mark);
  }

  private CoopException replayTampered(List<SignedBlock> blocks, TransactionReceipt second) {
    Path copy = directory.resolve("tampered.log");
    BlockLog.delete(copy);
    SignedBlock block = blocks.get(1);
    SignedBlock tampered = new SignedBlock(
        block.header(),
        block.producerSignature(),
        List.of(block.transactions().get(0), second),
        block.extensions());
    try (BlockLog log = BlockLog.open(copy, TestChain.GENESIS, each -> {})) {
      log.append(blocks.get(0));
      log.append(tampered);
      log.append(blocks.get(2));
    }
    CoopException refusal = catchThrowableOfType(
        CoopException.class, () -> LocalChain.replay(copy, TestChain.catalog(), number -> {}));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private StoreOptions store() {
    return StoreOptions.in(directory.resolve("chain"));
  }

  private Path log() {
    return directory.resolve("chain/blocks.log");
  }

  private ChainOptions.Builder options(Genesis genesis, ContractCatalog catalog) {
    return ChainOptions.builder().genesis(genesis).catalog(catalog).clock(clock);
  }

  private LocalChain open(Optional<Path> log, Signer... producers) {
    return open(
        options(TestChain.GENESIS, TestChain.catalog()).store(log.map(file -> store())), producers);
  }

  private LocalChain open(ChainOptions.Builder options, Signer... producers) {
    LocalChain chain = LocalChain.open(options.addProducers(producers).build());
    open.add(chain);
    return chain;
  }

  /** A chain with accounts and the ledger, all in block 2. */
  private LocalChain founded(Optional<Path> log) {
    return founded(options(TestChain.GENESIS, TestChain.catalog()).store(log.map(file -> store())));
  }

  private LocalChain founded(ChainOptions.Builder options) {
    LocalChain chain = open(options, signer(EOSIO), signer(ALICE), signer(TestChain.BOB));
    chain.push(List.of(TestChain.install(EOSIO, new SystemContract())), List.of(signer(EOSIO)));
    for (Name name : List.of(LEDGER, ALICE, TestChain.BOB)) {
      chain.push(List.of(TestChain.newAccount(EOSIO, name)), List.of(signer(EOSIO)));
    }
    chain.push(List.of(TestChain.install(LEDGER, new Ledger())), List.of(signer(LEDGER)));
    chain.produceBlock();
    return chain;
  }

  private static PushResult put(LocalChain chain, long id) {
    return chain.push(List.of(putAction(id)), List.of(signer(ALICE)));
  }

  private static Action putAction(long id) {
    return TestChain.ledger(new Ledger.Put(ALICE, id, "row"), ALICE);
  }

  private static Signer signer(Name name) {
    return TestChain.key(name);
  }
}
