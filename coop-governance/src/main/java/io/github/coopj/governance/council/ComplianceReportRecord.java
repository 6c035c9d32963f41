package io.github.coopj.governance.council;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * A compliance report as it is stored.
 *
 * @param decision number of the decision
 * @param hash hash of the decision
 * @param charterDigest charter that it was checked by
 * @param failed checks that failed, in the order of the enum; empty if the decision complies
 * @param at when the checks ran
 */
public record ComplianceReportRecord(
    @AbiType("uint64") long decision,
    Checksum256 hash,
    Checksum256 charterDigest,
    List<ComplianceCheck> failed,
    TimePointSec at) {
  /** Keeps a copy of the checks. */
  public ComplianceReportRecord {
    failed = List.copyOf(failed);
  }
}
