package io.github.coopj.governance.audit;

import static io.github.coopj.governance.audit.Audits.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.Vote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every commission of one to nine members with every vector of for, against, abstained and absent. */
class AuditVoteExhaustiveTest {
  private static final @Nullable Vote[] WAYS = {null, Vote.FOR, Vote.AGAINST, Vote.ABSTAIN};
  private static final AuditTopic RESULT =
      new AuditTopic(Audits.COOP, AuditQuestionType.CHECK_RESULT, Audits.paper("result"));

  /** Whoever votes for and whoever does not leave in pairs; the decision is adopted if someone for is left. */
  private static boolean oracle(@Nullable Vote... votes) {
    Deque<Integer> supporters = new ArrayDeque<>();
    Deque<Integer> others = new ArrayDeque<>();
    for (int member = 0; member < votes.length; member++) {
      (votes[member] == Vote.FOR ? supporters : others).add(member);
    }
    while (!supporters.isEmpty() && !others.isEmpty()) {
      supporters.remove();
      others.remove();
    }
    return !supporters.isEmpty();
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  @Tag("AUDIT-05")
  @Tag("AUDIT-08")
  void close_agreesWithTheOracle_onEveryVector(int size) {
    // Two are what three become; they still finish the check that was running.
    AuditCommission commission = size == 2 ? Audits.shrink(Audits.of(3), 2, NOW) : Audits.of(size);
    VotingAuditQuestion question =
        AuditQuestion.open(1, RESULT, member(0), commission, NOW, CLOSES);
    List<Map<Vote, AuditVote>> signed = new ArrayList<>();
    for (Name name : commission.inOffice(NOW)) {
      Map<Vote, AuditVote> ways = new EnumMap<>(Vote.class);
      for (Vote vote : Vote.values()) {
        ways.put(vote, new AuditVote(vote, Audits.sign(question, name, vote, NOW)));
      }
      signed.add(ways);
    }
    int vectors = 0;
    @Nullable Vote[] votes = new @Nullable Vote[size];
    for (int code = 0; code < 1 << (2 * size); code++) {
      List<AuditVote> cast = new ArrayList<>();
      for (int m = 0; m < size; m++) {
        Vote vote = WAYS[(code >> (2 * m)) & 3];
        votes[m] = vote;
        if (vote != null) {
          cast.add(Objects.requireNonNull(signed.get(m).get(vote)));
        }
      }
      AuditQuestion closed = AuditQuestion.restore(question
              .snapshot()
              .with(AuditQuestionStatus.VOTING, cast, question.snapshot().decidedAt()))
          .requireVoting()
          .close(commission, CLOSES);
      if (closed instanceof AuditDecision != oracle(votes)) {
        assertThat(closed).as(Arrays.toString(votes)).isNull();
      }
      vectors++;
    }
    assertThat(vectors).isEqualTo(1 << (2 * size));
  }
}
