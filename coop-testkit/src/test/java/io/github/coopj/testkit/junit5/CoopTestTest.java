package io.github.coopj.testkit.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.coopj.chain.node.VirtualClock;
import io.github.coopj.core.name.Name;
import io.github.coopj.testkit.Cooperative;
import io.github.coopj.testkit.Meetings;
import io.github.coopj.testkit.TestChain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class CoopTestTest {
  private static final List<TestChain> CHAINS = new ArrayList<>();

  @CoopTest(startsAt = "2026-03-01T00:00:00Z")
  void parameters_belongTogether(
      TestChain chain, Cooperative coop, Meetings meetings, VirtualClock clock) {
    CHAINS.add(chain);
    assertThat(coop.chain()).isSameAs(chain);
    assertThat(chain.clock()).isSameAs(clock);
    assertThat(coop.membership(Cooperative.FOUNDERS.get(0)).requireActive()).isNotNull();
    assertThat(meetings).isNotNull();
  }

  @CoopTest(startsAt = "2026-03-01T00:00:00Z")
  void chainAlone_hasNoCooperativeAndBeginsAtTheGivenTime(TestChain chain) {
    CHAINS.add(chain);
    assertThat(chain.chain().account(Cooperative.ACCOUNT)).isEmpty();
    assertThat(chain.clock().instant())
        .isBetween(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:10Z"));
  }

  @CoopTest(startsAt = "2026-03-01T00:00:00Z")
  void oneTest_doesNotSeeTheOther(Cooperative coop) {
    CHAINS.add(coop.chain());
    coop.advance(Duration.ofDays(1));
    coop.admit("onlyhere");
    assertThat(coop.membership(Name.of("onlyhere")).requireActive()).isNotNull();
  }

  @AfterAll
  static void chains_areDifferentAndClosed() {
    assertThat(CHAINS).hasSize(3).doesNotHaveDuplicates();
    for (TestChain chain : CHAINS) {
      assertThatIllegalStateException()
          .isThrownBy(chain::produceBlock)
          .withMessageContaining("closed");
    }
  }
}
