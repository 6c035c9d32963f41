package io.github.coopj.chain.store;

import static io.github.coopj.chain.consensus.Forks.A;
import static io.github.coopj.chain.consensus.Forks.B;
import static io.github.coopj.chain.consensus.Forks.C;
import static io.github.coopj.chain.consensus.Forks.D;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.ForkedChain;
import io.github.coopj.chain.consensus.Forks;
import io.github.coopj.chain.consensus.SignatureRecovery;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.name.Name;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** States that the chain had are worked out anew from its log, without reading more of it than is allowed. */
@Tag("CHAIN-02")
class PastStatesTest {
  private static final StoreOptions OPTIONS = StoreOptions.builder()
      .directory(Path.of("past"))
      .snapshotInterval(5)
      .history(false)
      .build();
  private static final int MOST = 4;
  private static final int MOST_READ = 8;

  private final MemoryDisk disk = new MemoryDisk();
  private final NavigableMap<Long, BlockState> states = new TreeMap<>();

  private StoredForks open(Controller controller) {
    return StoredForks.open(
        disk, OPTIONS, controller, TestChain.GENESIS, Forks::recovered, 100, evidence -> {});
  }

  private static Controller genesis(Set<ProtocolFeature> features) {
    return new Controller(
        TestChain.GENESIS, features, TestChain.catalog(), SignatureRecovery.COMPUTED);
  }

  private static Controller genesis() {
    return new Controller(TestChain.GENESIS, TestChain.catalog());
  }

  private void note(List<AppliedBlock> irreversible) {
    irreversible.forEach(block -> states.put(block.state().number(), block.state()));
  }

  private BlockState known(long number) {
    return Objects.requireNonNull(states.get(number), "the chain had block " + number);
  }

  /** A chain of four producers, and what all of its irreversible blocks have led to. */
  private StoredForks grown() {
    Forks forks = new Forks();
    ForkedChain maker = forks.chain();
    List<SignedBlock> blocks = new ArrayList<>(forks.boot());
    for (int round = 0; round < 5; round++) {
      for (Name producer : List.of(A, B, C, D)) {
        blocks.add(Forks.make(maker, forks.slot(producer, round, 3)));
        blocks.add(Forks.make(maker, forks.slot(producer, round, 4)));
      }
    }
    StoredForks here = open(genesis());
    blocks.forEach(
        block -> note(here.receive(block, Forks.recovered(block), Forks.EVER).irreversible()));
    assertThat(states.size()).isGreaterThan(3 * MOST_READ);
    return here;
  }

  @Test
  void state_isThatWhichTheChainHad_atEachIrreversibleBlock() {
    try (StoredForks here = grown()) {
      PastStates all = new PastStates(here.store(), genesis().head());
      states
          .descendingMap()
          .forEach(
              (number, state) -> assertThat(all.state(number)).as("%d", number).contains(state));
    }
  }

  @Test
  void question_readsABoundedPartOfTheLog_andTheNextOneGoesOn() {
    try (StoredForks here = grown()) {
      PastStates few = new PastStates(here.store(), genesis().head(), MOST, MOST_READ);
      long last = states.lastKey();

      assertThat(few.state(1L + MOST_READ)).contains(known(1L + MOST_READ));
      few = new PastStates(here.store(), genesis().head(), MOST, MOST_READ);
      assertThat(few.state(2L + MOST_READ)).isEmpty();

      few = new PastStates(here.store(), genesis().head(), MOST, MOST_READ);
      int asked = 1;
      while (few.state(last).isEmpty()) {
        asked++;
        assertThat(asked).as("questions").isLessThan((int) last);
      }
      assertThat(asked).isBetween(3, (int) last / MOST);
      for (long number = 2; number <= last; number++) {
        assertThat(few.state(number)).as("%d", number).contains(known(number));
      }
    }
  }

  @Test
  void question_isAnsweredAtOnce_nearWhatTheChainHasPassed_orStartedFrom() {
    try (StoredForks here = grown()) {
      long last = states.lastKey();
      PastStates passed = new PastStates(here.store(), genesis().head(), 64, MOST_READ);
      assertThat(passed.state(last)).isNotEmpty();
      passed = new PastStates(here.store(), genesis().head(), MOST, MOST_READ);
      assertThat(passed.state(last)).isEmpty();
      passed = new PastStates(here.store(), genesis().head(), MOST, MOST_READ);
      states.headMap(last).values().forEach(passed::passed);
      assertThat(passed.state(last)).contains(known(last));

      PastStates started = new PastStates(here.store(), genesis().head(), MOST, MOST_READ);
      started.startsAt(known(last - MOST_READ));
      assertThat(started.state(last)).contains(known(last));
      assertThat(started.state(last - MOST_READ - 1)).isEmpty();
    }
  }

  @Test
  void state_hasTheFeatures_thatTheChainBeganWith() {
    Set<ProtocolFeature> features = Set.of();
    try (StoredForks here = open(genesis(features))) {
      for (int i = 0; i < 6; i++) {
        Controller.Making making = here.begin(here.head().header().timestamp().next());
        note(here.seal(making, TestChain.key(SystemActions.EOSIO)).irreversible());
      }
      PastStates all = new PastStates(here.store(), genesis(features).head());

      long last = states.lastKey();
      assertThat(all.state(last)).contains(known(last));
      assertThat(known(last).features()).isEmpty();
    }
  }
}
