package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.MeetingPolicy;
import io.github.coopj.governance.notice.StartNotice;
import java.time.Instant;
import java.util.Optional;

/** Ballots are accepted. Presence is the number of members whose ballot was accepted in this cycle (BALLOT-07). */
public final class OpenMeeting extends MeetingState implements GeneralMeeting {
  OpenMeeting(GeneralMeetingRecord row) {
    super(row);
  }

  /**
   * The empty ballot of a member, made from the agenda of this meeting (BALLOT-01, AGENDA-19).
   *
   * @param member account of the voter
   * @param charter the charter of the draft
   * @return every item once, with the choices the charter offers
   */
  public BallotForm ballotFor(Name member, Charter charter) {
    requireCharter(row, charter);
    return new BallotForm(
        row.cooperative(),
        row.id(),
        row.cycle(),
        row.agendaVersion(),
        member,
        row.items().stream()
            .filter(item -> !item.secret())
            .map(ItemRecord::number)
            .toList(),
        BallotForm.options(charter.meeting()));
  }

  /**
   * Tells members that voting has begun (NOTICE-05).
   *
   * @param link where to vote, not blank
   * @return the notice
   */
  public StartNotice startNotice(String link) {
    return new StartNotice(row.cooperative(), row.id(), row.cycle(), link, row.opensAt());
  }

  /**
   * Whether a member has voted in this cycle.
   *
   * @param lastCycle cycle the member last voted in, 0 for none
   * @return whether it is this one
   */
  public boolean hasVoted(int lastCycle) {
    return lastCycle == row.cycle();
  }

  /**
   * Accepts a ballot, one member, one vote on each item (MEET-04): the first of its voter in this cycle, or a later one
   * in its place where the charter lets the last one win (BALLOT-08). A ballot replaced stays in the ballot log. Nothing is
   * counted before the end (TALLY-01).
   *
   * @param ballot the ballot, whose signature the caller has checked (see {@link SignedBallot})
   * @param onRoll whether its member is on the roll
   * @param voted whether the member has voted in this cycle
   * @param votedElsewhere whether the same person has voted in this cycle by another account (ORG-04)
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the meeting with the ballot in its log, and its member present
   * @throws GovernanceException BALLOT_LATE, MEETING_TOO_EARLY, BALLOT_OTHER_MEETING, BALLOT_OTHER_CYCLE,
   *     BALLOT_OTHER_AGENDA, NOT_ON_ROLL, BALLOT_ALREADY_CAST, BALLOT_UNKNOWN_ITEM, BALLOT_DUPLICATE_ITEM,
   *     BALLOT_CHOICE_NOT_OFFERED, CHARTER_VERSION_MISMATCH
   */
  public OpenMeeting accept(
      Ballot ballot,
      boolean onRoll,
      boolean voted,
      boolean votedElsewhere,
      Charter charter,
      Instant now) {
    return accept(ballot, Optional.empty(), onRoll, voted, votedElsewhere, charter, now);
  }

  /**
   * Accepts a ballot with the answers to the secret items, which may be left out: then they are blank (MEET-13). Their proofs are
   * checked now, so that a ballot that is accepted can be counted.
   *
   * @param ballot the ballot, whose signature the caller has checked; it names the secret part
   * @param secret the secret part
   * @param onRoll whether its member is on the roll
   * @param voted whether the member has voted in this cycle
   * @param votedElsewhere whether the same person has voted in this cycle by another account (ORG-04)
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the meeting with the ballot in its log, and its member present
   * @throws GovernanceException as for an open ballot; SECRET_ITEM_OPEN if it answers a secret item openly,
   *     SECRET_PART_MISMATCH, SECRET_OTHER_ELECTION, SECRET_PROOF_INVALID
   */
  public OpenMeeting accept(
      Ballot ballot,
      Optional<SecretPart> secret,
      boolean onRoll,
      boolean voted,
      boolean votedElsewhere,
      Charter charter,
      Instant now) {
    BallotCheck check = new BallotCheck(row, charter);
    check.requireAcceptable(ballot, onRoll, now);
    boolean replaces = voted && charter.meeting().revoteAllowed();
    if (votedElsewhere || (voted && !replaces)) {
      throw new GovernanceException(
          Reason.BALLOT_ALREADY_CAST, "account", ballot.member(), "cycle", row.cycle());
    }
    check.requireSecretPart(ballot, secret);
    MeetingEdit edit = new MeetingEdit(row);
    edit.present += replaces ? 0 : 1;
    edit.ballots = BallotLog.append(row.ballots(), ballot.digest());
    return new OpenMeeting(edit.toRecord(MeetingStatus.OPEN));
  }

  /**
   * Ends voting (TALLY-01). With a quorum the ballots are counted next; without one they are void and never counted, and there
   * is a next cycle or none.
   *
   * @param charter the charter of the draft
   * @param now time of the move, not before closing
   * @return {@link CountingMeeting}, {@link QuorumMissed} or {@link FailedMeeting}
   * @throws GovernanceException MEETING_TOO_EARLY, CHARTER_VERSION_MISMATCH
   */
  public GeneralMeeting close(Charter charter, Instant now) {
    requireCharter(row, charter);
    if (now.isBefore(row.closesAt().toInstant())) {
      throw new GovernanceException(
          Reason.MEETING_TOO_EARLY, "now", TimePointSec.of(now), "from", row.closesAt());
    }
    MeetingPolicy policy = charter.meeting();
    long required = QuorumRule.required(row.eligible(), row.cycle(), policy);
    MeetingEdit edit = new MeetingEdit(row);
    edit.cycles.add(
        new CycleRecord(row.cycle(), required, row.present(), row.opensAt(), row.closesAt()));
    return QuorumRule.isMet(row.present(), row.eligible(), row.cycle(), policy)
        ? new CountingMeeting(edit.toRecord(MeetingStatus.COUNTING))
        : missed(edit, required, policy);
  }

  private GeneralMeeting missed(MeetingEdit edit, long required, MeetingPolicy policy) {
    if (required == 1) {
      return fail(edit, FailureCause.NOBODY_CAME);
    }
    int next = row.cycle() + 1;
    if (next > QuorumRule.LAST_CYCLE || (policy.maxCycles() > 0 && next > policy.maxCycles())) {
      return fail(edit, FailureCause.NO_CYCLES_LEFT);
    }
    if (QuorumRule.isBelowLegalFloor(next, policy)) {
      return fail(edit, FailureCause.LEGAL_FLOOR);
    }
    return new QuorumMissed(edit.toRecord(MeetingStatus.QUORUM_MISSED));
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.open(this);
  }
}
