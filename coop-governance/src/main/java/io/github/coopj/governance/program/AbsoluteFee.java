package io.github.coopj.governance.program;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import java.util.List;
import java.util.Optional;

/**
 * One fixed sum (абсолютный взнос).
 *
 * @param share share contribution, 0 or more
 * @param membership membership contribution in the same currency, 0 or more; not both are 0
 */
public record AbsoluteFee(Asset share, Asset membership) implements FeeRule {
  /** Refuses negative parts and a fee of nothing. */
  public AbsoluteFee {
    if (share.isNegative()
        || membership.isNegative()
        || !share.symbol().equals(membership.symbol())
        || !share.plus(membership).isPositive()) {
      throw new InvalidValueException("a fixed fee has two parts in one currency, together above"
          + " zero, got " + share + " and " + membership);
    }
  }

  /**
   * The whole sum.
   *
   * @return share and membership contribution together
   */
  public Asset total() {
    return share.plus(membership);
  }

  @Override
  public Split divide(long programme, Asset amount, Optional<Asset> declared, List<Long> carry) {
    if (!amount.equals(total())
        || declared.filter(part -> !part.equals(membership)).isPresent()) {
      throw Fees.mismatch(programme, amount, total().toString());
    }
    return new Split(share, membership, carry);
  }
}
