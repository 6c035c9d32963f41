package io.github.coopj.governance.meeting;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.document.MerkleTree;
import java.util.List;

/**
 * A meeting as it is stored: the same fields in every state, nothing per member. Roll, notices and ballots live in
 * tables of their own.
 *
 * @param id number of the meeting across all cooperatives, 1 or more
 * @param cooperative account of the cooperative
 * @param body whose meeting it is
 * @param kind annual or extraordinary
 * @param status state
 * @param failure why it failed, NONE otherwise
 * @param charterVersion version of the charter whose rules govern the meeting
 * @param cycle cycle, 1 or more
 * @param agendaVersion version of the agenda
 * @param agendaHash digest of the agenda
 * @param items the items; their votes are zero until voting has ended (TALLY-01)
 * @param chair who presides: appointed by the convenor until one is elected
 * @param secretary who keeps the minutes: appointed by the convenor until one is elected
 * @param councilDecisionId decision of the Council that convened it, 0 in a draft and where a demander convened it
 * @param demandId demand whose demander convened it in place of the Council (MEET-07), 0 elsewhere
 * @param rollAt when the roll was frozen: what convened it took effect
 * @param eligible number on the roll
 * @param rollDigest digest of the roll
 * @param notified number of roll members notified in time in this cycle
 * @param present number of roll members with a ballot in that log
 * @param ballots log of the ballots accepted and not void, see {@link BallotLog}
 * @param ballotsFrom first cycle whose ballots are in the log: the running one, or an earlier one whose ballots were carried
 *     over (MEET-21)
 * @param rejected log of the ballots that were listed as refused, in all cycles (TALLY-03)
 * @param counted the log of ballots as far as they are counted; empty until voting has ended
 * @param secret what there is of the secret items
 * @param notice what members are told and what came too late for it
 * @param agendaClosesAt first second in which reactions to the agenda and changes of it are no longer taken
 * @param opensAt when voting opens
 * @param closesAt when voting closes; a ballot at this instant is late
 * @param cycles finished cycles in order; only the last can have a quorum
 * @param minutesHash digest of the minutes, ZERO until the first signature
 * @param minutesSigners who signed the minutes so far
 * @param signing what became of signatures under the minutes that are missing
 * @param heldAt when the decisions became binding, 0 until then
 */
public record GeneralMeetingRecord(
    @AbiType("uint64") long id,
    Name cooperative,
    MeetingBody body,
    MeetingKind kind,
    MeetingStatus status,
    FailureCause failure,
    int charterVersion,
    int cycle,
    int agendaVersion,
    Checksum256 agendaHash,
    List<ItemRecord> items,
    Name chair,
    Name secretary,
    @AbiType("uint64") long councilDecisionId,
    @AbiType("uint64") long demandId,
    TimePointSec rollAt,
    long eligible,
    Checksum256 rollDigest,
    long notified,
    long present,
    MerkleTree.Frontier ballots,
    int ballotsFrom,
    MerkleTree.Frontier rejected,
    MerkleTree.Frontier counted,
    SecretCount secret,
    NoticeState notice,
    TimePointSec agendaClosesAt,
    TimePointSec opensAt,
    TimePointSec closesAt,
    List<CycleRecord> cycles,
    Checksum256 minutesHash,
    List<MinutesSignature> minutesSigners,
    SigningState signing,
    TimePointSec heldAt) {
  /** Copies the lists. */
  public GeneralMeetingRecord {
    items = List.copyOf(items);
    cycles = List.copyOf(cycles);
    minutesSigners = List.copyOf(minutesSigners);
  }
}
