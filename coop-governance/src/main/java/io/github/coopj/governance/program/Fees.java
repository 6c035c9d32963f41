package io.github.coopj.governance.program;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;

/** Refusals of the fee rules. */
final class Fees {
  private Fees() {}

  static GovernanceException mismatch(long programme, Asset amount, String expected) {
    return new GovernanceException(
        Reason.FEE_MISMATCH, "programme", programme, "amount", amount, "expected", expected);
  }
}
