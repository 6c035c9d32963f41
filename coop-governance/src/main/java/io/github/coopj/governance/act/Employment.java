package io.github.coopj.governance.act;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.time.Instant;

/**
 * Who was employed last, and how long (BOARD-12).
 *
 * @param account the employee
 * @param hired number of the order that hired him
 * @param from when
 * @param dismissed number of the order that dismissed him, 0 if none did
 * @param until when, {@link TimePointSec#EPOCH} if nobody did
 */
public record Employment(
    Name account,
    @AbiType("uint64") long hired,
    TimePointSec from,
    @AbiType("uint64") long dismissed,
    TimePointSec until) {
  /**
   * Whether he is employed.
   *
   * @param at the moment
   * @return whether he was hired and is not yet dismissed
   */
  public boolean isInForce(Instant at) {
    return !at.isBefore(from.toInstant()) && (dismissed == 0 || at.isBefore(until.toInstant()));
  }
}
