package io.github.coopj.testkit.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.governance.GovernanceException;
import org.assertj.core.api.AbstractThrowableAssert;

/** Assertions on the refusal of a rule. */
public final class RefusalAssert
    extends AbstractThrowableAssert<RefusalAssert, GovernanceException> {
  RefusalAssert(GovernanceException refusal) {
    super(refusal, RefusalAssert.class);
  }

  /**
   * Asserts one of the figures or names behind the refusal.
   *
   * @param name name of the fact, one of those of the reason
   * @param expected its value, compared as text
   * @return this
   */
  @CanIgnoreReturnValue
  public RefusalAssert hasFact(String name, Object expected) {
    isNotNull();
    String found = actual.fact(name);
    if (!found.equals(String.valueOf(expected))) {
      failWithMessage("Expected fact %s=%s of the refusal%n  %s", name, expected, actual);
    }
    return this;
  }
}
