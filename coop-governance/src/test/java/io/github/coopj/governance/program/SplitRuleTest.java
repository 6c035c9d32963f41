package io.github.coopj.governance.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CPP-14")
@Tag("CPP-15")
@Tag("CPP-12")
class SplitRuleTest {
  private static final Symbol RUB = Symbol.of(2, "RUB");

  @ParameterizedTest(name = "{2} by {0}:{1} -> {3} + {4}")
  @CsvSource({
    "1,1,100,50,50",
    "1,1,101,51,50",
    "1,2,100,33,67",
    "2,1,100,67,33",
    "1,0,100,100,0",
    "0,1,100,0,100",
    "1,2,1,0,1",
    "2,1,1,1,0",
    "1,1,1,1,0",
    "7,3,0,0,0",
    "70,30,5,4,1",
    "30,70,5,2,3"
  })
  void divide_exactProportions(
      int share, int membership, long amount, long toShare, long toMembership) {
    Split split = new SplitRule(share, membership).divide(new Asset(amount, RUB));
    assertThat(split.share()).isEqualTo(new Asset(toShare, RUB));
    assertThat(split.membership()).isEqualTo(new Asset(toMembership, RUB));
  }

  @Test
  void divide_partsAddUp_andLieWithinOneUnitOfTheQuota_forAllSmallWeightsAndAmounts() {
    for (int share = 0; share <= 7; share++) {
      for (int membership = share == 0 ? 1 : 0; membership <= 7; membership++) {
        SplitRule rule = new SplitRule(share, membership);
        for (long amount = 0; amount <= 60; amount++) {
          Split split = rule.divide(new Asset(amount, RUB));
          assertThat(split.share().plus(split.membership())).isEqualTo(new Asset(amount, RUB));
          assertThat(split.share().isNegative()).isFalse();
          assertThat(split.membership().isNegative()).isFalse();
          assertThat(Math.abs(split.share().amount() * (share + membership) - amount * share))
              .isLessThan(share + membership);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @Tag("FUND-18")
  void divide_withCarry_neverDriftsByMoreThanOneUnit(long seed) {
    Random random = new Random(seed);
    SplitRule rule = new SplitRule(1 + random.nextInt(1000), 1 + random.nextInt(1000));
    List<Long> carry = SplitRule.NO_CARRY;
    BigInteger given = BigInteger.ZERO;
    BigInteger quota = BigInteger.ZERO;
    BigInteger whole = BigInteger.valueOf((long) rule.shareWeight() + rule.membershipWeight());
    for (int i = 0; i < 100_000; i++) {
      long amount = 1L + random.nextInt(3);
      Split split = rule.divide(new Asset(amount, RUB), carry);
      carry = split.carry();
      given = given.add(BigInteger.valueOf(split.share().amount()));
      quota = quota.add(BigInteger.valueOf(amount * rule.shareWeight()));
      assertThat(given.multiply(whole).subtract(quota).abs()).isLessThanOrEqualTo(whole);
    }
  }

  @Test
  void constructor_refuses_negativeAndEmptyWeights() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new SplitRule(0, 0))
        .withMessage(
            "weights of a split must be 0 or more and not both 0, got share 0 and membership 0");
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new SplitRule(-1, 2));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new SplitRule(2, -1));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new SplitRule(1, 1).divide(new Asset(-1, RUB)))
        .withMessage("a contribution cannot be negative, got -0.01 RUB");
  }
}
