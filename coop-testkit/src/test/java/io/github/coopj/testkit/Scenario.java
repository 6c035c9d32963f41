package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.fund.FundRegulation;
import io.github.coopj.governance.program.SplitRule;

/** Half a year of a cooperative with something of everything, the same in every run. */
final class Scenario {
  static final FundRegulation RULES = FundRulesTest.regulation(1, 0, 5_000, 0, 0, 5_000);
  static final Name ANNA = Name.of("anna.zarya");

  private Scenario() {}

  /** Lives through it; the number of the general meeting is given back. */
  static long live(Cooperative coop) {
    coop.admit("mariya", "anna.zarya");
    coop.contribute(ANNA, ContributionKind.ENTRANCE, 1, "100.00 RUB");
    coop.contribute(ANNA, ContributionKind.SHARE, 1, "300.00 RUB");
    coop.programme(2, new SplitRule(60, 40));
    coop.join(ANNA, 2);
    coop.join(founder(2), 2);
    coop.contribute(ANNA, ContributionKind.PROGRAMME, 2, "100.03 RUB");
    coop.contribute(founder(2), ContributionKind.PROGRAMME, 2, "0.07 RUB");
    Meetings meetings = new Meetings(coop);
    long meeting =
        meetings.hold(agenda(item(1, ItemType.OTHER), FundRulesTest.rulesItem(2, RULES)));
    coop.chain().push(FundRulesTest.adopt(coop, RULES, meeting, 2));
    coop.contribute(ANNA, ContributionKind.PROGRAMME, 2, "33.33 RUB");
    return meeting;
  }
}
