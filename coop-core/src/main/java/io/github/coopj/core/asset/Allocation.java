package io.github.coopj.core.asset;

import io.github.coopj.InvalidValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Exact division of an amount of minor units among parts with weights (FUND-14, FUND-18).
 *
 * <p>What every method promises, with {@code W} the sum of the weights and {@code amount * weight / W} the quota of a part:
 *
 * <ul>
 *   <li>the parts add up to the amount exactly, no unit is lost or invented;
 *   <li>a part with weight zero gets zero, and amount zero gives zeros;
 *   <li>a negative amount is divided as its opposite and every part negated;
 *   <li>the same arguments give the same parts;
 *   <li>negative weights, no weights and weights that are all zero are refused with {@link InvalidValueException}.
 * </ul>
 *
 * <p>{@link #largestRemainder} and {@link #largestRemainderWithCarry} also keep the quota rule: each part is its quota
 * rounded down or up. Multiplying all weights by a number changes nothing. Largest remainder has a known property: with one
 * more unit to divide, a part may become smaller. That does no harm to money; do not use it to divide seats.
 *
 * <p>Numbers that exceed 64 bits on the way are handled.
 */
public final class Allocation {
  private Allocation() {}

  /**
   * Divides by largest remainder: everybody gets the quota rounded down, and the units left over go one each to the largest
   * remainders. Among equal remainders the earlier part is served first.
   *
   * @param amount minor units
   * @param weights one per part, none negative, not all zero
   * @return the parts in the order of the weights
   * @throws InvalidValueException for weights as described at the class
   */
  public static long[] largestRemainder(long amount, long... weights) {
    Quotas quotas = Quotas.of(amount, weights);
    quotas.giveLeftover(quotas.remainders);
    return quotas.parts(amount < 0);
  }

  /**
   * Divides by largest remainder among named parts. Among equal remainders the smaller key is served first, so the result
   * does not depend on the order in which the parts were listed.
   *
   * @param amount minor units
   * @param weights weight per key, none negative, not all zero
   * @param <K> name of a part
   * @return the parts by key, in the order of {@code weights}
   * @throws InvalidValueException for weights as described at the class
   */
  public static <K> SortedMap<K, Long> largestRemainder(long amount, SortedMap<K, Long> weights) {
    long[] parts = largestRemainder(amount, toArray(weights.values()));
    SortedMap<K, Long> result = new TreeMap<>(weights.comparator());
    int next = 0;
    for (K key : weights.keySet()) {
      result.put(key, parts[next++]);
    }
    return result;
  }

  /**
   * Divides an amount of a token by largest remainder.
   *
   * @param amount what is divided
   * @param weights one per part, none negative, not all zero
   * @return the parts in the order of the weights
   * @throws InvalidValueException for weights as described at the class
   */
  public static List<Asset> largestRemainder(Asset amount, List<Long> weights) {
    return Arrays.stream(largestRemainder(amount.amount(), toArray(weights)))
        .mapToObj(part -> new Asset(part, amount.symbol()))
        .toList();
  }

  /**
   * Divides with the leftover to the first: everybody gets the quota rounded down, and the units left over go one each to
   * the parts in their order, those with weight zero passed over. Simple to explain; favours the first.
   *
   * @param amount minor units
   * @param weights one per part, none negative, not all zero
   * @return the parts in the order of the weights
   * @throws InvalidValueException for weights as described at the class
   */
  public static long[] floorToFirst(long amount, long... weights) {
    Quotas quotas = Quotas.of(amount, weights);
    int left = quotas.leftover;
    for (int i = 0; left > 0; i++) {
      if (weights[i] > 0) {
        quotas.parts[i]--;
        left--;
      }
    }
    return quotas.parts(amount < 0);
  }

  /**
   * Divides one amount of a stream, remembering who got more and who less than the quota so far. As {@link
   * #largestRemainder}, but the units left over go to those whose remainder together with what earlier divisions still owe
   * them is largest; among equals the earlier part is served first. Only parts with a remainder can get one.
   *
   * <p>However long the stream and whatever its amounts, what a part has got differs from the sum of its quotas by at most
   * {@code n - 1} units, {@code n} being the number of parts (FUND-18). Use the same weights for the whole stream; when
   * they change, begin a new one with carry zero.
   *
   * <p>Why the bound holds: let T(j) be the sum of the j largest carries. When a step raises T(j), m parts inside the top j
   * went without while m parts outside were served with a larger claim, so T(j) is afterwards at most the mean of
   * T(j - m) and T(j + m) plus m. No step can therefore lift T(j) over j (n - j), which for j = 1 and for j = n - 1
   * is n - 1; the latter bounds the smallest carry, because all of them add up to zero.
   *
   * @param amount minor units
   * @param weights one per part, none negative, not all zero; their sum times their number fits a long
   * @param carry what earlier divisions owe each part, in units of 1/W of a minor unit; adds up to zero; zeros at first
   * @return parts and the carry to give to the next division
   * @throws InvalidValueException for weights as described at the class, and for a carry that does not belong to them
   */
  public static Carried largestRemainderWithCarry(
      long amount, List<Long> weights, List<Long> carry) {
    long[] weight = toArray(weights);
    Quotas quotas = Quotas.of(amount, weight);
    long[] owed = requireCarry(weight, toArray(carry));
    boolean negative = amount < 0;
    long[] claims = new long[owed.length];
    for (int i = 0; i < owed.length; i++) {
      claims[i] = (negative ? -owed[i] : owed[i]) + quotas.remainders[i];
    }
    boolean[] served = quotas.giveLeftover(claims);
    long total = sum(weight).longValueExact();
    List<Long> next = new ArrayList<>(owed.length);
    for (int i = 0; i < owed.length; i++) {
      long left = claims[i] - (served[i] ? total : 0);
      next.add(negative ? -left : left);
    }
    return new Carried(Arrays.stream(quotas.parts(negative)).boxed().toList(), next);
  }

  /**
   * One division of a stream.
   *
   * @param parts minor units in the order of the weights, adding up to the amount
   * @param carry what is still owed to each part, in units of 1/W of a minor unit, adding up to zero
   */
  public record Carried(List<Long> parts, List<Long> carry) {
    /** Copies the lists. */
    public Carried {
      parts = List.copyOf(parts);
      carry = List.copyOf(carry);
    }
  }

  private static long[] requireCarry(long[] weights, long[] carry) {
    if (carry.length != weights.length) {
      throw new InvalidValueException(
          "carry must have one number per weight, got " + carry.length + " for " + weights.length);
    }
    BigInteger total = sum(weights);
    BigInteger number = BigInteger.valueOf(weights.length);
    if (total.multiply(number).bitLength() > 63) {
      throw new InvalidValueException("sum of the weights times their number must fit a long, got "
          + total + " times " + number);
    }
    long limit = total.longValueExact() * (weights.length - 1);
    for (int i = 0; i < carry.length; i++) {
      if (carry[i] > limit || carry[i] < -limit || (weights[i] == 0 && carry[i] != 0)) {
        throw new InvalidValueException(
            "carry belongs to other weights: " + carry[i] + " for part " + i);
      }
    }
    if (sum(carry).signum() != 0) {
      throw new InvalidValueException("carry must add up to zero, got " + Arrays.toString(carry));
    }
    return carry;
  }

  private static BigInteger sum(long[] numbers) {
    BigInteger sum = BigInteger.ZERO;
    long run = 0;
    for (long number : numbers) {
      long next = run + number;
      if (((run ^ next) & (number ^ next)) < 0) {
        sum = sum.add(BigInteger.valueOf(run));
        next = number;
      }
      run = next;
    }
    return sum.add(BigInteger.valueOf(run));
  }

  private static long[] toArray(Collection<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * Division of the amount taken as not positive, because every long has such a counterpart: quotas cut off towards zero,
   * what was cut off, and the units left over.
   */
  private static final class Quotas {
    /** Minor units per part, none positive. */
    private final long[] parts;
    /** What was cut off, not negative: in 1/W of a unit when W fits a long, otherwise only its rank. */
    private final long[] remainders;
    /** Units not yet given, fewer than there are remainders above zero. */
    private final int leftover;

    private Quotas(long[] parts, long[] remainders, int leftover) {
      this.parts = parts;
      this.remainders = remainders;
      this.leftover = leftover;
    }

    static Quotas of(long amount, long[] weights) {
      for (long weight : weights) {
        if (weight < 0) {
          throw new InvalidValueException(
              "weights must not be negative, got " + Arrays.toString(weights));
        }
      }
      BigInteger total = sum(weights);
      if (total.signum() == 0) {
        throw new InvalidValueException(
            "weights must not be all zero, got " + Arrays.toString(weights));
      }
      long whole = amount > 0 ? -amount : amount;
      return total.bitLength() <= 63
          ? exact(whole, weights, total.longValue())
          : ranked(whole, weights, total);
    }

    /** Weights whose sum fits a long. */
    private static Quotas exact(long whole, long[] weights, long total) {
      long[] parts = new long[weights.length];
      long[] remainders = new long[weights.length];
      long left = whole;
      for (int i = 0; i < weights.length; i++) {
        long product = whole * weights[i];
        if (Math.multiplyHigh(whole, weights[i]) == product >> 63) {
          parts[i] = product / total;
          remainders[i] = -(product % total);
        } else {
          BigInteger[] quota = BigInteger.valueOf(whole)
              .multiply(BigInteger.valueOf(weights[i]))
              .divideAndRemainder(BigInteger.valueOf(total));
          parts[i] = quota[0].longValueExact();
          remainders[i] = -quota[1].longValueExact();
        }
        left -= parts[i];
      }
      return new Quotas(parts, remainders, Math.toIntExact(-left));
    }

    /** Weights whose sum does not. */
    private static Quotas ranked(long whole, long[] weights, BigInteger total) {
      long[] parts = new long[weights.length];
      BigInteger[] cut = new BigInteger[weights.length];
      long left = whole;
      for (int i = 0; i < weights.length; i++) {
        BigInteger[] quota = BigInteger.valueOf(whole)
            .multiply(BigInteger.valueOf(weights[i]))
            .divideAndRemainder(total);
        parts[i] = quota[0].longValueExact();
        cut[i] = quota[1].negate();
        left -= parts[i];
      }
      List<BigInteger> order = Arrays.stream(cut)
          .filter(rest -> rest.signum() > 0)
          .sorted()
          .distinct()
          .toList();
      long[] ranks = Arrays.stream(cut)
          .mapToLong(rest -> rest.signum() > 0 ? 1 + Collections.binarySearch(order, rest) : 0)
          .toArray();
      return new Quotas(parts, ranks, Math.toIntExact(-left));
    }

    /** Gives the units left over to the largest claims among the parts with a remainder; tells who was served. */
    boolean[] giveLeftover(long[] claims) {
      boolean[] served = new boolean[parts.length];
      if (leftover > 0) {
        IntStream.range(0, parts.length)
            .filter(i -> remainders[i] > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> claims[i]).reversed())
            .limit(leftover)
            .forEach(i -> {
              served[i] = true;
              parts[i]--;
            });
      }
      return served;
    }

    long[] parts(boolean negative) {
      if (!negative) {
        for (int i = 0; i < parts.length; i++) {
          parts[i] = -parts[i];
        }
      }
      return parts;
    }
  }
}
