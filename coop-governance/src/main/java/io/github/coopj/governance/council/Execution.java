package io.github.coopj.governance.council;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * That a decision of the Council about the Council itself has had its effect. It has it once: who was removed is not
 * appointed again by the decision that appointed him before.
 *
 * @param decision number of the decision, 1 or more
 * @param at when it had its effect
 */
public record Execution(@AbiType("uint64") long decision, TimePointSec at) {
  /**
   * Lets a decision have its effect.
   *
   * @param before the execution of this decision, if it had its effect
   * @param decision the decision
   * @param council the Council as it is now
   * @param now the moment
   * @return the execution
   * @throws GovernanceException DECISION_ALREADY_USED, OUT_OF_ORDER for a decision that was signed before this Council
   *     came into office
   */
  public static Execution once(
      Optional<Execution> before, DecisionInForce decision, Council council, Instant now) {
    if (before.isPresent()) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    CouncilDecision.requireNotBefore(decision.effectiveAt(), TimePointSec.of(council.since()));
    return new Execution(decision.id(), TimePointSec.of(now));
  }
}
