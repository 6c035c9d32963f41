package io.github.coopj.core.permission;

import io.github.coopj.InvalidValueException;

/** Range of the weight of one factor. */
final class Weights {
  static final int MAX = 0xffff;

  private Weights() {}

  static void requireInRange(int weight) {
    if (weight < 0 || weight > MAX) {
      throw new InvalidValueException("weight must be 0 to 65535, got " + weight);
    }
  }
}
