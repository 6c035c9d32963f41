package io.github.coopj.chain.consensus;

import static io.github.coopj.chain.block.ProtocolFeature.ACTION_RETURN_VALUE;
import static io.github.coopj.chain.block.ProtocolFeature.NO_DUPLICATE_DEFERRED_ID;
import static io.github.coopj.chain.block.ProtocolFeature.PREACTIVATE_FEATURE;
import static io.github.coopj.chain.block.ProtocolFeature.REPLACE_DEFERRED;
import static io.github.coopj.chain.block.ProtocolFeature.WTMSIG_BLOCK_SIGNATURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.Bytes;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.crypto.Checksum256;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A chain that begins without protocol features gets them by blocks, on every node alike. */
class FeatureActivationTest {
  private static final Checksum256 UNKNOWN = Checksum256.sha256(new byte[] {1});

  private final TestChain chain = TestChain.beginningWith(Set.of());
  private final Controller replica = controller();

  @Test
  void first_isEveryFeatureThatChainsOfThisKindWereEverBegunWith() {
    assertThat(ProtocolFeature.FIRST)
        .hasSize(22)
        .containsExactlyElementsOf(
            EnumSet.range(PREACTIVATE_FEATURE, ProtocolFeature.DISABLE_DEFERRED_TRXS_STAGE_2));
    assertThat(new Controller(TestChain.GENESIS, TestChain.catalog()).head().features())
        .containsExactlyElementsOf(
            ProtocolFeature.FIRST.stream().map(ProtocolFeature::digest).toList());
  }

  @Test
  @Tag("PLAT-03")
  void schedule_putsTheFeatureOfTheHost_intoTheNextBlockThatIsBegun() {
    schedule(PREACTIVATE_FEATURE);
    SignedBlock before = chain.produce();
    SignedBlock block = chain.produce();
    SignedBlock after = chain.produce();

    assertThat(before.header().headerExtensions()).isEmpty();
    assertThat(block.header().headerExtensions())
        .containsExactly(
            new Extension(0, Bytes.ofHex("01" + PREACTIVATE_FEATURE.digest().toHex())));
    assertThat(after.header().headerExtensions()).isEmpty();
    assertThat(chain.controller().head().features()).containsExactly(PREACTIVATE_FEATURE.digest());
    assertReplicaAgrees();
  }

  @Test
  @Tag("PLAT-03")
  void activate_isInTheNextBlock_inTheOrderOfAsking() {
    preactivate();
    assertThat(REPLACE_DEFERRED.digest()).isGreaterThan(NO_DUPLICATE_DEFERRED_ID.digest());
    chain.push(activate(REPLACE_DEFERRED), activate(NO_DUPLICATE_DEFERRED_ID));
    SignedBlock asked = chain.produce();
    SignedBlock activated = chain.produce();

    assertThat(ProtocolFeature.activatedBy(asked.header())).isEmpty();
    assertThat(ProtocolFeature.activatedBy(activated.header()))
        .containsExactly(REPLACE_DEFERRED.digest(), NO_DUPLICATE_DEFERRED_ID.digest());
    assertThat(chain.controller().head().isActive(NO_DUPLICATE_DEFERRED_ID)).isTrue();
    assertThat(chain.controller().head().isActive(ACTION_RETURN_VALUE)).isFalse();
    assertReplicaAgrees();
  }

  @Test
  void activate_isRefused_unlessKnownAndNewAndAfterWhatItNeeds() {
    preactivate();
    chain.refused(ChainError.PROTOCOL_FEATURE, activate(UNKNOWN));
    chain.refused(ChainError.PROTOCOL_FEATURE, activate(PREACTIVATE_FEATURE));
    chain.refused(ChainError.PROTOCOL_FEATURE, activate(NO_DUPLICATE_DEFERRED_ID));
    chain.push(activate(REPLACE_DEFERRED));
    chain.refused(ChainError.PROTOCOL_FEATURE, activate(REPLACE_DEFERRED));
    chain.push(activate(NO_DUPLICATE_DEFERRED_ID));
    chain.produce();
    chain.produce();
    chain.refused(ChainError.PROTOCOL_FEATURE, activate(REPLACE_DEFERRED));
  }

  @Test
  void schedule_refuses_whatNoProducerMayActivateByItself() {
    refusedSchedule(
        ChainError.INVALID_PROTOCOL_FEATURES_TO_ACTIVATE,
        PREACTIVATE_FEATURE.digest(),
        PREACTIVATE_FEATURE.digest());
    refusedSchedule(ChainError.PROTOCOL_FEATURE, UNKNOWN);
    refusedSchedule(ChainError.PROTOCOL_FEATURE, ACTION_RETURN_VALUE.digest());
    refusedSchedule(ChainError.PROTOCOL_FEATURE, NO_DUPLICATE_DEFERRED_ID.digest());
    preactivate();
    refusedSchedule(ChainError.PROTOCOL_FEATURE, PREACTIVATE_FEATURE.digest());
  }

