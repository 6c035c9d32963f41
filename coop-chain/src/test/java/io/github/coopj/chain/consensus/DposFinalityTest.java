package io.github.coopj.chain.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("CHAIN-02")
class DposFinalityTest {
  @Test
  void irreversible_isThePreviousBlock_ofASingleProducerFromBlock3On() {
    List<Name> producers = producers(1);
    DposFinality finality = DposFinality.GENESIS;
    for (long block = 2; block < 50; block++) {
      finality = produce(finality, block, producers.get(0), producers);
      assertThat(finality.irreversible()).isEqualTo(block == 2 ? 0 : block - 1);
      assertThat(finality.proposedIrreversible()).isEqualTo(block);
      assertThat(finality.confirmationsMissing()).isEmpty();
    }
  }

  /** With 2n/3 + 1 of n producers at work finality goes on, with one less it stands still. */
  @ParameterizedTest(name = "{1} of {0} producers at work -> goes on: {2}")
  @CsvSource({
    "1,1,true",
    "2,2,true",
    "2,1,false",
    "3,3,true",
    "3,2,false",
    "4,3,true",
    "4,2,false",
    "7,5,true",
    "7,4,false",
    "21,15,true",
    "21,14,false",
    "21,21,true",
    "125,84,true",
    "125,83,false"
  })
  void irreversible_goesOn_withTwoThirdsAndOne(int count, int working, boolean goesOn) {
    List<Name> producers = producers(count);
    DposFinality finality = DposFinality.GENESIS;
    long block = 1;
    for (int round = 0; round < 4; round++) {
      for (int turn = 0; turn < working; turn++) {
        for (int slot = 0; slot < 12; slot++) {
          finality = produce(finality, ++block, producers.get(turn), producers);
        }
      }
    }

    assertThat(finality.irreversible() > 0).isEqualTo(goesOn);
    if (goesOn) {
      assertThat(block - finality.irreversible()).isLessThan(2L * 12 * count);
    }
  }

  @Test
  void next_countsEachConfirmation_ofThreeProducersInTurn() {
    List<Name> producers = producers(3);
    DposFinality finality = DposFinality.GENESIS;

    finality = produce(finality, 2, producers.get(0), producers);
    assertThat(finality.confirmationsMissing()).containsExactly(2);
    finality = produce(finality, 3, producers.get(1), producers);
    assertThat(finality.confirmationsMissing()).containsExactly(1, 2);
    assertThat(finality.proposedIrreversible()).isZero();
    finality = produce(finality, 4, producers.get(2), producers);
    assertThat(finality.proposedIrreversible()).isEqualTo(2);
    assertThat(finality.confirmationsMissing()).containsExactly(1, 2);
    assertThat(finality.lastImplied().get(producers.get(2))).isZero();
    finality = produce(finality, 5, producers.get(0), producers);
    assertThat(finality.proposedIrreversible()).isEqualTo(3);
    assertThat(finality.lastImplied().get(producers.get(0))).isEqualTo(2);
    assertThat(finality.irreversible()).isZero();
    finality = produce(finality, 6, producers.get(1), producers);
    assertThat(finality.irreversible()).isZero();
    finality = produce(finality, 7, producers.get(2), producers);
    assertThat(finality.irreversible()).isEqualTo(2);
  }

  @Test
  void next_isRefused_whenAProducerConfirmsItsOwnBlockAgain() {
    List<Name> producers = producers(3);
    DposFinality finality = produce(DposFinality.GENESIS, 2, producers.get(0), producers);

    assertThat(finality.next(4, producers.get(0), 1, producers).lastProduced())
        .containsEntry(producers.get(0), 4L);
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> finality.next(4, producers.get(0), 2, producers))
        .withMessage("3170003 producer_double_confirm: "
            + "producer proda confirms 2 blocks before 4, its last block is 2");
  }

  @Test
  void confirmable_isAtMost65535() {
    List<Name> producers = producers(3);
    DposFinality finality = produce(DposFinality.GENESIS, 2, producers.get(0), producers);

    assertThat(finality.confirmable(producers.get(0), 2 + 65_535)).isEqualTo(65_535);
    assertThat(finality.confirmable(producers.get(0), 2 + 65_536)).isEqualTo(65_535);
    assertThat(finality.confirmable(producers.get(1), 2)).isEqualTo(2);
  }

  @Test
  void next_tracksAtMost1024Blocks() {
    List<Name> producers = producers(4);
    DposFinality finality = DposFinality.GENESIS;
    for (long block = 2; block < 1200; block++) {
      finality = produce(finality, block, producers.get(0), producers);
    }

    assertThat(finality.confirmationsMissing()).hasSize(1024);
  }

  @Test
  void under_keepsWhoStays_andStartsNewOnesAtTheLastIrreversibleBlock() {
    List<Name> producers = producers(1);
    DposFinality finality = DposFinality.GENESIS;
    for (long block = 2; block < 10; block++) {
      finality = produce(finality, block, producers.get(0), producers);
    }
    DposFinality under = finality.under(List.of(Name.of("newone"), producers.get(0)));

    assertThat(under.lastProduced())
        .containsOnly(Map.entry(Name.of("newone"), 8L), Map.entry(producers.get(0), 9L));
    assertThat(under.lastImplied())
        .containsOnly(Map.entry(Name.of("newone"), 8L), Map.entry(producers.get(0), 8L));
    assertThat(under.irreversible()).isEqualTo(8);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  /** Whatever slots are missed and schedules change, what is irreversible never goes back nor beyond the head. */
  @ParameterizedTest
  @MethodSource("seeds")
  void irreversible_neverDecreases_norPassesTheHead(long seed) {
    Random random = new Random(seed);
    List<Name> producers = producers(1 + random.nextInt(21));
    int missing = random.nextInt(60);
    DposFinality finality = DposFinality.GENESIS;
    long block = 1;
    for (long slot = 0; slot < 1500; slot++) {
      if (random.nextInt(100) < missing) {
        continue;
      }
      Name producer = producers.get((int) (slot % (producers.size() * 12L) / 12));
      DposFinality before = finality;
      finality = produce(before, ++block, producer, producers);
      if (random.nextInt(200) == 0) {
        producers = producers(1 + random.nextInt(21));
        finality = finality.under(producers);
      }
      assertThat(finality.irreversible()).isBetween(before.irreversible(), block - 1);
      assertThat(finality.proposedIrreversible()).isBetween(before.proposedIrreversible(), block);
      assertThat(finality.confirmationsMissing()).allMatch(left -> left > 0);
      assertThat(finality.confirmationsMissing().size()).isLessThanOrEqualTo(1024);
    }
  }

  private static DposFinality produce(
      DposFinality finality, long block, Name producer, List<Name> producers) {
    return finality.next(block, producer, finality.confirmable(producer, block - 1), producers);
  }

  private static List<Name> producers(int count) {
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String more = i < 26 ? "" : String.valueOf((char) ('a' + i / 26));
      names.add(Name.of("prod" + (char) ('a' + i % 26) + more));
    }
    return names;
  }
}
