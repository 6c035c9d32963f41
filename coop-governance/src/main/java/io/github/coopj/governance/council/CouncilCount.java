package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CouncilPolicy;
import io.github.coopj.governance.charter.MajorityBase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counting votes of the Council: integers and inequalities only. */
final class CouncilCount {
  /** Members besides the Chairman that must vote on his suspension. */
  static final int SUSPENSION_VOTERS = 2;

  private CouncilCount() {}

  static void requireOthers(Council council, Instant at) {
    int others = entitled(QuestionType.SUSPEND_CHAIRMAN, council, at).size();
    if (others < SUSPENSION_VOTERS) {
      throw new GovernanceException(
          Reason.SUSPENSION_NEEDS_MEETING, "others", others, "required", SUSPENSION_VOTERS);
    }
  }

  private static List<Name> entitled(QuestionType type, Council council, Instant at) {
    return council.membersInOffice(at).stream()
        .filter(member -> type.rule().majority() != QuestionRule.Majority.OTHERS
            || !council.isChairman(member, at))
        .toList();
  }

  /** Votes of the members who are entitled at the end of the vote: those that count. */
  static List<VoteEntry> counting(CouncilDecisionRecord data, Council council, Instant end) {
    List<Name> entitled = entitled(data.question().type(), council, end);
    return data.votes().stream()
        .filter(entry -> entitled.contains(entry.member()))
        .toList();
  }

  static CouncilTally tally(CouncilDecisionRecord data, Council council, Instant end) {
    int votesFor = 0;
    int votesAgainst = 0;
    int abstained = 0;
    int recused = 0;
    for (VoteEntry entry : counting(data, council, end)) {
      switch (entry.vote()) {
        case FOR -> votesFor++;
        case AGAINST -> votesAgainst++;
        case ABSTAIN -> abstained++;
        case RECUSED -> recused++;
      }
    }
    int entitled = entitled(data.question().type(), council, end).size() - recused;
    return new CouncilTally(votesFor, votesAgainst, abstained, entitled);
  }

  /** Why the question is not adopted, or nothing if it is. */
  static Optional<Rejection> rejection(
      CouncilDecisionRecord data,
      CouncilTally tally,
      Council council,
      Charter charter,
      Instant end) {
    CouncilPolicy policy = charter.council();
    QuestionRule.Majority majority = data.question().type().rule().majority();
    boolean suspension = majority == QuestionRule.Majority.OTHERS;
    // Where there is nobody to act as Chairman, nobody can be waited for.
    boolean election = majority == QuestionRule.Majority.NO_CASTING;
    if (tally.entitled() == 0) {
      return Optional.of(Rejection.NOBODY_ENTITLED);
    }
    if (!policy.quorum().isReachedBy(tally.present(), tally.entitled())) {
      return Optional.of(Rejection.NO_QUORUM);
    }
    if (policy.quorumNeedsChairman()
        && !suspension
        && !election
        && !chairVoted(data, council, end)) {
      return Optional.of(Rejection.NO_QUORUM);
    }
    if (suspension && tally.present() < SUSPENSION_VOTERS) {
      return Optional.of(Rejection.TOO_FEW_VOTERS);
    }
    // A suspension needs most of the other members, whatever the base of other questions.
    int base = suspension || policy.majorityBase() == MajorityBase.OFFICE
        ? tally.entitled()
        : tally.present();
    if (2 * tally.votesFor() > base) {
      return Optional.empty();
    }
    // Equality is half of the base for and half not for, be it against, abstained or silent:
    // counting those against alone
    // would let one more vote for turn an adopted question into a rejected one.
    if (2 * tally.votesFor() < base || tally.votesFor() == 0) {
      return Optional.of(Rejection.NO_MAJORITY);
    }
    boolean casting =
        policy.castingVote() && !suspension && !election && !council.isChairmanSuspended(end);
    boolean chairmanFor = council
        .chairman(end)
        .filter(chairman -> voteOf(data, chairman, council, end) == Vote.FOR)
        .isPresent();
    return casting && chairmanFor ? Optional.empty() : Optional.of(Rejection.TIE);
  }

  /** Who recuses himself is there all the same, so that his interest does not take the quorum from the others. */
  private static boolean chairVoted(CouncilDecisionRecord data, Council council, Instant end) {
    return council
            .chairman(end)
            .filter(chairman -> voteOf(data, chairman, council, end) != null)
            .isPresent()
        || council
            .actingChairman(end)
            .filter(acting -> voteOf(data, acting, council, end) != null)
            .isPresent()
        || council.deputies(end).stream()
            .anyMatch(deputy -> voteOf(data, deputy, council, end) != null);
  }

  private static @Nullable Vote voteOf(
      CouncilDecisionRecord data, Name member, Council council, Instant end) {
    if (!council.isMember(member, end)) {
      return null;
    }
    for (VoteEntry entry : data.votes()) {
      if (entry.member().equals(member)) {
        return entry.vote();
      }
    }
    return null;
  }
}
