package io.github.coopj.governance.section;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.section.Sections.CLOSES;
import static io.github.coopj.governance.section.Sections.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.Roll;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("KU-16")
class ChairElectionTest {
  private static final Charter CHARTER = Fixtures.platform();
  private static final Name A = member(1, 0);
  private static final Name B = member(1, 1);
  private static final Name C = member(1, 2);

  /** A section of n members who all come; candidate i gets votes[i] of them, each voter free on every item. */
  private static ChairElection election(int n, int... votes) {
    List<Name> candidates = List.of(A, B, C).subList(0, votes.length);
    List<String> answers = new ArrayList<>();
    for (int voter = 0; voter < n; voter++) {
      StringBuilder answer = new StringBuilder();
      for (int count : votes) {
        answer.append(voter < count ? '+' : '.');
      }
      answers.add(answer.toString());
    }
    CalledMeeting called =
        Sections.called(8, 1, Sections.election(candidates.toArray(Name[]::new)), n, CHARTER);
    return ChairElection.of(
        Sections.closed(called, n, CHARTER, answers.toArray(String[]::new)).requireCompetent());
  }

  /** All triples of votes among up to 7 present, by rank counting instead of sorting. */
  @Test
  void of_equalsTheOracle_forAllTriples() {
    for (int n = 3; n <= 7; n++) {
      for (int a = 0; a <= n; a++) {
        for (int b = 0; b <= n; b++) {
          for (int c = 0; c <= n; c++) {
            assertThat(election(n, a, b, c))
                .as("%s present: %s %s %s", n, a, b, c)
                .isEqualTo(oracle(n, a, b, c));
          }
        }
      }
    }
  }

  private static ChairElection oracle(int n, int a, int b, int c) {
    List<Name> names = List.of(A, B, C);
    int[] votes = {a, b, c};
    List<Name> aboveHalf = new ArrayList<>();
    List<Name> firstTwo = new ArrayList<>();
    Name unbeaten = null;
    for (int i = 0; i < 3; i++) {
      int notBelow = 0;
      for (int j = 0; j < 3; j++) {
        notBelow += j != i && votes[j] >= votes[i] ? 1 : 0;
      }
      if (votes[i] * 2 > n) {
        aboveHalf.add(names.get(i));
      }
      if (notBelow <= 1) {
        firstTwo.add(names.get(i));
      }
      if (notBelow == 0) {
        unbeaten = names.get(i);
      }
    }
    if (!aboveHalf.isEmpty()) {
      return unbeaten == null
          ? new ChairElection(ChairElection.Kind.REPEAT, List.of())
          : new ChairElection(ChairElection.Kind.ELECTED, List.of(unbeaten));
    }
    if (firstTwo.size() < 2) {
      return new ChairElection(ChairElection.Kind.REPEAT, List.of());
    }
    boolean second = votes[names.indexOf(firstTwo.get(1))] > votes[names.indexOf(firstTwo.get(0))];
    return new ChairElection(
        ChairElection.Kind.RUN_OFF, second ? List.of(firstTwo.get(1), firstTwo.get(0)) : firstTwo);
  }

  @Test
  void of_needsMoreThanHalfOfThosePresent() {
    assertThat(election(4, 2).kind()).isEqualTo(ChairElection.Kind.REPEAT);
    assertThat(election(4, 3).persons()).containsExactly(A);
    assertThat(election(5, 3, 2).persons()).containsExactly(A);
    assertThat(election(4, 2, 2).kind()).isEqualTo(ChairElection.Kind.REPEAT);
    assertThat(election(4, 1, 2))
        .isEqualTo(new ChairElection(ChairElection.Kind.RUN_OFF, List.of(B, A)));
    assertThat(election(4, 3, 4).persons()).containsExactly(B);
  }

