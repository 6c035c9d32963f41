package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.client.PushResult;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.transaction.SignedTransaction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a chain says to blocks of others, and what becomes of transactions that wait in it. */
@Tag("CHAIN-02")
@Timeout(120)
class LocalChainAcceptTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final TwoChains two = TwoChains.inMemory();

  @AfterEach
  void close() {
    two.close();
  }

  /** Block of one side that the other has not heard of. */
  private SignedBlock apart(int slots, LocalChain of) {
    two.apart();
    two.pass(slots);
    two.rejoin();
    return of.block(of.info().headNumber()).orElseThrow();
  }

  @Test
  void accept_extends_once_thenItIsADuplicate() {
    SignedBlock block = apart(1, two.here());

    assertThat(two.there().accept(block))
        .isInstanceOfSatisfying(Acceptance.Extended.class, extended -> {
          assertThat(extended.reception().applied()).hasSize(1);
          assertThat(extended.change()).contains(extended.reception());
        });
    assertThat(two.there().info()).isEqualTo(two.here().info());
    assertThat(two.there().accept(block)).isEqualTo(new Acceptance.Duplicate());
    assertThat(two.here().accept(block)).isEqualTo(new Acceptance.Duplicate());
    assertThat(new Acceptance.Duplicate().change()).isEmpty();
  }

  @Test
  void accept_isUnlinkable_whereTheBlockBeforeIsMissing_andTellsWhich() {
    SignedBlock second = apart(2, two.here());
    SignedBlock first = two.here().block(second.number() - 1).orElseThrow();
    long head = two.there().info().headNumber();

    assertThat(two.there().accept(second)).isEqualTo(new Acceptance.Unlinkable(first.id()));
    assertThat(two.there().info().headNumber()).isEqualTo(head);
    assertThat(two.there().accept(first)).isInstanceOf(Acceptance.Extended.class);
    assertThat(two.there().accept(second)).isInstanceOf(Acceptance.Extended.class);
  }

  @Test
  void accept_keepsABranchThatIsAsGood_andSwitchesToOneThatIsBetter() {
    SignedBlock last = apart(TwoChains.TURN + 3, two.there());
    long parting = last.number() - 3;
    for (int i = 1; i <= 3; i++) {
      assertThat(two.there().accept(two.here().block(parting + i).orElseThrow()))
          .isEqualTo(new Acceptance.Kept());
    }
    assertThat(two.there().info().headId()).isEqualTo(last.id());

    assertThat(two.there().accept(two.here().block(parting + 4).orElseThrow()))
        .isInstanceOfSatisfying(Acceptance.Switched.class, switched -> {
          assertThat(switched.reception().undone()).hasSize(3);
          assertThat(switched.reception().applied()).hasSize(4);
          assertThat(switched.change()).isPresent();
        });
    assertThat(two.there().block(last.number()).orElseThrow().id()).isNotEqualTo(last.id());
  }

  @Test
  void accept_refuses_whatIsSignedByAnother_orContradictsWhatIsIrreversible() {
    SignedBlock other = apart(TwoChains.TURN + 1, two.there());
    SignedBlock block =
        two.here().block(two.here().info().headNumber() - TwoChains.TURN + 1).orElseThrow();
    SignedBlock forged = new SignedBlock(
        block.header(),
        TestChain.key("nobody").sign(block.id()),
        block.transactions(),
        block.extensions());
    assertRefused(ChainError.WRONG_SIGNING_KEY, two.there().accept(forged));
    assertThat(two.there().accept(block)).isEqualTo(new Acceptance.Kept());
    long irreversible = two.there().info().irreversibleNumber();
    two.pass(3 * 4 * TwoChains.TURN);
    assertThat(two.there().info().irreversibleNumber()).isGreaterThan(block.number());
    assertThat(irreversible).isLessThan(block.number());
    assertRefused(ChainError.UNLINKABLE_BLOCK, two.there().accept(other));
  }

  /** The content of a block does not count against it: the right one is accepted afterwards. */
  @Test
  void accept_refusesABlockWithoutItsTransactions_andTakesItWithThem() {
    two.apart();
    TwoChains.submit(two.here(), two.transfer(LONG));
    two.pass();
    two.rejoin();
    SignedBlock full = two.here().block(two.here().info().headNumber()).orElseThrow();
    assertThat(full.transactions()).hasSize(1);
    SignedBlock emptied =
        new SignedBlock(full.header(), full.producerSignature(), List.of(), full.extensions());

    assertRefused(ChainError.BLOCK_TX_OUTPUT, two.there().accept(emptied));
    assertThat(two.there().accept(full)).isInstanceOf(Acceptance.Extended.class);
  }

  /** A slot is believed as far ahead of the clock as blocks may be made there. */
  @Test
  @Tag("CHAIN-03")
  void accept_refusesABlockFromTheFuture_untilItsSlotIsNearEnough() {
    for (int i = 0; i < 14; i++) {
      SignedBlock block =
          i < TwoChains.TURN ? two.here().produceBlock() : two.there().produceBlock();
      assertThat(i < TwoChains.TURN ? two.there().accept(block) : two.here().accept(block))
          .isInstanceOf(Acceptance.Extended.class);
    }
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(two.there()::produceBlock)
        .withMessageContaining("more than PT7S ahead of the clock");
    two.clock.advance(Duration.ofMillis(500));
    SignedBlock next = two.there().produceBlock();
    TwoChains late = TwoChains.inMemory();
    assertThat(late.here().info().headId())
        .as("the same chain, as it was some slots earlier")
        .isEqualTo(two.here().block(next.number() - 15).orElseThrow().id());
    for (long n = next.number() - 14; n < next.number(); n++) {
      assertThat(late.here().accept(two.there().block(n).orElseThrow()))
          .isInstanceOf(Acceptance.Extended.class);
    }
    assertRefused(ChainError.BLOCK_FROM_THE_FUTURE, late.here().accept(next));
    late.clock.advance(Duration.ofMillis(499));
    assertRefused(ChainError.BLOCK_FROM_THE_FUTURE, late.here().accept(next));
    late.clock.advance(Duration.ofMillis(1));
    assertThat(late.here().accept(next)).isInstanceOf(Acceptance.Extended.class);
    late.close();
  }

  @Test
  void submitter_isTold_whenABlockFromElsewhereHasTheTransaction() {
    SignedTransaction transfer = two.transfer(LONG);
    CompletableFuture<PushResult> there = two.there().submit(transfer);
    TwoChains.submit(two.here(), transfer);
    assertThat(two.there().queued()).isEqualTo(1);
    two.pass();

    SignedBlock block = two.here().block(two.here().info().headNumber()).orElseThrow();
    assertThat(there.join().block()).isEqualTo(block.number());
    assertThat(there.join().blockTime()).isEqualTo(block.header().timestamp());
    assertThat(there.join().id()).isEqualTo(transfer.id());
    assertThat(two.there().queued()).isZero();
  }

  @Test
  void submitter_isTold_whenTheTransactionExpires_whereNoBlockIsMadeMeanwhile() {
    CompletableFuture<PushResult> soon = two.there().submit(two.transfer(Duration.ofSeconds(2)));
    CompletableFuture<PushResult> late = two.there().submit(two.transfer(Duration.ofSeconds(60)));
    two.pass(2);
    assertThat(soon).isNotDone();
    two.pass(1);

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(soon::join)
        .withCauseInstanceOf(ChainException.class)
        .withMessageContaining("has expired before slot");
    assertThat(late).isNotDone();
    assertThat(two.there().queued()).isEqualTo(1);
  }

  /** A block that comes first takes the place of the one in the making, and what was told of that is done later. */
  @Test
  void blockInTheMaking_isBegunAnew_behindABlockFromElsewhere() {
    two.pass(TwoChains.TURN - 1);
    two.apart();
    two.pass();
    SignedBlock last = two.here().block(two.here().info().headNumber()).orElseThrow();
    two.clock.advance(Duration.ofMillis(500));
    SignedTransaction first = two.transfer(LONG);
    SignedTransaction second = two.transfer(LONG);
    SignedTransaction third = two.transfer(LONG);
    CompletableFuture<PushResult> promise = two.there().submit(first);
    PushResult told = two.there().push(second);
    TwoChains.submit(two.there(), third);
    assertThat(told.block()).isEqualTo(last.number());
    assertThat(two.there().accept(last)).isInstanceOf(Acceptance.Extended.class);
    assertThat(promise).isNotDone();

    SignedBlock made = two.there().produceBlock();
    assertThat(made.number()).isEqualTo(last.number() + 1);
    assertThat(made.transactions())
        .extracting(receipt -> receipt.transaction().id())
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(promise.join().block()).isEqualTo(made.number());
  }

  @Test
  void accept_isOver_onceTheChainIsClosed() {
    SignedBlock block = apart(1, two.here());
    two.there().close();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> two.there().accept(block))
        .withMessage("the chain is closed");
  }

  @Test
  void options_areRefused_withoutRoomForABlock() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ChainOptions.builder()
            .genesis(TestChain.GENESIS)
            .catalog(TestChain.catalog())
            .maxReversible(0)
            .build())
        .withMessage("at least 1 reversible block is kept, got 0");
  }

  private static void assertRefused(ChainError reason, Acceptance acceptance) {
    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Acceptance.Refused.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
  }
}
