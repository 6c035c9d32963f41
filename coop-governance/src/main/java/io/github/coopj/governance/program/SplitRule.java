package io.github.coopj.governance.program;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Allocation;
import io.github.coopj.core.asset.Asset;
import java.util.List;

/**
 * In what proportion a contribution to a programme is divided into share and membership contribution (CPP-14): exact
 * weights, not percentages, so 1 to 2 is one third and two thirds.
 *
 * @param shareWeight weight of the share contribution, 0 or more
 * @param membershipWeight weight of the membership contribution, 0 or more; not both are 0
 */
public record SplitRule(int shareWeight, int membershipWeight) {
  /** Carry of a stream of divisions that has just begun. */
  public static final List<Long> NO_CARRY = List.of(0L, 0L);

  /** Checks the weights. */
  public SplitRule {
    if (shareWeight < 0 || membershipWeight < 0 || (shareWeight == 0 && membershipWeight == 0)) {
      throw new InvalidValueException(
          "weights of a split must be 0 or more and not both 0, got share " + shareWeight
              + " and membership " + membershipWeight);
    }
  }

  /**
   * Divides one contribution by itself. Each part is its exact quota rounded down or up to a minor unit; of equal
   * remainders the share is rounded up, because it is returnable.
   *
   * @param amount contribution, 0 or more
   * @return the parts
   */
  public Split divide(Asset amount) {
    return divide(amount, NO_CARRY);
  }

  /**
   * Divides one contribution of a stream, so that over any number of contributions neither part drifts from its exact
   * quota by more than one minor unit (FUND-18).
   *
   * @param amount contribution, 0 or more
   * @param carry carry of the division before, {@link #NO_CARRY} at first
   * @return the parts, each its quota rounded down or up to a minor unit, and the next carry
   */
  public Split divide(Asset amount, List<Long> carry) {
    if (amount.isNegative()) {
      throw new InvalidValueException("a contribution cannot be negative, got " + amount);
    }
    Allocation.Carried divided = Allocation.largestRemainderWithCarry(
        amount.amount(), List.of((long) shareWeight, (long) membershipWeight), carry);
    return new Split(
        new Asset(divided.parts().get(0), amount.symbol()),
        new Asset(divided.parts().get(1), amount.symbol()),
        divided.carry());
  }
}
