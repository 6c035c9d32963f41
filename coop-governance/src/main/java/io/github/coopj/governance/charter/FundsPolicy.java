package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.List;

/**
 * Initial rule by which membership contributions are divided among the five funds (FUND-14), until the general meeting
 * approves another one (MEET-28).
 *
 * @param weights one entry per fund in the order of the enum, 10000 basis points together
 */
public record FundsPolicy(List<Weight> weights) {
  /** What the weights add up to. */
  public static final int WHOLE = 10_000;

  /**
   * Part of one fund.
   *
   * @param fund the fund
   * @param basisPoints 0 to 10000 hundredths of a percent
   */
  public record Weight(CharterFund fund, int basisPoints) {
    /** Refuses a part outside nothing to all. */
    public Weight {
      if (basisPoints < 0 || basisPoints > WHOLE) {
        throw new InvalidValueException(
            "weight of " + fund + " must be 0 to 10000 basis points, got " + basisPoints);
      }
    }
  }

  /** Refuses weights that would lose or invent money. */
  public FundsPolicy {
    weights = List.copyOf(weights);
    if (!weights.stream().map(Weight::fund).toList().equals(List.of(CharterFund.values()))) {
      throw new InvalidValueException(
          "weights must name each of the five funds once, got " + weights);
    }
    int sum = weights.stream().mapToInt(Weight::basisPoints).sum();
    if (sum != WHOLE) {
      throw new InvalidValueException("fund weights must add up to 10000 basis points, got " + sum);
    }
  }

  /**
   * Part of a fund.
   *
   * @param fund the fund
   * @return 0 to 10000 basis points
   */
  public int basisPoints(CharterFund fund) {
    for (Weight weight : weights) {
      if (weight.fund() == fund) {
        return weight.basisPoints();
      }
    }
    throw new IllegalStateException("no weight for " + fund);
  }
}
