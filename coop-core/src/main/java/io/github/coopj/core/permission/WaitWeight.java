package io.github.coopj.core.permission;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.coopj.InvalidValueException;

/**
 * Delay that counts towards a threshold when the transaction waits at least that long.
 *
 * @param waitSec seconds, 0 to 2^32 - 1
 * @param weight 0 to 65535
 */
public record WaitWeight(
    @JsonProperty("wait_sec") long waitSec,
    @JsonProperty("weight") int weight) {
  /**
   * Checks the numbers.
   *
   * @throws InvalidValueException when either is out of range
   */
  public WaitWeight {
    if (waitSec < 0 || waitSec > 0xffff_ffffL) {
      throw new InvalidValueException("wait must be 0 to 2^32-1 seconds, got " + waitSec);
    }
    Weights.requireInRange(weight);
  }
}
