package io.github.coopj.governance.board;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A decision of the Board, in force by the signatures of those who voted for. A Board of one decides by one signed act, any
 * other by vote (BCHAIR-08). Only {@link #adopt} makes one, and {@link #restore} gives it back from where it is stored.
 */
public final class BoardDecision {
  private final BoardQuestion question;
  private final List<BoardVote> votes;
  private final TimePointSec effectiveAt;

  private BoardDecision(BoardQuestion question, List<BoardVote> votes, TimePointSec effectiveAt) {
    this.question = question;
    this.votes = List.copyOf(votes);
    this.effectiveAt = effectiveAt;
  }

  /**
   * Counts the signed votes on a question.
   *
   * @param question the question
   * @param votes signed votes of members in office, one each
   * @param board the Board
   * @param regulation the regulation on the Board in force, if there is one
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return the decision, if more than half of the members in office voted for
   * @throws GovernanceException OTHER_COOPERATIVE, NO_BOARD_REGULATION without a regulation or before it is in force,
   *     DECISION_ON_OTHER_SUBJECT if the question stands on another version, NOT_IN_BODY, DUPLICATE_SEAT for a second
   *     vote, SIGNATURE_FORGED, BOARD_MAJORITY_MISSING
   */
  public static BoardDecision adopt(
      BoardQuestion question,
      List<BoardVote> votes,
      Board board,
      Optional<BoardRegulation> regulation,
      SignerKeys keys,
      Instant now) {
    if (!board.cooperative().equals(question.cooperative())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          board.cooperative(),
          "addressed",
          question.cooperative());
    }
    requireRegulation(question, regulation, now);
    Set<Name> voters = new HashSet<>();
    List<Name> votesFor = new ArrayList<>();
    for (BoardVote vote : votes) {
      board.requireMember(vote.member(), now);
      if (!voters.add(vote.member())) {
        throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", vote.member());
      }
      vote.signature()
          .requireGenuine(question.voteDigest(vote.vote()), vote.member(), keys.until(now));
      if (vote.vote() == Vote.FOR) {
        votesFor.add(vote.member());
      }
    }
    if (!board.isAdopted(votesFor, now)) {
      throw new GovernanceException(
          Reason.BOARD_MAJORITY_MISSING,
          "votes",
          votesFor.size(),
          "members",
          board.inOffice(now).size());
    }
    return new BoardDecision(question, votes, TimePointSec.of(now));
  }

  private static void requireRegulation(
      BoardQuestion question, Optional<BoardRegulation> regulation, Instant now) {
    if (regulation.isEmpty() || now.isBefore(regulation.get().since().toInstant())) {
      throw new GovernanceException(
          Reason.NO_BOARD_REGULATION, "cooperative", question.cooperative());
    }
    regulation.get().requireOf(question.cooperative());
    if (!regulation.get().digest().equals(question.regulation())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          question.id(),
          "expected",
          regulation.get().digest(),
          "actual",
          question.regulation());
    }
  }

  /**
   * Restores a stored decision.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the decision
   */
  public static BoardDecision restore(BoardDecisionRecord stored) {
    return new BoardDecision(stored.question(), stored.votes(), stored.effectiveAt());
  }

  /**
   * The decision as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public BoardDecisionRecord snapshot() {
    return new BoardDecisionRecord(question, votes, effectiveAt);
  }

  /**
   * Number of the question it answers.
   *
   * @return 1 or more
   */
  public long id() {
    return question.id();
  }

  /**
   * Refuses to be used for something else.
   *
   * @param cooperative account of the cooperative
   * @param subject digest of what the decision is needed for
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_ON_OTHER_SUBJECT
   */
  public void requireAbout(Name cooperative, Checksum256 subject) {
    if (!question.cooperative().equals(cooperative)) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          cooperative,
          "addressed",
          question.cooperative());
    }
    if (!question.subject().equals(subject)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          id(),
          "expected",
          subject,
          "actual",
          question.subject());
    }
  }

  /**
   * What the decision amounts to once the general meeting has put something else in its place (MEET-11). It is not stored: the
   * decision as it was taken and signed stays as it is.
   *
   * @param subject digest of what takes its place
   * @return this decision about that subject
   */
  public BoardDecision amounting(Checksum256 subject) {
    return new BoardDecision(question.about(subject), votes, effectiveAt);
  }

  /**
   * What was decided.
   *
   * @return the question
   */
  public BoardQuestion question() {
    return question;
  }

  /**
   * How everybody voted.
   *
   * @return signed votes in the order given
   */
  public List<BoardVote> votes() {
    return votes;
  }

  /**
   * Who answers for the decision.
   *
   * @return members who voted for
   */
  public List<Name> responsible() {
    return votes.stream()
        .filter(vote -> vote.vote() == Vote.FOR)
        .map(BoardVote::member)
        .toList();
  }

  /**
   * From when it is in force: the time of the count.
   *
   * @return the time
   */
  public TimePointSec effectiveAt() {
    return effectiveAt;
  }
}
