package io.github.coopj.chain.node;

import static io.github.coopj.chain.consensus.Forks.A;
import static io.github.coopj.chain.consensus.Forks.B;
import static io.github.coopj.chain.consensus.Forks.C;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.consensus.Controller;
import io.github.coopj.chain.consensus.ForkedChain;
import io.github.coopj.chain.consensus.Forks;
import io.github.coopj.chain.consensus.Reception;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node that leaves a branch: what becomes of the transactions of its blocks. */
@Tag("CHAIN-02")
@Tag("CHAIN-10")
class OrphansTest {
  private final Forks forks = new Forks();
  private final ForkedChain here = forks.chain();
  private final ForkedChain there = forks.chain();
  private final TransactionQueue queue = new TransactionQueue(10);
  private final List<ChainError> dropped = new ArrayList<>();

  @Test
  void orphans_returnToTheQueue_inTheirOrder_beforeAllOthers_andAreExecutedOnce() {
    BlockTimestamp end = forks.slot(C, 0, 0);
    BlockTimestamp later = forks.slot(C, 0, 8);
    TransactionMetadata one = forks.put(1, later);
    TransactionMetadata inBoth = forks.put(2, later);
    TransactionMetadata expired = forks.put(3, forks.slot(A, 0, 4));
    TransactionMetadata two = forks.put(4, later);
    TransactionMetadata three = forks.put(5, later);
    List.of(one, inBoth).forEach(queue::add);
    produce(forks.slot(A, 0, 0));
    List.of(expired, two, three).forEach(queue::add);
    produce(forks.slot(A, 0, 1));
    assertThat(queue.size()).isZero();

    TransactionMetadata there1 = forks.put(6, later);
    TransactionMetadata waiting = forks.put(7, later);
    List.of(there1, waiting).forEach(queue::add);
    SignedBlock b1 = Forks.make(there, forks.slot(B, 0, 0), inBoth);
    SignedBlock b2 = Forks.make(there, forks.slot(B, 0, 1), there1);
    SignedBlock b3 = Forks.make(there, end);
    List.of(b1, b2).forEach(block -> queue.follow(Forks.give(here, block)));
    assertThat(queue.size()).as("nothing has moved yet").isEqualTo(2);

    Reception reception = Forks.give(here, b3);
    queue.follow(reception);
    assertThat(reception.undone()).hasSize(2);
    assertThat(queue.size()).isEqualTo(4);
    produce(forks.slot(C, 0, 1));

    assertThat(here.branch().get(3).transactions()).containsExactly(one, two, three, waiting);
    assertThat(dropped).isEmpty();
    assertThat(queue.size()).isZero();
  }

  /** Not expired when the branch is left, but when its turn comes. */
  @Test
  void orphans_areDropped_whenTheyExpireInTheQueue() {
    TransactionMetadata soon = forks.put(1, forks.slot(C, 0, 2));
    TransactionMetadata late = forks.put(2, forks.slot(C, 0, 9));
    List.of(soon, late).forEach(queue::add);
    produce(forks.slot(A, 0, 0));
    SignedBlock b1 = Forks.make(there, forks.slot(B, 0, 0));
    SignedBlock b2 = Forks.make(there, forks.slot(C, 0, 0));
    List.of(b1, b2).forEach(block -> queue.follow(Forks.give(here, block)));
    assertThat(queue.size()).isEqualTo(2);

    produce(forks.slot(C, 0, 6));
    assertThat(dropped).containsExactly(ChainError.EXPIRED_TX);
    assertThat(here.branch().get(2).transactions()).containsExactly(late);
  }

  /** Makes a block of what waits, as a node does. */
  private void produce(BlockTimestamp slot) {
    Controller.Making making = here.begin(slot);
    for (Optional<TransactionMetadata> next = queue.poll(); next.isPresent(); next = queue.poll()) {
      try {
        making.execute(next.get(), 100);
      } catch (ChainException e) {
        dropped.add(e.reason());
      }
    }
    queue.follow(here.seal(making, TestChain.key(making.producer().producerName()), block -> {}));
  }
}
