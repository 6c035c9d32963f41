package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Ledger;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.TransactionBuilder;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionQueueTest {
  private static final TimePointSec SOON = new TimePointSec(1_767_225_600);

  private final TransactionQueue queue = new TransactionQueue(3);

  @Test
  void queue_givesTransactions_inTheOrderTheyCame() {
    TransactionMetadata one = transaction(1);
    TransactionMetadata two = transaction(2);
    queue.add(one);
    queue.add(two);

    assertThat(queue.size()).isEqualTo(2);
    assertThat(drained()).containsExactly(one, two);
    assertThat(queue.poll()).isEmpty();
  }

  @Test
  void add_isRefused_twice_andWhereTheQueueIsFull() {
    TransactionMetadata one = transaction(1);
    queue.add(one);
    refused(ChainError.TX_DUPLICATE, one);
    queue.add(transaction(2));
    queue.add(transaction(3));
    refused(ChainError.TX_RESOURCE_EXHAUSTION, transaction(4));

    assertThat(queue.poll()).contains(one);
    queue.add(transaction(4));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new TransactionQueue(0))
        .withMessage("a queue holds 1 transaction or more, got 0");
  }

  @Test
  void giveBack_putsOrphansFirst_onceEach_evenBeyondTheCapacity() {
    List<TransactionMetadata> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(transaction(i));
    }
    queue.add(all.get(0));
    queue.add(all.get(1));
    queue.add(all.get(2));

    queue.giveBack(List.of(all.get(3), all.get(1), all.get(4)));
    assertThat(drained())
        .containsExactly(all.get(3), all.get(1), all.get(4), all.get(0), all.get(2));
  }

  @Test
  void remove_forgetsWhatIsInABlock_orExpired() {
    TransactionMetadata one = transaction(1);
    TransactionMetadata two = transaction(2);
    queue.add(one);
    queue.add(two);
    queue.remove(List.of(one.id(), Checksum256.ZERO));
    assertThat(queue.size()).isEqualTo(1);

    BlockTimestamp expires =
        BlockTimestamp.of(two.transaction().header().expiration().toInstant());
    assertThat(queue.removeExpired(expires)).as("the last moment").isEmpty();
    assertThat(queue.removeExpired(expires.next())).containsExactly(two.id());
    assertThat(queue.size()).isZero();
  }

  private List<TransactionMetadata> drained() {
    List<TransactionMetadata> all = new ArrayList<>();
    queue.poll().ifPresent(all::add);
    while (queue.size() > 0) {
      all.add(queue.poll().orElseThrow());
    }
    return all;
  }

  private void refused(ChainError reason, TransactionMetadata transaction) {
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> queue.add(transaction))
        .extracting(ChainException::reason)
        .isEqualTo(reason);
  }

  private static TransactionMetadata transaction(long id) {
    return TransactionMetadata.recover(
        TransactionBuilder.forChain(TestChain.GENESIS.chainId())
            .tapos(TestChain.GENESIS.chainId())
            .expiresAt(SOON.plusSeconds(id))
            .add(TestChain.ledger(new Ledger.Put(TestChain.ALICE, id, "row"), TestChain.ALICE))
            .sign(TestChain.key(TestChain.ALICE))
            .pack(Compression.NONE),
        TestChain.GENESIS.chainId());
  }
}
