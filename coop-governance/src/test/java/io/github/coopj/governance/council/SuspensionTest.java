package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SuspensionTest {
  private static final Charter CHARTER = CharterFixtures.platform();

  private final Council council = Councils.of(3);

  @Test
  @Tag("COUNCIL-17")
  void suspension_excludesTheChairman_fromVoteAndSignature() {
    String grounds = "spent above his limit to his own advantage";
    Suspension suspension = Councils.suspension(grounds, CLOSES);
    VotingQuestion voting =
        Councils.open(council, QuestionType.SUSPEND_CHAIRMAN, suspension.digest());

    assertRefused(
        Reason.CHAIRMAN_EXCLUDED,
        "CHAIRMAN_EXCLUDED chairman=membera",
        () -> voting.cast(council, CHAIRMAN, Vote.AGAINST, NOW));
    PendingDecision pending = Councils.all(voting, council, Vote.FOR)
        .close(council, CHARTER, NOW)
        .requirePendingSignature();
    assertRefused(
        Reason.CHAIRMAN_EXCLUDED,
        "CHAIRMAN_EXCLUDED chairman=membera",
        () -> pending.sign(council, CHAIRMAN, pending.hash(), NOW));
    assertRefused(
        Reason.CHAIRMAN_EXCLUDED,
        "CHAIRMAN_EXCLUDED chairman=membera",
        () -> pending.decline(council, CHAIRMAN, "never", NOW));
    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberb chairman=nobody",
        () -> pending.sign(council, member(1), pending.hash(), NOW));
    assertRefused(
        Reason.SIGNATURES_MISSING,
        "SIGNATURES_MISSING missing=[memberc]",
        () -> pending.signByVoters(council, List.of(member(1)), pending.hash(), NOW));
    assertRefused(
        Reason.WRONG_DECISION_HASH,
        "WRONG_DECISION_HASH signed=" + Checksum256.ZERO + " expected=" + pending.hash(),
        () -> pending.signByVoters(council, List.of(member(1), member(2)), Checksum256.ZERO, NOW));

    DecisionInForce inForce =
        pending.signByVoters(council, List.of(member(2), member(1)), pending.hash(), NOW);

    assertThat(inForce.signer()).isEqualTo(member(1));
    Council suspended = council.withSuspendedChairman(inForce, suspension, CHARTER, NOW);
    assertThat(suspended.isChairmanSuspended(NOW)).isTrue();
  }

  @Test
  @Tag("COUNCIL-17")
  void suspension_needsTwoOtherMembers_elseTheGeneralMeeting() {
    Council two = Councils.of(2);
    assertRefused(
        Reason.SUSPENSION_NEEDS_MEETING,
        "SUSPENSION_NEEDS_MEETING others=1 required=2",
        () -> Councils.open(two, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("s")));

    VotingQuestion voting = Councils.open(
            council, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("s"))
        .cast(council, member(1), Vote.FOR, NOW);
    Council shrunk = council.withEnded(member(2), NOW.plusSeconds(1));
    assertThat(voting.close(shrunk, CHARTER, CLOSES).requireRejected().rejection())
        .as("one voter of one left is no suspension")
        .isEqualTo(Rejection.TOO_FEW_VOTERS);
  }

  @Test
  @Tag("COUNCIL-17")
  void suspension_isSignedByTheDeputy_whereThereIsOne() {
    Council withDeputy = Councils.withDeputy(council, member(2));
    PendingDecision pending =
        Councils.adopted(withDeputy, CHARTER, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("s"));

    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=\"[memberb, memberc]\" chairman=memberc",
        () -> pending.signByVoters(withDeputy, List.of(member(1), member(2)), pending.hash(), NOW));
    assertThat(pending.sign(withDeputy, member(2), pending.hash(), NOW).signer())
        .isEqualTo(member(2));
    assertRefused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=1 expected=SUSPEND_CHAIRMAN actual=OTHER",
        () -> Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("q"))
            .signByVoters(council, Councils.members(3), Checksum256.ZERO, NOW));
  }

  @Test
  @Tag("COUNCIL-17")
  void suspendedChairman_keepsHisVote_butNotTheCastingVoteNorTheSignature() {
    Council four = Councils.withDeputy(Councils.of(4), member(1));
    String grounds = "exceeded his powers";
    Suspension suspension = Councils.suspension(grounds, CLOSES.plusSeconds(60));
    PendingDecision pending =
        Councils.adopted(four, CHARTER, QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    Council suspended = four.withSuspendedChairman(
        pending.sign(four, member(1), pending.hash(), NOW), suspension, CHARTER, NOW);

    CouncilDecision tie = Councils.open(suspended)
        .cast(suspended, member(0), Vote.FOR, NOW)
        .cast(suspended, member(1), Vote.FOR, NOW)
        .cast(suspended, member(2), Vote.AGAINST, NOW)
        .cast(suspended, member(3), Vote.AGAINST, NOW)
        .close(suspended, CHARTER, NOW);
    assertThat(tie.requireRejected().rejection()).isEqualTo(Rejection.TIE);

    PendingDecision other =
        Councils.adopted(suspended, CHARTER, QuestionType.OTHER, Councils.subject("q"));
    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=membera chairman=memberb",
        () -> other.sign(suspended, CHAIRMAN, other.hash(), NOW));
    assertThat(other.sign(suspended, member(1), other.hash(), NOW).signer()).isEqualTo(member(1));
    assertThat(other
            .sign(suspended, CHAIRMAN, other.hash(), CLOSES.plusSeconds(60))
            .signer())
        .as("the suspension has lapsed")
        .isEqualTo(CHAIRMAN);
  }
}
