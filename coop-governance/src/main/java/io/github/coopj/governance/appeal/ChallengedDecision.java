package io.github.coopj.governance.appeal;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.council.DecisionInForce;

/**
 * A decision that the general meeting may change or cancel.
 *
 * @param body whose it is
 * @param decision its number, 1 or more
 * @param subject digest of what it decided
 */
public record ChallengedDecision(
    DecidingBody body, @AbiType("uint64") long decision, Checksum256 subject) {
  /** Refuses a decision without a number or a subject. */
  public ChallengedDecision {
    if (decision < 1 || subject.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a decision is named by its number and its subject");
    }
  }

  /**
   * Names a decision of the Council.
   *
   * @param decision the decision
   * @return the same, as the meeting names it
   */
  public static ChallengedDecision ofCouncil(DecisionInForce decision) {
    return new ChallengedDecision(DecidingBody.COUNCIL, decision.id(), decision.subject());
  }
}
