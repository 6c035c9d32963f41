package io.github.coopj.governance.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole lives of a cooperative, by seed; {@code -Dlife.seeds=1000} lives more of them. */
@Tag("MEET-04")
@Tag("MEET-14")
@Tag("MEET-16")
@Tag("MEET-18")
@Tag("MEET-19")
@Tag("MEET-20")
@Tag("MEET-21")
@Tag("MEET-23")
@Tag("TALLY-01")
@Tag("BALLOT-07")
@Tag("COUNCIL-12")
@Tag("MIN-03")
class CooperativeLifeTest {
  private static final int SEEDS = Integer.getInteger("life.seeds", 5);
  private static final Map<LifeEvent, Integer> EVENTS = new EnumMap<>(LifeEvent.class);
  private static final List<LifeEvent> OFTEN = List.of(
      LifeEvent.JOINED,
      LifeEvent.LEFT,
      LifeEvent.ASKED_AGAIN,
      LifeEvent.FORGED,
      LifeEvent.LATE,
      LifeEvent.DUPLICATE,
      LifeEvent.OTHER_MEETING,
      LifeEvent.OTHER_CYCLE,
      LifeEvent.NEWCOMER,
      LifeEvent.OVERLAP,
      LifeEvent.CYCLE_MISSED,
      LifeEvent.HELD);
  private static int lives;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void life_isLikeTheModel_afterEveryStep(long seed) {
    CooperativeLife life = new CooperativeLife(seed, LifeModel.honest()).run();

    assertThat(life.steps()).as("seed %d: steps of a life", seed).isGreaterThan(500);
    life.events().forEach((event, times) -> EVENTS.merge(event, times, Integer::sum));
    lives++;
  }

  @AfterAll
  static void everyKindOfEvent_happenedOftenEnough() {
    if (lives < 5) {
      return;
    }
    for (LifeEvent event : LifeEvent.values()) {
      assertThat(EVENTS.getOrDefault(event, 0)).as("%s in %s", event, EVENTS).isPositive();
    }
    for (LifeEvent event : OFTEN) {
      assertThat(EVENTS.get(event)).as("%s in %s", event, EVENTS).isGreaterThanOrEqualTo(2 * lives);
    }
  }

  @Test
  void sameSeed_livesTheSameLife_andAnotherSeedAnother() {
    CooperativeLife life = new CooperativeLife(3, LifeModel.honest()).run();
    CooperativeLife again = new CooperativeLife(3, LifeModel.honest()).run();
    CooperativeLife other = new CooperativeLife(4, LifeModel.honest()).run();

    assertThat(again.digest()).isEqualTo(life.digest());
    assertThat(again.events()).isEqualTo(life.events());
    assertThat(again.steps()).isEqualTo(life.steps());
    assertThat(other.digest()).isNotEqualTo(life.digest());
  }

  @Test
  void aModelThatCountsLateBallots_isCaught_atTheSameStepEachTime() {
    AssertionError failure = failure(5);

    assertThat(failure)
        .hasMessageMatching("seed 5, step \\d+, .*: ballot of m.* is refused as "
            + "Optional\\[BALLOT_LATE], the model says Optional.empty");
    assertThat(failure(5)).hasMessage(failure.getMessage());
  }

  private static AssertionError failure(long seed) {
    return catchThrowableOfType(
        AssertionError.class, () -> new CooperativeLife(seed, LifeModel.lying()).run());
  }
}
