package io.github.coopj.governance.program;

import io.github.coopj.core.asset.Asset;
import java.util.List;
import java.util.Optional;

/**
 * Any sum, divided by a proportion (относительный взнос).
 *
 * @param split the proportion
 */
public record RelativeFee(SplitRule split) implements FeeRule {
  @Override
  public Split divide(long programme, Asset amount, Optional<Asset> membership, List<Long> carry) {
    membership.ifPresent(declared -> {
      throw Fees.mismatch(programme, declared, "a sum divided " + split);
    });
    return split.divide(amount, carry);
  }
}
