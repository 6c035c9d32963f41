package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of the Revision commission and what became of it: a {@link VotingAuditQuestion} ends in an {@link
 * AuditDecision} or a {@link RejectedAuditQuestion}. Every vote is signed, so an adopted decision carries the signatures
 * of its members and needs no other; the sole Revisor's one signature decides (AUDIT-05, AUDIT-08).
 */
public abstract sealed class AuditQuestion
    permits VotingAuditQuestion, AuditDecision, RejectedAuditQuestion {
  final AuditQuestionRecord data;

  AuditQuestion(AuditQuestionRecord data) {
    this.data = data;
  }

  /**
   * Puts a question.
   *
   * @param id number of the question, 1 or more, higher than any before
   * @param topic what it is about
   * @param proposer a member in office
   * @param commission the commission
   * @param now the moment
   * @param closesAt when the vote ends at the latest
   * @return the open vote
   * @throws GovernanceException NOT_IN_BODY, also after the term; AUDIT_INCOMPLETE; NOT_ONE_CHAIRMAN if the commission
   *     has yet to elect its chairman; CLOSES_BEFORE_OPENING
   */
  public static VotingAuditQuestion open(
      long id,
      AuditTopic topic,
      Name proposer,
      AuditCommission commission,
      Instant now,
      Instant closesAt) {
    commission.requireMember(proposer, now);
    if (!topic.type().finishesCheck()) {
      commission.requireComplete(now);
      if (topic.type() != AuditQuestionType.ELECT_CHAIR
          && commission.chairman(now).isEmpty()) {
        throw new GovernanceException(Reason.NOT_ONE_CHAIRMAN, "chairmen", 0);
      }
    }
    TimePointSec opened = TimePointSec.of(now);
    TimePointSec closes = TimePointSec.of(closesAt);
    if (closes.compareTo(opened) <= 0) {
      throw new GovernanceException(
          Reason.CLOSES_BEFORE_OPENING, "opensAt", opened, "closesAt", closes);
    }
    AuditQuestionRecord data = new AuditQuestionRecord(
        id,
        topic,
        proposer,
        opened,
        closes,
        AuditQuestionStatus.VOTING,
        List.of(),
        TimePointSec.EPOCH);
    data.requireConsistent();
    return new VotingAuditQuestion(data);
  }

  /**
   * Restores a stored question.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the question in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static AuditQuestion restore(AuditQuestionRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case VOTING -> new VotingAuditQuestion(stored);
      case ADOPTED -> new AuditDecision(stored);
      case REJECTED -> new RejectedAuditQuestion(stored);
    };
  }

  /**
   * The question as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public AuditQuestionRecord snapshot() {
    return data;
  }

  /**
   * Number of the question.
   *
   * @return 1 or more
   */
  public long id() {
    return data.id();
  }

  /**
   * What the question is about.
   *
   * @return the topic
   */
  public AuditTopic topic() {
    return data.topic();
  }

  /**
   * What a member signs to vote.
   *
   * @param vote how he votes
   * @return digest over question and vote
   */
  public Checksum256 voteDigest(Vote vote) {
    return DocumentDigest.of(
        DocumentType.AUDIT_DECISION,
        new AuditVoteContent(data.id(), data.topic(), data.openedAt(), vote));
  }

  /**
   * This question, if it is open.
   *
   * @return the open vote
   * @throws GovernanceException WRONG_STATE
   */
  public VotingAuditQuestion requireVoting() {
    return require(VotingAuditQuestion.class, AuditQuestionStatus.VOTING);
  }

  /**
   * This question, if it was adopted.
   *
   * @return the decision
   * @throws GovernanceException WRONG_STATE
   */
  public AuditDecision requireAdopted() {
    return require(AuditDecision.class, AuditQuestionStatus.ADOPTED);
  }

  private <S extends AuditQuestion> S require(Class<S> state, AuditQuestionStatus needed) {
    return States.require(
        this, state, "question " + id() + " of the Revision commission", data.status(), needed);
  }

  /**
   * Answers by state.
   *
   * @param <R> type of the answer
   * @param cases one answer per state
   * @return what the case of this state answers
   */
  public abstract <R> R match(Cases<R> cases);

  /**
   * One answer per state.
   *
   * @param <R> type of the answer
   */
  public interface Cases<R> {
    /**
     * For an open vote.
     *
     * @param question the state
     * @return the answer
     */
    R voting(VotingAuditQuestion question);

    /**
     * For a decision.
     *
     * @param decision the state
     * @return the answer
     */
    R adopted(AuditDecision decision);

    /**
     * For a question not adopted.
     *
     * @param question the state
     * @return the answer
     */
    R rejected(RejectedAuditQuestion question);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AuditQuestion question && data.equals(question.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }

  static void requireNotBefore(TimePointSec at, TimePointSec notBefore) {
    if (at.compareTo(notBefore) < 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", at, "notBefore", notBefore);
    }
  }
}
