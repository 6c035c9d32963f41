package io.github.coopj.chain.consensus;

import static io.github.coopj.chain.consensus.Forks.A;
import static io.github.coopj.chain.consensus.Forks.B;
import static io.github.coopj.chain.consensus.Forks.C;
import static io.github.coopj.chain.consensus.Forks.D;
import static io.github.coopj.chain.consensus.Forks.EVER;
import static io.github.coopj.chain.consensus.Forks.give;
import static io.github.coopj.chain.consensus.Forks.giveAll;
import static io.github.coopj.chain.consensus.Forks.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several branches, the best of which is stood on. */
@Tag("CHAIN-02")
class ForkedChainTest {
  private final Forks forks = new Forks();
  private final ForkedChain here = forks.chain();
  private final ForkedChain there = forks.chain();

  @Test
  void receive_extendsTheHead() {
    SignedBlock block = make(there, forks.slot(A, 0, 0));
    Reception reception = give(here, block);

    assertThat(reception.movedHead()).isTrue();
    assertThat(reception.undone()).isEmpty();
    assertThat(reception.applied()).extracting(AppliedBlock::block).containsExactly(block);
    assertSame();
    assertThat(here.find(block.id()).orElseThrow().applied()).isPresent();
  }

  @Test
  void receive_keepsTheOtherBranch_untilItIsLonger() {
    SignedBlock a1 = make(here, forks.slot(A, 0, 0));
    SignedBlock a2 = make(here, forks.slot(A, 0, 1));
    SignedBlock b1 = make(there, forks.slot(B, 0, 0));
    SignedBlock b2 = make(there, forks.slot(B, 0, 1));
    SignedBlock b3 = make(there, forks.slot(C, 0, 0));

    assertThat(give(here, b1).movedHead()).isFalse();
    assertThat(give(here, b2).movedHead()).as("as good is not better").isFalse();
    assertThat(here.head().id()).isEqualTo(a2.id());
    assertThat(here.find(b2.id()).orElseThrow().applied()).isEmpty();
    Reception reception = give(here, b3);

    assertThat(reception.undone()).extracting(AppliedBlock::block).containsExactly(a2, a1);
    assertThat(reception.applied()).extracting(AppliedBlock::block).containsExactly(b1, b2, b3);
    assertSame();
    assertThat(here.branch()).extracting(ForkBlock::block).containsExactly(b1, b2, b3);
  }

  @Test
  void receive_goesBackToABranchItLeft_withoutExecutingItAgain() {
    SignedBlock a1 = make(here, forks.slot(A, 0, 0));
    Checksum256 afterA1 = here.view().digest();
    SignedBlock b1 = make(there, forks.slot(B, 0, 0));
    SignedBlock b2 = make(there, forks.slot(B, 0, 1));
    giveAll(here, b1, b2);
    ForkedChain third = forks.chain();
    giveAll(third, a1);
    SignedBlock a2 = make(third, forks.slot(C, 0, 0));
    SignedBlock a3 = make(third, forks.slot(C, 0, 1));

    assertThat(give(here, a2).movedHead()).isFalse();
    Reception reception = give(here, a3);

    assertThat(reception.undone()).extracting(AppliedBlock::block).containsExactly(b2, b1);
    assertThat(reception.applied()).extracting(AppliedBlock::block).containsExactly(a1, a2, a3);
    assertThat(reception.applied().get(0).view().digest()).isEqualTo(afterA1);
    assertThat(here.view().digest()).isEqualTo(third.view().digest());
  }

