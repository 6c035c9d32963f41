package io.github.coopj.governance.council;

import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CouncilDecisionTest {
  private static final Charter CHARTER = CharterFixtures.platform();

  private final Council council = Councils.of(3);

  @ParameterizedTest
  @EnumSource(QuestionType.class)
  void everyState_isStoredAndRestored_withoutLoss(QuestionType type) {
    Checksum256 subject = Councils.subject("question");
    VotingQuestion voting = Councils.open(council, type, subject);
    PendingDecision pending = Councils.adopted(council, CHARTER, type, subject);
    DecisionInForce inForce = type == QuestionType.SUSPEND_CHAIRMAN
        ? pending.signByVoters(council, Councils.members(3), pending.hash(), NOW)
        : pending.sign(council, CHAIRMAN, pending.hash(), NOW);
    CouncilDecision rejected =
        Councils.all(voting, council, Vote.AGAINST).close(council, CHARTER, NOW);

    for (CouncilDecision decision : List.of(voting, pending, inForce, rejected)) {
      byte[] row = RecordCodec.of(CouncilDecisionRecord.class).encode(decision.snapshot());
      CouncilDecision again =
          CouncilDecision.restore(RecordCodec.of(CouncilDecisionRecord.class).decode(row));
      assertThat(again).isEqualTo(decision).hasSameHashCodeAs(decision).hasSameClassAs(decision);
      assertThat(again.toString()).isEqualTo(decision.toString());
      DecisionStatus matched = again.match(new Status());
      assertThat(matched).isEqualTo(decision.status());
    }
  }

  @Test
  void restore_refusesRecords_thatContradictThemselves() {
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));
    CouncilDecisionRecord good =
        pending.sign(council, CHAIRMAN, pending.hash(), NOW).snapshot();
    CouncilDecisionRecord declined =
        pending.decline(council, CHAIRMAN, "grounds", NOW).snapshot();
    assertThat(CouncilDecision.restore(declined)).isInstanceOf(DeclinedDecision.class);

    contradicts(change(good, DecisionStatus.VOTING, good.votes(), good.signer(), ""));
    contradicts(change(good, DecisionStatus.PENDING_SIGNATURE, good.votes(), good.signer(), ""));
    contradicts(change(good, DecisionStatus.REJECTED, good.votes(), good.signer(), "NO_QUORUM"));
    contradicts(change(good, DecisionStatus.IN_FORCE, good.votes(), Name.EMPTY, ""));
    contradicts(change(good, DecisionStatus.IN_FORCE, good.votes(), good.signer(), "grounds"));
    contradicts(change(good, DecisionStatus.DECLINED, good.votes(), good.signer(), " "));
    VoteEntry first = good.votes().get(0);
    contradicts(change(good, DecisionStatus.IN_FORCE, List.of(first, first), good.signer(), ""));
    CouncilDecisionRecord rejected = Councils.all(Councils.open(council), council, Vote.AGAINST)
        .close(council, CHARTER, NOW)
        .snapshot();
    contradicts(
        change(rejected, DecisionStatus.REJECTED, rejected.votes(), Name.EMPTY, "BAD_MOOD"));
    assertThat(CouncilDecision.restore(
            change(rejected, DecisionStatus.REJECTED, rejected.votes(), Name.EMPTY, "NO_MAJORITY")))
        .isInstanceOf(RejectedQuestion.class);
  }

  private static CouncilDecisionRecord change(
      CouncilDecisionRecord r,
      DecisionStatus status,
      List<VoteEntry> votes,
      Name signer,
      String reason) {
    return new CouncilDecisionRecord(
        r.id(),
        r.question(),
        r.proposer(),
        status,
        votes,
        r.openedAt(),
        r.closesAt(),
        r.decidedAt(),
        r.effectiveAt(),
        signer,
        reason,
        r.charterDigest());
  }

  private static void contradicts(CouncilDecisionRecord wrong) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CouncilDecision.restore(wrong))
        .withMessageMatching(".*(decision 1|rejected for).*");
  }

  private static final class Status implements CouncilDecision.Cases<DecisionStatus> {
    @Override
    public DecisionStatus voting(VotingQuestion question) {
      return DecisionStatus.VOTING;
    }

    @Override
    public DecisionStatus pending(PendingDecision decision) {
      return DecisionStatus.PENDING_SIGNATURE;
    }

    @Override
    public DecisionStatus rejected(RejectedQuestion question) {
      return DecisionStatus.REJECTED;
    }

    @Override
    public DecisionStatus inForce(DecisionInForce decision) {
      return DecisionStatus.IN_FORCE;
    }

    @Override
    public DecisionStatus declined(DeclinedDecision decision) {
      return DecisionStatus.DECLINED;
    }

    @Override
    public DecisionStatus escalated(EscalatedDecision decision) {
      return DecisionStatus.ESCALATED;
    }
  }
}
