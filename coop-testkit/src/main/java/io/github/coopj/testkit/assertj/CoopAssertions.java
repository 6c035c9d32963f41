package io.github.coopj.testkit.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.testkit.TestChain;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Assertions on steps that must be refused. */
public final class CoopAssertions {
  private CoopAssertions() {}

  /**
   * Asserts that a rule of the cooperative refuses a step, called directly or by a contract on a chain.
   *
   * @param step the step
   * @param reason reason of the rule
   * @return assertions on the refusal
   */
  @CanIgnoreReturnValue
  public static RefusalAssert assertRefused(ThrowingCallable step, Reason reason) {
    GovernanceException refusal = refusal(step, GovernanceException.class, reason);
    if (refusal.reason() != reason) {
      throw new AssertionError("expected refusal " + reason + ", got " + refusal, refusal);
    }
    return new RefusalAssert(refusal);
  }

  /**
   * Asserts that a chain refuses a step.
   *
   * @param step the step
   * @param error error of the chain
   * @return assertions on the refusal
   */
  @CanIgnoreReturnValue
  public static AbstractThrowableAssert<?, ChainException> assertRefused(
      ThrowingCallable step, ChainError error) {
    ChainException refusal = refusal(step, ChainException.class, error);
    if (refusal.reason() != error) {
      throw new AssertionError("expected refusal " + error + ", got " + refusal, refusal);
    }
    return Assertions.assertThat(refusal);
  }

  /**
   * Asserts that a rule refuses a step and that the step left no trace in the state of the chain.
   *
   * @param chain the chain
   * @param step a step that pushes to it
   * @param reason reason of the rule
   * @return assertions on the refusal
   */
  @CanIgnoreReturnValue
  public static RefusalAssert assertRefused(TestChain chain, ThrowingCallable step, Reason reason) {
    RefusalAssert refusal = assertRefused(step, reason);
    assertNoTrace(chain);
    return refusal;
  }

  /**
   * Asserts that a chain refuses a step and that the step left no trace in its state.
   *
   * @param chain the chain
   * @param step a step that pushes to it
   * @param error error of the chain
   * @return assertions on the refusal
   */
  @CanIgnoreReturnValue
  public static AbstractThrowableAssert<?, ChainException> assertRefused(
      TestChain chain, ThrowingCallable step, ChainError error) {
    AbstractThrowableAssert<?, ChainException> refusal = assertRefused(step, error);
    assertNoTrace(chain);
    return refusal;
  }

  /**
   * Asserts that the state of a chain follows from its blocks alone, so that no refused transaction left a trace in it.
   *
   * @param chain the chain
   */
  public static void assertNoTrace(TestChain chain) {
    Assertions.assertThat(chain.stateDigest())
        .as("digest of the state, which must follow from the blocks alone")
        .isEqualTo(chain.witnessedDigest());
  }

  private static <T extends Throwable> T refusal(
      ThrowingCallable step, Class<T> type, Enum<?> expected) {
    Throwable thrown = Assertions.catchThrowable(step);
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    throw new AssertionError(
        "expected refusal " + expected + ", got " + (thrown == null ? "none" : thrown), thrown);
  }
}