  @Test
  void schedule_takesThePlace_ofWhatWasScheduledBefore() {
    schedule(PREACTIVATE_FEATURE);
    chain.controller().scheduleFeatures(List.of());
    chain.produce();
    chain.produce();
    assertThat(chain.controller().head().features()).isEmpty();
  }

  @Test
  void blockInTheMaking_thatIsDropped_activatesNothing() {
    schedule(PREACTIVATE_FEATURE);
    chain.produce();
    Checksum256 committed = chain.controller().view().digest();
    chain.restart(chain.nextSlot().next());
    assertThat(chain.controller().view().digest()).isEqualTo(committed);
    assertThat(chain.controller().head().features()).isEmpty();
    chain.produce();
    assertThat(chain.controller().head().isActive(PREACTIVATE_FEATURE)).isTrue();
    assertReplicaAgrees();
  }

  @Test
  @Tag("CHAIN-10")
  void apply_refuses_activationsThatTheNodeRefuses() {
    preactivate();
    chain.push(activate(ACTION_RETURN_VALUE));
    chain.produce();
    chain.produce();
    List<SignedBlock> blocks = chain.blocks();
    blocks.subList(0, blocks.size() - 1).forEach(block -> ControllerTest.apply(replica, block));
    SignedBlock good = blocks.get(blocks.size() - 1);
    Checksum256 asked = ACTION_RETURN_VALUE.digest();

    refused(ChainError.BLOCK_VALIDATE, good, List.of());
    refused(ChainError.PROTOCOL_FEATURE, good, activation(asked, UNKNOWN));
    refused(ChainError.PROTOCOL_FEATURE, good, activation(asked, PREACTIVATE_FEATURE.digest()));
    refused(
        ChainError.PROTOCOL_FEATURE,
        good,
        activation(asked, NO_DUPLICATE_DEFERRED_ID.digest(), REPLACE_DEFERRED.digest()));
    ChainException unasked =
        refused(ChainError.PROTOCOL_FEATURE, good, activation(asked, REPLACE_DEFERRED.digest()));
    assertThat(unasked).hasMessageContaining("not asked for by a contract");
    refused(ChainError.ILL_FORMED_PROTOCOL_FEATURE_ACTIVATION, good, activation(asked, asked));
    refused(ChainError.ILL_FORMED_PROTOCOL_FEATURE_ACTIVATION, good, activation());
    Extension one = ProtocolFeature.activation(List.of(asked));
    refused(ChainError.INVALID_BLOCK_HEADER_EXTENSION, good, List.of(one, one));
    refused(
        ChainError.INVALID_BLOCK_HEADER_EXTENSION,
        good,
        List.of(new Extension(0, Bytes.ofHex("0201"))));
    Extension schedule = BlockHeader.announcement(new ProducerSchedule(
        1,
        List.of(ProducerSchedule.Producer.of(
            TestChain.ALICE, TestChain.key(TestChain.ALICE).publicKey()))));
    refused(ChainError.INVALID_BLOCK_HEADER_EXTENSION, good, List.of(schedule, one));
    refused(ChainError.PRODUCER_SCHEDULE, good, List.of(one, schedule));
    ControllerTest.apply(replica, good);
    assertThat(replica.head()).isEqualTo(chain.controller().head());
  }

  /** The head of one node is undone for two blocks that activate other features, and back. */
  @Test
  @Tag("CHAIN-02")
  void forkSwitch_goesToTheFeaturesOfTheOtherBranch() {
    chain.produce();
    ForkedChain left = forks();
    ForkedChain right = forks();
    chain.blocks().forEach(block -> {
      Forks.give(left, block);
      Forks.give(right, block);
    });
    Controller maker = controller();
    chain.blocks().forEach(block -> ControllerTest.apply(maker, block));
    BlockTimestamp slot = maker.head().header().timestamp();
    SignedBlock bare = seal(maker.begin(slot.next().next()));
    SignedBlock bareNext = seal(maker.begin(slot.next().next().next()));
    Controller activating = controller();
    chain.blocks().forEach(block -> ControllerTest.apply(activating, block));
    activating.scheduleFeatures(List.of(PREACTIVATE_FEATURE.digest()));
    SignedBlock active = seal(activating.begin(slot.next()));
    SignedBlock activeNext = seal(activating.begin(slot.next().next()));

    Forks.give(left, active);
    assertThat(left.head().isActive(PREACTIVATE_FEATURE)).isTrue();
    Forks.giveAll(left, bare, bareNext);
    assertThat(left.head().id()).isEqualTo(bareNext.id());
    assertThat(left.head().features()).isEmpty();
    assertThat(left.view().digest()).isEqualTo(maker.view().digest());

    Forks.give(right, bare);
    Forks.giveAll(right, active, activeNext);
    assertThat(right.head().features()).containsExactly(PREACTIVATE_FEATURE.digest());
    assertThat(right.view().digest()).isEqualTo(activating.view().digest());
  }

