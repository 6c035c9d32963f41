package io.github.coopj.governance.council;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.body.Mandate;
import java.util.List;

/**
 * A Council as it is stored.
 *
 * @param members mandates in the order of appointment
 * @param suspendedUntil when the last suspension of the Chairman lapses; the epoch if he never was suspended
 * @param suspensionId number of the decision that suspended him last; 0 if none did
 */
public record CouncilRecord(
    List<Mandate> members,
    TimePointSec suspendedUntil,
    @AbiType("uint64") long suspensionId) {
  /** Keeps a copy of the mandates. */
  public CouncilRecord {
    members = List.copyOf(members);
  }
}
