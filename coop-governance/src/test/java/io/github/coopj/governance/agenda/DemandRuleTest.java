package io.github.coopj.governance.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.charter.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandRuleTest {
  private static final Ratio QUARTER = new Ratio(1, 4);

  @ParameterizedTest(name = "{1} members need {0} signers")
  @CsvSource({"1,1", "1,2", "1,4", "2,5", "2,8", "3,9", "25,100", "26,101", "26,104", "27,105"})
  void demand_isReached_byAQuarterOfAll(long required, long members) {
    assertThat(DemandRule.required(QUARTER, members)).isEqualTo(required);
    for (long signers = 0; signers <= members; signers++) {
      assertThat(DemandRule.isReached(QUARTER, signers, members))
          .isEqualTo(signers + signers + signers + signers >= members)
          .isEqualTo(signers >= required);
    }
  }

  @Test
  void demand_inACooperativeWithoutMembers_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DemandRule.isReached(QUARTER, 0, 0))
        .withMessage("a demand needs a cooperative with members, got 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DemandRule.required(QUARTER, 0));
  }
}
