package io.github.coopj.governance.person;

import io.github.coopj.InvalidValueException;

/**
 * Taxpayer number (ИНН): 10 digits of a legal entity or 12 of a person, the last one or two of them check digits.
 *
 * @param value the digits
 */
public record Inn(String value) {
  private static final int[] WEIGHTS = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

  /** Refuses other texts and wrong check digits. */
  public Inn {
    CheckDigits.requireDigits("INN", value, 10, 12);
    if (value.startsWith("00")) {
      throw new InvalidValueException("INN must begin with the number of a region, got " + value);
    }
    boolean holds =
        value.length() == 10 ? holdsAt(value, 9) : holdsAt(value, 10) && holdsAt(value, 11);
    if (!holds) {
      throw new InvalidValueException("INN has wrong check digits: " + value);
    }
  }

  private static boolean holdsAt(String digits, int position) {
    int sum = 0;
    for (int i = 0; i < position; i++) {
      sum += WEIGHTS[WEIGHTS.length - position + i] * (digits.charAt(i) - '0');
    }
    return sum % 11 % 10 == digits.charAt(position) - '0';
  }

  /**
   * Whether it is the number of a legal entity.
   *
   * @return whether it has 10 digits
   */
  public boolean isOfLegalEntity() {
    return value.length() == 10;
  }

  @Override
  public String toString() {
    return value;
  }
}
