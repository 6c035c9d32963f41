package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.util.HashSet;
import java.util.List;

/**
 * A demand as it is stored.
 *
 * @param text what is demanded
 * @param status how far it has come
 * @param ground number of the Revision commission's decision; 0 for a demand of members
 * @param signers who demands, in the order of the signatures; once presented, those who counted
 * @param members number of active members on the date of presentation; 0 before and for the commission
 * @param presentedAt when it was presented; the epoch before
 * @param conveneDays days that the Council has from then on; 0 before
 * @param endedAt when the Council convened or the breach was stated; the epoch before
 * @param decision number of the Council's decision; 0 unless it convened
 * @param meeting number of the meeting that a demander convened himself; 0 if none
 */
public record DemandRecord(
    DemandText text,
    DemandStatus status,
    @AbiType("uint64") long ground,
    List<Name> signers,
    @AbiType("uint64") long members,
    TimePointSec presentedAt,
    int conveneDays,
    TimePointSec endedAt,
    @AbiType("uint64") long decision,
    @AbiType("uint64") long meeting) {
  /** Copies the signers. */
  public DemandRecord {
    signers = List.copyOf(signers);
  }

  static DemandRecord collecting(DemandText text, List<Name> signers) {
    return new DemandRecord(
        text,
        DemandStatus.COLLECTING,
        0,
        signers,
        0,
        TimePointSec.EPOCH,
        0,
        TimePointSec.EPOCH,
        0,
        0);
  }

  DemandRecord ended(DemandStatus end, TimePointSec at, long by) {
    return new DemandRecord(
        text, end, ground, signers, members, presentedAt, conveneDays, at, by, 0);
  }

  DemandRecord convened(long id) {
    return new DemandRecord(
        text,
        DemandStatus.CONVENED,
        ground,
        signers,
        members,
        presentedAt,
        conveneDays,
        endedAt,
        decision,
        id);
  }

  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    boolean presented = status != DemandStatus.COLLECTING;
    boolean ended = presented && status != DemandStatus.PRESENTED;
    require(new HashSet<>(signers).size() == signers.size(), "every signer once");
    require(
        presented != presentedAt.equals(TimePointSec.EPOCH), "the date of presentation or none");
    require(presented == (conveneDays > 0), "the days of the Council or none");
    require(presented || ground == 0, "no decision of the commission");
    require(
        (presented && ground == 0) ? members >= signers.size() : members == 0,
        "the number of members or none");
    require(!presented || !signers.isEmpty(), "signers");
    require(ended != endedAt.equals(TimePointSec.EPOCH), "an end or none");
    require(!ended || endedAt.compareTo(presentedAt) >= 0, "an end after its presentation");
    require((status == DemandStatus.MET) == (decision > 0), "a decision of the Council or none");
    require((status == DemandStatus.CONVENED) == (meeting > 0), "a meeting or none");
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new InvalidValueException(
          "demand " + text.id() + " is " + status + ", so it needs " + what);
    }
  }
}
