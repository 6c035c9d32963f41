package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.MeetingPolicy;
import io.github.coopj.governance.document.MerkleTree;
import io.github.coopj.governance.notice.ReactionCall;
import io.github.coopj.governance.notice.StartNotice;
import java.time.Instant;
import java.util.List;
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
    Optional<AcceptedBallot> last = voted && !votedElsewhere
        ? Optional.of(new AcceptedBallot(ballot, BallotWay.OWN))
        : Optional.empty();
    BallotStanding standing = new BallotStanding(
        account -> onRoll,
        last,
        votedElsewhere,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
    return accept(CastBallot.electronic(ballot, secret), standing, charter, now).meeting();
  }

  /**
   * Accepts a ballot however it comes in: the member's own, by proxy (BALLOT-09) or entered from paper (BALLOT-02). All count
   * alike and one member has one: the first stands, and only the same hand may replace it, where the charter allows that and not
   * on paper. A ballot carried over from an earlier cycle is replaced by any (MEET-21).
   *
   * @param cast the ballot, whose signature the caller has checked (see {@link SignedBallot})
   * @param standing what there is of its member and of who casts it
   * @param charter the charter of the draft
   * @param now time of the move
   * @return the meeting with the ballot in its log, and its member present; with the votes of a proxy
   * @throws GovernanceException as for a ballot that a member casts himself; ITEM_UNANSWERED, RSVP_MISSING,
   *     BALLOT_CAST_OTHERWISE; by proxy BALLOT_OTHER_MEMBER where the charter knows none, PROXY_AT_OTHER_BODY, NOT_ON_ROLL of
   *     the proxy, PROXY_UNKNOWN, PROXY_OF_ANOTHER, PROXY_REVOKED, PROXY_NOT_VALID, PROXY_OF_OTHER_MEETING, PROXY_LIMIT,
   *     BALLOT_SECRET_FOR_ANOTHER; on paper NOT_THE_SECRETARY, PAPER_OF_SECRETARY, PAPER_NEEDS_SCAN,
   *     BALLOT_SECRET_FOR_ANOTHER
   */
  public Accepted accept(CastBallot cast, BallotStanding standing, Charter charter, Instant now) {
    Ballot ballot = cast.ballot();
    BallotCheck check = new BallotCheck(row, charter);
    check.requireAcceptable(ballot, standing.roll().contains(ballot.member()), now);
    check.requireComplete(cast);
    ReactionCall.requireRsvp(ballot.member(), standing.reaction(), charter.notice());
    CasterCheck caster = new CasterCheck(row, charter, cast, standing);
    Optional<ProxyVotes> votes = caster.requireEntitled(now);
    boolean replaces = caster.requireFirstOrReplacing();
    check.requireSecretPart(ballot, cast.secret());
    MeetingEdit edit = new MeetingEdit(row);
    edit.present += replaces ? 0 : 1;
    edit.ballots = BallotLog.append(row.ballots(), ballot.digest());
    return new Accepted(new OpenMeeting(edit.toRecord(MeetingStatus.OPEN)), votes);
  }

  /**
   * Adds up the votes so far, where the charter lets everybody see them. Secret items are never among them.
   *
   * @param log every ballot accepted so far, in order
   * @param charter the charter of the draft
   * @return open items with their votes, without outcome
   * @throws GovernanceException TALLY_CLOSED where the charter counts after the end only, COUNT_MISMATCH if ballots are missing
   *     or others than those accepted, CHARTER_VERSION_MISMATCH
   */
  public List<ItemRecord> runningTally(List<LoggedBallot> log, Charter charter) {
    requireCharter(row, charter);
    if (!charter.ballots().runningTally()) {
      throw new GovernanceException(
          Reason.TALLY_CLOSED, "meeting", row.id(), "closesAt", row.closesAt());
    }
    BallotCheck check = new BallotCheck(row, charter);
    VoteSums sums = new VoteSums(row.items());
    MerkleTree.Frontier seen = MerkleTree.Frontier.EMPTY;
    for (LoggedBallot next : log) {
      seen = BallotLog.append(seen, next.ballot().digest());
      if (next.counts()) {
        sums.add(check.answers(next.ballot()));
      }
    }
    if (!BallotLog.digest(seen).equals(BallotLog.digest(row.ballots()))) {
      throw new GovernanceException(
          Reason.COUNT_MISMATCH,
          "figure",
          "ballotLog",
          "counted",
          BallotLog.digest(seen),
          "accepted",
          BallotLog.digest(row.ballots()));
    }
    return sums.items().stream().filter(item -> !item.secret()).toList();
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
