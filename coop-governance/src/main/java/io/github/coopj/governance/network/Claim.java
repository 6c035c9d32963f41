package io.github.coopj.governance.network;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;

/**
 * What one cooperative owes to another.
 *
 * @param number number that tells claims apart, 1 or more
 * @param debtor account of the cooperative that owes
 * @param creditor account of the cooperative that it owes to
 * @param amount above zero
 */
public record Claim(@AbiType("uint64") long number, Name debtor, Name creditor, Asset amount) {
  /** Refuses a claim of nothing and one against oneself. */
  public Claim {
    if (number < 1
        || !amount.isPositive()
        || debtor.isEmpty()
        || creditor.isEmpty()
        || debtor.equals(creditor)) {
      throw new InvalidValueException("a claim has a number and is above zero between two"
          + " cooperatives, got " + number + ": " + debtor + " owes " + amount + " to " + creditor);
    }
  }
}
