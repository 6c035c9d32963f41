package io.github.coopj.governance.fund;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * A fund spent on one of its purposes: the asset goes to somebody outside, not to a member as such.
 *
 * @param fund code of the fund; never the indivisible one
 * @param purpose code of the purpose, see {@link FundUse}
 * @param amount above zero
 * @param asset what it is paid with
 * @param document digest of the paper behind it
 * @param at when it was paid
 */
public record FundSpending(
    Name fund, Name purpose, Asset amount, AssetKind asset, Checksum256 document, TimePointSec at) {
  /** Refuses the indivisible fund (FUND-04) and aid, which goes to a member by its own rule (FUND-07). */
  public FundSpending {
    if (fund.equals(FundCode.INDIVISIBLE.code()) || fund.equals(FundCode.MUTUAL_AID.code())) {
      throw new InvalidValueException("the fund " + fund + " is not spent so");
    }
  }
}
