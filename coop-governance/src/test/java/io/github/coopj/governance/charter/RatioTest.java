package io.github.coopj.governance.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {
  @Test
  void comparisons_agreeWithExactDecimals_forAllSmallShares() {
    for (int denominator : new int[] {1, 2, 4, 5, 8, 10}) {
      for (int numerator = 0; numerator <= denominator; numerator++) {
        Ratio ratio = new Ratio(numerator, denominator);
        for (int whole = 0; whole <= 40; whole++) {
          BigDecimal share = BigDecimal.valueOf(numerator)
              .divide(BigDecimal.valueOf(denominator))
              .multiply(BigDecimal.valueOf(whole));
          for (int part = 0; part <= whole; part++) {
            int order = BigDecimal.valueOf(part).compareTo(share);
            boolean emptyWhole = whole == 0 && numerator > 0;
            assertThat(ratio.isReachedBy(part, whole)).isEqualTo(order >= 0 && !emptyWhole);
            assertThat(ratio.isExceededBy(part, whole)).isEqualTo(order > 0);
          }
          assertThat(ratio.requiredOf(whole))
              .isEqualTo(share.setScale(0, RoundingMode.CEILING).longValueExact());
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} of {2} reached by {1}: {3}, exceeded: {4}")
  @CsvSource({
    "3/4,3,4,true,false",
    "3/4,2,4,false,false",
    "3/4,74,100,false,false",
    "3/4,75,100,true,false",
    "3/4,76,100,true,true",
    "2/3,66,100,false,false",
    "2/3,67,100,true,true",
    "1/1,4,4,true,false",
    "0/1,0,0,true,false",
    "1/1,0,0,false,false",
    "1/2,4611686018427387904,9223372036854775807,true,true",
    "1/2,4611686018427387903,9223372036854775807,false,false"
  })
  void comparisons_areExact_atTheBoundary(
      String ratio, long part, long whole, boolean reached, boolean exceeded) {
    assertThat(Ratio.parse(ratio).isReachedBy(part, whole)).isEqualTo(reached);
    assertThat(Ratio.parse(ratio).isExceededBy(part, whole)).isEqualTo(exceeded);
  }

  @Test
  void isReachedBy_refusesParts_outsideTheWhole() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Ratio.WHOLE.isReachedBy(5, 4))
        .withMessage("a part must lie between 0 and the whole, got 5 of 4");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Ratio.WHOLE.isExceededBy(-1, 4));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Ratio.NONE.requiredOf(-1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "3/",
        "/4",
        "3/4/5",
        "0.75",
        "-1/2",
        "75%",
        " 3/4",
        "5/4",
        "1/0",
        "1234567890/1"
      })
  void parse_refuses_otherTexts(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Ratio.parse(text))
        .withMessageContaining("ratio must");
  }

  @Test
  void isAtLeast_comparesValues_notTexts() {
    assertThat(Ratio.parse("2/4").isAtLeast(Ratio.parse("1/2"))).isTrue();
    assertThat(Ratio.parse("1/2").isAtLeast(Ratio.parse("2/4"))).isTrue();
    assertThat(Ratio.parse("499/1000").isAtLeast(Ratio.parse("1/2"))).isFalse();
    assertThat(Ratio.parse("3/4")).hasToString("3/4").isEqualTo(new Ratio(3, 4));
    assertThat(Ratio.NONE.isNone()).isTrue();
    assertThat(Ratio.WHOLE.isNone()).isFalse();
  }
}
