package io.github.coopj.governance.fund;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;

/**
 * That money may go from one fund to another (FUND-16).
 *
 * @param from code of the fund that it leaves, not the indivisible one
 * @param to code of another fund
 */
public record FundMove(Name from, Name to) {
  /** Refuses the indivisible fund on either side, and one fund twice. */
  public FundMove {
    Name indivisible = FundCode.INDIVISIBLE.code();
    if (from.equals(to) || from.equals(indivisible) || to.equals(indivisible)) {
      throw new InvalidValueException(
          "money moves between two funds, none of them the indivisible one, got " + from + " to "
              + to);
    }
  }
}
