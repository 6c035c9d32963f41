package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the Chairman of the Council may do alone (CHAIR-02, CHAIR-13) and how long a signature may wait (CHAIR-11).
 *
 * @param competence acts within his powers, in the order of the enum
 * @param spendingLimit most that one act may cost, in the currency of the charter
 * @param signatureDays days after which a missing signature is due to go to the general meeting
 * @param complianceReport whether he signs decisions only together with a report of the checks (CHAIR-12)
 * @param scope whether he may do alone what the Council has given to the Board (CHAIR-03)
 */
public record ChairmanPolicy(
    Set<ChairmanAct> competence,
    Asset spendingLimit,
    int signatureDays,
    boolean complianceReport,
    Scope scope) {
  /** How the powers of the Chairmen of Council and Board lie to each other (CHAIR-03). */
  public enum Scope {
    /** Both may do what is within the powers of both. */
    OVERLAPPING,
    /** What is within the powers of the Board is done by its chairman alone; both represent. */
    DISJOINT
  }

  /** Refuses negative limits. */
  public ChairmanPolicy {
    competence =
        Collections.unmodifiableSet(competence.isEmpty() ? Set.of() : EnumSet.copyOf(competence));
    if (spendingLimit.isNegative() || signatureDays < 1) {
      throw new InvalidValueException(
          "chairman.spendingLimit must not be negative and chairman.signatureDays at least 1");
    }
  }

  /**
   * Checks an act that costs nothing.
   *
   * @param act what the Chairman is about to do
   * @throws GovernanceException OUTSIDE_COMPETENCE
   */
  public void requireCompetent(ChairmanAct act) {
    if (!competence.contains(act)) {
      throw new GovernanceException(Reason.OUTSIDE_COMPETENCE, "act", act);
    }
  }

  /**
   * Checks an act with a price.
   *
   * @param act what the Chairman is about to do
   * @param amount what it costs, in the currency of the charter; exactly the limit is allowed
   * @throws GovernanceException OUTSIDE_COMPETENCE, OVER_LIMIT
   * @throws InvalidValueException if the amount is in another currency
   */
  public void requireCompetent(ChairmanAct act, Asset amount) {
    requireCompetent(act);
    if (!amount.symbol().equals(spendingLimit.symbol())) {
      throw new InvalidValueException(
          "amount must be in the currency of " + spendingLimit + ", got " + amount);
    }
    if (amount.amount() > spendingLimit.amount()) {
      throw new GovernanceException(Reason.OVER_LIMIT, "amount", amount, "limit", spendingLimit);
    }
  }
}
