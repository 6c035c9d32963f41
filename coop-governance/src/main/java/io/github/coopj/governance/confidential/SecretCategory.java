package io.github.coopj.governance.confidential;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.body.Office;
import java.util.HashSet;
import java.util.List;

/**
 * One line of the list of secrets.
 *
 * @param number number on the list, 1 or more
 * @param title what is secret, not blank
 * @param readers offices whose holders may read it, each once
 */
public record SecretCategory(int number, String title, List<Office> readers) {
  /** Refuses a line without number or title, and an office named twice. */
  public SecretCategory {
    readers = List.copyOf(readers);
    if (number < 1 || title.isBlank() || new HashSet<>(readers).size() != readers.size()) {
      throw new InvalidValueException(
          "a category of secrets has a number, a title and readers once each, got " + number);
    }
  }
}
