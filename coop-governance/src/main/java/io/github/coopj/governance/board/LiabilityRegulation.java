package io.github.coopj.governance.board;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import java.util.Optional;

/**
 * The regulation on material liability as it is in force: the Board adopts and changes it, the Council in its place where
 * there is no Board (BOARD-06, COUNCIL-09).
 *
 * @param text the version
 * @param body which body adopted it: BOARD or COUNCIL
 * @param decision number of its decision
 * @param since from when it is in force
 */
public record LiabilityRegulation(
    LiabilityText text, Office.Body body, @AbiType("uint64") long decision, TimePointSec since) {
  /**
   * Adopts a version. Contracts that cite a version before it give no full powers any more (KU-18).
   *
   * @param text the version
   * @param decision decision of the executive on its digest
   * @param before the version until now, if there was one
   * @return the regulation in force from the decision on
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_ON_OTHER_SUBJECT, LIABILITY_VERSION if it is not the next
   *     version
   */
  public static LiabilityRegulation adopt(
      LiabilityText text, ExecutiveDecision decision, Optional<LiabilityRegulation> before) {
    decision.requireAbout(text.cooperative(), text.digest());
    before.ifPresent(regulation -> regulation.requireOf(text.cooperative()));
    int expected = 1 + before.map(regulation -> regulation.text.version()).orElse(0);
    if (text.version() != expected) {
      throw new GovernanceException(
          Reason.LIABILITY_VERSION, "version", text.version(), "expected", expected);
    }
    return new LiabilityRegulation(text, decision.body(), decision.id(), decision.effectiveAt());
  }

  private void requireOf(Name cooperative) {
    if (!text.cooperative().equals(cooperative)) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE, "cooperative", cooperative, "addressed", text.cooperative());
    }
  }
}
