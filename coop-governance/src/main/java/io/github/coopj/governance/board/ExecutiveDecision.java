package io.github.coopj.governance.board;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision on what is the Board's to decide: by the Board, or by the Council where no Board is in office (COUNCIL-09).
 */
public final class ExecutiveDecision {
  private final Name cooperative;
  private final Office.Body body;
  private final long id;
  private final Checksum256 subject;
  private final TimePointSec effectiveAt;

  private ExecutiveDecision(
      Name cooperative, Office.Body body, long id, Checksum256 subject, TimePointSec effectiveAt) {
    this.cooperative = cooperative;
    this.body = body;
    this.id = id;
    this.subject = subject;
    this.effectiveAt = effectiveAt;
  }

  /** Where the decisions of both bodies of one cooperative are kept. */
  public interface Source {
    /**
     * Account of the cooperative.
     *
     * @return the account
     */
    Name cooperative();

    /**
     * The Board appointed last.
     *
     * @return empty if there never was one
     */
    Optional<Board> board();

    /**
     * A decision of the Board.
     *
     * @param id its number
     * @return the decision
     */
    BoardDecision ofBoard(long id);

    /**
     * A decision of the Council in force.
     *
     * @param id its number
     * @return the decision
     */
    DecisionInForce ofCouncil(long id);
  }

  /**
   * Looks up a decision.
   *
   * @param body which body decided: BOARD or COUNCIL
   * @param id number of its decision; of the Council one of type OTHER
   * @param source where decisions are kept
   * @param now the moment
   * @return the decision
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, BOARD_IN_OFFICE for a decision of the Council
   *     while a Board is there
   */
  public static ExecutiveDecision find(Office.Body body, long id, Source source, Instant now) {
    if (body == Office.Body.BOARD) {
      BoardDecision decision = source.ofBoard(id);
      decision.requireAbout(source.cooperative(), decision.question().subject());
      return new ExecutiveDecision(
          source.cooperative(), body, id, decision.question().subject(), decision.effectiveAt());
    }
    if (Board.executive(source.board(), now) == Office.Body.BOARD) {
      throw new GovernanceException(Reason.BOARD_IN_OFFICE, "cooperative", source.cooperative());
    }
    DecisionInForce decision = source.ofCouncil(id);
    decision.requireAbout(QuestionType.OTHER, decision.subject());
    return new ExecutiveDecision(
        source.cooperative(), Office.Body.COUNCIL, id, decision.subject(), decision.effectiveAt());
  }

  /**
   * Refuses to be used for something else.
   *
   * @param addressed account of the cooperative
   * @param expected digest of what the decision is needed for
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_ON_OTHER_SUBJECT
   */
  public void requireAbout(Name addressed, Checksum256 expected) {
    if (!cooperative.equals(addressed)) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE, "cooperative", cooperative, "addressed", addressed);
    }
    if (!subject.equals(expected)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          id,
          "expected",
          expected,
          "actual",
          subject);
    }
  }

  /** Refuses a decision that has had its effect, or is older than the last one that had. */
  void requireAfter(Office.Body by, long last, TimePointSec since) {
    if ((body == by && id <= last) || effectiveAt.compareTo(since) < 0) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", id);
    }
  }

  /**
   * Which body decided, and answers for it (BOARD-10).
   *
   * @return BOARD or COUNCIL
   */
  public Office.Body body() {
    return body;
  }

  /**
   * Number of the decision.
   *
   * @return 1 or more
   */
  public long id() {
    return id;
  }

  /**
   * From when it is in force.
   *
   * @return the time
   */
  public TimePointSec effectiveAt() {
    return effectiveAt;
  }
}
