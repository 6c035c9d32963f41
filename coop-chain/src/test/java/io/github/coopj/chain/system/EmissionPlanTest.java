package io.github.coopj.chain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CHAIN-07")
class EmissionPlanTest {
  private static final long DAY = 86_400;
  private static final long MAX = 10_000_000_000_000L; // 1 000 000 000.0000
  private static final EmissionPlan PLAN = new EmissionPlan(618_000, 30 * DAY, MAX);
  private static final TimePointSec START = TimePointSec.parse("2026-01-01T00:00:00");

  /** The formulas again, with numbers of any size: the fees, and what they raise the supply to. */
  private static BigInteger expectedDue(EmissionPlan plan, long threshold, long fees, long supply) {
    BigInteger whole = BigInteger.valueOf(1_000_000);
    BigInteger target = BigInteger.valueOf(fees)
        .multiply(whole.add(BigInteger.valueOf(plan.factor())))
        .divide(whole)
        .min(BigInteger.valueOf(plan.maxSupply()));
    BigInteger due = target.subtract(BigInteger.valueOf(supply));
    return fees <= threshold ? BigInteger.ZERO : due.max(BigInteger.ZERO);
  }

  private static BigInteger expectedThreshold(EmissionPlan plan, long supply) {
    return BigInteger.valueOf(supply)
        .multiply(BigInteger.valueOf(1_000_000))
        .divide(BigInteger.valueOf(1_000_000 + plan.factor()));
  }

  /** 1000.0000 in circulation, f = 0.618: 500.0000 give nothing, 1500.0000 more raise the supply to 3236.0000. */
  @Test
  void example_isMetToTheUnit() {
    EmissionState state = EmissionState.begin(PLAN, 10_000_000, START);
    assertThat(state.threshold()).isEqualTo(6_180_469);

    EmissionState first = state.pay(5_000_000);
    assertThat(first.supply()).isEqualTo(10_000_000);
    assertThat(first.tactEmission()).isZero();

    EmissionState second = first.pay(15_000_000);
    assertThat(second.supply()).isEqualTo(32_360_000);
    assertThat(second.tactEmission()).isEqualTo(22_360_000);
    assertThat(second.tactFees()).isEqualTo(20_000_000);
  }

  @Test
  void due_isTheSame_howeverFeesAreDivided() {
    EmissionState state = EmissionState.begin(PLAN, 10_000_000, START);
    for (int i = 0; i < 2_000; i++) {
      state = state.pay(10_000);
    }
    assertThat(state.supply()).isEqualTo(32_360_000);
  }

  @Test
  void due_beginsAboveTheThreshold() {
    assertThat(PLAN.due(6_180_469, 6_180_469, 10_000_000)).isZero();
    assertThat(PLAN.due(6_180_469, 6_180_470, 10_000_000)).isZero(); // 1.618 of it is 10 000 000.46
    assertThat(PLAN.due(6_180_469, 6_180_471, 10_000_000)).isEqualTo(2);
  }

  @Test
  void plan_agreesWithNumbersOfAnySize_exhaustivelyWhereSmall() {
    for (long factor : new long[] {1, 500_000, 618_000, 1_000_000}) {
      EmissionPlan plan = new EmissionPlan(factor, DAY, 120);
      for (long supply = 0; supply <= 120; supply++) {
        long threshold = plan.threshold(supply);
        assertThat(BigInteger.valueOf(threshold)).isEqualTo(expectedThreshold(plan, supply));
        for (long fees = 0; fees <= 150; fees++) {
          long due = plan.due(threshold, fees, supply);
          assertThat(BigInteger.valueOf(due)).isEqualTo(expectedDue(plan, threshold, fees, supply));
          assertThat(supply + due).isBetween(supply, 120L);
        }
      }
    }
  }

  @Test
  void plan_agreesWithNumbersOfAnySize_random618() {
    Random random = new Random(618);
    for (int i = 0; i < 100_000; i++) {
      long max = (random.nextLong() >>> (2 + random.nextInt(40))) + 1;
      EmissionPlan plan = new EmissionPlan(1 + random.nextInt(1_000_000), DAY, max);
      long supply = Math.floorMod(random.nextLong(), max + 1);
      long fees = random.nextLong() >>> (1 + random.nextInt(50));
      long threshold = plan.threshold(supply);
      assertThat(BigInteger.valueOf(threshold)).isEqualTo(expectedThreshold(plan, supply));
      assertThat(BigInteger.valueOf(plan.due(threshold, fees, supply)))
          .isEqualTo(expectedDue(plan, threshold, fees, supply));
    }
  }

  @Test
  void due_isExact_atTheEdgeOfLongs() {
    long max = (1L << 62) - 1;
    EmissionPlan plan = new EmissionPlan(1_000_000, DAY, max);
    assertThat(plan.threshold(max)).isEqualTo(max / 2);
    assertThat(plan.due(0, Long.MAX_VALUE, 0)).isEqualTo(max);
    assertThat(plan.due(0, max / 2, 0)).isEqualTo(max - 1);
    assertThat(plan.due(max, max, max)).isZero();
  }

