package io.github.coopj.governance.appeal;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.board.BoardDecision;
import io.github.coopj.governance.council.DecisionInForce;

/**
 * A decision that the general meeting may change or cancel.
 *
 * @param body whose it is
 * @param decision its number, 1 or more
 * @param subject digest of what it decided
 * @param matter what decisions on the same are found by: key of its matter, or the subject if the matter is its own
 */
public record ChallengedDecision(
    DecidingBody body, @AbiType("uint64") long decision, Checksum256 subject, Checksum256 matter) {
  /** Refuses a decision without a number, a subject or a matter. */
  public ChallengedDecision {
    if (decision < 1 || subject.equals(Checksum256.ZERO) || matter.equals(Checksum256.ZERO)) {
      throw new InvalidValueException(
          "a decision is named by its number, its subject and its matter");
    }
  }

  /**
   * A decision on a matter of its own.
   *
   * @param body whose it is
   * @param decision its number, 1 or more
   * @param subject digest of what it decided
   */
  public ChallengedDecision(DecidingBody body, long decision, Checksum256 subject) {
    this(body, decision, subject, subject);
  }

  /**
   * Names a decision of the Council.
   *
   * @param decision the decision
   * @return the same, as the meeting names it
   */
  public static ChallengedDecision ofCouncil(DecisionInForce decision) {
    return new ChallengedDecision(
        DecidingBody.COUNCIL,
        decision.id(),
        decision.subject(),
        decision.snapshot().question().matterKey());
  }

  /**
   * Names a decision of the Board.
   *
   * @param decision the decision
   * @return the same, as the meeting names it
   */
  public static ChallengedDecision ofBoard(BoardDecision decision) {
    return new ChallengedDecision(
        DecidingBody.BOARD,
        decision.id(),
        decision.question().subject(),
        decision.question().matterKey());
  }
}
