package io.github.coopj.governance.program;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import java.util.List;
import java.util.Optional;

/**
 * Any sum, of which the member says how much is membership contribution (свободный взнос).
 *
 * @param least the least membership contribution, 0 or more
 */
public record FreeFee(Asset least) implements FeeRule {
  /** Refuses a negative least. */
  public FreeFee {
    if (least.isNegative()) {
      throw new InvalidValueException(
          "the least membership contribution is 0 or more, got " + least);
    }
  }

  @Override
  public Split divide(long programme, Asset amount, Optional<Asset> declared, List<Long> carry) {
    Asset membership = declared.orElse(least);
    boolean fits = membership.symbol().equals(amount.symbol())
        && amount.symbol().equals(least.symbol())
        && membership.compareAmount(least) >= 0
        && membership.compareAmount(amount) <= 0;
    if (!fits) {
      throw Fees.mismatch(
          programme, membership, "a membership contribution of " + least + " to " + amount);
    }
    return new Split(amount.minus(membership), membership, carry);
  }
}
