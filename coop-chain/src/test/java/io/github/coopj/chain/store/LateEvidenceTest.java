package io.github.coopj.chain.store;

import static io.github.coopj.chain.consensus.Forks.A;
import static io.github.coopj.chain.consensus.Forks.B;
import static io.github.coopj.chain.consensus.Forks.C;
import static io.github.coopj.chain.consensus.Forks.D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.chain.consensus.ForkedChain;
import io.github.coopj.chain.consensus.Forks;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.name.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The second block of a slot comes when the first is irreversible, or the other way about, also after a restart. */
@Tag("CHAIN-02")
@Tag("CHAIN-10")
class LateEvidenceTest {
  private static final Path FOLDER = Path.of("late");
  private static final StoreOptions OPTIONS = StoreOptions.builder()
      .directory(FOLDER)
      .snapshotInterval(5)
      .history(false)
      .build();
  private static final int ROUNDS = 5;

  private final Forks forks = new Forks();
  private final ForkedChain one = forks.chain();
  private final ForkedChain other = forks.chain();
  private MemoryDisk disk = new MemoryDisk();
  private final List<Evidence> told = new ArrayList<>();

  private StoredForks open() {
    return StoredForks.open(
        disk,
        OPTIONS,
        new Controller(TestChain.GENESIS, TestChain.catalog()),
        TestChain.GENESIS,
        Forks::recovered,
        100,
        told::add);
  }

  /** Goes on for some rounds; all of it and what all chains begin with. */
  private List<SignedBlock> grown(ForkedChain chain, SignedBlock... first) {
    List<SignedBlock> blocks = new ArrayList<>(forks.boot());
    blocks.addAll(List.of(first));
    for (int round = 0; round < ROUNDS; round++) {
      for (Name producer : List.of(A, B, C, D)) {
        blocks.add(Forks.make(chain, forks.slot(producer, round, 8)));
        blocks.add(Forks.make(chain, forks.slot(producer, round, 9)));
      }
    }
    return blocks;
  }

  /** Has all blocks, then stops and starts from a snapshot after the first of them. */
  private StoredForks restarted(List<SignedBlock> blocks) {
    try (StoredForks here = open()) {
      blocks.forEach(block -> here.receive(block, Forks.recovered(block), Forks.EVER));
    }
    StoredForks here = open();
    assertThat(here.store().start()).isGreaterThan(forks.boot().size() + 4L);
    assertThat(told).isEmpty();
    return here;
  }

  private static void late(StoredForks here, SignedBlock block) {
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> here.receive(block, Forks.recovered(block), Forks.EVER))
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.UNLINKABLE_BLOCK);
  }

  @Test
  void producer_isCaught_whicheverOfItsBlocksIsIrreversible_andThatIsKnownAfterARestart() {
    SignedBlock first = Forks.make(one, forks.slot(A, 0, 0));
    SignedBlock second = Forks.make(other, forks.slot(A, 0, 0), forks.put(1, forks.slot(B, 0, 0)));
    Evidence evidence;
    try (StoredForks here = restarted(grown(one, first))) {
      late(here, second);
      assertThat(told).hasSize(1);
      evidence = told.get(0);
      assertThat(evidence.verify()).isTrue();
      assertThat(evidence.verify(here.head().activeSchedule())).isTrue();
      assertThat(evidence.accused().producerName()).isEqualTo(A);
      late(here, second);
      assertThat(here.evidence()).containsExactly(evidence);
    }
    try (StoredForks here = open()) {
      assertThat(here.evidence()).containsExactly(evidence);
      assertThat(here.store().evidence()).containsExactly(evidence);
      late(here, second);
      assertThat(told).as("nobody is told again").hasSize(1);
    }

    told.clear();
    disk = new MemoryDisk();
    try (StoredForks here = restarted(grown(other, second))) {
      assertThat(here.evidence()).isEmpty();
      late(here, first);
      assertThat(told).containsExactly(evidence);
    }
  }

  /** The branch of the second block begins with one of an honest producer. */
  @Test
  void producer_isCaught_furtherOnABranchThatCameTooLate() {
    SignedBlock honest = Forks.make(other, forks.slot(A, 0, 3));
    SignedBlock second = Forks.make(other, forks.slot(B, 0, 8));
    try (StoredForks here = restarted(grown(one))) {
      late(here, second);
      assertThat(told).as("the block before it is not known").isEmpty();
      late(here, honest);
      assertThat(told).as("no other block is of that slot").isEmpty();
      late(here, second);
      assertThat(told).hasSize(1);
      assertThat(told.get(0).accused().producerName()).isEqualTo(B);
      assertThat(told.get(0).verify()).isTrue();
    }
  }

  @Test
  void nobodyIsCaught_byABlockThatItsProducerDidNotSign_orThatIsInTheLog() {
    SignedBlock first = Forks.make(one, forks.slot(A, 0, 0));
    SignedBlock second = Forks.make(other, forks.slot(A, 0, 0), forks.put(1, forks.slot(B, 0, 0)));
    SignedBlock elsewhere = Forks.make(forks.chain(), forks.slot(B, 0, 0));
    try (StoredForks here = restarted(grown(one, first))) {
      late(
          here,
          new SignedBlock(
              second.header(),
              TestChain.key(B).sign(second.id()),
              second.transactions(),
              second.extensions()));
      late(here, elsewhere);
      late(here, first);
      assertThat(told).isEmpty();
      assertThat(here.evidence()).isEmpty();
    }
  }

  @Test
  void evidence_isPutAside_whereItsFileIsDamaged_andTheChainGoesOn() throws IOException {
    SignedBlock first = Forks.make(one, forks.slot(A, 0, 0));
    SignedBlock second = Forks.make(other, forks.slot(A, 0, 0), forks.put(1, forks.slot(B, 0, 0)));
    try (StoredForks here = restarted(grown(one, first))) {
      late(here, second);
    }
    Path file = FOLDER.resolve("evidence.bin");
    byte[] bad = disk.bytes(file);
    bad[bad.length / 2] ^= 1;
    disk.put(file, bad);
    try (StoredForks here = open()) {
      assertThat(here.evidence()).isEmpty();
      assertThat(here.store().notes())
          .anyMatch(note -> note.contains("evidence.bin: not what was written; put aside"));
      late(here, second);
      assertThat(here.evidence()).hasSize(1);
    }
    try (StoredForks here = open()) {
      assertThat(here.evidence()).hasSize(1);
    }
  }
}
