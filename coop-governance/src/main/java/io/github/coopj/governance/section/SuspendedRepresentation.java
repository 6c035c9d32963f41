package io.github.coopj.governance.section;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import java.time.Instant;

/**
 * A suspension of representation that took effect (KU-21).
 *
 * @param content whose, why and how long
 * @param decision number of the Council's decision
 * @param from first second of it
 */
public record SuspendedRepresentation(
    RepresentationSuspension content, @AbiType("uint64") long decision, TimePointSec from) {
  /**
   * Whether representation rests.
   *
   * @param at the moment
   * @return whether the suspension has begun and not ended
   */
  public boolean isInForce(Instant at) {
    return !at.isBefore(from.toInstant()) && at.isBefore(content.until().toInstant());
  }
}
