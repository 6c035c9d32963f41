package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What contracts may ask of the chain beyond tables, and what only privileged ones may change. */
class ContextRulesTest {
  private static final Name ALICE = TestChain.ALICE;
  private static final Name BOB = TestChain.BOB;
  private static final PermissionLevel ALICE_ACTIVE = PermissionLevel.active(ALICE);

  private final Probe probe = new Probe();
  private final TestChain chain = TestChain.with(probe);
  private long number;

  @Test
  void requireAuthorization_ofAPermission_isNotSatisfiedByAnother() {
    probe.does(context -> context.requireAuthorization(ALICE_ACTIVE));
    chain.push(run(ALICE_ACTIVE));
    ChainException refusal = chain.refused(
        ChainError.MISSING_AUTH, run(new PermissionLevel(ALICE, PermissionNames.OWNER)));
    assertThat(refusal).hasMessageContaining("missing authority of alice1/active");
  }

  @Test
  void contextFreeActions_runFirst_withoutStateButWithTheirData() {
    List<Optional<Bytes>> seen = new ArrayList<>();
    probe.does(context -> {
      seen.add(context.contextFreeData(0));
      seen.add(context.contextFreeData(1));
      context.print("free");
    });
    TransactionTrace trace = push(chain
        .transaction(TestChain.ledger(new Ledger.Answer(1), ALICE))
        .addContextFree(run())
        .addContextFreeData(Bytes.ofHex("beef"))
        .sign(TestChain.key(ALICE)));
    assertThat(seen).containsExactly(Optional.of(Bytes.ofHex("beef")), Optional.empty());
    assertThat(trace.actions()).extracting(ActionTrace::contextFree).containsExactly(true, false);
    assertThat(trace.actions().get(0).console()).isEqualTo("free");

    List<Consumer<Context>> refused = List.of(
        context -> context.rows(Name.of("things"), Probe.PROBE),
        context -> context.hasAuthorization(ALICE),
        context -> context.requireRecipient(ALICE),
        context -> context.sendInline(run()),
        Context::currentTime,
        Context::privileged,
        context -> context.isAccount(ALICE));
    for (var each : refused) {
      probe.does(each);
      chain.refused(
          ChainError.UNACCESSIBLE_API,
          () -> push(chain
              .transaction(TestChain.ledger(new Ledger.Answer(1), ALICE))
              .addContextFree(run())
              .sign(TestChain.key(ALICE))));
    }
    probe.does(context -> context.contextFreeData(0));
    chain.refused(ChainError.UNACCESSIBLE_API, run(ALICE_ACTIVE));
    Transaction plain =
        chain.transaction(TestChain.ledger(new Ledger.Answer(1), ALICE)).build();
    Transaction authorised =
        new Transaction(plain.header(), List.of(run(ALICE_ACTIVE)), plain.actions(), List.of());
    Signature signature = TestChain.key(ALICE)
        .sign(authorised.signingDigest(chain.controller().chainId(), List.of()));
    chain.refused(
        ChainError.TRANSACTION,
        () -> push(new SignedTransaction(authorised, List.of(signature), List.of())));
  }

  @Test
  void contextFreeInlineActions_runBeforeTheOthers() {
    probe.does(context -> {
      context.sendInline(new Action(TestChain.BOB, Name.of("second"), List.of(), Bytes.EMPTY));
      context.sendContextFreeInline(
          new Action(TestChain.BOB, Name.of("first"), List.of(), Bytes.EMPTY));
    });
    TransactionTrace trace = chain.push(run(ALICE_ACTIVE));
    assertThat(trace.actions())
        .extracting(each -> each.action().name().toString())
        .containsExactly("run", "second", "first");
    assertThat(trace.actions())
        .extracting(each -> each.receipt().orElseThrow().recvSequence())
        .containsExactly(trace.actions().get(0).receipt().orElseThrow().recvSequence(), 2L, 1L);
    assertThat(trace.actions())
        .extracting(ActionTrace::closestUnnotifiedAncestorOrdinal)
        .containsExactly(0, 1, 1);
    probe.does(context -> context.sendContextFreeInline(run(ALICE_ACTIVE)));
    chain.refused(ChainError.ACTION_VALIDATE, run(ALICE_ACTIVE));
  }

