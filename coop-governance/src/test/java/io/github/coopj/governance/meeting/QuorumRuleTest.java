package io.github.coopj.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.MeetingPolicy;
import io.github.coopj.governance.charter.Ratio;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("MEET-18")
@Tag("MEET-19")
@Tag("MEET-20")
class QuorumRuleTest {
  private static final MeetingPolicy PLATFORM = Fixtures.platform().meeting();

  /** From the words of MEET-18 to MEET-20 alone: 75 %, 50 %, then half of the previous each time. */
  private static boolean oracle(long present, long eligible, int cycle) {
    if (cycle == 1) {
      return present * 100 >= eligible * 75 && present > 0;
    }
    long scaled = present * 100;
    for (int k = 2; k < cycle; k++) {
      scaled *= 2;
    }
    return scaled >= eligible * 50 && present > 0;
  }

  @ParameterizedTest(name = "{0} eligible: cycles 1 to 4 need {1} {2} {3} {4}")
  @CsvSource({
    "1,1,1,1,1",
    "2,2,1,1,1",
    "3,3,2,1,1",
    "4,3,2,1,1",
    "5,4,3,2,1",
    "10,8,5,3,2",
    "100,75,50,25,13",
    "101,76,51,26,13"
  })
  void required_isTheTableOfTheRule(
      long eligible, long first, long second, long third, long fourth) {
    assertThat(QuorumRule.required(eligible, 1, PLATFORM)).isEqualTo(first);
    assertThat(QuorumRule.required(eligible, 2, PLATFORM)).isEqualTo(second);
    assertThat(QuorumRule.required(eligible, 3, PLATFORM)).isEqualTo(third);
    assertThat(QuorumRule.required(eligible, 4, PLATFORM)).isEqualTo(fourth);
  }

  @Test
  void required_halvesDownToOne_forThousand() {
    long[] expected = {750, 500, 250, 125, 63, 32, 16, 8, 4, 2, 1};
    for (int cycle = 1; cycle <= expected.length; cycle++) {
      assertThat(QuorumRule.required(1000, cycle, PLATFORM)).isEqualTo(expected[cycle - 1]);
    }
  }

  @Test
  void isMet_equalsTheOracle_forEveryRollUpTo130AndTenCycles() {
    for (long eligible = 1; eligible <= 130; eligible++) {
      for (int cycle = 1; cycle <= 10; cycle++) {
        long required = QuorumRule.required(eligible, cycle, PLATFORM);
        for (long present = 0; present <= eligible; present++) {
          boolean met = QuorumRule.isMet(present, eligible, cycle, PLATFORM);
          assertThat(met)
              .as("%d of %d in cycle %d", present, eligible, cycle)
              .isEqualTo(oracle(present, eligible, cycle))
              .isEqualTo(present >= required);
          if (met) {
            assertThat(QuorumRule.isMet(present, eligible, cycle + 1, PLATFORM)).isTrue();
          }
        }
      }
    }
  }

  @Test
  void isMet_threeOfFour_isEnough() {
    assertThat(QuorumRule.isMet(3, 4, 1, PLATFORM)).as("exactly 75 percent").isTrue();
    assertThat(QuorumRule.isMet(2, 4, 1, PLATFORM)).isFalse();
    assertThat(QuorumRule.isMet(50, 100, 2, PLATFORM)).as("exactly half").isTrue();
    assertThat(QuorumRule.isMet(49, 100, 2, PLATFORM)).isFalse();
  }

  @Test
  void required_goesBelowQuarter_inCycleFour() {
    assertThat(QuorumRule.required(100, 4, PLATFORM))
        .as("no floor of 25 percent")
        .isEqualTo(13);
  }

  @Test
  void required_reachesOne_atTheCycleOfTheLogarithm() {
    for (int eligible = 2; eligible <= 2_000; eligible++) {
      int cycle = 33 - Integer.numberOfLeadingZeros(eligible - 1);
      assertThat(QuorumRule.required(eligible, cycle, PLATFORM))
          .as("N=%d", eligible)
          .isEqualTo(1);
      if (eligible > 2 && cycle > 2) {
        assertThat(QuorumRule.required(eligible, cycle - 1, PLATFORM))
            .as("N=%d", eligible)
            .isEqualTo(2);
      }
    }
  }

