package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Members vote. */
public final class VotingQuestion extends CouncilDecision {
  VotingQuestion(CouncilDecisionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.voting(this);
  }

  /**
   * Casts one vote. A vote stands; nobody votes twice. {@link Vote#RECUSED} is a member's own declaration of an interest:
   * he then counts neither as a voter nor in the base, and nobody can declare it for him.
   *
   * @param council the Council
   * @param member a member in office
   * @param vote the vote
   * @param now the moment, before the vote closes
   * @return the vote with one entry more
   * @throws GovernanceException OUT_OF_ORDER, VOTE_CLOSED, NOT_IN_COUNCIL, CHAIRMAN_EXCLUDED from the question of his
   *     own suspension, ALREADY_VOTED
   */
  public VotingQuestion cast(Council council, Name member, Vote vote, Instant now) {
    Objects.requireNonNull(vote, "vote");
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, data.openedAt());
    if (at.compareTo(data.closesAt()) >= 0) {
      throw new GovernanceException(
          Reason.VOTE_CLOSED, "decision", id(), "closedAt", data.closesAt(), "at", at);
    }
    council.requireMember(member, now);
    if (type() == QuestionType.SUSPEND_CHAIRMAN && council.isChairman(member, now)) {
      throw new GovernanceException(Reason.CHAIRMAN_EXCLUDED, "chairman", member);
    }
    for (VoteEntry entry : data.votes()) {
      if (entry.member().equals(member)) {
        throw new GovernanceException(Reason.ALREADY_VOTED, "member", member, "decision", id());
      }
    }
    return new VotingQuestion(data.voted(new VoteEntry(member, vote)));
  }

  /**
   * The session that this question has to be put in, for {@link RunningSession#put}.
   *
   * @param named number of the session that the proposer names, 0 for none
   * @return that number for a question in the form of a session; nothing for an absentee vote, which names none
   * @throws GovernanceException NOT_IN_SESSION for the one without a session and for the other with one
   */
  public Optional<Long> sessionToPutIn(long named) {
    boolean inSession = data.question().form() == VotingForm.SESSION;
    if (inSession != named > 0) {
      throw new GovernanceException(Reason.NOT_IN_SESSION, "session", named, "question", id());
    }
    return inSession ? Optional.of(named) : Optional.empty();
  }

  /**
   * Counts the vote as it stands: votes of members who are in office at its end, that is now, or the closing time if
   * that has passed.
   *
   * @param council the Council
   * @param now the moment
   * @return the count
   */
  public CouncilTally tally(Council council, Instant now) {
    return CouncilCount.tally(data, council, endOfVote(now));
  }

  /**
   * Ends the vote, once everybody entitled has voted or the closing time has come. Votes of members who are no longer in
   * office then do not count and do not stay on record: nobody answers for a vote that was not counted (COUNCIL-25).
   *
   * @param council the Council
   * @param charter the charter in force
   * @param now the moment
   * @return a {@link PendingDecision} if adopted, else a {@link RejectedQuestion}
   * @throws GovernanceException OUT_OF_ORDER, VOTE_STILL_OPEN
   */
  public CouncilDecision close(Council council, Charter charter, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, data.openedAt());
    Instant end = endOfVote(now);
    CouncilTally tally = CouncilCount.tally(data, council, end);
    if (tally.present() < tally.entitled() && at.compareTo(data.closesAt()) < 0) {
      throw new GovernanceException(
          Reason.VOTE_STILL_OPEN,
          "decision",
          id(),
          "voted",
          tally.present(),
          "entitled",
          tally.entitled(),
          "closesAt",
          data.closesAt());
    }
    Optional<Rejection> rejection = CouncilCount.rejection(data, tally, council, charter, end);
    CouncilDecisionRecord counted =
        data.counted(rejection, CouncilCount.counting(data, council, end), at, charter.digest());
    return rejection.isPresent() ? new RejectedQuestion(counted) : new PendingDecision(counted);
  }

  private Instant endOfVote(Instant now) {
    Instant closesAt = data.closesAt().toInstant();
    return now.isBefore(closesAt) ? now : closesAt;
  }
}
