package io.github.coopj.governance.person;

import io.github.coopj.InvalidValueException;

/**
 * State number of a legal entity (ОГРН): 13 digits beginning with 1 or 5, the last a check digit.
 *
 * @param value the digits
 */
public record Ogrn(String value) {
  /** Refuses other texts and a wrong check digit. */
  public Ogrn {
    CheckDigits.requireDigits("OGRN", value, 13);
    if (value.charAt(0) != '1' && value.charAt(0) != '5') {
      throw new InvalidValueException("OGRN must begin with 1 or 5, got " + value);
    }
    CheckDigits.requireRest("OGRN", value, 11);
  }

  @Override
  public String toString() {
    return value;
  }
}
