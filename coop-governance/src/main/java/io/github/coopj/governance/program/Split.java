package io.github.coopj.governance.program;

import io.github.coopj.core.asset.Asset;
import java.util.List;

/**
 * A contribution divided into its two parts; they add up to it exactly (CPP-15).
 *
 * @param share share contribution (паевой взнос), 0 or more
 * @param membership membership contribution (членский взнос), 0 or more
 * @param carry what this division still owes each part, for the next division of the same programme
 */
public record Split(Asset share, Asset membership, List<Long> carry) {
  /** Copies the carry. */
  public Split {
    carry = List.copyOf(carry);
  }
}
