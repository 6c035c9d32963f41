package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.matter.MeetingMatter;
import io.github.coopj.governance.matter.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question of the Council and what became of it.
 *
 * <p>A {@link VotingQuestion}, put by {@link QuestionOpening}, ends in {@link PendingDecision} or {@link RejectedQuestion};
 * an adopted decision has no force until the Chairman signs its exact hash and it becomes {@link DecisionInForce}, or
 * refuses with grounds and it becomes {@link DeclinedDecision} (ESIG-03, CHAIR-11). What is not signed in time may become
 * an {@link EscalatedDecision} for the general meeting. Each state has only its own moves:
 * nothing signs a decision twice and nothing takes a signature back. States arise through moves or from {@link #restore}
 * only.
 *
 * <p>The Council given to a move is the one in office at that time. Times are kept to the second.
 */
public abstract sealed class CouncilDecision
    permits VotingQuestion,
        PendingDecision,
        RejectedQuestion,
        DecisionInForce,
        DeclinedDecision,
        EscalatedDecision {
  final CouncilDecisionRecord data;

  CouncilDecision(CouncilDecisionRecord data) {
    this.data = data;
  }

  /**
   * Restores a stored question.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the question in its state
   * @throws InvalidValueException if the parts contradict each other
   */
  public static CouncilDecision restore(CouncilDecisionRecord stored) {
    stored.requireConsistent();
    return switch (stored.status()) {
      case VOTING -> new VotingQuestion(stored);
      case PENDING_SIGNATURE -> new PendingDecision(stored);
      case REJECTED -> new RejectedQuestion(stored);
      case IN_FORCE -> new DecisionInForce(stored);
      case DECLINED -> new DeclinedDecision(stored);
      case ESCALATED -> new EscalatedDecision(stored);
    };
  }

  /**
   * The question as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public CouncilDecisionRecord snapshot() {
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
   * Kind of question.
   *
   * @return the kind
   */
  public QuestionType type() {
    return data.question().type();
  }

  /**
   * What the question is about.
   *
   * @return digest of the subject
   */
  public Checksum256 subject() {
    return data.question().subject();
  }

  /**
   * How far the question has come.
   *
   * @return the status that belongs to the state
   */
  public DecisionStatus status() {
    return data.status();
  }

  /**
   * Roll-call.
   *
   * @return votes in the order of voting
   */
  public List<VoteEntry> votes() {
    return data.votes();
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
    R voting(VotingQuestion question);

    /**
     * For a decision without signature.
     *
     * @param decision the state
     * @return the answer
     */
    R pending(PendingDecision decision);

    /**
     * For a question not adopted.
     *
     * @param question the state
     * @return the answer
     */
    R rejected(RejectedQuestion question);

    /**
     * For a decision in force.
     *
     * @param decision the state
     * @return the answer
     */
    R inForce(DecisionInForce decision);

    /**
     * For a decision whose signature was refused.
     *
     * @param decision the state
     * @return the answer
     */
    R declined(DeclinedDecision decision);

    /**
     * For a decision that went to the general meeting.
     *
     * @param decision the state
     * @return the answer
     */
    R escalated(EscalatedDecision decision);
  }

  /**
   * This question, if it is open.
   *
   * @return the open vote
   * @throws GovernanceException WRONG_STATE
   */
  public VotingQuestion requireVoting() {
    return require(VotingQuestion.class, DecisionStatus.VOTING);
  }

  /**
   * This question, if it waits for the signature.
   *
   * @return the adopted decision
   * @throws GovernanceException WRONG_STATE, so that a decision in force cannot be signed again
   */
  public PendingDecision requirePendingSignature() {
    return require(PendingDecision.class, DecisionStatus.PENDING_SIGNATURE);
  }

  /**
   * This question, if it is in force.
   *
   * @return the decision
   * @throws GovernanceException WRONG_STATE
   */
  public DecisionInForce requireInForce() {
    return require(DecisionInForce.class, DecisionStatus.IN_FORCE);
  }

  /**
   * This question, if it was not adopted.
   *
   * @return the rejected question
   * @throws GovernanceException WRONG_STATE
   */
  public RejectedQuestion requireRejected() {
    return require(RejectedQuestion.class, DecisionStatus.REJECTED);
  }

  /**
   * This question, if its signature was refused.
   *
   * @return the declined decision
   * @throws GovernanceException WRONG_STATE
   */
  public DeclinedDecision requireDeclined() {
    return require(DeclinedDecision.class, DecisionStatus.DECLINED);
  }

  /**
   * This question, if it went to the general meeting.
   *
   * @return the escalated decision
   * @throws GovernanceException WRONG_STATE
   */
  public EscalatedDecision requireEscalated() {
    return require(EscalatedDecision.class, DecisionStatus.ESCALATED);
  }

  private <S extends CouncilDecision> S require(Class<S> state, DecisionStatus needed) {
    return States.require(this, state, "decision " + id(), status(), needed);
  }

  /**
   * Refuses a question that the general meeting has decided otherwise (MEET-24).
   *
   * @param standing what the meeting has decided on its matter, if it has
   * @param now the moment
   * @throws GovernanceException MEETING_HAS_DECIDED
   */
  public void requireFree(Optional<Ruling> standing, Instant now) {
    Ruling.requireFree(standing, subject(), now);
  }

  /**
   * Refuses a question of which agendas of general meetings show that only the meeting decides it, whatever matter it names
   * (MEET-12). Questions that Council and meeting decide together are none.
   *
   * @param known what agendas of convened meetings ask
   * @param charter the charter in force
   * @throws GovernanceException EXCLUSIVE_COMPETENCE
   */
  public void requireWithin(List<MeetingMatter> known, Charter charter) {
    if (type().rule().competence() != QuestionRule.Competence.WITH_MEETING) {
      MeetingMatter.requireNone(
          known, List.of(subject(), data.question().matterKey()), Office.Body.COUNCIL, charter);
    }
  }

  /**
   * Refuses to be used for something else.
   *
   * @param expectedType kind of question needed
   * @param expectedSubject subject needed
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT
   */
  public void requireAbout(QuestionType expectedType, Checksum256 expectedSubject) {
    if (type() != expectedType) {
      throw new GovernanceException(
          Reason.DECISION_OF_OTHER_TYPE,
          "decision",
          id(),
          "expected",
          expectedType,
          "actual",
          type());
    }
    if (!subject().equals(expectedSubject)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          id(),
          "expected",
          expectedSubject,
          "actual",
          subject());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CouncilDecision decision && data.equals(decision.data);
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
