package io.github.coopj.governance.program;

import io.github.coopj.core.asset.Asset;
import java.util.List;
import java.util.Optional;

/** How big a contribution to a programme is and how it is divided into share and membership contribution (CPP-14, CPP-15). */
public sealed interface FeeRule permits RelativeFee, AbsoluteFee, FreeFee {
  /**
   * Divides one contribution of a stream.
   *
   * @param programme number of the programme, for refusals
   * @param amount contribution, 0 or more
   * @param membership what the member declared to be membership contribution, empty if he declared nothing
   * @param carry carry of the division before, {@link SplitRule#NO_CARRY} at first
   * @return the parts, which add up to the amount, and the next carry
   * @throws io.github.coopj.governance.GovernanceException FEE_MISMATCH, WRONG_CURRENCY
   */
  Split divide(long programme, Asset amount, Optional<Asset> membership, List<Long> carry);
}
