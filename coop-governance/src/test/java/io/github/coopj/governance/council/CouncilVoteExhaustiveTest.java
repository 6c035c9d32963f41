package io.github.coopj.governance.council;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every Council of one to nine members with every vector of for, against, abstained and absent. */
class CouncilVoteExhaustiveTest {
  private static final @Nullable Vote[] WAYS = {null, Vote.FOR, Vote.AGAINST, Vote.ABSTAIN};

  /**
   * What a combination of policies means, in terms of people: whoever votes for stands on one side, everybody else whom
   * the base counts on the other, and pairs of one from each side step aside. Whoever is left decides; if nobody is, the
   * side with the Chairman does, where he has a casting vote and wants the question adopted.
   */
  private record Oracle(
      boolean presentBase, boolean castingVote, int quorumPercent, boolean chairNeeded) {
    boolean adopts(@Nullable Vote[] votes) {
      Deque<Integer> supporters = new ArrayDeque<>();
      Deque<Integer> others = new ArrayDeque<>();
      int here = 0;
      for (int member = 0; member < votes.length; member++) {
        if (votes[member] != null) {
          here++;
        }
        if (votes[member] == Vote.FOR) {
          supporters.add(member);
        } else if (votes[member] != null || !presentBase) {
          others.add(member);
        }
      }
      if (here * 100L < (long) quorumPercent * votes.length || (chairNeeded && votes[0] == null)) {
        return false;
      }
      boolean chairmanFor = supporters.contains(0);
      while (!supporters.isEmpty() && !others.isEmpty()) {
        supporters.remove();
        others.remove();
      }
      if (supporters.isEmpty() && others.isEmpty()) {
        return castingVote && chairmanFor;
      }
      return others.isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  @Tag("CHAIR-05")
  @Tag("CHAIR-06")
  @Tag("COUNCIL-04")
  @Tag("IND-04")
  void close_agreesWithTheOracle_inTheProfileOfThePlatform(int size) {
    long vectors = compare(size, CharterFixtures.platform(), new Oracle(false, true, 0, false));
    assertThat(vectors).isEqualTo(1L << (2 * size));
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  @Tag("CHAIR-06")
  @Tag("COUNCIL-04")
  void close_agreesWithTheOracle_inTheProfileOfTheLaw(int size) {
    long vectors = compare(size, CharterFixtures.rf(), new Oracle(true, true, 75, true));
    assertThat(vectors).isEqualTo(1L << (2 * size));
  }

  @ParameterizedTest(name = "base {0}, casting vote {1}, quorum {2}")
  @CsvSource({
    "OFFICE,false,0/1,0",
    "PRESENT,true,0/1,0",
    "PRESENT,false,0/1,0",
    "OFFICE,true,1/2,50",
    "PRESENT,true,1/2,50",
    "PRESENT,false,1/1,100"
  })
  @Tag("COUNCIL-04")
  void close_agreesWithTheOracle_inOtherCharters(
      String base, boolean casting, String quorum, int percent) {
    Charter charter = CharterFixtures.platform(
        "council.majorityBase",
        base,
        "council.castingVote",
        String.valueOf(casting),
        "council.quorum",
        quorum);
    for (int size = 1; size <= 6; size++) {
      compare(size, charter, new Oracle(base.equals("PRESENT"), casting, percent, false));
    }
    assertThat(charter.council().castingVote()).isEqualTo(casting);
  }

  private static long compare(int size, Charter charter, Oracle oracle) {
    Council council = Councils.of(size);
    return walk(
        council,
        charter,
        oracle,
        Councils.open(council),
        Councils.members(size),
        new @Nullable Vote[size],
        0);
  }

  private static long walk(
      Council council,
      Charter charter,
      Oracle oracle,
      VotingQuestion voting,
      List<Name> members,
      @Nullable Vote[] votes,
      int next) {
    if (next == members.size()) {
      CouncilDecision closed = voting.close(council, charter, Councils.CLOSES);
      DecisionStatus expected =
          oracle.adopts(votes) ? DecisionStatus.PENDING_SIGNATURE : DecisionStatus.REJECTED;
      if (closed.status() != expected) {
        assertThat(closed.status()).as("%s", Arrays.toString(votes)).isEqualTo(expected);
      }
      return 1;
    }
    long count = 0;
    for (Vote way : WAYS) {
      votes[next] = way;
      VotingQuestion then =
          way == null ? voting : voting.cast(council, members.get(next), way, Councils.NOW);
      count += walk(council, charter, oracle, then, members, votes, next + 1);
    }
    return count;
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9})
  @Tag("COUNCIL-17")
  void suspension_needsMostOfTheOtherMembers_inEveryVector(int size) {
    Council council = Councils.of(size);
    List<Name> others = Councils.members(size).subList(1, size);
    for (Charter charter : List.of(CharterFixtures.platform(), presentBase())) {
      for (long vector = 0; vector < 1L << (2 * others.size()); vector++) {
        VotingQuestion voting =
            Councils.open(council, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("s"));
        int yes = 0;
        int here = 0;
        for (int i = 0; i < others.size(); i++) {
          Vote way = WAYS[(int) (vector >> (2 * i)) & 3];
          if (way != null) {
            voting = voting.cast(council, others.get(i), way, Councils.NOW);
            here++;
            yes += way == Vote.FOR ? 1 : 0;
          }
        }
        boolean adopted = here >= 2 && yes > others.size() - yes;
        DecisionStatus status = voting.close(council, charter, Councils.CLOSES).status();
        if ((status == DecisionStatus.PENDING_SIGNATURE) != adopted) {
          assertThat(status)
              .as("%s for, %s present of %s", yes, here, others.size())
              .isNull();
        }
      }
    }
    assertThat(others).hasSize(size - 1);
  }

  private static Charter presentBase() {
    return CharterFixtures.platform("council.majorityBase", "PRESENT");
  }

  @ParameterizedTest(name = "base {0}, {1} members")
  @CsvSource({
    "OFFICE,1", "OFFICE,2", "OFFICE,3", "OFFICE,4", "OFFICE,5", "OFFICE,6",
    "PRESENT,1", "PRESENT,2", "PRESENT,3", "PRESENT,4", "PRESENT,5", "PRESENT,6"
  })
  @Tag("COUNCIL-04")
  void moreSupport_neverTurnsAdoptedIntoRejected(String base, int size) {
    Charter charter = CharterFixtures.platform("council.majorityBase", base);
    @Nullable Vote[] votes = new @Nullable Vote[size];
    for (int vector = 0; vector < 1 << (2 * size); vector++) {
      for (int i = 0; i < size; i++) {
        votes[i] = WAYS[(vector >> (2 * i)) & 3];
      }
      if (statusOf(charter, votes) != DecisionStatus.PENDING_SIGNATURE) {
        continue;
      }
      for (int i = 0; i < size; i++) {
        Vote before = votes[i];
        // Whatever somebody did, voting for instead keeps the question adopted; so does not voting
        // against.
        List<@Nullable Vote> milder = before == Vote.AGAINST
            ? Arrays.asList(Vote.FOR, Vote.ABSTAIN, null)
            : Arrays.asList((@Nullable Vote) Vote.FOR);
        for (@Nullable Vote then : milder) {
          votes[i] = then;
          if (statusOf(charter, votes) != DecisionStatus.PENDING_SIGNATURE) {
            assertThat(votes)
                .as("member %d voted %s instead of %s", i, then, before)
                .isNull();
          }
        }
        votes[i] = before;
      }
    }
    assertThat(votes).hasSize(size);
  }

  @Test
  @Tag("CHAIR-06")
  void castingVote_cannotBeCast_whereMostAreSilent() {
    @Nullable Vote[] nine = new @Nullable Vote[9];
    nine[0] = Vote.FOR;
    nine[1] = Vote.AGAINST;
    assertThat(statusOf(nine)).isEqualTo(DecisionStatus.REJECTED);
    nine[2] = Vote.FOR;
    assertThat(statusOf(nine)).isEqualTo(DecisionStatus.REJECTED);
  }

  @Test
  @Tag("CHAIR-06")
  void tie_isDecidedByTheChairmansOwnVote_andByNothingElse() {
    assertThat(statusOf(Vote.FOR, Vote.FOR, Vote.AGAINST, Vote.AGAINST))
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    assertThat(statusOf(Vote.FOR, Vote.FOR, null, Vote.ABSTAIN))
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    assertThat(statusOf(Vote.AGAINST, Vote.FOR, Vote.FOR, Vote.AGAINST))
        .isEqualTo(DecisionStatus.REJECTED);
    assertThat(statusOf(Vote.FOR, Vote.AGAINST, null, null)).isEqualTo(DecisionStatus.REJECTED);
    assertThat(statusOf(Vote.ABSTAIN, Vote.FOR, Vote.AGAINST, Vote.ABSTAIN))
        .isEqualTo(DecisionStatus.REJECTED);
    assertThat(statusOf(null, Vote.FOR, Vote.FOR, null)).isEqualTo(DecisionStatus.REJECTED);
    assertThat(statusOf(Vote.ABSTAIN, Vote.ABSTAIN, Vote.ABSTAIN, Vote.ABSTAIN))
        .isEqualTo(DecisionStatus.REJECTED);
  }

  private static DecisionStatus statusOf(@Nullable Vote... votes) {
    return statusOf(CharterFixtures.platform(), votes);
  }

  private static DecisionStatus statusOf(Charter charter, @Nullable Vote[] votes) {
    Council council = Councils.of(votes.length);
    VotingQuestion voting = Councils.open(council);
    for (int i = 0; i < votes.length; i++) {
      Vote vote = votes[i];
      if (vote != null) {
        voting = voting.cast(council, Councils.member(i), vote, Councils.NOW);
      }
    }
    return voting.close(council, charter, Councils.CLOSES).status();
  }
}
