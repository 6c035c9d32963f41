package io.github.coopj.core.abi.values;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiOrder;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import org.immutables.value.Value;

/** A transfer with a default memo, a derived attribute, and a check. Declared in another order than written. */
@HouseStyle
@Value.Immutable
@AbiOrder({"payer", "payee", "quantity", "memo"})
public interface Payment {
  @Value.Default
  default String memo() {
    return "";
  }

  Asset quantity();

  @AbiName("to")
  Name payee();

  @AbiName("from")
  Name payer();

  @Value.Derived
  default boolean toItself() {
    return payer().equals(payee());
  }

  @Value.Lazy
  default String summary() {
    return payer() + " to " + payee();
  }

  @Value.Check
  default void check() {
    if (quantity().amount() <= 0) {
      throw new InvalidValueException("quantity must be positive, got " + quantity());
    }
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutablePayment.Builder {
    Builder() {}
  }
}
