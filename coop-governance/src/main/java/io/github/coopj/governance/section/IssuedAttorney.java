package io.github.coopj.governance.section;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.body.Ground;
import java.time.Instant;
import java.util.Optional;

/**
 * A power of attorney that was issued (KU-05).
 *
 * @param attorney the power
 * @param issuer the Chairman of the Council, or who acted for him; empty where the general meeting issued it
 * @param ground decision of the Council or of the general meeting, empty where the issuer issued it alone
 * @param since when it was issued: a decision has effect from when it is in force
 * @param revokedAt first second revoked, {@link TimePointSec#EPOCH} if it is not
 */
public record IssuedAttorney(
    PowerOfAttorney attorney,
    Name issuer,
    Optional<Ground> ground,
    TimePointSec since,
    TimePointSec revokedAt) {
  /**
   * When it ends.
   *
   * @return first second without it: revoked, or at its end
   */
  public TimePointSec endsAt() {
    boolean revoked = !revokedAt.equals(TimePointSec.EPOCH);
    return revoked && revokedAt.compareTo(attorney.until()) < 0 ? revokedAt : attorney.until();
  }

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
