package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.Tapos;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.core.transaction.TransactionHeader;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a transaction must be before any contract sees it, and in which order that is looked at. */
@Tag("SC-06")
class TransactionRulesTest {
  private static final Name ALICE = TestChain.ALICE;

  private final TestChain chain = new TestChain();

  @ParameterizedTest(name = "{0} half seconds into a second, expiring {1} s after its start -> {2}")
  @CsvSource({
    "0,0,",
    "0,-1,EXPIRED_TX",
    "0,3600,",
    "0,3601,TX_EXP_TOO_FAR",
    "1,0,EXPIRED_TX",
    "1,1,",
    "1,3600,",
    "1,3601,TX_EXP_TOO_FAR"
  })
  void expiration_isFromBlockTime_to3600SecondsLater(
      int half, int seconds, @Nullable ChainError refusal) {
    BlockTimestamp even = new BlockTimestamp(chain.making().slot().slot() / 2 * 2 + 20 + half);
    chain.restart(even);
    TimePointSec expiration = TimePointSec.of(even.toInstant());
    SignedTransaction transaction = chain
        .transaction(put(1))
        .expiresAt(new TimePointSec(expiration.seconds() + seconds))
        .sign(TestChain.key(ALICE));
    if (refusal == null) {
      assertThat(chain.push(transaction).id()).isEqualTo(transaction.id());
    } else {
      chain.refused(refusal, () -> chain.push(transaction));
    }
  }

  @Test
  void reference_isToAnyBlockOfThisChain() {
    BlockState first = BlockState.genesis(TestChain.GENESIS);
    chain.push(chain.transaction(put(1)).tapos(first.id()).sign(TestChain.key(ALICE)));
    chain.push(
        chain.transaction(put(2)).tapos(chain.blocks().get(0).id()).sign(TestChain.key(ALICE)));

    assertThat(chain.items(TestChain.LEDGER)).hasSize(2);
  }

  @Test
  void reference_isRefused_toAnotherChainOrABlockToCome() {
    Checksum256 head = chain.controller().head().id();
    int number = (int) BlockHeader.numberOf(head);
    long prefix = Tapos.of(head).refBlockPrefix();

    chain.push(chain.transaction(put(1)).tapos(number, prefix).sign(TestChain.key(ALICE)));
    chain.refused(
        ChainError.INVALID_REF_BLOCK,
        () -> chain.push(
            chain.transaction(put(2)).tapos(number, prefix ^ 1).sign(TestChain.key(ALICE))));
    chain.refused(
        ChainError.INVALID_REF_BLOCK,
        () -> chain.push(
            chain.transaction(put(2)).tapos(number + 1, prefix).sign(TestChain.key(ALICE))));
    chain.refused(
        ChainError.INVALID_REF_BLOCK,
        () -> chain.push(
            chain.transaction(put(2)).tapos(number - 1, prefix).sign(TestChain.key(ALICE))));
  }

  @Test
  void transaction_isExecutedOnce_inThisBlockAndLaterOnes() {
    SignedTransaction once = chain.transaction(put(1)).sign(TestChain.key(ALICE));
    chain.push(once);

    chain.refused(ChainError.TX_DUPLICATE, () -> chain.push(once));
    chain.produce();
    chain.refused(ChainError.TX_DUPLICATE, () -> chain.push(once));
    chain.refused(
        ChainError.TX_DUPLICATE,
        () -> chain
            .making()
            .execute(
                TransactionMetadata.recover(
                    once.pack(Compression.ZLIB), chain.controller().chainId()),
                100));
  }

  private boolean remembered(SignedTransaction transaction) {
    return chain
        .kernel()
        .state()
        .executed
        .containsKey(new ChainState.Executed(
            transaction.transaction().header().expiration(), transaction.id()));
  }

  @Test
  void transaction_isExpiredAndForgotten_afterItsTime() {
    BlockTimestamp even = new BlockTimestamp(chain.making().slot().slot() / 2 * 2 + 20);
    SignedTransaction once = chain
        .transaction(put(1))
        .expiresAt(TimePointSec.of(even.toInstant()))
        .sign(TestChain.key(ALICE));
    chain.push(once);
    chain.produce();

    chain.restart(even);
    assertThat(remembered(once)).isTrue();
    chain.refused(ChainError.TX_DUPLICATE, () -> chain.push(once));
    chain.restart(even.next());
    assertThat(remembered(once)).isFalse();
    chain.refused(ChainError.EXPIRED_TX, () -> chain.push(once));
  }

  @Test
  void transaction_isRefused_withoutActions() {
    TransactionHeader header = chain.transaction(put(1)).build().header();
    Transaction empty = new Transaction(header, List.of(), List.of(), List.of());

    chain.refused(ChainError.TX_NO_AUTHS, () -> chain.push(signed(empty)));
  }

