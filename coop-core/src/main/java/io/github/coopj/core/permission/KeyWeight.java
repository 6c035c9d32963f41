package io.github.coopj.core.permission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.PublicKey;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Key that counts towards a threshold when it has signed.
 *
 * @param key the key
 * @param weight 0 to 65535
 */
public record KeyWeight(
    @JsonProperty("key") @JsonSerialize(using = ToStringSerializer.class)
    PublicKey key,

    @JsonProperty("weight") int weight) {
  /**
   * Checks the weight.
   *
   * @throws InvalidValueException outside 0 to 65535
   */
  public KeyWeight {
    Weights.requireInRange(weight);
  }

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static KeyWeight ofJson(@JsonProperty("key") String key, @JsonProperty("weight") int weight) {
    return new KeyWeight(PublicKey.parse(key), weight);
  }
}
