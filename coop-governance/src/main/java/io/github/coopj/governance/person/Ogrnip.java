package io.github.coopj.governance.person;

import io.github.coopj.InvalidValueException;

/**
 * State number of a sole proprietor (ОГРНИП): 15 digits beginning with 3, the last a check digit.
 *
 * @param value the digits
 */
public record Ogrnip(String value) {
  /** Refuses other texts and a wrong check digit. */
  public Ogrnip {
    CheckDigits.requireDigits("OGRNIP", value, 15);
    if (value.charAt(0) != '3') {
      throw new InvalidValueException("OGRNIP must begin with 3, got " + value);
    }
    CheckDigits.requireRest("OGRNIP", value, 13);
  }

  @Override
  public String toString() {
    return value;
  }
}
