package io.github.coopj.core.abi.values;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiBase;
import io.github.coopj.core.abi.AbiExtension;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiOrder;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Everything that a value can hold: a base, an inherited attribute, containers, records, values, itself, an extension. */
@HouseStyle
@Value.Immutable
@AbiName("caserow")
@AbiOrder({
  "header", "id", "open", "weight", "title", "judges", "votes", "payment", "steps", "appeals",
  "minutes"
})
public interface Case extends Row {
  /** The base of the row. */
  record Header(@AbiType("uint8") int version) {}

  @AbiBase
  Header header();

  boolean open();

  @Value.Default
  @AbiType("uint16")
  default int weight() {
    return 1;
  }

  @AbiName("case_title")
  Optional<String> title();

  List<Name> judges();

  @AbiType("uint32")
  List<Long> votes();

  Payment payment();

  List<Step> steps();

  List<Case> appeals();

  @AbiExtension
  Optional<Bytes> minutes();

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableCase.Builder {
    Builder() {}
  }
}
