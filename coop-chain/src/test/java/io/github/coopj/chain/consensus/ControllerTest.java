package io.github.coopj.chain.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.LegacySchedule;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.chain.kernel.TransactionTrace;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.abi.Abi;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.Signature;
import io.github.coopj.crypto.Signer;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Blocks made elsewhere: the good ones give the same state, the others leave none. */
class ControllerTest {
  private final TestChain chain = new TestChain();
  private final Controller replica = new Controller(TestChain.GENESIS, TestChain.catalog());
  private SignedBlock good = chain.blocks().get(0);

  @BeforeEach
  void aBlockToApply() {
    chain.blocks().forEach(block -> apply(replica, block));
    chain.push(TestChain.ledger(new Ledger.Put(TestChain.ALICE, 1, "one"), TestChain.ALICE));
    chain.push(TestChain.ledger(new Ledger.Put(TestChain.BOB, 2, "two"), TestChain.BOB));
    good = chain.produce();
  }

  @Test
  @Tag("PLAT-03")
  @Tag("SC-07")
  void apply_givesTheSameState() {
    List<TransactionTrace> traces = apply(replica, good);
    chain.making().abort();

    assertThat(traces).hasSize(2);
    assertThat(replica.head()).isEqualTo(chain.controller().head());
    assertThat(replica.kernel().present().digest())
        .isEqualTo(chain.kernel().present().digest());
  }

  @Test
  @Tag("CHAIN-10")
  void apply_refuses_aBlockThatDoesNotFollow() {
    refused(
        ChainError.UNLINKABLE_BLOCK,
        signed(with(good.header(), 3, TestChain.GENESIS.chainId()), signerOf("eosio")));
    apply(replica, good);
    refusedNow(ChainError.UNLINKABLE_BLOCK, good);
  }

  @Test
  @Tag("CHAIN-03")
  void apply_refuses_aSlotThatIsNotLater() {
    BlockTimestamp head = replica.head().header().timestamp();

    ChainException refusal =
        refused(ChainError.BLOCK_VALIDATE, signed(with(good.header(), 0, head), signerOf("eosio")));
    assertThat(refusal).hasMessageContaining("not later than its predecessor's");
    refused(
        ChainError.BLOCK_VALIDATE,
        signed(with(good.header(), 0, new BlockTimestamp(head.slot() - 1)), signerOf("eosio")));
  }

  @Test
  @Tag("CHAIN-02")
  void apply_refuses_aProducerOutsideTheSchedule() {
    refused(
        ChainError.WRONG_PRODUCER,
        signed(with(good.header(), 1, TestChain.ALICE), signerOf("alice1")));
  }