  /** An election at which voter i of 5 is for the candidate picks[i] alone, - for nobody. */
  private static CompetentMeeting held(long id, long section, String picks, Name... candidates) {
    List<String> answers = new ArrayList<>();
    for (int voter = 0; voter < picks.length(); voter++) {
      StringBuilder answer = new StringBuilder();
      for (int i = 0; i < candidates.length; i++) {
        answer.append(picks.charAt(voter) == (char) ('0' + i) ? '+' : '-');
      }
      answers.add(answer.toString());
    }
    return Sections.closed(
            Sections.called(id, section, Sections.election(candidates), 5, CHARTER),
            5,
            CHARTER,
            answers.toArray(String[]::new))
        .requireCompetent();
  }

  @Test
  void runOff_isOwed_untilItIsHeldOrTied() {
    CompetentMeeting open = held(11, 1, "01012", A, B, C);
    CompetentMeeting decided = held(12, 1, "00011", B, A);
    CompetentMeeting tied = held(12, 1, "0101", A, B);
    CompetentMeeting failed = held(12, 1, "010--", B, A);
    assertThat(ChairElection.runOff(1, List.of())).isEmpty();
    assertThat(ChairElection.runOff(1, List.of(open))).containsExactly(A, B);
    assertThat(ChairElection.runOff(2, List.of(open))).isEmpty();
    assertThat(ChairElection.runOff(1, List.of(decided, open)))
        .as("whatever the order given")
        .isEmpty();
    assertThat(ChairElection.runOff(1, List.of(open, tied))).as("begins anew").isEmpty();
    assertThat(ChairElection.of(failed).kind()).isEqualTo(ChairElection.Kind.RUN_OFF);
    assertThat(ChairElection.runOff(1, List.of(open, failed)))
        .as("no run-off after a run-off")
        .isEmpty();
    assertThat(ChairElection.runOff(1, List.of(open, failed, held(13, 1, "01012", A, C, B))))
        .containsExactly(A, C);
    CompetentMeeting other =
        Sections.unanimous(12, 1, Sections.question(ItemType.OTHER, Fixtures.paper("pond")));
    assertThat(ChairElection.runOff(1, List.of(open, other)))
        .as("a meeting on something else changes nothing")
        .containsExactly(A, B);
  }

  @Test
  void call_refusesOtherCandidatesThanTheTwo_whileBothAreMembers() {
    List<CompetentMeeting> owed = List.of(held(11, 1, "01012", A, B, C));
    Roll all = Roll.of(Sections.members(1, 5));
    for (List<Name> candidates : List.of(List.of(A), List.of(A, C), List.of(A, B, C))) {
      SectionCall call = Sections.callOf(12, 1, Sections.election(candidates.toArray(Name[]::new)));
      assertRefused(
          () -> ChairElection.requireRunOff(call, all, owed),
          "RUN_OFF_DUE section=1 candidates=\"[" + A + ", " + B + "]\"");
      ChairElection.requireRunOff(call, Roll.of(List.of(A, C)), owed);
      ChairElection.requireRunOff(call, all, List.of());
    }
    ChairElection.requireRunOff(Sections.callOf(12, 1, Sections.election(B, A)), all, owed);
    ChairElection.requireRunOff(
        Sections.callOf(12, 1, Sections.question(ItemType.OTHER, Fixtures.paper("pond"))),
        all,
        owed);
  }

  @Test
  void elect_givesNoMandate_withoutAWinner() {
    CompetentMeeting tie = Sections.closed(
            Sections.called(8, 1, Sections.election(A, B), 4, CHARTER),
            4,
            CHARTER,
            "+.",
            "+.",
            ".+",
            ".+")
        .requireCompetent();
    assertRefused(
        () -> SectionMandates.NONE.elect(tie, A, CHARTER, CLOSES),
        "SECTION_CHAIR_NOT_ELECTED section=1 meeting=8");
    CompetentMeeting other =
        Sections.unanimous(8, 1, Sections.question(ItemType.OTHER, Fixtures.paper("pond")));
    assertRefused(
        () -> SectionMandates.NONE.elect(other, A, CHARTER, CLOSES),
        "SECTION_CHAIR_NOT_ELECTED section=1 meeting=8");
  }
}
