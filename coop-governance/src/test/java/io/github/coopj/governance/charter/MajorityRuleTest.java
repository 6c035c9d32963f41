package io.github.coopj.governance.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MajorityRuleTest {
  @Test
  @Tag("MEET-14")
  void isAdopted_needsMoreThanHalfOfThosePresent_forAllMeetingsUpToTwelve() {
    for (int present = 0; present <= 12; present++) {
      for (int votesFor = 0; votesFor <= present; votesFor++) {
        boolean most = votesFor > present - votesFor;
        assertThat(MajorityRule.SIMPLE.isAdopted(votesFor, present, 12))
            .as("%s of %s", votesFor, present)
            .isEqualTo(most);
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1} for, {2} present, {3} members: {4}")
  @CsvSource({
    ">=3/4 ALL,75,90,100,true",
    ">=3/4 ALL,74,90,100,false",
    ">=3/4 PRESENT,3,4,100,true",
    ">=3/4 PRESENT,2,4,100,false",
    ">=2/3 PRESENT,66,100,100,false",
    ">=2/3 PRESENT,67,100,100,true",
    ">=1/1 PRESENT,4,4,100,true",
    ">=1/1 PRESENT,3,4,100,false",
    ">=1/1 PRESENT,0,0,100,false",
    ">1/2 ALL,50,60,100,false",
    ">1/2 ALL,51,60,100,true"
  })
  @Tag("MEET-15")
  void isAdopted_countsItsBase_atTheBoundary(
      String rule, long votesFor, long present, long all, boolean adopted) {
    assertThat(MajorityRule.parse(rule).isAdopted(votesFor, present, all)).isEqualTo(adopted);
    assertThat(MajorityRule.parse(rule)).hasToString(rule);
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    ">1/2 PRESENT,>1/2 PRESENT",
    ">1/2 PRESENT,>=1/2 PRESENT",
    ">=1/2 PRESENT,>1/2 PRESENT",
    ">1/2 ALL,>=1/2 PRESENT",
    ">=2/3 PRESENT,>1/2 PRESENT",
    ">=2/3 PRESENT,>=4/6 ALL",
    ">1/100 ALL,>=3/4 PRESENT",
    ">=1/1 ALL,>=1/1 PRESENT"
  })
  @Tag("MEET-15")
  void isAtLeast_holds_whereWhateverOneAdoptsTheOtherDoes(String one, String other) {
    MajorityRule mine = MajorityRule.parse(one);
    MajorityRule theirs = MajorityRule.parse(other);
    boolean implied = true;
    for (int all = 1; all <= 24; all++) {
      for (int present = 1; present <= all; present++) {
        for (int votesFor = 0; votesFor <= present; votesFor++) {
          implied &=
              !mine.isAdopted(votesFor, present, all) || theirs.isAdopted(votesFor, present, all);
        }
      }
    }
    assertThat(mine.isAtLeast(theirs)).isEqualTo(implied);
  }

  @Test
  void isAdopted_refusesCounts_thatCannotBe() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MajorityRule.SIMPLE.isAdopted(3, 2, 5));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MajorityRule.SIMPLE.isAdopted(1, 6, 5));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MajorityRule.SIMPLE.isAdopted(-1, 5, 9))
        .withMessageEndingWith("got -1, 5, 9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1/2", ">1/2", ">1/2 MEMBERS", "=1/2 ALL", ">1/1 ALL", ">=0/1 ALL", "> 0.5 ALL"})
  void parse_refuses_otherTexts(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MajorityRule.parse(text))
        .withMessageContaining("majority");
  }
}
