package io.github.coopj.governance.meeting;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * The figures of the minutes, taken from the meeting and from nowhere else.
 *
 * @param cooperative account of the cooperative
 * @param meetingId number of the meeting
 * @param body whose meeting it was
 * @param kind annual or extraordinary
 * @param charterVersion version of the charter that governed it
 * @param agendaVersion version of the agenda
 * @param agendaHash digest of the agenda
 * @param councilDecisionId decision of the Council that convened it, 0 where a demander did (COUNCIL-11)
 * @param demandId demand in place of which its demander convened it (MEET-07), 0 where the Council did
 * @param rollAt when the roll was frozen
 * @param eligible number on the roll
 * @param rollDigest digest of the roll
 * @param cycles all cycles; the last had a quorum
 * @param ballotLog digest over the ballots that count, and those they replaced, see {@link BallotLog#digest}
 * @param ballotsFrom first cycle whose ballots are among them: the last one, or an earlier one where ballots were carried over
 *     (MEET-21)
 * @param rejected digest over the ballots listed as refused, see {@link BallotRefusal#digestOf}
 * @param items counts and outcome of every item
 * @param chair chairman of the meeting, or who signs in his place
 * @param secretary secretary of the meeting, or who signs in his place
 * @param replaced officers whose place another took, because they refused to sign or let their time pass (MIN-03)
 */
public record MinutesTally(
    Name cooperative,
    @AbiType("uint64") long meetingId,
    MeetingBody body,
    MeetingKind kind,
    int charterVersion,
    int agendaVersion,
    Checksum256 agendaHash,
    @AbiType("uint64") long councilDecisionId,
    @AbiType("uint64") long demandId,
    TimePointSec rollAt,
    long eligible,
    Checksum256 rollDigest,
    List<CycleRecord> cycles,
    Checksum256 ballotLog,
    int ballotsFrom,
    Checksum256 rejected,
    List<ItemRecord> items,
    Name chair,
    Name secretary,
    List<Name> replaced) {
  /** Copies the lists. */
  public MinutesTally {
    cycles = List.copyOf(cycles);
    items = List.copyOf(items);
    replaced = List.copyOf(replaced);
  }

  static MinutesTally of(GeneralMeetingRecord row) {
    return new MinutesTally(
        row.cooperative(),
        row.id(),
        row.body(),
        row.kind(),
        row.charterVersion(),
        row.agendaVersion(),
        row.agendaHash(),
        row.councilDecisionId(),
        row.demandId(),
        row.rollAt(),
        row.eligible(),
        row.rollDigest(),
        row.cycles(),
        BallotLog.digest(row.ballots()),
        row.ballotsFrom(),
        BallotLog.digest(row.rejected()),
        row.items(),
        row.chair(),
        row.secretary(),
        row.signing().replaced());
  }

  /**
   * The cycle that had a quorum.
   *
   * @return last cycle
   */
  public CycleRecord heldCycle() {
    return cycles.get(cycles.size() - 1);
  }

  /**
   * What {@link MinutesSeal} refers to.
   *
   * @return digest over every figure
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.MINUTES, this);
  }
}
