package io.github.coopj.samples.first;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundCode;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.testkit.Cooperative;
import io.github.coopj.testkit.TestClock;

/** A cooperative on a chain in memory admits a member, who contributes; the contribution is divided to the kopeck. */
public final class FirstSteps {
  private FirstSteps() {}

  /**
   * Runs the program.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    // README: begin
    try (Cooperative coop = Cooperative.inMemory(TestClock.at("2026-01-12T09:00:00Z"))) {
      Name anna = Name.of("anna.zarya"); // only the account zarya creates names in .zarya
      coop.admit("anna.zarya"); // signed application, votes, the Chairman's signature
      coop.programme(2, new SplitRule(2, 3)); // 2 parts share, 3 parts membership
      coop.join(anna, 2); // signed consent, only then contributions
      coop.contribute(anna, ContributionKind.PROGRAMME, 2, "100.03 RUB");

      System.out.println(anna + " is " + coop.membership(anna).status());
      for (FundCode fund : FundCode.values()) {
        System.out.println(coop.books().fund(fund) + " in " + fund);
      }
      System.out.println("in order: " + BooksCheck.check(coop.books().ledger()).isEmpty());
    }
    // README: end
  }
}
