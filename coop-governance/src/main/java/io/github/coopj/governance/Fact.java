package io.github.coopj.governance;

import io.github.coopj.InvalidValueException;
import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One figure or name behind a refusal, such as {@code present=74}.
 *
 * @param name what the value is: a letter, then letters and digits
 * @param value the value as text
 */
public record Fact(String name, String value) implements Serializable {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

  /** Refuses a name that cannot be a placeholder. */
  public Fact {
    Objects.requireNonNull(value, "value");
    if (!NAME.matcher(name).matches()) {
      throw new InvalidValueException(
          "fact name must be a lower-case letter, then letters and digits, got " + name);
    }
  }

  /**
   * The form used in messages: quoted where the value is empty or has blanks; {@code of 100} for the whole that the figure
   * before is a part of.
   */
  @Override
  public String toString() {
    boolean quote =
        value.isEmpty() || value.chars().anyMatch(c -> Character.isWhitespace(c) || c == '"');
    return name
        + (name.equals("of") ? " " : "=")
        + (quote ? '"' + value.replace("\"", "\\\"") + '"' : value);
  }
}
