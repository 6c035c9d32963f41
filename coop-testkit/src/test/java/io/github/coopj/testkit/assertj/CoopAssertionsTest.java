package io.github.coopj.testkit.assertj;

import static io.github.coopj.testkit.assertj.CoopAssertions.assertNoTrace;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.testkit.TestChain;
import io.github.coopj.testkit.junit5.CoopTest;
import org.junit.jupiter.api.Test;

class CoopAssertionsTest {
  private final GovernanceException wrongSize =
      new GovernanceException(Reason.COUNCIL_SIZE, "size", 5, "min", 6, "max", 8);
  private final ChainException onChain =
      new ChainException(ChainError.ASSERT_MESSAGE, "assertion failure", wrongSize);

  @Test
  void assertRefused_passes_forRuleAloneAndInsideChain() {
    assertRefused(this::refuse, Reason.COUNCIL_SIZE).hasFact("size", 5);
    assertRefused(this::refuseOnChain, Reason.COUNCIL_SIZE)
        .hasFact("min", 6)
        .hasMessageStartingWith("COUNCIL_SIZE size=5");
    assertRefused(this::refuseOnChain, ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("assertion failure");
  }

  @Test
  void assertRefused_fails_withoutRefusalOrForAnotherReason() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertRefused(() -> {}, Reason.COUNCIL_SIZE))
        .withMessage("expected refusal COUNCIL_SIZE, got none");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertRefused(this::refuseOnChain, Reason.NOT_ON_ROLL))
        .withMessageStartingWith("expected refusal NOT_ON_ROLL, got")
        .withMessageContaining("COUNCIL_SIZE size=5")
        .withCause(wrongSize);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertRefused(this::refuse, ChainError.ASSERT_MESSAGE))
        .withMessageStartingWith("expected refusal ASSERT_MESSAGE, got");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertRefused(this::refuseOnChain, ChainError.MISSING_AUTH))
        .withMessageStartingWith("expected refusal MISSING_AUTH, got");
  }

  @Test
  void hasFact_fails_forAnotherValue() {
    RefusalAssert refusal = assertRefused(this::refuse, Reason.COUNCIL_SIZE);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> refusal.hasFact("size", 6))
        .withMessageContaining("size=6");
  }

  @CoopTest(startsAt = "2026-01-12T09:00:00Z")
  void assertNoTrace_fails_whenTheStateDoesNotFollowFromTheBlocksSeen(TestChain chain) {
    assertNoTrace(chain);
    chain.chain().produceBlock();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertNoTrace(chain))
        .withMessageContaining("must follow from the blocks alone");
  }

  private void refuse() {
    throw wrongSize;
  }

  private void refuseOnChain() {
    throw onChain;
  }
}
