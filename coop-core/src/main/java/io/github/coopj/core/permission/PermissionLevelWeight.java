package io.github.coopj.core.permission;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.coopj.InvalidValueException;

/**
 * Permission of an account that counts towards a threshold when it is itself satisfied.
 *
 * @param permission the permission
 * @param weight 0 to 65535
 */
public record PermissionLevelWeight(
    @JsonProperty("permission") PermissionLevel permission,
    @JsonProperty("weight") int weight) {
  /**
   * Checks the weight.
   *
   * @throws InvalidValueException outside 0 to 65535
   */
  public PermissionLevelWeight {
    Weights.requireInRange(weight);
  }
}
