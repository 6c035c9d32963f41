package io.github.coopj.core.abi.values;

import io.github.coopj.core.abi.AbiOrder;
import io.github.coopj.core.name.Name;
import org.immutables.value.Value;

/** One of two cases: a sealed value interface and a record. */
public sealed interface Step permits Step.Approve, Step.Refuse {
  @HouseStyle
  @Value.Immutable
  @AbiOrder("by")
  non-sealed interface Approve extends Step {
    Name by();

    static Builder builder() {
      return new Builder();
    }

    final class Builder extends ImmutableApprove.Builder {
      Builder() {}
    }
  }

  record Refuse(String why) implements Step {}
}