  @Test
  void transaction_isSeenAsSigned() {
    List<Transaction> seen = new ArrayList<>();
    probe.does(context -> seen.add(context.transaction()));
    SignedTransaction signed = chain.transaction(run(ALICE_ACTIVE)).sign(TestChain.key(ALICE));
    push(signed);
    assertThat(seen).containsExactly(signed.transaction());
  }

  @Test
  void isTransactionAuthorized_isWhatTheChainWouldDecide() {
    Transaction byAlice =
        chain.transaction(TestChain.ledger(new Ledger.Answer(1), ALICE)).build();
    PublicKey alice = TestChain.key(ALICE).publicKey();
    PublicKey bob = TestChain.key(BOB).publicKey();
    assertThat(authorized(byAlice, List.of(alice), List.of())).isTrue();
    assertThat(authorized(byAlice, List.of(), List.of())).isFalse();
    assertThat(authorized(byAlice, List.of(bob), List.of())).isFalse();
    assertThat(authorized(byAlice, List.of(alice, bob), List.of())).isFalse();
    assertThat(authorized(byAlice, List.of(), List.of(ALICE_ACTIVE))).isTrue();
    assertThat(authorized(byAlice, List.of(), List.of(new PermissionLevel(ALICE, Name.EMPTY))))
        .isTrue();
    assertThat(authorized(byAlice, List.of(alice), List.of(ALICE_ACTIVE))).isFalse();
    Transaction weak = chain
        .transaction(TestChain.system(
            new SystemActions.UpdateAuth(
                ALICE, PermissionNames.OWNER, Name.EMPTY, TestChain.authority(ALICE)),
            ALICE_ACTIVE))
        .build();
    assertThat(authorized(weak, List.of(alice), List.of())).isFalse();

    Transaction ofNobody = chain
        .transaction(TestChain.ledger(new Ledger.Answer(1), Name.of("nobody")))
        .build();
    probe.does(context -> context.isTransactionAuthorized(ofNobody, List.of(), List.of()));
    chain.refused(ChainError.PERMISSION_QUERY, run(ALICE_ACTIVE));
  }

  @Test
  void permissionLastUsed_isThatOfTheTransactionBefore() {
    var created = ask(context -> context.permissionLastUsed(ALICE_ACTIVE));
    assertThat(created).isEqualTo(ask(context -> context.accountCreation(ALICE)));
    chain.produce();
    chain.push(TestChain.ledger(new Ledger.Answer(1), ALICE));
    assertThat(told(context -> context.permissionLastUsed(ALICE_ACTIVE)))
        .isEqualTo(chain.making().slot().toTimePoint())
        .isNotEqualTo(created);
    probe.does(context -> context.permissionLastUsed(new PermissionLevel(ALICE, Name.of("no"))));
    chain.refused(ChainError.PERMISSION_QUERY, run(ALICE_ACTIVE));
    probe.does(context -> context.accountCreation(Name.of("nobody")));
    chain.refused(ChainError.ACCOUNT_QUERY, run(ALICE_ACTIVE));
  }

  @Test
  void codeHash_isZero_withoutAContract() {
    assertThat(told(context -> context.codeHash(Probe.PROBE)))
        .isEqualTo(Checksum256.sha256(probe.descriptor()));
    assertThat(told(context -> context.codeHash(ALICE))).isEqualTo(Checksum256.ZERO);
    assertThat(told(context -> context.codeHash(Name.of("nobody")))).isEqualTo(Checksum256.ZERO);
  }

  @Test
  void parameters_areThoseOfGenesis_untilSet() {
    ChainConfiguration before = ask(context -> context.privileged().parameters());
    assertThat(before).isEqualTo(ChainConfiguration.DEFAULT);
    ChainConfiguration shallow = new ChainConfiguration(
        1_048_576, 1_000, 524_288, 12, 500, 20, 100, 200_000, 1_000, 150_000, 100, 3_600, 600,
        3_888_000, 4_096, 0, 6);
    probe.does(context -> context.privileged().setParameters(shallow));
    chain.push(run(ALICE_ACTIVE));
    probe.does(
        context -> context.sendInline(new Action(BOB, Name.of("deeper"), List.of(), Bytes.EMPTY)));
    chain.refused(ChainError.TRANSACTION, run(ALICE_ACTIVE));
  }