  /** Each tact all that there is is paid as fees twice over, until nothing is left to issue; then nothing more is. */
  @Test
  void plan_ends_withTheGreatestSupply() {
    EmissionState state = EmissionState.begin(PLAN, 100_000_000, START);
    BigInteger issued = BigInteger.ZERO;
    int tacts = 0;
    while (state.supply() < MAX) {
      state = state.at(START.plusSeconds(++tacts * 30L * DAY));
      assertThat(state.tactNumber()).isEqualTo(tacts + 1L);
      assertThat(state.tactFees()).isZero();
      for (int payment = 0; payment < 4; payment++) {
        EmissionState before = state;
        state = before.pay(before.supply() / 2 + 1);
        long due = state.supply() - before.supply();
        assertThat(BigInteger.valueOf(due))
            .isEqualTo(expectedDue(PLAN, before.threshold(), state.tactFees(), before.supply()));
        issued = issued.add(BigInteger.valueOf(due));
        assertThat(state.supply()).isLessThanOrEqualTo(MAX);
      }
    }
    assertThat(issued).isEqualTo(BigInteger.valueOf(MAX - 100_000_000));
    EmissionState end = state.at(START.plusSeconds(900L * 30 * DAY));
    assertThat(end.tactNumber()).isEqualTo(901);
    assertThat(end.pay(MAX).supply()).isEqualTo(MAX);
    assertThat(end.pay(MAX).tactEmission()).isZero();
  }

  @Test
  void at_beginsTacts_atTheirTimeWithoutGaps() {
    EmissionState state = EmissionState.begin(PLAN, 10_000_000, START).pay(20_000_000);
    assertThat(state.at(START.plusSeconds(30 * DAY - 1))).isEqualTo(state);
    EmissionState second = state.at(START.plusSeconds(30 * DAY));
    assertThat(second)
        .isEqualTo(
            new EmissionState(2, START.plusSeconds(30 * DAY), 20_000_000, 0, 0, 32_360_000, PLAN));
    assertThat(second.at(START.plusSeconds(60 * DAY - 1))).isEqualTo(second);
    assertThat(state.at(START.plusSeconds(95 * DAY)))
        .isEqualTo(
            new EmissionState(4, START.plusSeconds(90 * DAY), 20_000_000, 0, 0, 32_360_000, PLAN));
  }

  @Test
  void at_reachesTheLastSecondThereIs() {
    EmissionPlan seconds = new EmissionPlan(1, 1, MAX);
    EmissionState state = EmissionState.begin(seconds, 5, TimePointSec.EPOCH);
    TimePointSec last = new TimePointSec(TimePointSec.MAX_SECONDS);
    assertThat(state.at(last).tactNumber()).isEqualTo(TimePointSec.MAX_SECONDS + 1);
    assertThat(state.at(last).tactStart()).isEqualTo(last);
  }

  @Test
  void replan_takesTheOtherFactor_fromTheSupplyAtTheTactsBeginning() {
    EmissionState state = EmissionState.begin(PLAN, 10_000_000, START).pay(20_000_000);
    EmissionPlan doubled = new EmissionPlan(1_000_000, DAY, MAX);
    EmissionState replanned = state.replan(doubled);
    assertThat(replanned.threshold()).isEqualTo(5_000_000);
    assertThat(replanned.supply()).isEqualTo(32_360_000);
    assertThat(replanned.pay(0).supply()).isEqualTo(40_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "1000001, 1, 1",
    "1, 0, 1",
    "1, 31536001, 1",
    "1, 1, 0",
    "1, 1, 4611686018427387904"
  })
  void plan_isRefused_outsideItsRanges(long factor, long seconds, long max) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new EmissionPlan(factor, seconds, max));
  }

  @Test
  void plan_isAccepted_atTheEndsOfItsRanges() {
    assertThat(new EmissionPlan(1, 1, 1).threshold(1)).isZero();
    EmissionPlan last = new EmissionPlan(1_000_000, 31_536_000, 4_611_686_018_427_387_903L);
    assertThat(last.threshold(1)).isZero();
  }

  @Test
  void supplyAndFees_areRefused_outsideTheirRanges() {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> PLAN.threshold(-1));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PLAN.threshold(MAX + 1))
        .withMessage("supply must be 0 to 10000000000000, got 10000000000001");
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> PLAN.due(0, -1, 0));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> PLAN.due(0, 0, -1));
  }

  @Test
  void multiplyDivide_agreesWithNumbersOfAnySize_random64() {
    Random random = new Random(64);
    for (int i = 0; i < 100_000; i++) {
      long a = random.nextLong() >>> (1 + random.nextInt(63));
      long b = random.nextInt() & 0x7fff_ffffL;
      long c = ((random.nextInt() & 0x7fff_ffffL) >>> random.nextInt(31)) | 1;
      BigInteger expected =
          BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divide(BigInteger.valueOf(c));
      if (expected.bitLength() > 63) {
        assertThatExceptionOfType(ArithmeticException.class)
            .isThrownBy(() -> WideInteger.multiplyDivide(a, b, c));
      } else {
        assertThat(BigInteger.valueOf(WideInteger.multiplyDivide(a, b, c))).isEqualTo(expected);
      }
    }
  }
}
