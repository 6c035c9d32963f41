package io.github.coopj.core.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Allocation.Carried;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
  @ParameterizedTest(name = "{0} by {1} is {2}, to the first {3}")
  @CsvSource({
    "3, 75 25, 2 1, 3 0",
    "5, 70 30, 4 1, 4 1",
    "5, 30 70, 2 3, 2 3",
    "100, 1 1 1, 34 33 33, 34 33 33",
    "1, 1 1 1, 1 0 0, 1 0 0",
    "2, 1 1 1, 1 1 0, 1 1 0",
    "1, 0 1 2, 0 0 1, 0 1 0",
    "2, 0 0 5, 0 0 2, 0 0 2",
    "0, 1 2 3, 0 0 0, 0 0 0",
    "700273, 9585 415, 671212 29061, 671212 29061",
    "10000, 3333 3333 3334, 3333 3333 3334, 3333 3333 3334",
    "7, 1, 7, 7",
  })
  @Tag("FUND-14")
  void divide_givesTheLeftoverAsNamed(long amount, String weights, String hamilton, String fowler) {
    long[] weight = numbers(weights);
    assertThat(Allocation.largestRemainder(amount, weight)).containsExactly(numbers(hamilton));
    assertThat(Allocation.floorToFirst(amount, weight)).containsExactly(numbers(fowler));
    long[] opposite = Arrays.stream(numbers(hamilton)).map(part -> -part).toArray();
    assertThat(Allocation.largestRemainder(-amount, weight)).containsExactly(opposite);
  }

  /** All amounts to 12 by all weights to 3 of up to four parts, held against the definition in exact fractions. */
  @Test
  @Tag("FUND-14")
  void largestRemainder_keepsItsPromises_exhaustively() {
    for (int parts = 1; parts <= 4; parts++) {
      for (int code = 1; code < 1 << (2 * parts); code++) {
        long[] weights = new long[parts];
        for (int i = 0; i < parts; i++) {
          weights[i] = code >> (2 * i) & 3;
        }
        for (long amount = -12; amount <= 12; amount++) {
          requirePromises(amount, weights);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @Tag("FUND-14")
  void largestRemainder_keepsItsPromises_forAnyNumbers(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      long[] weights = new long[1 + random.nextInt(8)];
      int shift = random.nextInt(64);
      for (int j = 0; j < weights.length; j++) {
        weights[j] = random.nextInt(4) == 0 ? 0 : (random.nextLong() & Long.MAX_VALUE) >>> shift;
      }
      if (Arrays.stream(weights).anyMatch(weight -> weight > 0)) {
        requirePromises(random.nextLong() >> random.nextInt(64), weights);
      }
    }
  }

  @Test
  @Tag("FUND-14")
  void divide_worksAtTheEndsOf64Bits() {
    for (long amount : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1}) {
      requirePromises(amount, new long[] {1});
      requirePromises(amount, new long[] {1, 1, 1});
      requirePromises(amount, new long[] {Long.MAX_VALUE});
      requirePromises(amount, new long[] {Long.MAX_VALUE, Long.MAX_VALUE, 1, 0, Long.MAX_VALUE});
      assertThat(Allocation.floorToFirst(amount, 0, Long.MAX_VALUE, 0))
          .containsExactly(0, amount, 0);
    }
    assertThat(Allocation.largestRemainder(1, Long.MAX_VALUE, Long.MAX_VALUE))
        .containsExactly(1, 0);
    assertThat(Allocation.largestRemainder(1, Long.MAX_VALUE - 1, Long.MAX_VALUE))
        .containsExactly(0, 1);
  }

  @Test
  @Tag("FUND-14")
  void divide_isScaleInvariant() {
    Random random = new Random(9);
    for (int i = 0; i < 1_000; i++) {
      long[] weights = random.longs(5, 0, 1000).toArray();
      weights[0]++;
      long factor = 1L + random.nextInt(1_000_000);
      long[] scaled = Arrays.stream(weights).map(weight -> weight * factor).toArray();
      long amount = random.nextInt(1_000_000);
      assertThat(Allocation.largestRemainder(amount, scaled))
          .containsExactly(Allocation.largestRemainder(amount, weights));
      assertThat(Allocation.floorToFirst(amount, scaled))
          .containsExactly(Allocation.floorToFirst(amount, weights));
    }
  }

  @Test
  @Tag("FUND-14")
  void largestRemainder_dependsOnKeysOnly_whenPartsAreNamed() {
    SortedMap<String, Long> ascending = new TreeMap<>();
    SortedMap<String, Long> descending = new TreeMap<>(Comparator.reverseOrder());
    for (String fund :
        List.of("reserve", "indivisible", "development", "mutualaid", "operations")) {
      ascending.put(fund, 20L);
      descending.put(fund, 20L);
    }
    assertThat(Allocation.largestRemainder(101, ascending).toString())
        .isEqualTo("{development=21, indivisible=20, mutualaid=20, operations=20, reserve=20}");
    assertThat(Allocation.largestRemainder(101, descending).toString())
        .isEqualTo("{reserve=21, operations=20, mutualaid=20, indivisible=20, development=20}");
  }

  @Test
  @Tag("FUND-14")
  void largestRemainder_keepsTheSymbol_ofAnAsset() {
    assertThat(Allocation.largestRemainder(Asset.parse("1.00 RUB"), List.of(1L, 1L, 1L)))
        .containsExactly(Asset.parse("0.34 RUB"), Asset.parse("0.33 RUB"), Asset.parse("0.33 RUB"));
  }

  @Test
  void divide_isRefused_forUnusableWeights() {
    for (long[] weights : new long[][] {{}, {0}, {0, 0}}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Allocation.largestRemainder(1, weights))
          .withMessageStartingWith("weights must not be all zero");
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Allocation.floorToFirst(0, weights));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Allocation.largestRemainder(1, 2, -1))
        .withMessage("weights must not be negative, got [2, -1]");
  }

  @Test
  @Tag("FUND-18")
  void largestRemainderWithCarry_keepsTheDriftBelowTheBound_overAMillionTinyAmounts() {
    List<Long> weights = List.of(2500L, 1500L, 3333L, 667L, 2000L); // basis points of five funds
    long total = 10_000;
    Random random = new Random(1_000_000);
    List<Long> carry = Collections.nCopies(5, 0L);
    long[] got = new long[5];
    long divided = 0;
    long worst = 0;
    for (int i = 0; i < 1_000_000; i++) {
      long amount = 1L + random.nextInt(3);
      Carried next = Allocation.largestRemainderWithCarry(amount, weights, carry);
      divided += amount;
      for (int j = 0; j < 5; j++) {
        got[j] += next.parts().get(j);
        long drift = divided * weights.get(j) - got[j] * total; // in 1/10000 of a kopeck
        worst = Math.max(worst, Math.abs(drift));
        if (drift != next.carry().get(j)) {
          assertThat(drift)
              .as("carry of part %s at step %s", j, i)
              .isEqualTo(next.carry().get(j));
        }
      }
      carry = next.carry();
    }
    assertThat(Arrays.stream(got).sum()).isEqualTo(divided);
    assertThat(worst).isLessThan(5 * total).isLessThanOrEqualTo(4 * total);
    // without carry the same stream of single kopecks would all go to the largest share
    assertThat(Allocation.largestRemainder(1, 2500, 1500, 3333, 667, 2000))
        .containsExactly(0, 0, 1, 0, 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @Tag("FUND-18")
  void largestRemainderWithCarry_keepsItsPromises_forAnyStream(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(7);
    List<Long> weights = random
        .longs(n, 0, 1 + random.nextInt(1000))
        .map(weight -> random.nextInt(5) == 0 ? 0 : weight + 1)
        .boxed()
        .toList();
    long total = weights.stream().mapToLong(Long::longValue).sum();
    if (total == 0) {
      weights = Collections.nCopies(n, 1L);
      total = n;
    }
    List<Long> carry = Collections.nCopies(n, 0L);
    for (int step = 0; step < 4_000; step++) {
      long amount = random.nextInt(5) == 0 ? 0 : random.nextLong() >> (20 + random.nextInt(44));
      Carried next = Allocation.largestRemainderWithCarry(amount, weights, carry);
      assertThat(sum(next.parts())).isEqualTo(amount);
      assertThat(sum(next.carry())).isZero();
      for (int i = 0; i < n; i++) {
        BigInteger quota = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weights.get(i)));
        BigInteger given =
            BigInteger.valueOf(next.parts().get(i)).multiply(BigInteger.valueOf(total));
        assertThat(quota.subtract(given).abs()).isLessThan(BigInteger.valueOf(total));
        assertThat(quota.subtract(given).longValueExact())
            .isEqualTo(next.carry().get(i) - carry.get(i));
        assertThat(Math.abs(next.carry().get(i))).isLessThanOrEqualTo((n - 1) * total);
        if (weights.get(i) == 0) {
          assertThat(next.parts().get(i)).isZero();
        }
      }
      Carried opposite = Allocation.largestRemainderWithCarry(
          -amount, weights, carry.stream().map(owed -> -owed).toList());
      assertThat(opposite.parts())
          .isEqualTo(next.parts().stream().map(part -> -part).toList());
      carry = next.carry();
    }
  }

  /** Every stream of six amounts 0..3 by every pair and triple of small weights. */
  @Test
  @Tag("FUND-18")
  void largestRemainderWithCarry_keepsTheBound_exhaustively() {
    for (List<Long> weights :
        List.of(List.of(1L, 2L), List.of(1L, 1L, 1L), List.of(1L, 2L, 4L), List.of(3L, 1L, 1L))) {
      long total = sum(weights);
      for (int code = 0; code < 4096; code++) {
        List<Long> carry = Collections.nCopies(weights.size(), 0L);
        for (int step = 0; step < 6; step++) {
          carry = Allocation.largestRemainderWithCarry(code >> (2 * step) & 3, weights, carry)
              .carry();
          assertThat(carry).allMatch(owed -> Math.abs(owed) <= (weights.size() - 1) * total);
        }
      }
    }
  }

  @Test
  void largestRemainderWithCarry_givesLikeLargestRemainder_withoutCarry() {
    assertThat(Allocation.largestRemainderWithCarry(3, List.of(75L, 25L), List.of(0L, 0L)))
        .isEqualTo(new Carried(List.of(2L, 1L), List.of(25L, -25L)));
  }

  @Test
  void largestRemainderWithCarry_isRefused_forCarryOfOtherWeights() {
    List<Long> weights = List.of(1L, 1L, 0L);
    for (List<Long> carry : List.of(
        List.of(0L, 0L),
        List.of(1L, 0L, 0L),
        List.of(1L, 0L, -1L),
        List.of(5L, -5L, 0L),
        List.of(0L, 0L, 0L, 0L))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Allocation.largestRemainderWithCarry(1, weights, carry))
          .withMessageStartingWith("carry");
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            Allocation.largestRemainderWithCarry(1, List.of(Long.MAX_VALUE, 1L), List.of(0L, 0L)))
        .withMessageStartingWith("sum of the weights times their number must fit a long");
  }

  private static void requirePromises(long amount, long[] weights) {
    BigInteger total = Arrays.stream(weights)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
    long[] parts = Allocation.largestRemainder(amount, weights);
    long[] first = Allocation.floorToFirst(amount, weights);
    assertThat(sum(parts)).isEqualTo(amount);
    assertThat(sum(first)).isEqualTo(amount);
    BigInteger smallestServed = total;
    BigInteger largestUnserved = BigInteger.ZERO;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] quota = BigInteger.valueOf(amount)
          .multiply(BigInteger.valueOf(weights[i]))
          .abs()
          .divideAndRemainder(total);
      BigInteger part = BigInteger.valueOf(parts[i]).abs();
      if (parts[i] != 0) {
        assertThat(Long.signum(parts[i])).isEqualTo(Long.signum(amount));
      }
      if (part.equals(quota[0])) {
        largestUnserved = largestUnserved.max(quota[1]);
      } else {
        assertThat(part).isEqualTo(quota[0].add(BigInteger.ONE));
        assertThat(quota[1].signum()).isPositive();
        smallestServed = smallestServed.min(quota[1]);
      }
      if (weights[i] == 0) {
        assertThat(first[i]).isZero();
      }
      assertThat(BigInteger.valueOf(first[i]).abs().subtract(quota[0]))
          .isBetween(BigInteger.ZERO, BigInteger.ONE);
    }
    assertThat(smallestServed).isGreaterThanOrEqualTo(largestUnserved);
  }

  private static long sum(long[] numbers) {
    return LongStream.of(numbers).reduce(0, Math::addExact);
  }

  private static long sum(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }

  private static long[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
