package io.github.coopj.governance.council;

import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentSignature;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CouncilDecisionTest {
  private static final Charter CHARTER = CharterFixtures.platform();
  private static final Name STRANGER = Name.of("stranger");

  private final Council council = Councils.of(3);

  private static void refused(Reason reason, String message, ThrowingCallable move) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .withMessage(message)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  private static CouncilQuestion question(VotingForm form, Checksum256... materials) {
    return new CouncilQuestion(QuestionType.OTHER, Councils.subject("x"), List.of(materials), form);
  }

  private VotingQuestion open(long id, Name proposer, Instant closesAt) {
    return QuestionOpening.open(
        id, question(VotingForm.SESSION), proposer, council, CHARTER, NOW, closesAt);
  }

  @Test
  @Tag("CHAIR-08")
  void question_carriesItsMaterials_intoRecordAndSignature() {
    Checksum256 report = Councils.subject("report");
    Checksum256 estimate = Councils.subject("estimate");
    List<CouncilQuestion> questions = List.of(
        question(VotingForm.SESSION),
        question(VotingForm.SESSION, report),
        question(VotingForm.SESSION, report, estimate),
        question(VotingForm.ABSENTEE, report, estimate));
    List<Checksum256> hashes = new ArrayList<>();
    for (CouncilQuestion question : questions) {
      VotingQuestion voting =
          QuestionOpening.open(7, question, CHAIRMAN, council, CHARTER, NOW, CLOSES);
      assertThat(voting.snapshot().question().materials()).isEqualTo(question.materials());
      hashes.add(Councils.all(voting, council, Vote.FOR)
          .close(council, CHARTER, NOW)
          .requirePendingSignature()
          .hash());
    }
    assertThat(hashes).as("what is signed differs with the materials").doesNotHaveDuplicates();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> question(VotingForm.SESSION, Checksum256.ZERO));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> question(VotingForm.SESSION, report, report));
  }

  @Test
  @Tag("COUNCIL-04")
  void open_refusesStrangers_andEmptyWindows() {
    refused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=stranger at=2026-05-01T12:00:00",
        () -> open(7, STRANGER, CLOSES));
    refused(
        Reason.CLOSES_BEFORE_OPENING,
        "CLOSES_BEFORE_OPENING opensAt=2026-05-01T12:00:00 closesAt=2026-05-01T12:00:00",
        () -> open(7, CHAIRMAN, NOW));
    assertThat(open(7, CHAIRMAN, NOW.plusSeconds(1)).snapshot().closesAt())
        .isEqualTo(TimePointSec.of(NOW.plusSeconds(1)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CouncilDecision.restore(open(0, CHAIRMAN, CLOSES).snapshot()));
  }

  @Test
  @Tag("COUNCIL-04")
  void cast_acceptsMembersInOfficeOnce_beforeTheEnd() {
    VotingQuestion voting = Councils.open(council);
    VotingQuestion voted = voting.cast(council, member(1), Vote.FOR, CLOSES.minusSeconds(1));

    assertThat(voted.votes()).containsExactly(new VoteEntry(member(1), Vote.FOR));
    assertThat(voting.votes()).as("nothing was changed").isEmpty();
    refused(
        Reason.ALREADY_VOTED,
        "ALREADY_VOTED member=memberb decision=1",
        () -> voted.cast(council, member(1), Vote.AGAINST, NOW));
    refused(
        Reason.VOTE_CLOSED,
        "VOTE_CLOSED decision=1 closedAt=2026-05-04T12:00:00 at=2026-05-04T12:00:00",
        () -> voting.cast(council, member(1), Vote.FOR, CLOSES));
    refused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=stranger at=2026-05-01T12:00:00",
        () -> voting.cast(council, STRANGER, Vote.FOR, NOW));
    refused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T11:59:59 notBefore=2026-05-01T12:00:00",
        () -> voting.cast(council, member(1), Vote.FOR, NOW.minusSeconds(1)));
  }

  @Test
  @Tag("COUNCIL-04")
  void close_waitsForAllMembers_orForTheEnd() {
    VotingQuestion two = Councils.open(council)
        .cast(council, member(0), Vote.FOR, NOW)
        .cast(council, member(1), Vote.FOR, NOW);

    refused(
        Reason.VOTE_STILL_OPEN,
        "VOTE_STILL_OPEN decision=1 voted=2 entitled=3 closesAt=2026-05-04T12:00:00",
        () -> two.close(council, CHARTER, CLOSES.minusSeconds(1)));
    assertThat(two.close(council, CHARTER, CLOSES).status())
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    assertThat(two.cast(council, member(2), Vote.AGAINST, NOW)
            .close(council, CHARTER, NOW)
            .status())
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    assertThat(two.tally(council, NOW)).isEqualTo(new CouncilTally(2, 0, 0, 3));
  }

  @Test
  @Tag("COUNCIL-04")
  void close_countsMembersInOffice_atTheEndOfTheVote() {
    VotingQuestion voting = Councils.open(council)
        .cast(council, member(1), Vote.FOR, NOW)
        .cast(council, member(0), Vote.AGAINST, NOW);
    Council withoutSupporter = council.withEnded(member(1), NOW.plusSeconds(60));
    Council withoutOpponents = council.withEnded(member(2), NOW.plusSeconds(60));

    assertThat(voting.tally(withoutSupporter, CLOSES)).isEqualTo(new CouncilTally(0, 1, 0, 2));
    assertThat(voting.tally(withoutOpponents, CLOSES)).isEqualTo(new CouncilTally(1, 1, 0, 2));
    assertThat(voting
            .close(withoutOpponents, CHARTER, NOW.plusSeconds(60))
            .requireRejected()
            .rejection())
        .as("all who are left have voted, and the Chairman against")
        .isEqualTo(Rejection.TIE);
    Council expired = Councils.of(3);
    assertThat(voting
            .close(expired, CHARTER, Instant.parse("2030-01-01T00:00:00Z"))
            .requireRejected()
            .rejection())
        .as("a late count looks at the closing time")
        .isEqualTo(Rejection.NO_MAJORITY);
  }

  @Test
  @Tag("COUNCIL-25")
  void close_keepsTheVotesThatCount_andNobodyAnswersForAnother() {
    VotingQuestion voting = Councils.open(council)
        .cast(council, member(0), Vote.FOR, NOW)
        .cast(council, member(1), Vote.FOR, NOW)
        .cast(council, member(2), Vote.FOR, NOW);
    Council left = council.withEnded(member(1), NOW.plusSeconds(60));
    PendingDecision pending =
        voting.close(left, CHARTER, NOW.plusSeconds(60)).requirePendingSignature();
    assertThat(pending.responsible()).containsExactly(member(0), member(2));
    assertThat(pending.votes())
        .containsExactly(new VoteEntry(member(0), Vote.FOR), new VoteEntry(member(2), Vote.FOR));
    assertThat(pending.sign(left, CHAIRMAN, pending.hash(), NOW.plusSeconds(60)).responsible())
        .containsExactly(member(0), member(2));
  }

  @Test
  @Tag("COUNCIL-04")
  void close_namesTheRule_thatWasNotMet() {
    Charter rf = CharterFixtures.rf();
    Council four = Councils.of(4);
    VotingQuestion voting = Councils.open(four);

    assertThat(voting.close(four, CHARTER, CLOSES).requireRejected().rejection())
        .isEqualTo(Rejection.NO_MAJORITY);
    VotingQuestion two =
        voting.cast(four, CHAIRMAN, Vote.FOR, NOW).cast(four, member(1), Vote.FOR, NOW);
    assertThat(two.close(four, rf, CLOSES).requireRejected().rejection())
        .isEqualTo(Rejection.NO_QUORUM);
    assertThat(
            two.cast(four, member(2), Vote.AGAINST, NOW).close(four, rf, CLOSES).status())
        .as("three of four are exactly three quarters")
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    VotingQuestion headless = voting
        .cast(four, member(1), Vote.FOR, NOW)
        .cast(four, member(2), Vote.FOR, NOW)
        .cast(four, member(3), Vote.FOR, NOW);
    assertThat(headless.close(four, rf, CLOSES).requireRejected().rejection())
        .isEqualTo(Rejection.NO_QUORUM);
    assertThat(headless.close(four, CHARTER, CLOSES).status())
        .isEqualTo(DecisionStatus.PENDING_SIGNATURE);
  }

  @Test
  @Tag("ESIG-03")
  @Tag("COUNCIL-05")
  @Tag("CHAIR-11")
  void decision_hasNoForce_untilTheChairmanSignsItsExactHash() {
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("question"));

    assertThat(pending.status()).isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    refused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"decision 1\" state=PENDING_SIGNATURE needed=IN_FORCE",
        pending::requireInForce);
    refused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberb chairman=membera",
        () -> pending.sign(council, member(1), pending.hash(), NOW));
    Checksum256 other = Councils.subject("another decision");
    refused(
        Reason.WRONG_DECISION_HASH,
        "WRONG_DECISION_HASH signed=" + other + " expected=" + pending.hash(),
        () -> pending.sign(council, CHAIRMAN, other, NOW));
    PendingDecision late = Councils.all(Councils.open(council), council, Vote.FOR)
        .close(council, CHARTER, NOW.plusSeconds(10))
        .requirePendingSignature();
    refused(
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

    refused(
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

    refused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberc chairman=membera",
        () -> pending.decline(council, member(2), "against the charter", NOW));
    refused(
        Reason.NO_GROUNDS,
        "NO_GROUNDS decision=1",
        () -> pending.decline(council, CHAIRMAN, " ", NOW));

    DeclinedDecision declined = pending.decline(council, CHAIRMAN, "against the charter", NOW);

    assertThat(declined.status()).isEqualTo(DecisionStatus.DECLINED);
    assertThat(declined.reason()).isEqualTo("against the charter");
    assertThat(declined.signer()).isEqualTo(CHAIRMAN);
    assertThat(declined.declinedAt()).isEqualTo(TimePointSec.of(NOW));
    refused(
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
    refused(
        Reason.SUSPENSION_NEEDS_MEETING,
        "SUSPENSION_NEEDS_MEETING others=0 required=2",
        () -> Councils.open(one, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("s")));
  }

  @Test
  @Tag("COUNCIL-17")
  void suspension_excludesTheChairman_fromVoteAndSignature() {
    String grounds = "spent above his limit to his own advantage";
    Suspension suspension = suspension(grounds, CLOSES);
    VotingQuestion voting =
        Councils.open(council, QuestionType.SUSPEND_CHAIRMAN, suspension.digest());

    refused(
        Reason.CHAIRMAN_EXCLUDED,
        "CHAIRMAN_EXCLUDED chairman=membera",
        () -> voting.cast(council, CHAIRMAN, Vote.AGAINST, NOW));
    PendingDecision pending = Councils.all(voting, council, Vote.FOR)
        .close(council, CHARTER, NOW)
        .requirePendingSignature();
    refused(
        Reason.CHAIRMAN_EXCLUDED,
        "CHAIRMAN_EXCLUDED chairman=membera",
        () -> pending.sign(council, CHAIRMAN, pending.hash(), NOW));
    refused(
        Reason.CHAIRMAN_EXCLUDED,
        "CHAIRMAN_EXCLUDED chairman=membera",
        () -> pending.decline(council, CHAIRMAN, "never", NOW));
    refused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberb chairman=nobody",
        () -> pending.sign(council, member(1), pending.hash(), NOW));
    refused(
        Reason.SIGNATURES_MISSING,
        "SIGNATURES_MISSING missing=[memberc]",
        () -> pending.signByVoters(council, List.of(member(1)), pending.hash(), NOW));
    refused(
        Reason.WRONG_DECISION_HASH,
        "WRONG_DECISION_HASH signed=" + Checksum256.ZERO + " expected=" + pending.hash(),
        () -> pending.signByVoters(council, List.of(member(1), member(2)), Checksum256.ZERO, NOW));

    DecisionInForce inForce =
        pending.signByVoters(council, List.of(member(2), member(1)), pending.hash(), NOW);

    assertThat(inForce.signer()).isEqualTo(member(1));
    Council suspended = council.withSuspendedChairman(inForce, suspension, NOW);
    assertThat(suspended.isChairmanSuspended(NOW)).isTrue();
  }

  @Test
  @Tag("COUNCIL-17")
  void suspension_needsTwoOtherMembers_elseTheGeneralMeeting() {
    Council two = Councils.of(2);
    refused(
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
    Council withDeputy = withDeputy(council, member(2));
    PendingDecision pending =
        Councils.adopted(withDeputy, CHARTER, QuestionType.SUSPEND_CHAIRMAN, Councils.subject("s"));

    refused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=\"[memberb, memberc]\" chairman=memberc",
        () -> pending.signByVoters(withDeputy, List.of(member(1), member(2)), pending.hash(), NOW));
    assertThat(pending.sign(withDeputy, member(2), pending.hash(), NOW).signer())
        .isEqualTo(member(2));
    refused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=1 expected=SUSPEND_CHAIRMAN actual=OTHER",
        () -> Councils.adopted(council, CHARTER, QuestionType.OTHER, Councils.subject("q"))
            .signByVoters(council, Councils.members(3), Checksum256.ZERO, NOW));
  }

  @Test
  @Tag("COUNCIL-17")
  void suspendedChairman_keepsHisVote_butNotTheCastingVoteNorTheSignature() {
    Council four = withDeputy(Councils.of(4), member(1));
    String grounds = "exceeded his powers";
    Suspension suspension = suspension(grounds, CLOSES.plusSeconds(60));
    PendingDecision pending =
        Councils.adopted(four, CHARTER, QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    Council suspended = four.withSuspendedChairman(
        pending.sign(four, member(1), pending.hash(), NOW), suspension, NOW);

    CouncilDecision tie = Councils.open(suspended)
        .cast(suspended, member(0), Vote.FOR, NOW)
        .cast(suspended, member(1), Vote.FOR, NOW)
        .cast(suspended, member(2), Vote.AGAINST, NOW)
        .cast(suspended, member(3), Vote.AGAINST, NOW)
        .close(suspended, CHARTER, NOW);
    assertThat(tie.requireRejected().rejection()).isEqualTo(Rejection.TIE);

    PendingDecision other =
        Councils.adopted(suspended, CHARTER, QuestionType.OTHER, Councils.subject("q"));
    refused(
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

  static Suspension suspension(String grounds, Instant until) {
    return new Suspension(CHARTER.account(), CHAIRMAN, grounds, TimePointSec.of(until));
  }

  static Council withDeputy(Council council, Name member) {
    return council.withDeputy(
        Councils.inForce(council, CHARTER, QuestionType.APPOINTMENT, Council.deputySubject(member)),
        member,
        CHARTER,
        List.of(),
        NOW);
  }

  @Test
  @Tag("CHAIR-09")
  @Tag("COUNCIL-28")
  void absenteeVote_isOpenedByChairmanOrDeputy_forTheTimeOfTheCharter() {
    Charter rf = CharterFixtures.rf();
    Council withDeputy = withDeputy(council, member(2));

    for (Name opener : List.of(CHAIRMAN, member(2))) {
      assertThat(absentee(rf, withDeputy, opener, CLOSES).snapshot().proposer()).isEqualTo(opener);
    }
    refused(
        Reason.NOT_CHAIRMAN_OR_DEPUTY,
        "NOT_CHAIRMAN_OR_DEPUTY account=memberb",
        () -> absentee(rf, withDeputy, member(1), CLOSES));
    refused(
        Reason.WINDOW_TOO_SHORT,
        "WINDOW_TOO_SHORT seconds=259199 required=259200",
        () -> absentee(rf, withDeputy, CHAIRMAN, CLOSES.minusSeconds(1)));
    assertThat(QuestionOpening.open(
                9, question(VotingForm.SESSION), member(1), withDeputy, rf, NOW, NOW.plusSeconds(1))
            .snapshot()
            .question()
            .form())
        .as("in a session any member puts questions, for any time")
        .isEqualTo(VotingForm.SESSION);
  }

  @Test
  @Tag("COUNCIL-28")
  void absenteeVote_hasTheSameMajorityAndSignature_asAnyVote() {
    PendingDecision pending = absentee(CHARTER, council, CHAIRMAN, CLOSES)
        .cast(council, member(1), Vote.FOR, NOW)
        .cast(council, member(2), Vote.FOR, CLOSES.minusSeconds(1))
        .close(council, CHARTER, CLOSES)
        .requirePendingSignature();

    refused(
        Reason.NOT_CHAIRMAN,
        "NOT_CHAIRMAN signer=memberc chairman=membera",
        () -> pending.sign(council, member(2), pending.hash(), CLOSES));
    assertThat(pending.sign(council, CHAIRMAN, pending.hash(), CLOSES).status())
        .isEqualTo(DecisionStatus.IN_FORCE);
    assertThat(absentee(CHARTER, council, CHAIRMAN, CLOSES)
            .cast(council, member(1), Vote.FOR, NOW)
            .close(council, CHARTER, CLOSES)
            .status())
        .isEqualTo(DecisionStatus.REJECTED);
  }

  private static VotingQuestion absentee(
      Charter charter, Council council, Name opener, Instant closesAt) {
    return QuestionOpening.open(
        9, question(VotingForm.ABSENTEE), opener, council, charter, NOW, closesAt);
  }

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
  }
}
