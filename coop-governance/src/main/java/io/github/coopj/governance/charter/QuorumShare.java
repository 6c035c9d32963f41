package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The share of a whole that must take part, written like {@code >1/2} or {@code >=1/2}. Nobody at all is never enough.
 *
 * @param ratio the share asked for
 * @param strict whether exactly the share is not enough
 */
public record QuorumShare(Ratio ratio, boolean strict) {
  private static final Pattern TEXT = Pattern.compile("(>=|>)\\s*(\\d{1,9}/\\d{1,9})");

  /** Refuses a share that everybody together could not reach. */
  public QuorumShare {
    Objects.requireNonNull(ratio, "ratio");
    if (strict && ratio.isAtLeast(Ratio.WHOLE)) {
      throw new InvalidValueException("a quorum of more than everybody can never be reached");
    }
  }

  /**
   * Reads {@code >1/2}.
   *
   * @param text comparison and share
   * @return the share
   * @throws InvalidValueException if the text has another form
   */
  public static QuorumShare parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new InvalidValueException("quorum must be written like >1/2 or >=1/2, got " + text);
    }
    return new QuorumShare(Ratio.parse(match.group(2)), match.group(1).equals(">"));
  }

  /**
   * Whether a part is enough.
   *
   * @param part 0 to the whole
   * @param whole 0 or more
   * @return whether the part is not empty and exceeds the share, or reaches it where that is enough
   */
  public boolean isMet(long part, long whole) {
    boolean enough = strict ? ratio.isExceededBy(part, whole) : ratio.isReachedBy(part, whole);
    return part > 0 && enough;
  }

  /**
   * The smallest part that is enough.
   *
   * @param whole 1 or more
   * @return 1 to the whole
   */
  public long requiredOf(long whole) {
    if (whole < 1) {
      throw new InvalidValueException("a quorum is asked of 1 or more, got " + whole);
    }
    if (!strict) {
      return Math.max(1, ratio.requiredOf(whole));
    }
    BigInteger product = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(ratio.numerator()));
    return product.divide(BigInteger.valueOf(ratio.denominator())).longValueExact() + 1;
  }

  /**
   * Whether this share asks for at least as much as another one of every whole.
   *
   * @param other the share to compare with
   * @return whether whatever is enough for this is enough for the other
   */
  public boolean isAtLeast(QuorumShare other) {
    return ratio.isAtLeast(other.ratio)
        && (strict || !other.strict || !other.ratio.isAtLeast(ratio));
  }

  @Override
  public String toString() {
    return (strict ? ">" : ">=") + ratio;
  }
}
