package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.consensus.AppliedBlock;
import io.github.coopj.chain.consensus.Reception;
import io.github.coopj.chain.kernel.TableKey;
import io.github.coopj.chain.store.History;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.crypto.Checksum256;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two chains with half of the producers each, which a host makes one. */
@Tag("CHAIN-02")
@Tag("CHAIN-10")
@Timeout(300)
class TwoChainsTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir
  private Path directory;

  /** The branch as a listener is told of it. */
  private static final class Told implements ChainListener {
    private final List<AppliedBlock> line = new ArrayList<>();
    private final List<SignedBlock> irreversible = new ArrayList<>();
    private int undone;
    private int orphaned;

    @Override
    public void changed(Reception change) {
      for (AppliedBlock block : change.undone()) {
        assertThat(line.remove(line.size() - 1).state().id())
            .isEqualTo(block.state().id());
        undone++;
      }
      line.addAll(change.applied());
      change.irreversible().forEach(each -> irreversible.add(each.block()));
      orphaned += change.orphaned().size();
    }
  }

  @Test
  void chains_areOne_inMemory_andWhatIsIrreversibleGrows() {
    try (TwoChains two = TwoChains.inMemory()) {
      long before = two.here().info().irreversibleNumber();
      two.pass(200);

      assertThat(two.there().info()).isEqualTo(two.here().info());
      assertThat(two.there().stateDigest()).isEqualTo(two.here().stateDigest());
      assertThat(two.here().info().irreversibleNumber()).isGreaterThan(before + 100);
      assertThat(two.here().evidence()).isEmpty();
    }
  }

  @Test
  @Tag("CHAIN-08")
  void chain_leavesItsBranch_andEveryTransferIsInTheOtherOneOnce_alsoAfterARestartInTheMiddle()
      throws Exception {
    Told told = new Told();
    try (TwoChains two = new TwoChains(
        List.of(Optional.of(directory.resolve("here")), Optional.of(directory.resolve("there"))),
        List.of(ChainListener.NONE, told))) {
      two.pass(2 * 4 * TwoChains.TURN);
      long parting = two.here().info().headNumber();
      two.apart();
      SignedTransaction both = two.transfer(LONG);
      SignedTransaction soon = two.transfer(Duration.ofSeconds(10));
      List<SignedTransaction> mine = List.of(two.transfer(LONG), two.transfer(LONG));
      List<SignedTransaction> theirs = List.of(two.transfer(LONG), two.transfer(LONG));
      CompletableFuture<PushResult> bothHere = two.here().submit(both);
      mine.forEach(each -> TwoChains.submit(two.here(), each));
      List<CompletableFuture<PushResult>> done = new ArrayList<>();
      done.add(two.there().submit(soon));
      done.add(two.there().submit(theirs.get(0)));
      done.add(two.there().submit(both));
      two.pass(TwoChains.TURN + 3);
      assertThat(done).as("in the log there").allMatch(CompletableFuture::isDone);
      assertThat(bothHere).isCompleted();
      two.restart(1);
      assertThat(two.there().push(theirs.get(1)).id()).isEqualTo(theirs.get(1).id());
      two.pass(2 * TwoChains.TURN - 3);
      long left = two.there().info().headNumber() - parting;
      assertThat(left).isEqualTo(TwoChains.TURN);
      assertThat(TwoChains.transferred(two.there())).isEqualTo(4);
      assertThat(two.here().info().headNumber()).isEqualTo(parting + 2 * TwoChains.TURN);

      two.rejoin();
      SignedBlock best = two.here().block(two.here().info().headNumber()).orElseThrow();
      TwoChains.give(two.here(), best, two.there());
      assertThat(two.there().info()).isEqualTo(two.here().info());
      assertThat(told.undone).isEqualTo((int) left);
      assertThat(told.orphaned)
          .as("neither that which both have nor the expired one")
          .isEqualTo(2);
      assertThat(TwoChains.transferred(two.there()))
          .as("the others are in no block")
          .isEqualTo(3);

      two.restart(1);
      assertThat(two.there().info()).isEqualTo(two.here().info());
      assertThat(two.there().queued()).as("the folder has kept them").isEqualTo(2);
      two.pass(3 * 4 * TwoChains.TURN);
      assertOne(two);
      assertThat(TwoChains.transactions(two.here(), parting))
          .containsExactlyInAnyOrder(
              both.id(),
              mine.get(0).id(),
              mine.get(1).id(),
              theirs.get(0).id(),
              theirs.get(1).id());
      assertThat(TwoChains.transferred(two.here())).isEqualTo(5);
      assertToldAll(told, two.there());
      assertSameHistory(two);
      two.there().writeSnapshot();
      two.restart(1);
      assertThat(two.there().store().orElseThrow().start())
          .isEqualTo(two.here().info().irreversibleNumber());
      two.pass(10);
      assertOne(two);
    }
  }

  private static void assertOne(TwoChains two) {
    assertThat(two.there().info()).isEqualTo(two.here().info());
    assertThat(two.there().stateDigest()).isEqualTo(two.here().stateDigest());
    for (long n = 2; n <= two.here().info().headNumber(); n++) {
      assertThat(two.there().store().orElseThrow().block(n))
          .isEqualTo(two.here().store().orElseThrow().block(n))
          .isEqualTo(two.here().block(n));
    }
  }

  private static void assertToldAll(Told told, LocalChain chain) {
    for (AppliedBlock each : told.line) {
      assertThat(chain.block(each.state().number())).contains(each.block());
    }
    assertThat(told.line.get(told.line.size() - 1).state().id())
        .isEqualTo(chain.info().headId());
    for (SignedBlock each : told.irreversible) {
      assertThat(chain.block(each.number())).contains(each);
    }
    assertThat(told.irreversible.get(told.irreversible.size() - 1).number())
        .isEqualTo(chain.info().irreversibleNumber());
  }

  private static void assertSameHistory(TwoChains two) throws InterruptedException {
    long until = two.here().info().irreversibleNumber();
    History here = two.here().store().orElseThrow().history().orElseThrow();
    History there = two.there().store().orElseThrow().history().orElseThrow();
    here.await(until);
    there.await(until);
    assertThat(there.block()).isEqualTo(here.block()).isEqualTo(until);
    TableKey balances = new TableKey(TokenContract.ACCOUNT, TwoChains.B, TokenContract.ACCOUNTS);
    int versions = 0;
    for (long n = 2; n <= until; n++) {
      assertThat(there.rows(balances, n, 0, 10)).isEqualTo(here.rows(balances, n, 0, 10));
      versions += here.rows(balances, n, 0, 10).equals(here.rows(balances, n - 1, 0, 10)) ? 0 : 1;
    }
    assertThat(versions).as("blocks that changed the balance").isEqualTo(2);
  }

  /** The host parts and joins them again and again, while others submit to both. */
  @Test
  void everyTransfer_isInTheChainOnce_whileThreadsSubmit_andBranchesAreLeft() throws Exception {
    Told told = new Told();
    try (TwoChains two = new TwoChains(
        List.of(Optional.of(directory.resolve("a")), Optional.of(directory.resolve("b"))),
        List.of(ChainListener.NONE, told))) {
      long start = two.here().info().headNumber();
      AtomicBoolean over = new AtomicBoolean();
      AtomicInteger sent = new AtomicInteger();
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Future<List<Checksum256>>> feeding = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        LocalChain chain = two.chain(i);
        feeding.add(threads.submit(() -> feed(two, chain, over, sent)));
      }
      int slots = 0;
      for (int round = 0; round < 8; round++) {
        two.apart();
        two.pass(7 + 5 * round);
        two.rejoin();
        two.pass(20);
        slots += 27 + 5 * round;
        while (sent.get() < slots / 2) {
          Thread.onSpinWait();
        }
      }
      over.set(true);
      List<Checksum256> all = new ArrayList<>();
      for (Future<List<Checksum256>> each : feeding) {
        all.addAll(each.get());
      }
      threads.shutdown();
      two.pass(4 * 4 * TwoChains.TURN);

      assertOne(two);
      assertThat(TwoChains.transactions(two.there(), start))
          .containsExactlyInAnyOrderElementsOf(all);
      assertThat(TwoChains.transferred(two.there())).isEqualTo(all.size());
      assertThat(told.undone).as("blocks taken back there").isGreaterThan(10);
      assertThat(two.there().queued()).isZero();
      assertToldAll(told, two.there());
    }
  }

  private static List<Checksum256> feed(
      TwoChains two, LocalChain chain, AtomicBoolean over, AtomicInteger sent) {
    List<Checksum256> ids = new ArrayList<>();
    while (!over.get() && ids.size() < 400) {
      SignedTransaction transfer = two.transfer(LONG);
      ids.add(transfer.id());
      TwoChains.submit(chain, transfer);
      sent.incrementAndGet();
    }
    return ids;
  }
}
