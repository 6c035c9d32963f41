package io.github.coopj.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.governance.program.SplitRule;
import org.junit.jupiter.api.Test;

class CooperativeTest {
  @Test
  void cooperative_runs() {
    try (Cooperative coop = Cooperative.inMemory(TestClock.at("2026-01-12T09:00:00Z"))) {
      coop.admit("mariya", "anna.zarya");
      Name member = Name.of("anna.zarya");
      assertThat(coop.membership(member).status()).isEqualTo(MembershipStatus.ACTIVE);
      coop.programme(2, new SplitRule(60, 40));
      coop.join(member, 2);
      coop.contribute(member, ContributionKind.PROGRAMME, 2, "100.03 RUB");
      assertThat(BooksCheck.check(coop.books().ledger())).isEmpty();
      assertThat(coop.books().journal()).isNotEmpty();
    }
  }
}
