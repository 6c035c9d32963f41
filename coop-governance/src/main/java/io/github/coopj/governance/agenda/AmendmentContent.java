package io.github.coopj.governance.agenda;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * What the Council approves when an agenda changes.
 *
 * @param meeting number of the meeting
 * @param last digest of the version there was
 * @param next digest of the version to be
 * @param taken carried changes that the new version takes over, ascending
 * @param rejected carried changes that it does not, with the reasons
 * @param opensAt when voting opens if the meeting is moved; the epoch if it stays
 * @param closesAt when voting closes if the meeting is moved; the epoch if it stays
 */
public record AmendmentContent(
    @AbiType("uint64") long meeting,
    Checksum256 last,
    Checksum256 next,
    List<Long> taken,
    List<Rejected> rejected,
    TimePointSec opensAt,
    TimePointSec closesAt) {
  /**
   * A carried change that the Council does not take over.
   *
   * @param change number of the change
   * @param reason why it is unlawful; may be empty where changes only advise
   */
  public record Rejected(@AbiType("uint64") long change, String reason) {}

  /** Copies the lists. */
  public AmendmentContent {
    taken = List.copyOf(taken);
    rejected = List.copyOf(rejected);
  }
}