  /** Before a feature, schedules have one key a producer and stand in the header itself. */
  @Test
  @Tag("CHAIN-03")
  void schedule_isAnnounced_inTheFormThatTheFeaturesOfTheBlockBeforeTell() {
    chain.push(ScheduleChangeTest.setProducers(TestChain.ALICE));
    chain.produce();
    SignedBlock legacy = chain.produce();
    assertThat(legacy.header().headerExtensions()).isEmpty();
    assertThat(legacy.header().newProducers().orElseThrow().producers())
        .singleElement()
        .satisfies(producer -> assertThat(producer.producerName()).isEqualTo(TestChain.ALICE));
    assertThat(chain.controller().head().pendingScheduleHash())
        .isEqualTo(legacy.header().newProducers().orElseThrow().digest());
    preactivate();
    assertThat(chain.controller().head().activeSchedule().version()).isEqualTo(1);
    chain.push(activate(WTMSIG_BLOCK_SIGNATURES));
    chain.produce();
    chain.push(ScheduleChangeTest.setProducers(TestChain.BOB));
    SignedBlock activating = chain.produce();
    assertThat(ProtocolFeature.activatedBy(activating.header()))
        .containsExactly(WTMSIG_BLOCK_SIGNATURES.digest());
    List<SignedBlock> more = Stream.generate(chain::produce).limit(4).toList();
    assertThat(more)
        .allSatisfy(block -> assertThat(block.header().newProducers()).isEmpty());
    assertThat(more.stream().flatMap(block -> block.header().announcedSchedule().stream()))
        .singleElement()
        .satisfies(schedule -> assertThat(schedule.find(TestChain.BOB)).isPresent());
    assertThat(chain.controller().head().activeSchedule().version()).isEqualTo(2);
    assertReplicaAgrees();
  }

  private void preactivate() {
    schedule(PREACTIVATE_FEATURE);
    chain.produce();
    chain.produce();
    assertThat(chain.controller().head().isActive(PREACTIVATE_FEATURE)).isTrue();
  }

  private void schedule(ProtocolFeature feature) {
    chain.controller().scheduleFeatures(List.of(feature.digest()));
  }

  private void refusedSchedule(ChainError error, Checksum256... features) {
    assertThatThrownBy(() -> chain.controller().scheduleFeatures(List.of(features)))
        .isInstanceOf(ChainException.class)
        .extracting(e -> ((ChainException) e).reason())
        .isEqualTo(error);
    chain.produce();
    assertThat(chain.controller().head().features())
        .hasSizeLessThanOrEqualTo(1)
        .doesNotContain(UNKNOWN);
  }

  private void assertReplicaAgrees() {
    chain.blocks().forEach(block -> ControllerTest.apply(replica, block));
    assertThat(replica.head()).isEqualTo(chain.controller().head());
    assertThat(replica.view().digest()).isEqualTo(chain.controller().view().digest());
  }

  @CanIgnoreReturnValue
  private ChainException refused(
      ChainError error, SignedBlock good, List<Extension> headerExtensions) {
    BlockHeader header = good.header();
    BlockHeader changed = new BlockHeader(
        header.timestamp(),
        header.producer(),
        header.confirmed(),
        header.previous(),
        header.transactionMroot(),
        header.actionMroot(),
        header.scheduleVersion(),
        Optional.empty(),
        headerExtensions);
    BlockState head = replica.head();
    Checksum256 scheduleHash = headerExtensions.stream().anyMatch(each -> each.type() == 1)
        ? changed.announcedSchedule().orElseThrow().digest()
        : head.pendingScheduleHash();
    Checksum256 digest =
        BlockState.signingDigest(changed, head.blockroot().append(head.id()).root(), scheduleHash);
    SignedBlock block = new SignedBlock(
        changed, TestChain.key(TestChain.EOSIO).sign(digest), good.transactions(), List.of());
    Checksum256 before = replica.view().digest();
    ChainException refusal =
        catchThrowableOfType(ChainException.class, () -> ControllerTest.apply(replica, block));
    assertThat(refusal).as("must be refused with %s", error).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(error);
    assertThat(replica.head()).isEqualTo(head);
    assertThat(replica.view().digest()).isEqualTo(before);
    return refusal;
  }

  private static List<Extension> activation(Checksum256... features) {
    return List.of(ProtocolFeature.activation(List.of(features)));
  }

  private static Action activate(ProtocolFeature feature) {
    return activate(feature.digest());
  }

  private static Action activate(Checksum256 feature) {
    return TestChain.system(
        new SystemContract.Activate(feature), PermissionLevel.active(TestChain.EOSIO));
  }

  private static SignedBlock seal(Controller.Making making) {
    return making.seal(TestChain.key(TestChain.EOSIO)).block();
  }

  private static Controller controller() {
    return new Controller(
        TestChain.GENESIS, Set.of(), TestChain.catalog(), SignatureRecovery.COMPUTED);
  }

  private static ForkedChain forks() {
    return new ForkedChain(controller(), 100, evidence -> {});
  }
}