  /** Three of four producers make a branch irreversible that is shorter than what the fourth makes alone. */
  @Test
  void receive_prefersWhatIsIrreversible_toWhatIsLonger() {
    SignedBlock common = make(there, forks.slot(A, 0, 0));
    List<SignedBlock> shorter = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (Name producer : List.of(B, C, A)) {
        shorter.add(make(there, forks.slot(producer, producer.equals(A) ? round + 1 : round, 5)));
      }
    }
    give(here, common);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 12; i++) {
        make(here, forks.slot(D, round, i));
      }
    }
    assertThat(here.head().finality().irreversible())
        .isLessThan(there.head().finality().irreversible());
    assertThat(here.head().number()).isGreaterThan(there.head().number() + 10);

    Reception last = new Reception(List.of(), List.of(), List.of(), List.of());
    for (SignedBlock block : shorter) {
      last = last.movedHead() ? last : give(here, block);
    }
    assertThat(last.undone()).hasSize(24);
    assertThat(here.head().number()).isLessThan(there.head().number() + 10);
    assertThat(here.head().finality().irreversible()).isGreaterThanOrEqualTo(common.number() - 1);
  }

  @Test
  void orphans_areTransactionsOfTheOldBranch_thatAreNotInTheNewOne_norExpired() {
    BlockTimestamp end = forks.slot(C, 0, 0);
    TransactionMetadata inBoth = forks.put(1, end);
    TransactionMetadata lost = forks.put(2, end);
    TransactionMetadata expired = forks.put(3, forks.slot(A, 0, 4));
    TransactionMetadata lostToo = forks.put(4, end);
    make(here, forks.slot(A, 0, 0), inBoth, lost);
    make(here, forks.slot(A, 0, 1), expired, lostToo);
    SignedBlock b1 = make(there, forks.slot(B, 0, 0), inBoth);
    SignedBlock b2 = make(there, forks.slot(B, 0, 1));
    SignedBlock b3 = make(there, end);
    giveAll(here, b1, b2);

    Reception reception = give(here, b3);
    assertThat(reception.orphaned()).containsExactly(lost, lostToo);
    make(here, forks.slot(C, 0, 1), lost, lostToo);
    assertThat(here.branch().get(3).transactions()).containsExactly(lost, lostToo);
  }

  @Test
  @Tag("CHAIN-10")
  void receive_returnsToTheOldBranch_whenABlockOfTheNewOneIsWrong() {
    make(here, forks.slot(A, 0, 0));
    make(here, forks.slot(A, 0, 1), forks.put(1, forks.slot(C, 0, 0)));
    BlockState head = here.head();
    Checksum256 digest = here.view().digest();
    SignedBlock b1 = make(there, forks.slot(B, 0, 0));
    SignedBlock b2 = make(there, forks.slot(B, 0, 1));
    SignedBlock wrong = lying(b2);
    SignedBlock after = following(b1, wrong, forks.slot(B, 0, 2));
    giveAll(here, b1, wrong);

    ChainException refusal = refused(ChainError.BLOCK_TX_OUTPUT, () -> give(here, after));
    assertThat(refusal).hasMessageContaining(wrong.id() + " has action root");
    assertThat(here.head()).isEqualTo(head);
    assertThat(here.view().digest()).isEqualTo(digest);
    assertThat(here.find(wrong.id())).isEmpty();
    assertThat(here.find(after.id())).isEmpty();
    assertThat(refused(ChainError.BLOCK_VALIDATE, () -> give(here, wrong)))
        .hasMessageContaining("was executed before and found wrong");
    refused(ChainError.UNLINKABLE_BLOCK, () -> give(here, after));
    SignedBlock b3 = make(there, forks.slot(B, 0, 3));
    giveAll(here, b2, b3);
    assertSame();
  }

  @Test
  @Tag("CHAIN-03")
  @Tag("CHAIN-10")
  void receive_refuses_whatIsKnownOrDoesNotLinkOrComesTooEarly() {
    SignedBlock a1 = make(there, forks.slot(A, 0, 0));
    SignedBlock a2 = make(there, forks.slot(A, 0, 1));

    refused(ChainError.UNLINKABLE_BLOCK, () -> give(here, a2));
    give(here, a1);
    refused(ChainError.FORK_DATABASE, () -> give(here, a1));
    List<TransactionMetadata> none = List.of();
    BlockTimestamp before = forks.slot(A, 0, 0);
    refused(ChainError.BLOCK_FROM_THE_FUTURE, () -> here.receive(a2, none, before));
    here.receive(a2, none, forks.slot(A, 0, 1));
    assertSame();
  }

  @Test
  @Tag("CHAIN-10")
  void receive_doesNotCountContentAgainstABlock_thatIsNotItsOwn() {
    TransactionMetadata put = forks.put(1, forks.slot(B, 0, 0));
    SignedBlock good = make(there, forks.slot(A, 0, 0), put);
    SignedBlock emptied =
        new SignedBlock(good.header(), good.producerSignature(), List.of(), List.of());

    refused(ChainError.BLOCK_TX_OUTPUT, () -> give(here, emptied));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> here.receive(good, List.of(), EVER))
        .withMessageContaining("has other transactions than those given");
    give(here, good);
    assertSame();
  }

  @Test
  void root_followsWhatIsIrreversible_andOtherBranchesGo() {
    SignedBlock d1 = make(forks.chain(), forks.slot(D, 0, 0));
    List<SignedBlock> irreversible = new ArrayList<>();
    List<SignedBlock> made = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      for (Name producer : List.of(A, B, C)) {
        if (round == 1 && producer.equals(A)) {
          give(here, d1);
        }
        SignedBlock block = make(there, forks.slot(producer, round, 3));
        made.add(block);
        give(here, block).irreversible().forEach(each -> irreversible.add(each.block()));
        assertThat(here.root().number())
            .isEqualTo(Math.max(made.get(0).number() - 1, here.head().finality().irreversible()));
      }
    }

    assertThat(irreversible).hasSizeGreaterThan(4).isEqualTo(made.subList(0, irreversible.size()));
    assertThat(here.root().id())
        .isEqualTo(irreversible.get(irreversible.size() - 1).id());
    assertThat(here.find(d1.id())).isEmpty();
    refused(ChainError.UNLINKABLE_BLOCK, () -> give(here, d1));
    assertThat(here.branch()).hasSize(made.size() - irreversible.size());
  }

  @Test
  void blocks_areBounded_andTheWorstEndGoesFirst() {
    ForkedChain small = forks.chain(4);
    SignedBlock a1 = make(here, forks.slot(A, 0, 0));
    SignedBlock a2 = make(here, forks.slot(A, 0, 1));
    SignedBlock a3 = make(here, forks.slot(A, 0, 2));
    SignedBlock a4 = make(here, forks.slot(A, 0, 3));
    SignedBlock b1 = make(there, forks.slot(B, 0, 0));
    SignedBlock b2 = make(there, forks.slot(B, 0, 1));
    giveAll(small, a1, a2, a3, b1);

    give(small, a4);
    assertThat(small.find(b1.id())).isEmpty();
    assertThat(refused(ChainError.FORK_DATABASE, () -> give(small, b1)))
        .hasMessageContaining("is one more than the 4 reversible blocks that are kept");
    assertThat(small.head().id()).isEqualTo(a4.id());
    refused(ChainError.UNLINKABLE_BLOCK, () -> give(small, b2));
    assertThat(refused(ChainError.FORK_DATABASE, () -> small.begin(forks.slot(A, 0, 9))))
        .hasMessageContaining("the head is 4 blocks ahead of the last irreversible one");
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> forks.chain(0));
  }

  /** A producer that comes to another branch confirms nothing there that it confirmed on the one it left. */
  @Test
  void begin_confirmsOnlyNumbers_thatTheProducerConfirmedOnNoBranch() {
    long start = here.head().number();
    make(here, forks.slot(A, 0, 0));
    make(here, forks.slot(A, 0, 1));
    SignedBlock b1 = make(there, forks.slot(B, 0, 0));
    SignedBlock b2 = make(there, forks.slot(B, 0, 1));
    SignedBlock c1 = make(there, forks.slot(C, 0, 0));
    SignedBlock c2 = make(there, forks.slot(C, 0, 1));
    giveAll(here, b1, b2, c1, c2);

    SignedBlock a3 = make(here, forks.slot(A, 1, 0));
    assertThat(here.watermarks().of(A).orElseThrow().block()).isEqualTo(start + 5);
    assertThat(a3.header().confirmed())
        .as("numbers %d and %d are confirmed on the other branch", start + 1, start + 2)
        .isEqualTo(2);
    give(there, a3);
    assertSame();
    ForkedChain forgetful = forks.chain();
    giveAll(forgetful, b1, b2, c1, c2);
    assertThat(make(forgetful, forks.slot(A, 1, 0)).header().confirmed())
        .as("without the watermark it would confirm them again")
        .isGreaterThan(2);
  }

  @Test
  void begin_isRefused_whereTheProducerHasSignedAHigherNumberOrALaterSlot() {
    make(there, forks.slot(A, 0, 0));
    make(there, forks.slot(A, 0, 1));
    Watermarks kept = there.watermarks();
    here.restore(Watermarks.CODEC.decode(Watermarks.CODEC.encode(kept)));

    assertThat(refused(ChainError.PRODUCER_DOUBLE_CONFIRM, () -> here.begin(forks.slot(A, 0, 2))))
        .hasMessageContaining("producer alice1 has signed block " + there.head().number());
    SignedBlock b1 = make(here, forks.slot(B, 0, 0));
    refused(ChainError.PRODUCER_DOUBLE_CONFIRM, () -> here.begin(forks.slot(A, 1, 0)));
    make(here, forks.slot(B, 0, 1));
    assertThat(make(here, forks.slot(A, 1, 0)).header().confirmed()).isZero();

    ForkedChain late = forks.chain();
    make(late, forks.slot(A, 1, 3));
    ForkedChain again = forks.chain();
    again.restore(late.watermarks());
    giveAll(again, b1);
    refused(ChainError.PRODUCER_DOUBLE_CONFIRM, () -> again.begin(forks.slot(A, 1, 3)));
    again.begin(forks.slot(A, 1, 4)).abort();
  }

  @Test
  void evidence_isReported_ofTwoBlocksOfOneSlot_onceASlot() {
    SignedBlock first = make(here, forks.slot(A, 0, 0));
    SignedBlock second = make(there, forks.slot(A, 0, 0), forks.put(1, forks.slot(B, 0, 0)));
    SignedBlock third = make(forks.chain(), forks.slot(A, 0, 0), forks.put(2, forks.slot(B, 0, 0)));
    assertThat(forks.evidence).isEmpty();

    give(here, second);
    give(here, third);

    assertThat(forks.evidence).hasSize(1).isEqualTo(here.evidence());
    Evidence evidence = forks.evidence.get(0);
    assertThat(evidence.accused().producerName()).isEqualTo(A);
    assertThat(evidence.slot()).isEqualTo(forks.slot(A, 0, 0));
    assertThat(Stream.of(evidence.first(), evidence.second()).map(Evidence.Signed::header))
        .containsExactlyInAnyOrder(first.header(), second.header());
    assertThat(evidence.verify()).isTrue();
    assertThat(here.head().id()).as("the first one stays").isEqualTo(first.id());
  }

  private void assertSame() {
    assertThat(here.head()).isEqualTo(there.head());
    assertThat(here.view().digest()).isEqualTo(there.view().digest());
  }

  @CanIgnoreReturnValue
  private static ChainException refused(ChainError reason, ThrowingCallable call) {
    ChainException refusal = catchThrowableOfType(ChainException.class, call);
    assertThat(refusal).as("must be refused with %s", reason).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
    return refusal;
  }

  /** The block of the other chain with an action root that is wrong, signed by its producer all the same. */
  private SignedBlock lying(SignedBlock block) {
    ForkBlock honest = there.find(block.id()).orElseThrow();
    BlockState parent = there.find(honest.previous()).orElseThrow().state();
    BlockHeader header = block.header();
    return sign(
        parent,
        new BlockHeader(
            header.timestamp(),
            header.producer(),
            header.confirmed(),
            header.previous(),
            header.transactionMroot(),
            Checksum256.ZERO,
            header.scheduleVersion(),
            header.newProducers(),
            header.headerExtensions()));
  }

  /** An empty block after a wrong one that follows a good one of the other chain. */
  private SignedBlock following(SignedBlock good, SignedBlock wrong, BlockTimestamp slot) {
    BlockState state = there.find(good.id()).orElseThrow().state().follow(wrong.header());
    return sign(
        state,
        new BlockHeader(
            slot,
            state.activeSchedule().scheduledAt(slot).producerName(),
            0,
            wrong.id(),
            Checksum256.ZERO,
            Checksum256.ZERO,
            state.activeSchedule().version(),
            wrong.header().newProducers(),
            List.of()));
  }

  private static SignedBlock sign(BlockState parent, BlockHeader header) {
    return new SignedBlock(
        header,
        TestChain.key(header.producer()).sign(parent.follow(header).signingDigest()),
        List.of(),
        List.of());
  }
}