  @Test
  void transaction_isRefused_withoutAnyAuthorization() {
    Action nobodys = new Action(TestChain.LEDGER, Name.of("answer"), List.of(), Bytes.ofHex("00"));

    chain.refused(ChainError.TX_NO_AUTHS, nobodys);
    assertThat(chain
            .push(
                ledger(new Ledger.Answer(1)),
                new Action(TestChain.LEDGER, Name.of("answer"), List.of(), Bytes.ofHex("02000000")))
            .actions())
        .hasSize(2);
  }

  @Test
  void transaction_isRefused_withAnUnknownContractActorOrPermission() {
    Name nobody = Name.of("nobody");
    ChainException contract = chain.refused(
        ChainError.TRANSACTION,
        new Action(nobody, Name.of("x"), List.of(PermissionLevel.active(ALICE)), Bytes.EMPTY));
    assertThat(contract)
        .hasMessage("3040000 transaction_exception: action's code account nobody does not exist");
    ChainException actor =
        chain.refused(ChainError.TRANSACTION, TestChain.ledger(new Ledger.Answer(1), nobody));
    assertThat(actor).hasMessageContaining("authorizing actor nobody");
    ChainException permission = chain.refused(
        ChainError.TRANSACTION,
        ledger(new Ledger.Answer(1), new PermissionLevel(ALICE, Name.of("none"))));
    assertThat(permission).hasMessageContaining("alice1@none");
  }

