package io.github.coopj.governance.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuorumShareTest {
  @ParameterizedTest(name = "{0} of {1}: {2} is enough, {3} is not")
  @CsvSource({
    ">1/2,1,1,0",
    ">1/2,2,2,1",
    ">1/2,3,2,1",
    ">1/2,4,3,2",
    ">=1/2,4,2,1",
    ">=1/2,5,3,2",
    ">1/4,4,2,1",
    ">1/4,3,1,0",
    ">0/1,9,1,0",
    ">=0/1,9,1,0",
    ">=1/1,9,9,8",
    ">1/2,4000000000,2000000001,2000000000"
  })
  void required_isTheLeast_thatIsMet(String text, long whole, long enough, long tooFew) {
    QuorumShare share = QuorumShare.parse(text);

    assertThat(share.requiredOf(whole)).isEqualTo(enough);
    assertThat(share.isMet(enough, whole)).isTrue();
    assertThat(share.isMet(tooFew, whole)).isFalse();
    assertThat(QuorumShare.parse(share.toString())).isEqualTo(share);
  }

  @Test
  void atLeast_impliesMet_forAllSmallShares() {
    List<QuorumShare> shares =
        List.of(">0/1", ">=1/4", ">1/4", ">=1/2", ">2/4", ">1/2", ">=2/3", ">=1/1").stream()
            .map(QuorumShare::parse)
            .toList();
    for (QuorumShare one : shares) {
      for (QuorumShare other : shares) {
        boolean implied = true;
        for (int whole = 1; whole <= 24; whole++) {
          for (int part = 0; part <= whole; part++) {
            implied &= !one.isMet(part, whole) || other.isMet(part, whole);
          }
        }
        assertThat(one.isAtLeast(other)).as("%s and %s", one, other).isEqualTo(implied);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/2", "> 1", "<1/2", ">1/0", ">3/2", ">1/1", ""})
  void parse_refuses_otherForms(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> QuorumShare.parse(text));
  }

  @Test
  void requiredOf_refuses_anEmptyWhole() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> QuorumShare.parse(">1/2").requiredOf(0))
        .withMessage("a quorum is asked of 1 or more, got 0");
  }

  @Test
  @Tag("KU-13")
  @Tag("KU-14")
  void profiles_carryTheRules_ofSectionsAndDelegates() {
    SectionPolicy platform = CharterFixtures.platform().sections();
    assertThat(platform.quorumFirst()).hasToString(">1/2");
    assertThat(platform.quorumRepeat()).hasToString(">1/4");
    assertThat(platform.trigger()).isZero();
    assertThat(platform.noticeDays()).isEqualTo(10);
    assertThat(platform.chairTerm()).isEqualTo(Period.ofYears(5));
    assertThat(platform.createdBy()).isEqualTo(SectionPolicy.Founder.COUNCIL);
    assertThat(platform.chairMayHeadCouncil()).isTrue();
    assertThat(platform.idleDays()).isEqualTo(366);
    assertThat(CharterFixtures.platform().delegates())
        .isEqualTo(new DelegatesPolicy(List.of(), DelegatesPolicy.Binding.FREE, false));
    assertThat(CharterFixtures.rf().sections().trigger()).isEqualTo(15);
    assertThat(CharterFixtures.rf().delegates().reserved())
        .containsExactly(ItemType.UNION, ItemType.REORGANIZATION, ItemType.LIQUIDATION);
  }

  @Test
  @Tag("DMEET-08")
  void reserved_namesNoTypeTwice_noElection_andNoMeasure() {
    for (ItemType type : ItemType.values()) {
      List<ItemType> reserved = List.of(type);
      if (type.isElection() || type.isMeasure()) {
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> new DelegatesPolicy(reserved, DelegatesPolicy.Binding.FREE, false))
            .withMessage("delegates.reserved may name no election and no measure, got " + type);
      } else {
        assertThat(new DelegatesPolicy(reserved, DelegatesPolicy.Binding.FREE, false).reserved())
            .isEqualTo(reserved);
      }
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new DelegatesPolicy(
            List.of(ItemType.UNION, ItemType.UNION), DelegatesPolicy.Binding.FREE, false))
        .withMessage("delegates.reserved names a type twice: [UNION, UNION]");
  }

  @Test
  void charter_refuses_aRepeatQuorumAboveTheFirst() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterFixtures.platform("section.quorumRepeat", ">=2/3"))
        .withMessageContaining("section.quorumRepeat >=2/3 must not be above")
        .withMessageContaining("section.quorumFirst >1/2");
    assertThat(
            CharterFixtures.platform("section.quorumRepeat", ">1/2").sections().quorumRepeat())
        .isEqualTo(QuorumShare.parse(">1/2"));
  }
}
