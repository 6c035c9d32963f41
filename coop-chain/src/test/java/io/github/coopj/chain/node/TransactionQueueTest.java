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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Test
  void take_andPutBack_keepTheOrder_andWhoWaits() {
    List<Submission> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(queue.enter(transaction(i)));
    }
    List<Submission> taken = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      taken.add(Objects.requireNonNull(queue.take()));
    }
    assertThat(taken).containsExactly(all.get(0), all.get(1));
    assertThat(queue.size()).isEqualTo(1);
    queue.add(transaction(3));
    queue.add(transaction(4));
    queue.putBack(taken);
    assertThat(queue.size()).as("beyond the capacity").isEqualTo(5);
    refused(ChainError.TX_DUPLICATE, all.get(1).transaction());
    refused(ChainError.TX_RESOURCE_EXHAUSTION, transaction(5));

    assertThat(queue.take()).isSameAs(all.get(0));
    assertThat(queue.take()).isSameAs(all.get(1));
    assertThat(queue.take()).isSameAs(all.get(2));
    assertThat(drained()).hasSize(2);
  }

  /** Somebody was impatient and sent it again while it was being executed. */
  @Test
  void putBack_keepsBoth_ofATransactionThatCameAgain() {
    TransactionMetadata one = transaction(1);
    Submission first = queue.enter(one);
    assertThat(queue.take()).isSameAs(first);
    Submission second = queue.enter(one);
    queue.putBack(List.of(first));

    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.take()).isSameAs(first);
    refused(ChainError.TX_DUPLICATE, one);
    assertThat(queue.take()).isSameAs(second);
    assertThat(queue.size()).isZero();
    queue.add(one);
  }

  @Test
  void remove_letsTheSameComeAgain_atTheEnd() {
    TransactionMetadata one = transaction(1);
    TransactionMetadata two = transaction(2);
    queue.add(one);
    queue.add(two);
    queue.remove(List.of(one.id(), one.id()));
    queue.add(one);

    assertThat(drained()).containsExactly(two, one);
  }

  @Test
  void queue_givesEachOnce_toManyThreads_andHoldsNoMoreThanItMay() throws Exception {
    int capacity = 10;
    int perThread = 60;
    TransactionQueue shared = new TransactionQueue(capacity);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      AtomicInteger adding = new AtomicInteger(2);
      List<Future<List<TransactionMetadata>>> done = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        List<TransactionMetadata> mine = new ArrayList<>();
        for (int i = 0; i < perThread; i++) {
          mine.add(transaction(thread * 1000L + i));
        }
        done.add(threads.submit(() -> {
          mine.forEach(each -> addWhenThereIsRoom(shared, each));
          adding.decrementAndGet();
          return mine;
        }));
      }
      List<Future<List<TransactionMetadata>>> taking = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        taking.add(threads.submit(() -> {
          List<TransactionMetadata> taken = new ArrayList<>();
          while (adding.get() > 0 || shared.size() > 0) {
            assertThat(shared.size()).isBetween(0, capacity);
            shared.poll().ifPresent(taken::add);
          }
          return taken;
        }));
      }
      List<TransactionMetadata> added = new ArrayList<>();
      for (Future<List<TransactionMetadata>> each : done) {
        added.addAll(each.get());
      }
      List<TransactionMetadata> taken = new ArrayList<>();
      for (Future<List<TransactionMetadata>> each : taking) {
        List<TransactionMetadata> some = each.get();
        taken.addAll(some);
        assertThat(some.stream().filter(added.subList(0, perThread)::contains))
            .as("those of one thread, in their order")
            .isSortedAccordingTo(Comparator.comparingInt(added::indexOf));
      }
      assertThat(taken).containsExactlyInAnyOrderElementsOf(added);
      assertThat(shared.size()).isZero();
    } finally {
      threads.shutdown();
    }
  }

  private static void addWhenThereIsRoom(TransactionQueue queue, TransactionMetadata transaction) {
    while (true) {
      try {
        queue.add(transaction);
        return;
      } catch (ChainException e) {
        assertThat(e.reason()).isEqualTo(ChainError.TX_RESOURCE_EXHAUSTION);
        Thread.onSpinWait();
      }
    }
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