  @Test
  void proposeSchedule_takesWeightedAuthorities() {
    ProducerSchedule.Producer bob = producer(BOB, 2, 1, 2);
    assertThat(told(context -> context.privileged().proposeSchedule(List.of(bob))))
        .isEqualTo(1L);
    assertThat(told(context -> context.privileged().proposeSchedule(List.of(bob))))
        .isEqualTo(-1L);
  }

  /** Under such a schedule nobody could sign a block, and the chain would stand still. */
  @Test
  void proposeSchedule_isRefused_withAnAuthorityThatNoKeySatisfies() {
    assertNotProposed("producer bobbob: authority over block signatures must", producer(BOB, 1));
    assertNotProposed("producer bobbob: threshold of an authority must", producer(BOB, 0, 1));
    assertNotProposed("producer bobbob: authority can never be", producer(BOB, 4, 1, 2));
    assertNotProposed(
        "producer bobbob: blocks have one signature, but no key reaches threshold 3 alone",
        producer(BOB, 3, 1, 2));
    assertNotProposed("producer bobbob: key of an authority", producer(BOB, 1, 1, 0));
    List<KeyWeight> keys = keys(1, 1);
    assertNotProposed(
        "producer bobbob: keys of an authority must be strictly ascending",
        producer(BOB, 1, List.of(keys.get(1), keys.get(0))));
    assertNotProposed(
        "producer bobbob: keys of an authority must be strictly ascending",
        producer(BOB, 1, List.of(keys.get(0), keys.get(0))));
    assertNotProposed(
        "producer bobbob: threshold of an authority must",
        producer(ALICE, 1, 1),
        producer(BOB, 0, 1));
    assertThat(told(context -> context
            .privileged()
            .proposeSchedule(List.of(producer(ALICE, 1, 1), producer(BOB, 2, 2)))))
        .isEqualTo(1L);
  }

  @Test
  void proposeSchedule_isRefused_withWrongNamesOrNumberOfProducers() {
    assertNotProposed("a schedule has 1 to 125 producers, got 0");
    assertNotProposed("a producer must have a name", producer(Name.EMPTY, 1, 1));
    assertNotProposed(
        "producer bobbob is in the schedule twice", producer(BOB, 1, 1), producer(BOB, 2, 2));
    ProducerSchedule.Producer[] many = new ProducerSchedule.Producer[126];
    for (int i = 0; i < many.length; i++) {
      many[i] = producer(new Name(Name.of("many").value() + ((long) i << 4)), 1, 1);
    }
    assertNotProposed("a schedule has 1 to 125 producers, got 126", many);
    probe.does(context -> context.privileged().proposeSchedule(List.of(many).subList(0, 125)));
    assertThat(chain.refused(ChainError.WASM_EXECUTION_ERROR, run(ALICE_ACTIVE)))
        .hasMessageContaining("nonexisting account " + many[0].producerName());
  }

  private void assertNotProposed(String why, ProducerSchedule.Producer... producers) {
    probe.does(context -> context.privileged().proposeSchedule(List.of(producers)));
    assertThat(chain.refused(ChainError.WASM_EXECUTION_ERROR, run(ALICE_ACTIVE)))
        .hasMessageContaining("producer schedule is refused: " + why);
  }

  private static ProducerSchedule.Producer producer(Name name, long threshold, int... weights) {
    return producer(name, threshold, keys(weights));
  }

  private static ProducerSchedule.Producer producer(
      Name name, long threshold, List<KeyWeight> keys) {
    return new ProducerSchedule.Producer(
        name, new ProducerSchedule.BlockSigningAuthorityV0(threshold, keys));
  }

