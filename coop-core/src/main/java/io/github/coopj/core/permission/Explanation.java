package io.github.coopj.core.permission;

import io.github.coopj.crypto.PublicKey;
import java.util.List;

/**
 * Why a permission is satisfied or not: what was required, what was collected, what is missing, as a tree.
 *
 * @param level the permission
 * @param outcome what came out for it
 * @param required threshold of its authority; 0 when the authority was not looked into
 * @param collected weight found until the threshold was reached or the factors were exhausted
 * @param factors its factors in the order in which they are tried; empty when the authority was not looked into
 */
public record Explanation(
    PermissionLevel level, Outcome outcome, long required, long collected, List<Factor> factors) {
  /** Copies the list. */
  public Explanation {
    factors = List.copyOf(factors);
  }

  /** What came out for one factor. */
  public enum Outcome {
    /** The factor is there and gave its weight. */
    COUNTED("counted"),
    /** The permission was proven beforehand, or earlier in the same check, and gave its weight. */
    PROVEN("already proven"),
    /** No signature of the key, too short a delay, or an authority below its threshold. */
    MISSING("missing"),
    /** The threshold was reached before; not looked at. */
    NOT_NEEDED("not needed"),
    /** There is no such account or permission. */
    UNKNOWN("does not exist"),
    /** The permission asks for itself by way of others. */
    CIRCLE("asks for itself"),
    /** The chain of accounts is longer than allowed. */
    TOO_DEEP("chain of accounts is too long");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }
  }

  /** One thing that an authority counts. */
  public sealed interface Factor {
    /** Weight that it gives when it counts. */
    int weight();

    /** What came out. */
    Outcome outcome();
  }

  /**
   * A key.
   *
   * @param key the key
   * @param weight its weight
   * @param outcome COUNTED, MISSING or NOT_NEEDED
   */
  public record KeyFactor(PublicKey key, int weight, Outcome outcome) implements Factor {}

  /**
   * A delay.
   *
   * @param waitSec seconds
   * @param weight its weight
   * @param outcome COUNTED, MISSING or NOT_NEEDED
   */
  public record WaitFactor(long waitSec, int weight, Outcome outcome) implements Factor {}

  /**
   * A permission of an account.
   *
   * @param weight its weight
   * @param explanation what came out for the permission
   */
  public record LevelFactor(int weight, Explanation explanation) implements Factor {
    @Override
    public Outcome outcome() {
      return explanation.outcome();
    }
  }

  /** Whether the permission is satisfied. */
  public boolean isSatisfied() {
    return outcome == Outcome.COUNTED || outcome == Outcome.PROVEN;
  }

  /**
   * Weight that is still missing.
   *
   * @return 0 when satisfied or when the authority was not looked into
   */
  public long missing() {
    return Math.max(0, required - collected);
  }

  /**
   * The tree in English, one factor a line, for people; not for programs.
   *
   * @return lines separated by line feeds, the first about the permission itself
   */
  public String inWords() {
    StringBuilder text = new StringBuilder();
    describe(text, "", "");
    return text.toString();
  }

  private void describe(StringBuilder text, String indent, String weight) {
    text.append(indent).append(level).append(weight).append(": ").append(outcome.words);
    if (required > 0) {
      text.append(", ").append(collected).append(" of ").append(required);
    }
    String inner = indent + "  ";
    for (Factor factor : factors) {
      text.append('\n');
      String inWeight = " (weight " + factor.weight() + ")";
      if (factor instanceof LevelFactor account) {
        account.explanation.describe(text, inner, inWeight);
      } else if (factor instanceof KeyFactor key) {
        text.append(inner).append(key.key).append(inWeight).append(": ").append(key.outcome.words);
      } else if (factor instanceof WaitFactor wait) {
        text.append(inner).append("wait of ").append(wait.waitSec).append(" s");
        text.append(inWeight).append(": ").append(wait.outcome.words);
      }
    }
  }
}
