package io.github.coopj.governance;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that a move is refused, and why. */
public final class Refusals {
  private Refusals() {}

  /** The whole refusal: reason and facts. */
  public static void assertRefused(ThrowingCallable move, String message) {
    assertThatExceptionOfType(GovernanceException.class).isThrownBy(move).withMessage(message);
  }

  /** The reason alone, whatever the facts. */
  public static void assertRefused(ThrowingCallable move, Reason reason) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  /** The reason as a constant, and the whole refusal. */
  public static void assertRefused(Reason reason, String message, ThrowingCallable move) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .withMessage(message)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }
}