  /** Keys in ascending order with these weights. */
  private static List<KeyWeight> keys(int... weights) {
    List<PublicKey> keys = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      keys.add(TestChain.key("blocks" + i).publicKey());
    }
    keys.sort(null);
    List<KeyWeight> weighted = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      weighted.add(new KeyWeight(keys.get(i), weights[i]));
    }
    return weighted;
  }

  @Test
  void producersHoldTheirAccount_byTheActiveSchedule() {
    PermissionLevel prods = PermissionLevel.active(Name.of("eosio.prods"));
    assertThat(chain.kernel().present().permission(prods).orElseThrow().authority())
        .isEqualTo(Authority.ofLevel(PermissionLevel.active(TestChain.EOSIO)));
    List<ProducerSchedule.Producer> four = new ArrayList<>();
    for (Name name : List.of(ALICE, BOB, TestChain.LEDGER, TestChain.OTHER)) {
      four.add(ProducerSchedule.Producer.of(name, TestChain.key(name).publicKey()));
    }
    probe.does(context -> context.privileged().proposeSchedule(four));
    chain.push(run(ALICE_ACTIVE));
    for (int i = 0; i < 8; i++) {
      chain.produce();
    }
    Authority active = chain.kernel().present().permission(prods).orElseThrow().authority();
    assertThat(active.threshold()).isEqualTo(3);
    assertThat(active.accounts()).hasSize(4);
    assertThat(threshold("prod.major")).isEqualTo(3);
    assertThat(threshold("prod.minor")).isEqualTo(2);
  }

  @Test
  void onblock_isForTheChainOnly() {
    Bytes header = Bytes.of(
        RecordCodec.of(BlockHeader.class).encode(chain.controller().head().header()));
    chain.refused(
        ChainError.MISSING_AUTH,
        new Action(TestChain.EOSIO, Name.of("onblock"), List.of(ALICE_ACTIVE), header));
  }

  @Test
  void reference_toABlockThatNeverWas_isOfZeros() {
    push(chain.transaction(run(ALICE_ACTIVE)).tapos(0, 0).sign(TestChain.key(ALICE)));
    chain.refused(
        ChainError.INVALID_REF_BLOCK,
        () -> push(chain.transaction(run(ALICE_ACTIVE)).tapos(999, 0).sign(TestChain.key(ALICE))));
    chain.refused(
        ChainError.INVALID_REF_BLOCK,
        () -> push(chain.transaction(run(ALICE_ACTIVE)).tapos(0, 1).sign(TestChain.key(ALICE))));
  }

  @Test
  void updateAuth_withoutAuthorization_isRefused_besideAnAuthorisedAction() {
    Action bare = TestChain.system(new SystemActions.UpdateAuth(
        ALICE, PermissionNames.ACTIVE, PermissionNames.OWNER, TestChain.authority(BOB)));
    chain.refused(ChainError.IRRELEVANT_AUTH, run(ALICE_ACTIVE), bare);
  }

  @Test
  void signatures_areBounded_beforeAnyIsRecovered() {
    SignedTransaction signed = chain.transaction(run(ALICE_ACTIVE)).sign(TestChain.key(ALICE));
    Signature signature = signed.signatures().get(0);
    PackedTransaction many = new PackedTransaction(
        Collections.nCopies(TransactionMetadata.MAX_SIGNATURES + 1, signature),
        Compression.NONE,
        Bytes.EMPTY,
        Bytes.of(signed.transaction().pack()));
    chain.refused(
        ChainError.TX_TOO_BIG,
        () -> TransactionMetadata.recover(many, chain.controller().chainId()));
  }

  @Test
  void execute_refusesKeys_recoveredForAnotherChain() {
    Checksum256 other = Checksum256.sha256(new byte[] {1});
    SignedTransaction signed = chain.transaction(run(ALICE_ACTIVE)).sign(TestChain.key(ALICE));
    TransactionMetadata foreign = TransactionMetadata.recover(signed.pack(Compression.NONE), other);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> chain.making().execute(foreign, 100))
        .withMessageContaining("were recovered for chain " + other);
  }

  @Test
  void sender_isTheContractThatSentTheAction_notTheTransaction() {
    List<Name> seen = new ArrayList<>();
    Action sent = run();
    probe.does(context -> {
      seen.add(context.sender());
      if (seen.size() == 1) {
        context.sendInline(sent);
      }
    });
    chain.push(run(ALICE_ACTIVE));
    assertThat(seen).containsExactly(Name.EMPTY, Probe.PROBE);
    probe.whenNotified(context -> seen.add(context.sender()));
    chain.push(TestChain.ledger(new Ledger.Tell(List.of(Probe.PROBE), "news"), ALICE));
    assertThat(seen).endsWith(TestChain.LEDGER).hasSize(3);
  }

  /** A chain without features gets them block by block, and its digests change with them. */
  @Test
  void features_areActivated_byTheBlockAfterTheyWereAskedFor() {
    Probe system = new Probe();
    Kernel kernel = new Kernel(
        TestChain.GENESIS,
        new ContractCatalog(List.of(system)),
        EnumSet.noneOf(ProtocolFeature.class));
    Checksum256 preactivate = ProtocolFeature.PREACTIVATE_FEATURE.digest();
    Checksum256 returnValue = ProtocolFeature.ACTION_RETURN_VALUE.digest();
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> start(kernel, 2, Set.of(returnValue)))
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.PROTOCOL_FEATURE);
    PendingBlock first = start(kernel, 2, Set.of(preactivate));
    Action install = TestChain.install(TestChain.EOSIO, system);
    TransactionTrace before = first.execute(signed(kernel, install), 100);
    assertThat(before.actions().get(0).receipt().orElseThrow().actDigest())
        .isEqualTo(install.digest());
    system.does(context -> {
      assertThat(context.isFeatureActivated(preactivate)).isTrue();
      assertThat(context.isFeatureActivated(returnValue)).isFalse();
      assertThatExceptionOfType(ChainException.class)
          .isThrownBy(context::sender)
          .withMessageContaining("GET_SENDER");
      context.privileged().activateFeature(returnValue);
    });
    Action ask = JavaContract.action(
        TestChain.EOSIO, new Probe.Run(1), PermissionLevel.active(TestChain.EOSIO));
    first.execute(signed(kernel, ask), 100);
    first.commit();
    assertThat(kernel.requestedFeatures()).containsExactly(returnValue);

    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> start(kernel, 3, Set.of()))
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.BLOCK_VALIDATE);
    PendingBlock second = start(kernel, 3, Set.of(returnValue));
    system.does(context -> assertThat(context.isFeatureActivated(returnValue)).isTrue());
    Action after = JavaContract.action(
        TestChain.EOSIO, new Probe.Run(2), PermissionLevel.active(TestChain.EOSIO));
    assertThat(second
            .execute(signed(kernel, after), 100)
            .actions()
            .get(0)
            .receipt()
            .orElseThrow()
            .actDigest())
        .isEqualTo(after.digest(Bytes.EMPTY));
    assertThat(kernel.present().requestedFeatures()).isEmpty();
  }

  private static PendingBlock start(Kernel kernel, long number, Set<Checksum256> features) {
    BlockState genesis = BlockState.genesis(TestChain.GENESIS);
    return kernel.start(new BlockInfo(
        number,
        genesis.header().timestamp().next(),
        TestChain.EOSIO,
        genesis.id(),
        genesis.header(),
        genesis.activeSchedule(),
        false,
        genesis.activeSchedule(),
        List.copyOf(features)));
  }

  private static TransactionMetadata signed(Kernel kernel, Action action) {
    SignedTransaction signed = TransactionBuilder.forChain(kernel.chainId())
        .tapos(0, 0)
        .expiresAt(
            TimePointSec.of(TestChain.GENESIS.initialTimestamp().toInstant()).plusSeconds(60))
        .add(action)
        .sign(TestChain.key(TestChain.EOSIO));
    return TransactionMetadata.recover(signed.pack(Compression.NONE), kernel.chainId());
  }

  private long threshold(String permission) {
    return chain
        .kernel()
        .present()
        .permission(new PermissionLevel(Name.of("eosio.prods"), Name.of(permission)))
        .orElseThrow()
        .authority()
        .threshold();
  }

  private boolean authorized(
      Transaction transaction, List<PublicKey> keys, List<PermissionLevel> levels) {
    return ask(context -> context.isTransactionAuthorized(transaction, keys, levels));
  }

  /** What the probe is told when it asks. */
  private <T> T ask(Function<Context, T> question) {
    List<T> answers = new ArrayList<>();
    probe.does(context -> answers.add(question.apply(context)));
    chain.push(run(PermissionLevel.active(Probe.PROBE)));
    return answers.get(0);
  }

  private Object told(Function<Context, Object> question) {
    return ask(question);
  }

  private TransactionTrace push(SignedTransaction transaction) {
    return chain.push(transaction);
  }

  private Action run(PermissionLevel... authorization) {
    return JavaContract.action(Probe.PROBE, new Probe.Run(number++), authorization);
  }
}