  @Test
  void signature_isRefused_missingIrrelevantDoubledOrForAnotherChain() {
    chain.refused(ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(put(1)));
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(put(1), TestChain.BOB));
    ChainException irrelevant = chain.refused(
        ChainError.TX_IRRELEVANT_SIG, () -> chain.pushSigned(put(1), ALICE, TestChain.BOB));
    assertThat(irrelevant)
        .hasMessageContaining(TestChain.key(TestChain.BOB).publicKey().toString());
    chain.refused(ChainError.TX_DUPLICATE_SIG, () -> chain.pushSigned(put(1), ALICE, ALICE));
    Transaction transaction = chain.transaction(put(1)).build();
    Checksum256 other = Checksum256.sha256(new byte[1]);
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION,
        () -> chain.push(new SignedTransaction(
            transaction,
            List.of(TestChain.key(ALICE).sign(transaction.signingDigest(other, List.of()))),
            List.of())));

    chain.pushSigned(put(1), ALICE);
  }

  @Test
  void signature_coversEveryByteOfTheTransaction() {
    SignedTransaction good = chain.transaction(put(1)).sign(TestChain.key(ALICE));
    byte[] packed = good.transaction().pack();
    for (int at = 0; at < packed.length; at++) {
      byte[] changed = packed.clone();
      changed[at] ^= 1;
      PackedTransaction bad = new PackedTransaction(
          good.signatures(), Compression.NONE, Bytes.EMPTY, Bytes.of(changed));
      Checksum256 before = chain.kernel().present().digest();
      assertThatExceptionOfType(ChainException.class)
          .as("byte %d", at)
          .isThrownBy(() -> chain
              .making()
              .execute(TransactionMetadata.recover(bad, chain.controller().chainId()), 100));
      assertThat(chain.kernel().present().digest()).isEqualTo(before);
    }
    chain.push(good);
  }

  @Test
  void transaction_isRefused_withWhatThisChainDoesNotKnow() {
    chain.refused(
        ChainError.TRANSACTION,
        () -> chain.push(chain.transaction(put(1)).delaySec(1).sign(TestChain.key(ALICE))));
    chain.refused(
        ChainError.DISALLOWED_TRANSACTION_EXTENSIONS_BAD_BLOCK,
        () -> chain.push(chain
            .transaction(put(1))
            .add(new Extension(1, Bytes.EMPTY))
            .sign(TestChain.key(ALICE))));
  }

  @Test
  void packedTransaction_isRefused_whenItCannotBeRead() {
    PackedTransaction noise =
        new PackedTransaction(List.of(), Compression.NONE, Bytes.EMPTY, Bytes.ofHex("0102"));

    chain.refused(
        ChainError.INVALID_PACKED_TRANSACTION,
        () -> TransactionMetadata.recover(noise, chain.controller().chainId()));
    chain.refused(
        ChainError.INVALID_PACKED_TRANSACTION,
        () -> TransactionMetadata.recover(
            new PackedTransaction(List.of(), Compression.ZLIB, Bytes.EMPTY, Bytes.ofHex("0102")),
            chain.controller().chainId()));
  }

  @Test
  void net_isBilledInWords_upToTheLimitTheTransactionSetsItself() {
    long words = chain.push(put(1)).netUsageWords();
    // 28 bytes overhead, 111 of the transaction, a fifth of a list of one signature
    assertThat(words)
        .isEqualTo((28 + chain.transaction(put(1)).build().pack().length + 14 + 7) / 8);

    chain.push(chain.transaction(put(2)).maxNetUsageWords(words).sign(TestChain.key(ALICE)));
    ChainException refusal = chain.refused(
        ChainError.TX_NET_USAGE,
        () -> chain.push(
            chain.transaction(put(3)).maxNetUsageWords(words - 1).sign(TestChain.key(ALICE))));
    assertThat(refusal).hasMessageContaining("transaction net usage is too high");
  }

  @Test
  void net_isLimited_forATransactionAndForABlock() {
    chain.refused(ChainError.TX_NET_USAGE, ledger(new Ledger.Put(ALICE, 1, "x".repeat(524_288))));
    chain.push(ledger(new Ledger.Put(ALICE, 1, "x".repeat(520_000))));
    chain.push(ledger(new Ledger.Put(ALICE, 2, "x".repeat(520_000))));
    chain.refused(ChainError.BLOCK_NET_USAGE, ledger(new Ledger.Put(ALICE, 3, "x".repeat(10_000))));
    chain.push(ledger(new Ledger.Put(ALICE, 3, "x")));
    chain.produce();
    chain.push(ledger(new Ledger.Put(ALICE, 4, "x".repeat(10_000))));
  }

  /** Every fault at once; taking the first one away shows the next. */
  @Test
  void checks_areInTheNodesOrder() {
    Name nobody = Name.of("nobody");
    SignedTransaction done = chain.transaction(put(1)).sign(TestChain.key(ALICE));
    chain.push(done);
    Action unknown =
        new Action(nobody, Name.of("x"), List.of(PermissionLevel.active(ALICE)), Bytes.EMPTY);
    TimePointSec late = new TimePointSec(1);

    TransactionBuilder builder =
        chain.transaction(unknown).delaySec(9).expiresAt(late).tapos(9999, 1).maxNetUsageWords(1);
    chain.refused(ChainError.TRANSACTION, () -> chain.push(builder.sign()));
    builder.delaySec(0);
    chain.refused(ChainError.EXPIRED_TX, () -> chain.push(builder.sign()));
    builder.expiresAt(done.transaction().header().expiration());
    chain.refused(ChainError.INVALID_REF_BLOCK, () -> chain.push(builder.sign()));
    builder.tapos(chain.controller().head().id());
    chain.refused(ChainError.TRANSACTION, () -> chain.push(builder.sign()));
    TransactionBuilder known =
        chain.transaction(ledger(new Ledger.Fail("at last"))).maxNetUsageWords(1);
    chain.refused(ChainError.TX_NET_USAGE, () -> chain.push(known.sign()));
    known.maxNetUsageWords(0);
    // a transaction that was executed is a duplicate before its signatures are looked at
    chain.refused(
        ChainError.TX_DUPLICATE,
        () -> chain.push(new SignedTransaction(done.transaction(), List.of(), List.of())));
    chain.refused(ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.push(known.sign()));
    chain.refused(
        ChainError.TX_IRRELEVANT_SIG,
        () -> chain.push(known.sign(TestChain.key(ALICE), TestChain.key(TestChain.BOB))));
    chain.refused(ChainError.ASSERT_MESSAGE, () -> chain.push(known.sign(TestChain.key(ALICE))));
  }

  @Test
  void refusedTransactions_leaveTheBlockAsItWas() {
    TestChain untouched = new TestChain();
    chain.refused(ChainError.ASSERT_MESSAGE, ledger(new Ledger.Fail("no")));
    chain.refused(ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(put(1)));
    // billing out of range is found when everything has been executed
    SignedTransaction good = untouched.transaction(put(1)).sign(TestChain.key(ALICE));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> chain
            .making()
            .execute(
                TransactionMetadata.recover(
                    good.pack(Compression.NONE), chain.controller().chainId()),
                -1));
    chain.push(good);
    untouched.push(good);

    assertThat(chain.produce()).isEqualTo(untouched.produce());
    assertThat(chain.kernel().present().digest())
        .isEqualTo(untouched.kernel().present().digest());
  }

  private SignedTransaction signed(Transaction transaction) {
    return new SignedTransaction(
        transaction,
        List.of(TestChain.key(ALICE)
            .sign(transaction.signingDigest(chain.controller().chainId(), List.of()))),
        List.of());
  }

  private static Action put(long id) {
    return ledger(new Ledger.Put(ALICE, id, "row"));
  }

  private static Action ledger(Record data, PermissionLevel... authorization) {
    return authorization.length == 0
        ? TestChain.ledger(data, ALICE)
        : JavaContract.action(TestChain.LEDGER, data, authorization);
  }
}