  @Test
  void required_isExact_forHugeRolls() {
    long eligible = (1L << 62) + 1;
    assertThat(QuorumRule.required(eligible, 1, PLATFORM)).isEqualTo(3 * (1L << 60) + 1);
    assertThat(QuorumRule.required(eligible, 62, PLATFORM)).isEqualTo(3);
    assertThat(QuorumRule.required(eligible, QuorumRule.LAST_CYCLE, PLATFORM)).isEqualTo(1);
  }

  @Test
  void isMet_nobodyPresent_isNever() {
    assertThat(QuorumRule.isMet(0, 1, 900, PLATFORM)).isFalse();
  }

  @Test
  void required_refuses_emptyRoll() {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> QuorumRule.required(0, 1, PLATFORM))
        .withMessage("NO_MEMBERS_ON_ROLL eligible=0");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> QuorumRule.isMet(0, 0, 1, PLATFORM))
        .withMessage("NO_MEMBERS_ON_ROLL eligible=0");
  }

  @Test
  void isMet_refuses_presentOutsideTheRoll() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> QuorumRule.isMet(5, 4, 1, PLATFORM))
        .withMessage("present must be 0 to 4 (the roll), got 5");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> QuorumRule.isMet(-1, 4, 1, PLATFORM));
  }

  @Test
  void requireAllowed_refuses_cycleBelowTheLegalFloor() {
    MeetingPolicy rf = Fixtures.rf().meeting();
    assertThat(QuorumRule.required(100, 2, rf)).isEqualTo(50);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> QuorumRule.required(100, 3, rf))
        .withMessage("CYCLE_BELOW_LEGAL_FLOOR cycle=3 floor=1/2")
        .extracting(GovernanceException::reason)
        .isEqualTo(Reason.CYCLE_BELOW_LEGAL_FLOOR);
  }

  @Test
  void required_staysAtTheFloorOfTheCharter_onceHalvingWouldGoBelow() {
    MeetingPolicy floor = Fixtures.platform("\"meeting.quorum.floor\": \"1/5\"").meeting();
    for (int eligible = 1; eligible <= 130; eligible++) {
      for (int cycle = 1; cycle <= 12; cycle++) {
        for (int present = 0; present <= eligible; present++) {
          boolean fifth = cycle <= 3 || present * 5 >= eligible;
          assertThat(QuorumRule.isMet(present, eligible, cycle, floor))
              .as("%d of %d in cycle %d", present, eligible, cycle)
              .isEqualTo(fifth && oracle(present, eligible, cycle))
              .isEqualTo(present >= QuorumRule.required(eligible, cycle, floor));
        }
      }
    }
    assertThat(QuorumRule.required(100, 3, floor)).isEqualTo(25);
    assertThat(QuorumRule.required(100, 4, floor)).isEqualTo(20);
    assertThat(QuorumRule.required(101, 900, floor)).isEqualTo(21);
  }

  @Test
  void floorOfTheCharter_mustNotBeAboveTheSecondQuorum() {
    assertThat(Fixtures.platform("\"meeting.quorum.floor\": \"1/2\"").meeting().quorumFloor())
        .isEqualTo(new Ratio(1, 2));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Fixtures.platform("\"meeting.quorum.floor\": \"51/100\""))
        .withMessageContaining(
            "meeting.quorum.floor 51/100 must not be above meeting.quorum.second 1/2");
  }

  @Test
  void requireAllowed_refuses_cyclesBeyondTheCharter() {
    MeetingPolicy two = Fixtures.platform("\"meeting.maxCycles\": 2").meeting();
    QuorumRule.requireAllowed(2, two);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> QuorumRule.requireAllowed(3, two))
        .withMessage("CYCLES_EXHAUSTED cycle=3 last=2");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> QuorumRule.requireAllowed(1_001, PLATFORM))
        .withMessage("CYCLES_EXHAUSTED cycle=1001 last=1000");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> QuorumRule.requireAllowed(0, PLATFORM));
  }
}
