package io.github.coopj.chain.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.block.LegacySchedule;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ProposedSchedule;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CHAIN-02")
class ScheduleChangeTest {
  private final TestChain chain = new TestChain();

  @Test
  void schedule_isAnnouncedThenActive_onceItsBlocksAreIrreversible() {
    chain.push(setProducers(TestChain.ALICE, TestChain.BOB));
    SignedBlock proposed = chain.produce();
    SignedBlock announced = chain.produce();
    SignedBlock waiting = chain.produce();
    SignedBlock active = chain.produce();

    assertThat(proposed.header().announcedSchedule()).isEmpty();
    ProducerSchedule schedule = announced.header().announcedSchedule().orElseThrow();
    assertThat(schedule.version()).isEqualTo(1);
    assertThat(schedule.producers())
        .extracting(ProducerSchedule.Producer::producerName)
        .containsExactly(TestChain.ALICE, TestChain.BOB);
    assertThat(waiting.header().announcedSchedule()).isEmpty();
    assertThat(Stream.of(proposed, announced, waiting)
            .map(block -> block.header().producer())
            .distinct())
        .containsExactly(TestChain.EOSIO);
    assertThat(waiting.header().scheduleVersion()).isZero();
    assertThat(active.header().scheduleVersion()).isEqualTo(1);
    assertThat(active.header().producer())
        .isEqualTo(schedule.scheduledAt(active.header().timestamp()).producerName());
    assertThat(chain.controller().head().activeSchedule()).isEqualTo(schedule);
    assertThat(chain.kernel().present().proposedSchedule()).isEmpty();
  }

  @Test
  void signingDigest_coversTheScheduleAnnouncedLast() {
    LegacySchedule first = new LegacySchedule(
        0,
        List.of(new LegacySchedule.Producer(
            TestChain.EOSIO, TestChain.key(TestChain.EOSIO).publicKey())));
    assertThat(chain.controller().head().pendingScheduleHash()).isEqualTo(first.digest());

    chain.push(setProducers(TestChain.ALICE));
    chain.produce();
    SignedBlock announced = chain.produce();
    ProducerSchedule schedule = announced.header().announcedSchedule().orElseThrow();
    assertThat(chain.controller().head().pendingScheduleHash()).isEqualTo(schedule.digest());
    chain.produce();
    chain.produce();
    assertThat(chain.controller().head().activeSchedule()).isEqualTo(schedule);
    assertThat(chain.controller().head().pendingScheduleHash()).isEqualTo(schedule.digest());
  }

  @Test
  void proposal_takesThePlaceOfAnotherOne_inTheSameBlock() {
    chain.push(setProducers(TestChain.ALICE));
    chain.refused(ChainError.ASSERT_MESSAGE, setProducers(TestChain.ALICE));
    chain.push(setProducers(TestChain.BOB));

    ProducerSchedule schedule =
        chain.kernel().present().proposedSchedule().orElseThrow().schedule();
    assertThat(schedule.version()).isEqualTo(1);
    assertThat(schedule.find(TestChain.BOB)).isPresent();
    assertThat(schedule.find(TestChain.ALICE)).isEmpty();
  }

  @Test
  void proposal_isRefused_whileAnotherOneWaits_inALaterBlock() {
    chain.push(setProducers(TestChain.ALICE, TestChain.BOB, TestChain.LEDGER, TestChain.OTHER));
    for (int i = 0; i < 100; i++) {
      chain.produce();
    }
    chain.push(setProducers(TestChain.BOB));
    chain.produce();

    chain.refused(ChainError.ASSERT_MESSAGE, setProducers(TestChain.ALICE));
    assertThat(chain.kernel().present().proposedSchedule())
        .map(ProposedSchedule::schedule)
        .map(ProducerSchedule::version)
        .contains(2L);
  }

  @Test
  void proposal_isRefused_whenItChangesNothing() {
    chain.refused(ChainError.ASSERT_MESSAGE, setProducers(TestChain.EOSIO));
  }

  @Test
  void proposal_isRefused_withoutProducersOrWithOneTwiceOrUnknown() {
    chain.refused(ChainError.WASM_EXECUTION_ERROR, setProducers());
    chain.refused(ChainError.WASM_EXECUTION_ERROR, setProducers(TestChain.ALICE, TestChain.ALICE));
    chain.refused(ChainError.WASM_EXECUTION_ERROR, setProducers(Name.of("nobody")));
  }

  @Test
  void proposal_followsTheScheduleAnnouncedLast_whenThatIsNotActiveYet() {
    for (int blocksLater = 1; blocksLater <= 3; blocksLater++) {
      TestChain fresh = new TestChain();
      fresh.push(setProducers(TestChain.ALICE));
      for (int i = 0; i < blocksLater; i++) {
        fresh.produce();
      }
      fresh.refused(ChainError.ASSERT_MESSAGE, setProducers(TestChain.ALICE));
      fresh.push(setProducers(TestChain.BOB));

      Optional<ProposedSchedule> proposed = fresh.kernel().present().proposedSchedule();
      assertThat(proposed.orElseThrow().schedule().version())
          .as("%d blocks after the first proposal", blocksLater)
          .isEqualTo(2);
      for (int i = 0; i < 8; i++) {
        fresh.produce();
      }
      assertThat(fresh.controller().head().activeSchedule().version()).isEqualTo(2);
      assertThat(fresh.controller().head().header().producer()).isEqualTo(TestChain.BOB);
      assertThat(fresh.blocks().stream()
              .flatMap(block -> block.header().announcedSchedule().stream())
              .map(ProducerSchedule::version))
          .containsExactly(1L, 2L);
    }
  }

  @Test
  void chainOfManyProducers_isApplied_byAnotherController() {
    chain.push(setProducers(TestChain.ALICE, TestChain.BOB, TestChain.LEDGER, TestChain.OTHER));
    for (int i = 0; i < 150; i++) {
      chain.produce();
    }
    Controller other = new Controller(TestChain.GENESIS, TestChain.catalog());
    chain.blocks().forEach(block -> ControllerTest.apply(other, block));

    assertThat(other.head()).isEqualTo(chain.controller().head());
    assertThat(other.head().finality().irreversible()).isBetween(100L, 150L);
    assertThat(chain.blocks().stream().map(block -> block.header().producer()).distinct())
        .hasSize(5);
  }

  static Action setProducers(Name... names) {
    return TestChain.system(
        new SystemContract.SetProducers(Stream.of(names)
            .map(name -> new SystemContract.Producer(name, TestChain.key(name).publicKey()))
            .toList()),
        PermissionLevel.active(TestChain.EOSIO));
  }
}
