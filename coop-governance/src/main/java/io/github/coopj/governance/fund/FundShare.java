package io.github.coopj.governance.fund;

import io.github.coopj.InvalidValueException;

/**
 * Part of a fund in every membership contribution.
 *
 * @param fund one of the five funds, not the share fund
 * @param basisPoints hundredths of a percent, 0 to 10000
 */
public record FundShare(FundCode fund, int basisPoints) {
  /** Checks fund and range. */
  public FundShare {
    if (fund == FundCode.SHARE) {
      throw new InvalidValueException("the share fund takes no part of membership contributions");
    }
    if (basisPoints < 0 || basisPoints > FundRegulation.WHOLE) {
      throw new InvalidValueException("part of " + fund + " must be 0 to " + FundRegulation.WHOLE
          + " basis points, got " + basisPoints);
    }
  }
}
