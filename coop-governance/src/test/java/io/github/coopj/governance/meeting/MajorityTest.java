package io.github.coopj.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.MajorityRule;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorityTest {
  @Test
  @Tag("MEET-14")
  void isAdopted_moreThanHalfOfPresent_forEveryCountUpTo12() {
    for (int eligible = 1; eligible <= 12; eligible++) {
      for (int votesFor = 0; votesFor <= eligible; votesFor++) {
        for (int against = 0; votesFor + against <= eligible; against++) {
          for (int blank = 0; votesFor + against + blank <= eligible; blank++) {
            int present = votesFor + against + blank;
            assertThat(MajorityRule.SIMPLE.isAdopted(votesFor, present, eligible))
                .as("%d for, %d against, %d blank", votesFor, against, blank)
                .isEqualTo(votesFor > against + blank);
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1} of {2} present, {3} on the roll -> {4}")
  @Tag("MEET-15")
  @CsvSource({
    ">1/2 PRESENT,50,100,200,false",
    ">1/2 PRESENT,51,100,200,true",
    ">=2/3 PRESENT,66,100,200,false",
    ">=2/3 PRESENT,67,100,200,true",
    ">=3/4 PRESENT,74,100,200,false",
    ">=3/4 PRESENT,75,100,200,true",
    ">=3/4 ALL,149,150,200,false",
    ">=3/4 ALL,150,150,200,true",
    ">=1/1 PRESENT,99,100,200,false",
    ">=1/1 PRESENT,100,100,200,true",
    ">=1/1 ALL,199,199,200,false",
    ">=1/1 ALL,200,200,200,true"
  })
  void isAdopted_followsTheRule_onBothSidesOfTheBoundary(
      String rule, long votesFor, long present, long eligible, boolean adopted) {
    assertThat(MajorityRule.parse(rule).isAdopted(votesFor, present, eligible)).isEqualTo(adopted);
  }

  @Test
  @Tag("MEET-14")
  @Tag("MEET-15")
  void moreVotesFor_neverTurnAdoptedIntoRejected() {
    for (String text : List.of(">1/2 PRESENT", ">=2/3 PRESENT", ">=3/4 ALL", ">=1/1 PRESENT")) {
      MajorityRule rule = MajorityRule.parse(text);
      for (int eligible = 1; eligible <= 12; eligible++) {
        for (int present = 1; present <= eligible; present++) {
          for (int votes = 0; votes < present; votes++) {
            if (rule.isAdopted(votes, present, eligible)) {
              assertThat(rule.isAdopted(votes + 1, present, eligible))
                  .as("%s: %d of %d present of %d", text, votes + 1, present, eligible)
                  .isTrue();
            }
          }
        }
      }
    }
  }

  @Test
  @Tag("MEET-15")
  void majorityFor_rfProfile_asksForMoreOnHeavyItems() {
    var rf = Fixtures.rf().meeting();
    assertThat(rf.majorityFor(ItemType.REORGANIZATION))
        .isEqualTo(MajorityRule.parse(">=1/1 PRESENT"));
    assertThat(rf.majorityFor(ItemType.LIQUIDATION)).isEqualTo(MajorityRule.parse(">=1/1 PRESENT"));
    assertThat(rf.majorityFor(ItemType.EXCLUSION)).isEqualTo(MajorityRule.parse(">=3/4 ALL"));
    assertThat(rf.majorityFor(ItemType.OTHER)).isEqualTo(MajorityRule.SIMPLE);
  }

  @Test
  void isAdopted_refuses_votesThatCannotBe() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MajorityRule.SIMPLE.isAdopted(3, 2, 4))
        .withMessageEndingWith("got 3, 2, 4");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MajorityRule.SIMPLE.isAdopted(1, 5, 4));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MajorityRule.SIMPLE.isAdopted(-1, 5, 9));
  }
}
