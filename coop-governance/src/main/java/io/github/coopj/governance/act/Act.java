package io.github.coopj.governance.act;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Office;

/**
 * An act in the name of the cooperative as it is logged, with what it stands on (CHAIR-04, BOARD-05, BOARD-10, BOARD-11).
 *
 * @param id number in the log, 1 or more
 * @param text what was done
 * @param responsible the body that answers for it: that of the officer, or the one that decided on the expense
 * @param mandate the decision that the officer's mandate stands on
 * @param source digest of the charter or the powers that allow it, or of the expense that was decided on
 * @param decision number of the decision of the responsible body on it, 0 where the officer acted alone
 * @param conflictsWith number of the earlier act of the other officer that stands in this matter, 0 if there is none
 * @param at when
 */
public record Act(
    @AbiType("uint64") long id,
    ActText text,
    Office.Body responsible,
    Ground mandate,
    Checksum256 source,
    @AbiType("uint64") long decision,
    @AbiType("uint64") long conflictsWith,
    TimePointSec at) {
  /**
   * Whether it stands: no earlier act of the other officer is in its way (CHAIR-03).
   *
   * @return whether it {@code conflictsWith} nothing
   */
  public boolean stands() {
    return conflictsWith == 0;
  }

  /**
   * Whether it was decided on by a body rather than by the officer alone.
   *
   * @return whether there is a {@code decision}
   */
  public boolean isDecided() {
    return decision != 0;
  }
}
