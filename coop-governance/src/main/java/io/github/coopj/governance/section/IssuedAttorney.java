package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.time.Instant;

/**
 * A power of attorney that was issued (KU-05).
 *
 * @param attorney the power
 * @param issuer the Chairman of the Council, or who acted for him
 * @param decision number of the Council's decision, 0 where the issuer issued it alone
 * @param revokedAt first second revoked, {@link TimePointSec#EPOCH} if it is not
 */
public record IssuedAttorney(
    PowerOfAttorney attorney,
    Name issuer,
    @AbiType("uint64") long decision,
    TimePointSec revokedAt) {
  /**
   * Whether it gives power at a moment.
   *
   * @param at the moment
   * @return whether it has begun and neither ended nor been revoked
   */
  public boolean isValid(Instant at) {
    return !at.isBefore(attorney.from().toInstant())
        && at.isBefore(attorney.until().toInstant())
        && (revokedAt.equals(TimePointSec.EPOCH) || at.isBefore(revokedAt.toInstant()));
  }
}
