package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;

/**
 * How far the Council may delegate its signature to an automated system (делегирование подписи; COUNCIL-06).
 *
 * @param maxAmount most that one automatic act may cost, in the currency of the charter
 * @param maxDays longest grant in days
 */
public record AutosignPolicy(Asset maxAmount, int maxDays) {
  /** Refuses negative limits. */
  public AutosignPolicy {
    if (maxAmount.isNegative() || maxDays < 1) {
      throw new InvalidValueException(
          "autosign.maxAmount must not be negative and autosign.maxDays at least 1");
    }
  }

  /**
   * Refuses an amount above the limit.
   *
   * @param amount the amount; exactly the limit is allowed
   * @throws GovernanceException WRONG_CURRENCY, GRANT_OVER_AMOUNT
   */
  public void requireWithin(Asset amount) {
    if (!amount.symbol().equals(maxAmount.symbol())) {
      throw new GovernanceException(
          Reason.WRONG_CURRENCY, "amount", amount, "currency", maxAmount.symbol());
    }
    if (amount.amount() > maxAmount.amount()) {
      throw new GovernanceException(Reason.GRANT_OVER_AMOUNT, "amount", amount, "limit", maxAmount);
    }
  }
}
