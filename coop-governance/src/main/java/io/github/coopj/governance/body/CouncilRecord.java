package io.github.coopj.governance.body;

import io.github.coopj.core.time.TimePointSec;
import java.util.List;

/**
 * A Council as it is stored.
 *
 * @param members mandates in the order of appointment
 * @param suspendedUntil when the suspension of the Chairman lapses; the epoch if he is not suspended
 */
public record CouncilRecord(List<Mandate> members, TimePointSec suspendedUntil) {
  /** Keeps a copy of the mandates. */
  public CouncilRecord {
    members = List.copyOf(members);
  }
}
