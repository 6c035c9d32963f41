package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentSignature;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PendingDecisionTest {
  private static final Charter CHARTER = CharterFixtures.platform();

  private final Council council = Councils.of(3);

  @Test
  @Tag("ESIG-03")
  @Tag("COUNCIL-05")
  @Tag("CHAIR-11")
  void decision_hasNoForce_untilTheChairmanSignsItsExactHash() {
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));

    assertThat(pending.status()).isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"decision 1\" state=PENDING_SIGNATURE needed=IN_FORCE",
        pending::requireInForce);
    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberb chairman=membera",
        () -> pending.sign(council, member(1), pending.hash(), NOW));
    Checksum256 other = Councils.subject("another decision");
    assertRefused(
        Reason.WRONG_DECISION_HASH,
        "WRONG_DECISION_HASH signed=" + other + " expected=" + pending.hash(),
        () -> pending.sign(council, CHAIRMAN, other, NOW));
    PendingDecision late = Councils.all(Councils.open(council), council, Vote.FOR)
        .close(council, CHARTER, NOW.plusSeconds(10))
        .requirePendingSignature();
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T12:00:09 notBefore=2026-05-01T12:00:10",
        () -> late.sign(council, CHAIRMAN, late.hash(), NOW.plusSeconds(9)));

    DecisionInForce inForce = pending.sign(council, CHAIRMAN, pending.hash(), NOW.plusSeconds(5));

    assertThat(inForce.status()).isEqualTo(DecisionStatus.IN_FORCE);
    assertThat(inForce.signer()).isEqualTo(CHAIRMAN);
    assertThat(inForce.effectiveAt()).isEqualTo(TimePointSec.of(NOW.plusSeconds(5)));
    assertThat(inForce.hash()).isEqualTo(pending.hash());
    assertThat(inForce.requireInForce()).isSameAs(inForce);
  }

  @Test
  @Tag("ESIG-03")
  void hash_changes_withEveryPartOfTheDecision() {
    Council four = Councils.of(4);
    VotingQuestion voting = QuestionOpening.open(
        1,
        CouncilQuestion.of(QuestionType.OTHER, Councils.subject("question")),
        member(1),
        four,
        CHARTER,
        NOW,
        CLOSES);
    Checksum256 hash = hashOf(voting, four, CHARTER, CLOSES);

    assertThat(List.of(
            hashOf(
                QuestionOpening.open(
                    2,
                    CouncilQuestion.of(QuestionType.OTHER, Councils.subject("question")),
                    member(1),
                    four,
                    CHARTER,
                    NOW,
                    CLOSES),
                four,
                CHARTER,
                CLOSES),
            hashOf(
                QuestionOpening.open(
                    1,
                    CouncilQuestion.of(QuestionType.REGULATION, Councils.subject("question")),
                    member(1),
                    four,
                    CHARTER,
                    NOW,
                    CLOSES),
                four,
                CHARTER,
                CLOSES),
            hashOf(
                QuestionOpening.open(
                    1,
                    CouncilQuestion.of(QuestionType.OTHER, Councils.subject("Question")),
                    member(1),
                    four,
                    CHARTER,
                    NOW,
                    CLOSES),
                four,
                CHARTER,
                CLOSES),
            hashOf(
                QuestionOpening.open(
                    1,
                    CouncilQuestion.of(QuestionType.OTHER, Councils.subject("question")),
                    member(2),
                    four,
                    CHARTER,
                    NOW,
                    CLOSES),
                four,
                CHARTER,
                CLOSES),
            hashOf(
                QuestionOpening.open(
                    1,
                    CouncilQuestion.of(QuestionType.OTHER, Councils.subject("question")),
                    member(1),
                    four,
                    CHARTER,
                    NOW.minusSeconds(0),
                    CLOSES.minusSeconds(1)),
                four,
                CHARTER,
                CLOSES),
            hashOf(voting, four, CharterFixtures.platform("council.maxSize", "7"), CLOSES),
            hashOf(voting, four, CHARTER, CLOSES.plusSeconds(1)),
            hashOf(voting.cast(four, member(3), Vote.AGAINST, NOW), four, CHARTER, CLOSES)))
        .doesNotContain(hash)
        .doesNotHaveDuplicates();
    assertThat(hashOf(voting, four, CHARTER, CLOSES)).isEqualTo(hash);
  }

  private static Checksum256 hashOf(
      VotingQuestion voting, Council council, Charter charter, Instant now) {
    VotingQuestion voted = voting;
    for (int i = 0; i < 3; i++) {
      voted = voted.cast(council, member(i), Vote.FOR, NOW);
    }
    return voted.close(council, charter, now).requirePendingSignature().hash();
  }

  @Test
  @Tag("ESIG-03")
  void signature_underTheHash_canBeCheckedByAnybody() {
    PrivateKey key = PrivateKey.fromSeed(KeyType.K1, "chairman");
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));
    DocumentSignature signature = DocumentSignature.sign(key, CHAIRMAN, pending.hash(), NOW);

    assertThat(signature.verifies(pending.hash())).isTrue();
    assertThat(signature.verifies(DocumentDigest.of(pending.type().document(), pending.subject())))
        .isFalse();
    assertThat(pending.sign(council, signature.signer(), pending.hash(), NOW).hash())
        .isEqualTo(pending.hash());
  }

  @Test
  @Tag("CHAIR-11")
  void secondSignature_doesNotExist_soNothingTakesAForceBack() {
    // A second call must not take the authorization back: the end state has
    // no such move.
    DecisionInForce inForce =
        Councils.inForce(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));
    CouncilDecision stored = CouncilDecision.restore(inForce.snapshot());

    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"decision 1\" state=IN_FORCE needed=PENDING_SIGNATURE",
        stored::requirePendingSignature);
    assertThat(stored).isEqualTo(inForce).isInstanceOf(DecisionInForce.class);
    for (Class<?> end :
        List.of(DecisionInForce.class, RejectedQuestion.class, DeclinedDecision.class)) {
      assertThat(Arrays.stream(end.getMethods()).map(Method::getName))
          .as(end.getSimpleName())
          .doesNotContain("sign", "signByVoters", "decline", "cast", "close");
    }
  }

  @Test
  @Tag("CHAIR-11")
  void decline_isAnActWithGrounds_andAnEnd() {
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));

    assertRefused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberc chairman=membera",
        () -> pending.decline(council, member(2), "against the charter", NOW));
    assertRefused(
        Reason.NO_GROUNDS,
        "NO_GROUNDS decision=1",
        () -> pending.decline(council, CHAIRMAN, " ", NOW));

    DeclinedDecision declined = pending.decline(council, CHAIRMAN, "against the charter", NOW);

    assertThat(declined.status()).isEqualTo(DecisionStatus.DECLINED);
    assertThat(declined.reason()).isEqualTo("against the charter");
    assertThat(declined.signer()).isEqualTo(CHAIRMAN);
    assertThat(declined.declinedAt()).isEqualTo(TimePointSec.of(NOW));
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"decision 1\" state=DECLINED needed=PENDING_SIGNATURE",
        declined::requirePendingSignature);
  }

  @Test
  @Tag("CHAIR-11")
  void missingSignature_becomesOverdue_butIsNeverReplaced() {
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));
    Instant due = Instant.parse("2026-05-31T12:00:00Z");

    assertThat(pending.isSignatureOverdue(CHARTER, due.minusSeconds(1))).isFalse();
    assertThat(pending.isSignatureOverdue(CHARTER, due)).isTrue();
    assertThat(pending.status()).isEqualTo(DecisionStatus.PENDING_SIGNATURE);
  }

  @Test
  @Tag("COUNCIL-25")
  void responsible_areThoseWhoVotedFor_andTheRollCallIsKept() {
    Council five = Councils.of(5);
    PendingDecision pending = Councils.open(five)
        .cast(five, member(4), Vote.FOR, NOW)
        .cast(five, member(1), Vote.AGAINST, NOW)
        .cast(five, member(0), Vote.FOR, NOW)
        .cast(five, member(2), Vote.ABSTAIN, NOW)
        .cast(five, member(3), Vote.FOR, NOW)
        .close(five, CHARTER, NOW)
        .requirePendingSignature();
    DecisionInForce inForce = pending.sign(five, CHAIRMAN, pending.hash(), NOW);

    assertThat(inForce.responsible())
        .containsExactly(member(4), member(0), member(3))
        .isEqualTo(pending.responsible());
    assertThat(inForce.votes())
        .extracting(VoteEntry::member)
        .containsExactly(member(4), member(1), member(0), member(2), member(3));
  }

  @Test
  @Tag("IND-05")
  void decision_namesTheCharter_itWasCountedBy() {
    DecisionInForce inForce =
        Councils.inForce(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));

    assertThat(inForce.charterDigest()).isEqualTo(CHARTER.digest());
    assertThat(CHARTER.policyValue("council.majorityBase").value()).isEqualTo("OFFICE");
  }

  @Test
  @Tag("COUNCIL-29")
  void oneMember_decidesAlone_andCannotBeSuspended() {
    Council one = Councils.of(1);
    PendingDecision pending =
        Councils.adopted(one, CHARTER, QuestionType.OTHER, Councils.subject("question"));

    assertThat(pending.sign(one, CHAIRMAN, pending.hash(), NOW).status())
        .isEqualTo(DecisionStatus.IN_FORCE);
    for (Vote vote : List.of(Vote.AGAINST, Vote.ABSTAIN)) {
      assertThat(Councils.all(Councils.open(one), one, vote)
              .close(one, CHARTER, NOW)
              .requireRejected()
              .rejection())
          .isEqualTo(Rejection.NO_MAJORITY);
    }
    assertRefused(
        Reason.SUSPENSION_NEEDS_MEETING,
        "SUSPENSION_NEEDS_MEETING others=0 required=2",
        () -> Councils.open(one, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("s")));
  }
}
