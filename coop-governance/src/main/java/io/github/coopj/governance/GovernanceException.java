package io.github.coopj.governance;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A move that a rule of the cooperative forbids. Nothing was changed.
 *
 * <p>The message is {@code REASON name=value …}, for example {@code NO_QUORUM present=74 required=75 of 100 cycle=1 rule=MEET-18}; a
 * sentence for people is given by {@link #explain}.
 */
public final class GovernanceException extends CoopException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final Fact[] facts;

  /**
   * Creates a refusal.
   *
   * @param reason why
   * @param nameValuePairs exactly the facts that {@link Reason#factNames()} lists, in that order: a name, then its
   *     value, and so on
   * @throws InvalidValueException if the facts are not those of the reason
   */
  public GovernanceException(Reason reason, Object... nameValuePairs) {
    this(reason, facts(reason, nameValuePairs));
  }

  private GovernanceException(Reason reason, Fact[] facts) {
    super(message(reason, facts), null);
    this.reason = reason;
    this.facts = facts;
  }

  @Override
  public Reason reason() {
    return reason;
  }

  /**
   * The figures and names behind the refusal.
   *
   * @return the facts in the order of {@link Reason#factNames()}
   */
  public List<Fact> facts() {
    return List.of(facts);
  }

  /**
   * Looks up one fact.
   *
   * @param name name of the fact
   * @return its value
   * @throws InvalidValueException if the reason has no such fact
   */
  public String fact(String name) {
    for (Fact fact : facts) {
      if (fact.name().equals(name)) {
        return fact.value();
      }
    }
    throw new InvalidValueException(reason + " has no fact " + name);
  }

  /**
   * The rule that refused.
   *
   * @return as {@link Reason#rule()}
   */
  public String rule() {
    return reason.rule();
  }

  /**
   * Tells the refusal in a sentence.
   *
   * @param locale Russian gives Russian; everything else gives English
   * @return the sentence with its facts filled in
   */
  public String explain(Locale locale) {
    return Messages.explain(reason, facts(), locale);
  }

  private static Fact[] facts(Reason reason, Object... pairs) {
    Objects.requireNonNull(reason, "reason");
    List<Fact> facts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (pairs.length % 2 != 0) {
      throw new InvalidValueException(reason + " was given a fact name without a value");
    }
    for (int i = 0; i < pairs.length; i += 2) {
      facts.add(new Fact(String.valueOf(pairs[i]), String.valueOf(pairs[i + 1])));
      names.add(String.valueOf(pairs[i]));
    }
    if (!names.equals(reason.factNames())) {
      throw new InvalidValueException(
          reason + " needs the facts " + reason.factNames() + ", got " + names);
    }
    return facts.toArray(Fact[]::new);
  }

  private static String message(Reason reason, Fact... facts) {
    StringBuilder text = new StringBuilder(reason.name());
    for (Fact fact : facts) {
      text.append(' ').append(fact);
    }
    return text.toString();
  }
}
