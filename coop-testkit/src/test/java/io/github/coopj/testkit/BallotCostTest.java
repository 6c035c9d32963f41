package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.plainAgenda;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.meeting.Choice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it costs to cast a ballot: as many looks at tables for the last as for the first, however many members there are. */
class BallotCostTest {
  private static final int ROUNDS = 60;

  /** What each ballot asked of the tables. */
  private record Cost(long calls, long bytes) {}

  private final RowCounter counter = new RowCounter();

  private Cooperative found(int more) {
    Cooperative coop = Cooperative.found(
        TestChain.inMemory(TestClock.at(START), counter.catalog()),
        Cooperative.charterWith("\"ballot.revote\": \"LAST_WINS\""));
    for (int i = 0; i < more; i++) {
      coop.admit("member" + (char) ('a' + i));
    }
    return coop;
  }

  private static long open(Cooperative coop, Meetings meetings) {
    long id = meetings.convene(
        plainAgenda(), CHAIRMAN, founder(2), Duration.ofDays(31), Duration.ofDays(1));
    coop.advance(Duration.ofDays(31));
    coop.chain().push(meetings.open(id));
    return id;
  }

  private Cost cast(Cooperative coop, Meetings meetings, long id, Name member) {
    var ballot = meetings.handIn(meetings.ballot(id, member, Choice.FOR));
    long calls = counter.calls();
    long bytes = counter.bytes();
    coop.chain().push(ballot);
    return new Cost(counter.calls() - calls, counter.bytes() - bytes);
  }

  @Test
  void ballot_asksAsMuchOfTheTables_whateverTheNumberOfMembers() {
    List<List<Cost>> costs = new ArrayList<>();
    for (int more : new int[] {0, 20}) {
      try (Cooperative coop = found(more)) {
        Meetings meetings = new Meetings(coop);
        long id = open(coop, meetings);
        assertThat(meetings.roll(id)).hasSize(5 + more);
        List<Cost> each = new ArrayList<>();
        for (Name member : meetings.roll(id)) {
          each.add(cast(coop, meetings, id, member));
        }
        assertThat(each).extracting(Cost::calls).containsOnly(each.get(0).calls());
        costs.add(each);
      }
    }
    assertThat(costs.get(1).get(24).calls())
        .isEqualTo(costs.get(0).get(0).calls())
        .isPositive();
    assertThat(costs.get(1).get(24).bytes()).isLessThan(costs.get(0).get(0).bytes() + 1_000);
  }

  @Test
  void ballot_asksAsMuchOfTheTables_afterHundredsOfOthers() {
    try (Cooperative coop = found(0)) {
      Meetings meetings = new Meetings(coop);
      long id = open(coop, meetings);
      List<Cost> costs = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (int voter = 1; voter <= 5; voter++) {
          Cost cost = cast(coop, meetings, id, founder(voter));
          if (voter == 5) {
            costs.add(cost);
          }
        }
      }
      List<Cost> again = costs.subList(1, ROUNDS);
      assertThat(again).extracting(Cost::calls).containsOnly(again.get(0).calls());
      assertThat(again.get(ROUNDS - 2).bytes()).isLessThan(again.get(0).bytes() + 1_000);
    }
  }
}