  @Test
  @Tag("CHAIN-02")
  @Tag("CHAIN-03")
  void apply_refuses_aScheduledProducerInTheSlotOfAnother() {
    TestChain two = new TestChain();
    two.push(ScheduleChangeTest.setProducers(TestChain.ALICE, TestChain.BOB));
    for (int i = 0; i < 4; i++) {
      two.produce();
    }
    Controller other = new Controller(TestChain.GENESIS, TestChain.catalog());
    two.blocks().forEach(block -> apply(other, block));
    SignedBlock next = two.produce();
    Name mine = next.header().producer();
    BlockTimestamp foreign = next.header().timestamp();
    while (other.head().activeSchedule().scheduledAt(foreign).producerName().equals(mine)) {
      foreign = foreign.next();
    }
    BlockHeader wrong = with(next.header(), 0, foreign);
    SignedBlock block = signed(other.head(), wrong, next, TestChain.key(mine));

    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> apply(other, block))
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.WRONG_PRODUCER);
    apply(other, next);
    assertThat(other.head()).isEqualTo(two.controller().head());
  }

  @Test
  @Tag("CHAIN-02")
  void apply_refuses_aSignatureOfAnotherKey() {
    ChainException refusal =
        refused(ChainError.WRONG_SIGNING_KEY, signed(good.header(), signerOf("alice1")));
    assertThat(refusal).hasMessageContaining("which is not a key of producer eosio");
    refused(
        ChainError.WRONG_SIGNING_KEY,
        new SignedBlock(
            good.header(),
            chain.blocks().get(0).producerSignature(),
            good.transactions(),
            List.of()));
  }

  @Test
  @Tag("CHAIN-10")
  void apply_refuses_aHeaderThatSaysAnythingElse() {
    refused(
        ChainError.PRODUCER_DOUBLE_CONFIRM, signed(with(good.header(), 2, 1), signerOf("eosio")));
    ChainException transactions = refused(
        ChainError.BLOCK_TX_OUTPUT,
        signed(with(good.header(), 4, Checksum256.ZERO), signerOf("eosio")));
    assertThat(transactions)
        .hasMessageContaining("block 3 ")
        .hasMessageContaining("transaction root");
    ChainException actions = refused(
        ChainError.BLOCK_TX_OUTPUT,
        signed(with(good.header(), 5, Checksum256.ZERO), signerOf("eosio")));
    assertThat(actions).hasMessageContaining("action root");
    refused(ChainError.PRODUCER_SCHEDULE, signed(with(good.header(), 6, 7L), signerOf("eosio")));
    refused(
        ChainError.INVALID_BLOCK_HEADER_EXTENSION,
        signed(with(good.header(), 8, List.of(new Extension(3, Bytes.EMPTY))), signerOf("eosio")));
    SignedBlock unreadable = new SignedBlock(
        with(good.header(), 8, List.of(new Extension(1, Bytes.ofHex("ff")))),
        good.producerSignature(),
        good.transactions(),
        List.of());
    refused(ChainError.INVALID_BLOCK_HEADER_EXTENSION, unreadable);
  }

  @Test
  @Tag("CHAIN-10")
  void apply_refuses_whatItDoesNotKnow_inHeaderOrBlock() {
    for (int type : List.of(0, 1, 2, 65_535)) {
      ChainException refusal = refused(
          ChainError.INVALID_BLOCK_EXTENSION,
          new SignedBlock(
              good.header(),
              good.producerSignature(),
              good.transactions(),
              List.of(new Extension(type, Bytes.EMPTY))));
      assertThat(refusal).hasMessageContaining("carries extension " + type);
    }
    Extension announcement = BlockHeader.announcement(new ProducerSchedule(
        1, List.of(ProducerSchedule.Producer.of(TestChain.ALICE, signerOf("x").publicKey()))));
    ChainException twice = refused(
        ChainError.INVALID_BLOCK_HEADER_EXTENSION,
        signed(with(good.header(), 8, List.of(announcement, announcement)), signerOf("eosio")));
    assertThat(twice).hasMessageContaining("header extension 1 after 1");
    refused(
        ChainError.BLOCK_VALIDATE,
        signed(with(good.header(), 8, List.of(announcement)), signerOf("eosio")));
    refused(
        ChainError.PRODUCER_SCHEDULE,
        signed(
            with(
                good.header(),
                7,
                Optional.of(new LegacySchedule(
                    1,
                    List.of(new LegacySchedule.Producer(
                        TestChain.ALICE, signerOf("x").publicKey()))))),
            signerOf("eosio")));
  }

  /** The same signature in other bytes: from a header for uncompressed keys, and with the other s. */
  @Test
  @Tag("CHAIN-02")
  @Tag("CHAIN-10")
  void apply_refuses_aSignatureThatWasRewritten() {
    BigInteger order =
        new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    byte[] uncompressed = good.producerSignature().toCompact();
    uncompressed[0] = (byte) (uncompressed[0] - 4);
    byte[] mirrored = good.producerSignature().toCompact();
    mirrored[0] = (byte) ((mirrored[0] - 31 ^ 1) + 31);
    byte[] s =
        order.subtract(new BigInteger(1, Arrays.copyOfRange(mirrored, 33, 65))).toByteArray();
    System.arraycopy(s, s.length - 32, mirrored, 33, 32);
    for (byte[] rewritten : List.of(uncompressed, mirrored)) {
      Signature signature = Signature.ofCompact(KeyType.K1, rewritten);
      BlockState next = replica.head().follow(good.header());
      assertThat(signature.recover(next.signingDigest()))
          .as("it yields the same key")
          .isEqualTo(signerOf("eosio").publicKey());
      ChainException refusal = refused(
          ChainError.WRONG_SIGNING_KEY,
          new SignedBlock(good.header(), signature, good.transactions(), List.of()));
      assertThat(refusal).hasMessageContaining("in a form that signers do not write");
    }
  }

  /** A producer may confirm less than it could: it knows what it confirmed on other forks. */
  @Test
  @Tag("CHAIN-02")
  void apply_takesTheConfirmationsTheHeaderStates() {
    TestChain two = new TestChain();
    two.push(ScheduleChangeTest.setProducers(TestChain.ALICE, TestChain.BOB));
    while (two.controller().head().activeSchedule().version() == 0) {
      two.produce();
    }
    Controller replay = new Controller(TestChain.GENESIS, TestChain.catalog());
    two.blocks().forEach(block -> apply(replay, block));
    int could = two.making().confirmed();
    assertThat(could).isPositive();
    Controller.Making making = replay.begin(two.nextSlot(), could - 1);
    SignedBlock modest =
        making.seal(TestChain.key(making.producer().producerName())).block();
    Controller other = new Controller(TestChain.GENESIS, TestChain.catalog());
    two.blocks().forEach(block -> apply(other, block));
    apply(other, modest);

    assertThat(modest.header().confirmed()).isEqualTo(could - 1);
    assertThat(other.head()).isEqualTo(replay.head());
  }

  @Test
  @Tag("PLAT-03")
  @Tag("ARCH-05")
  void apply_refuses_transactionsThatAreMissingOrSwappedOrBilledWrongly() {
    TransactionReceipt first = good.transactions().get(0);
    TransactionReceipt second = good.transactions().get(1);
    refused(ChainError.BLOCK_TX_OUTPUT, withTransactions(List.of(first)));
    refused(ChainError.BLOCK_TX_OUTPUT, withTransactions(List.of(second, first)));
    refused(
        ChainError.BLOCK_TX_OUTPUT,
        withTransactions(List.of(
            new TransactionReceipt(101, first.netUsageWords(), first.transaction()), second)));
    ChainException billed = refused(
        ChainError.BLOCK_TX_OUTPUT,
        withTransactions(List.of(
            first, new TransactionReceipt(100, second.netUsageWords() + 1, second.transaction()))));
    assertThat(billed)
        .hasMessageContaining("block 3 ")
        .hasMessageContaining("transaction 2 " + second.transaction().id());
    ChainException twice =
        refused(ChainError.TX_DUPLICATE, withTransactions(List.of(first, second, first)));
    assertThat(twice)
        .hasMessageContaining("transaction 3 " + first.transaction().id());
  }

  @Test
  void apply_isRefused_withMetadataOfOtherTransactions() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> replica.apply(good, List.of()))
        .withMessageContaining("has 2 transactions, got 0");
    apply(replica, good);
    assertThat(replica.head()).isEqualTo(chain.controller().head());
  }

  @Test
  @Tag("SC-05")
  void apply_leavesNothing_whenAContractBreaksDownWithAnError() {
    Contract broken = new Contract() {
      private final Ledger ledger = new Ledger();

      @Override
      public void apply(Context context) {
        ledger.apply(context);
        if (context.action().name().equals(Name.of("put"))) {
          throw new StackOverflowError("too deep");
        }
      }

      @Override
      public Bytes descriptor() {
        return ledger.descriptor();
      }

      @Override
      public Abi abi() {
        return ledger.abi();
      }
    };
    Controller fragile = new Controller(
        TestChain.GENESIS, new ContractCatalog(List.of(new SystemContract(), broken)));
    chain.blocks().subList(0, 1).forEach(block -> apply(fragile, block));
    BlockState head = fragile.head();
    Checksum256 before = fragile.kernel().present().digest();

    assertThatThrownBy(() -> apply(fragile, good)).isInstanceOf(StackOverflowError.class);

    assertThat(fragile.head()).isEqualTo(head);
    assertThat(fragile.kernel().present().digest()).isEqualTo(before);
    fragile.begin(good.header().timestamp()).abort();
  }

  @Test
  void begin_isRefused_whileAnotherBlockIsInTheMaking() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> chain.controller().begin(chain.nextSlot()))
        .withMessage("another block is in the making");
  }

  @Test
  void seal_leavesTheBlockInTheMaking_whenItCannotBeKept() {
    BlockState head = chain.controller().head();
    chain.push(TestChain.ledger(new Ledger.Put(TestChain.ALICE, 3, "three"), TestChain.ALICE));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> chain.making().seal(signerOf("eosio"), block -> {
          throw new IllegalStateException("disk full");
        }));
    assertThat(chain.controller().head()).isEqualTo(head);
    SignedBlock block = chain.produce();
    assertThat(block.transactions()).hasSize(1);
    assertThat(chain.controller().head().id()).isNotEqualTo(head.id());
  }

  @Test
  void making_isOver_onceItIsSealedOrAborted() {
    Controller.Making sealed = chain.making();
    chain.produce();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(sealed::abort)
        .withMessageContaining("has been ended");
    Controller.Making aborted = chain.making();
    aborted.abort();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> aborted.seal(signerOf("eosio")));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> chain.push(TestChain.ledger(new Ledger.Answer(1), TestChain.ALICE)));
  }

  /** Applies a block as a node does, its keys recovered first. */
  @CanIgnoreReturnValue
  static List<TransactionTrace> apply(Controller controller, SignedBlock block) {
    return controller
        .apply(block, recovered(block, controller.chainId()))
        .result()
        .traces();
  }

  /** Transactions of a block with their keys. */
  static List<TransactionMetadata> recovered(SignedBlock block, Checksum256 chainId) {
    return block.transactions().stream()
        .map(receipt -> TransactionMetadata.recover(receipt.transaction(), chainId))
        .toList();
  }

  /** The block is refused, nothing is changed, and the good one still goes. */
  @CanIgnoreReturnValue
  private ChainException refused(ChainError error, SignedBlock block) {
    ChainException refusal = refusedNow(error, block);
    Controller fresh = new Controller(TestChain.GENESIS, TestChain.catalog());
    chain.blocks().subList(0, 1).forEach(earlier -> apply(fresh, earlier));
    assertThatExceptionOfType(ChainException.class).isThrownBy(() -> apply(fresh, block));
    apply(fresh, good);
    assertThat(fresh.head()).isEqualTo(chain.controller().head());
    return refusal;
  }

  @CanIgnoreReturnValue
  private ChainException refusedNow(ChainError error, SignedBlock block) {
    BlockState head = replica.head();
    Checksum256 before = replica.kernel().present().digest();
    ChainException refusal =
        catchThrowableOfType(ChainException.class, () -> apply(replica, block));
    assertThat(refusal).as("must be refused with %s", error).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(error);
    assertThat(replica.head()).isEqualTo(head);
    assertThat(replica.kernel().present().digest()).isEqualTo(before);
    return refusal;
  }

  private SignedBlock signed(BlockHeader header, Signer signer) {
    return signed(replica.head(), header, good, signer);
  }

  private static SignedBlock signed(
      BlockState head, BlockHeader header, SignedBlock block, Signer signer) {
    UnaryOperator<BlockHeader> unconfirmed = h -> with(h, 2, 0);
    BlockState next;
    try {
      next = head.follow(header);
    } catch (ChainException e) {
      next = head.follow(unconfirmed.apply(header));
    }
    Checksum256 digest =
        BlockState.signingDigest(header, next.blockroot().root(), next.pendingScheduleHash());
    return new SignedBlock(header, signer.sign(digest), block.transactions(), List.of());
  }

  private SignedBlock withTransactions(List<TransactionReceipt> transactions) {
    return new SignedBlock(good.header(), good.producerSignature(), transactions, List.of());
  }

  private static Signer signerOf(String name) {
    return TestChain.key(name);
  }

  /** The header with its component of that index, from 0, replaced. */
  @SuppressWarnings("unchecked")
  private static BlockHeader with(BlockHeader header, int index, Object value) {
    Object[] parts = {
      header.timestamp(),
      header.producer(),
      header.confirmed(),
      header.previous(),
      header.transactionMroot(),
      header.actionMroot(),
      header.scheduleVersion(),
      header.newProducers(),
      header.headerExtensions()
    };
    parts[index] = value;
    return new BlockHeader(
        (BlockTimestamp) parts[0],
        (Name) parts[1],
        (int) parts[2],
        (Checksum256) parts[3],
        (Checksum256) parts[4],
        (Checksum256) parts[5],
        (long) parts[6],
        (Optional<LegacySchedule>) parts[7],
        (List<Extension>) parts[8]);
  }
}
