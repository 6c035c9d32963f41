package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;

/**
 * What a body may spend by one decision of its own (COUNCIL-14, BOARD-04).
 *
 * @param council most that one decision of the Council may cost, in the currency of the charter
 * @param board most that one decision of the Board may cost, in the currency of the charter
 */
public record SpendingPolicy(Asset council, Asset board) {
  /** Refuses negative limits. */
  public SpendingPolicy {
    if (council.isNegative() || board.isNegative()) {
      throw new InvalidValueException(
          "council.spendingLimit and board.spendingLimit must not be negative");
    }
  }

  /**
   * Refuses what is above the limit of the Council.
   *
   * @param amount what it costs; exactly the limit is allowed
   * @throws GovernanceException WRONG_CURRENCY, OVER_BODY_LIMIT
   */
  public void requireCouncil(Asset amount) {
    require("COUNCIL", amount, council);
  }

  /**
   * Refuses what is above the limit of the Board.
   *
   * @param amount what it costs; exactly the limit is allowed
   * @throws GovernanceException WRONG_CURRENCY, OVER_BODY_LIMIT
   */
  public void requireBoard(Asset amount) {
    require("BOARD", amount, board);
  }

  private static void require(String body, Asset amount, Asset limit) {
    if (!amount.symbol().equals(limit.symbol())) {
      throw new GovernanceException(
          Reason.WRONG_CURRENCY, "amount", amount, "currency", limit.symbol());
    }
    if (amount.amount() > limit.amount()) {
      throw new GovernanceException(
          Reason.OVER_BODY_LIMIT, "body", body, "amount", amount, "limit", limit);
    }
  }
}
