package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many votes for adopt an item of a general meeting (MEET-14, MEET-15), written like {@code >1/2 PRESENT} or {@code
 * >=3/4 ALL}.
 *
 * @param ratio the share asked for; more than nothing
 * @param strict whether exactly the share is not enough
 * @param base of whom the share is counted
 */
public record MajorityRule(Ratio ratio, boolean strict, Base base) {
  /** More than half of those present: the rule where a charter says nothing else. */
  public static final MajorityRule SIMPLE = new MajorityRule(new Ratio(1, 2), true, Base.PRESENT);

  private static final Pattern TEXT =
      Pattern.compile("(>=|>)\\s*(\\d{1,9}/\\d{1,9})\\s+(PRESENT|ALL)");

  /** Of whom a share is counted. */
  public enum Base {
    /** Members who take part in the meeting. */
    PRESENT,
    /** All members on the roll. */
    ALL
  }

  /** Refuses rules that anything or nothing would satisfy. */
  public MajorityRule {
    Objects.requireNonNull(base, "base");
    if (ratio.isNone() && !strict) {
      throw new InvalidValueException("a majority of nothing or more would adopt everything");
    }
    if (strict && ratio.isAtLeast(Ratio.WHOLE)) {
      throw new InvalidValueException("a majority of more than everybody can never be reached");
    }
  }

  /**
   * Reads {@code >1/2 PRESENT}.
   *
   * @param text comparison, share, base
   * @return the rule
   * @throws InvalidValueException if the text has another form
   */
  public static MajorityRule parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new InvalidValueException(
          "majority must be written like >1/2 PRESENT or >=3/4 ALL, got " + text);
    }
    return new MajorityRule(
        Ratio.parse(match.group(2)), match.group(1).equals(">"), Base.valueOf(match.group(3)));
  }

  /**
   * Whether the votes for are enough. By default more than half of those present must vote for an item, so a tie is
   * rejected, and blank answers and abstentions weigh like votes against (MEET-14).
   *
   * @param votesFor 0 to present
   * @param present members who take part, 0 to all
   * @param all members on the roll
   * @return whether the item is adopted; never without a single vote for
   */
  public boolean isAdopted(long votesFor, long present, long all) {
    if (votesFor < 0 || votesFor > present || present > all) {
      throw new InvalidValueException("votes must satisfy 0 <= for <= present <= all, got "
          + votesFor + ", " + present + ", " + all);
    }
    long whole = base == Base.ALL ? all : present;
    return votesFor > 0
        && (strict ? ratio.isExceededBy(votesFor, whole) : ratio.isReachedBy(votesFor, whole));
  }

  /**
   * Whether this rule asks for at least as much as another one in every meeting: whatever it adopts, the other adopts
   * too. Not an order of all rules: half of all members and three quarters of those present can each be the harder one.
   *
   * @param other the rule to compare with
   * @return whether base, share and strictness are all at least those of the other
   */
  public boolean isAtLeast(MajorityRule other) {
    boolean more =
        ratio.isAtLeast(other.ratio) && (strict || !other.strict || !other.ratio.isAtLeast(ratio));
    return more && (base == other.base || base == Base.ALL);
  }

  @Override
  public String toString() {
    return (strict ? ">" : ">=") + ratio + " " + base;
  }
}
