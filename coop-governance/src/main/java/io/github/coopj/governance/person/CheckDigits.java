package io.github.coopj.governance.person;

import io.github.coopj.InvalidValueException;

/** Digits of state registers. */
final class CheckDigits {
  private CheckDigits() {}

  static void requireDigits(String what, String value, int... lengths) {
    boolean fits = false;
    StringBuilder allowed = new StringBuilder();
    for (int length : lengths) {
      fits |= value.length() == length;
      allowed.append(allowed.isEmpty() ? "" : " or ").append(length);
    }
    if (!fits || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new InvalidValueException(what + " must have " + allowed + " digits, got " + value);
    }
  }

  /** Refuses a number whose last digit is not the rest of the others by the modulus. */
  static void requireRest(String what, String value, int modulus) {
    long others = Long.parseLong(value.substring(0, value.length() - 1));
    if (others % modulus % 10 != value.charAt(value.length() - 1) - '0') {
      throw new InvalidValueException(what + " has a wrong check digit: " + value);
    }
  }
}
