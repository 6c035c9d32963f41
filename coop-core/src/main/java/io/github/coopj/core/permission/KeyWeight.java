package io.github.coopj.core.permission;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.PublicKey;

/**
 * Key that counts towards a threshold when it has signed.
 *
 * @param key the key
 * @param weight 0 to 65535
 */
public record KeyWeight(
    @JsonProperty("key") PublicKey key,
    @JsonProperty("weight") int weight) {
  /**
   * Checks the weight.
   *
   * @throws InvalidValueException outside 0 to 65535
   */
  public KeyWeight {
    Weights.requireInRange(weight);
  }
}
