package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecusalTest {
  private static final Charter PLATFORM = CharterFixtures.platform();
  private static final @Nullable Vote[] WAYS = {
    null, Vote.FOR, Vote.AGAINST, Vote.ABSTAIN, Vote.RECUSED
  };

  /**
   * The recused leave the room first; those who stay decide as a Council of their own. Without a Chairman in the room
   * nobody has a casting vote.
   */
  private static boolean oracle(boolean law, @Nullable Vote... votes) {
    List<@Nullable Vote> room = new ArrayList<>();
    for (Vote vote : votes) {
      if (vote != Vote.RECUSED) {
        room.add(vote);
      }
    }
    int supporters = 0;
    int others = 0;
    int here = 0;
    for (Vote vote : room) {
      here += vote == null ? 0 : 1;
      if (vote == Vote.FOR) {
        supporters++;
      } else if (vote != null || !law) {
        others++;
      }
    }
    if (law && (here * 4 < room.size() * 3 || votes[0] == null)) {
      return false;
    }
    return supporters > others || (supporters > 0 && supporters == others && votes[0] == Vote.FOR);
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  @Tag("COUNCIL-04")
  @Tag("CHAIR-06")
  void close_agreesWithTheOracle_onEveryRecusedSubset(int size) {
    for (boolean law : List.of(false, true)) {
      Charter charter = law ? CharterFixtures.rf() : PLATFORM;
      Council council = Councils.of(size);
      int vectors = 1;
      for (int i = 0; i < size; i++) {
        vectors *= WAYS.length;
      }
      int adopted = 0;
      for (int code = 0; code < vectors; code++) {
        @Nullable Vote[] votes = new @Nullable Vote[size];
        VotingQuestion voting = Councils.open(council);
        int rest = code;
        for (int i = 0; i < size; i++) {
          Vote way = WAYS[rest % WAYS.length];
          rest /= WAYS.length;
          votes[i] = way;
          voting = way == null ? voting : voting.cast(council, member(i), way, NOW);
        }
        CouncilDecision closed = voting.close(council, charter, CLOSES);
        boolean expected = oracle(law, votes);
        if (closed instanceof PendingDecision != expected) {
          assertThat(closed).as("%s, law %s", Arrays.toString(votes), law).isNull();
        }
        adopted += expected ? 1 : 0;
      }
      assertThat(adopted).isPositive().isLessThan(vectors);
    }
  }

  @Test
  @Tag("COUNCIL-04")
  void recusal_isAVoteOfOnesOwn_andStands() {
    Council council = Councils.of(3);
    VotingQuestion voting = Councils.open(council).cast(council, member(1), Vote.RECUSED, NOW);

    assertRefused(
        Reason.ALREADY_VOTED,
        "ALREADY_VOTED member=memberb decision=1",
        () -> voting.cast(council, member(1), Vote.FOR, NOW));
    assertThat(voting.tally(council, NOW)).isEqualTo(new CouncilTally(0, 0, 0, 2));
    PendingDecision pending = voting
        .cast(council, CHAIRMAN, Vote.FOR, NOW)
        .cast(council, member(2), Vote.FOR, NOW)
        .close(council, PLATFORM, NOW)
        .requirePendingSignature();
    assertThat(pending.votes())
        .as("the roll-call keeps it")
        .contains(new VoteEntry(member(1), Vote.RECUSED));
    assertThat(pending.responsible()).containsExactly(CHAIRMAN, member(2));
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 2, 3})
  @Tag("COUNCIL-29")
  void allRecused_leaveTheQuestion_toTheGeneralMeeting(int size) {
    Council council = Councils.of(size);
    VotingQuestion voting = Councils.all(Councils.open(council), council, Vote.RECUSED);
    for (Charter charter : List.of(PLATFORM, CharterFixtures.rf())) {
      assertThat(voting.close(council, charter, NOW).requireRejected().rejection())
          .isEqualTo(Rejection.NOBODY_ENTITLED);
    }
  }

  @Test
  @Tag("COUNCIL-17")
  void suspension_stillNeedsTwoVoters_whoHaveNoInterest() {
    Council council = Councils.of(4);
    VotingQuestion voting = Councils.open(
            council, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("s"))
        .cast(council, member(1), Vote.FOR, NOW)
        .cast(council, member(2), Vote.RECUSED, NOW);
    assertThat(voting
            .cast(council, member(3), Vote.RECUSED, NOW)
            .close(council, PLATFORM, NOW)
            .requireRejected()
            .rejection())
        .isEqualTo(Rejection.TOO_FEW_VOTERS);
    assertThat(voting
            .cast(council, member(3), Vote.FOR, NOW)
            .close(council, PLATFORM, NOW)
            .status())
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
  }
}
