package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * A check of the Revision commission as it is stored.
 *
 * @param plan what is checked
 * @param status how far it has come
 * @param since time of its last move
 * @param reads number of records read
 * @param lastRead digest of the last entry of the log; zero if nothing was read
 * @param report digest of the report; zero until concluded
 */
public record AuditCheckRecord(
    CheckPlan plan,
    CheckStatus status,
    TimePointSec since,
    @AbiType("uint64") long reads,
    Checksum256 lastRead,
    Checksum256 report) {
  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    String what = "check " + plan.id();
    if (reads < 0
        || (reads == 0) != lastRead.equals(Checksum256.ZERO)
        || (status == CheckStatus.PLANNED && reads > 0)) {
      throw new InvalidValueException(what + " is " + status + " with a log of " + reads);
    }
    if ((status == CheckStatus.CONCLUDED) == report.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(what + " is " + status + ", so its report must say so");
    }
  }
}
