package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.vote;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilContract;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.AdmissionCriterion;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.CouncilQuestion;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.Rejection;
import io.github.coopj.governance.council.VotingForm;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
  private static final Name APPLICANT = Name.of("applicant");

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-01")
  void applicant_becomesMember_byDecisionInForceAlone(Cooperative coop) {
    apply(coop);
    Checksum256 application = coop.membership(APPLICANT).applicationHash();
    long id = coop.propose(QuestionType.ADMISSION, application);
    assertApplied(coop);
    vote(coop, id, Vote.FOR, Vote.FOR, Vote.FOR, Vote.FOR, Vote.FOR);
    coop.chain().push(coop.actions().closeVote(id, founder(3)));
    coop.sign(id);
    assertApplied(coop);
    coop.chain().push(coop.actions().admit(APPLICANT, id));
    assertThat(coop.membership(APPLICANT).status()).isEqualTo(MembershipStatus.ACTIVE);
    assertThat(coop.membership(APPLICANT).snapshot().decisionId()).isEqualTo(id);
    assertThat(coop.decision(id).requireInForce().responsible())
        .containsExactlyElementsOf(Cooperative.FOUNDERS);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().admit(APPLICANT, id)),
        Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-03")
  @Tag("COUNCIL-05")
  @Tag("CHAIR-11")
  void admit_refused_withoutSignatureOfTheChairman(Cooperative coop) {
    apply(coop);
    long id = coop.adopt(QuestionType.ADMISSION, coop.membership(APPLICANT).applicationHash());
    assertThat(coop.decision(id).status()).isEqualTo(DecisionStatus.PENDING_SIGNATURE);
    coop.advance(Duration.ofDays(100));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().admit(APPLICANT, id)),
            Reason.WRONG_STATE)
        .hasFact("state", "PENDING_SIGNATURE")
        .hasFact("needed", "IN_FORCE");
    assertApplied(coop);
    coop.sign(id);
    coop.chain().push(coop.actions().admit(APPLICANT, id));
    assertThat(coop.membership(APPLICANT).status()).isEqualTo(MembershipStatus.ACTIVE);
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-03")
  void sign_refused_byAnotherMemberOfTheCouncil(Cooperative coop) {
    long id = coop.adopt(QuestionType.OTHER, digest("a question"));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().signDecision(id, founder(2))),
            Reason.NOT_CHAIRMAN)
        .hasFact("signer", "founder2")
        .hasFact("chairman", "founder1");
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-03")
  void sign_refused_overAnotherHashOrWithAnotherKey(Cooperative coop) {
    long id = coop.adopt(QuestionType.OTHER, digest("a question"));
    long other = coop.adopt(QuestionType.OTHER, digest("another question"));
    Checksum256 hash = coop.decision(id).requirePendingSignature().hash();
    Checksum256 wrong = coop.decision(other).requirePendingSignature().hash();
    assertNotSigned(coop, id, coop.actions().signature(CHAIRMAN, wrong));
    assertNotSigned(
        coop, id, DocumentSignature.sign(TestKeys.of(founder(2)), CHAIRMAN, hash, coop.now()));
    assertNotSigned(
        coop,
        id,
        DocumentSignature.sign(
            TestKeys.of(CHAIRMAN), CHAIRMAN, hash, coop.now().plus(Duration.ofHours(1))));
    DocumentSignature genuine = coop.actions().signature(CHAIRMAN, hash);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.COUNCIL,
                    new CouncilContract.Sign(Cooperative.ACCOUNT, id, genuine),
                    founder(2))),
        ChainError.MISSING_AUTH);
    coop.sign(id);
    assertThat(coop.decision(id).status()).isEqualTo(DecisionStatus.IN_FORCE);
  }

  @CoopTest(startsAt = START)
  @Tag("ESIG-03")
  void sign_refused_secondTimeAndChangesNothing(Cooperative coop) {
    long id = coop.adopt(QuestionType.OTHER, digest("a question"));
    Checksum256 hash = coop.decision(id).requirePendingSignature().hash();
    coop.sign(id);
    CouncilDecision inForce = coop.decision(id);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.COUNCIL,
                    new CouncilContract.Sign(
                        Cooperative.ACCOUNT, id, coop.actions().signature(CHAIRMAN, hash)),
                    CHAIRMAN)),
        Reason.WRONG_STATE);
    assertThat(coop.decision(id)).isEqualTo(inForce);
  }

  @CoopTest(startsAt = START)
  void apply_refused_withForgedSignature(Cooperative coop) {
    coop.chain().createAccounts("applicant");
    coop.verify(APPLICANT);
    MembershipApplication application = coop.actions().application(APPLICANT);
    assertNotApplied(coop, application, coop.actions().signature(founder(2), application.digest()));
    assertNotApplied(
        coop,
        application,
        DocumentSignature.sign(
            TestKeys.of(founder(2)), APPLICANT, application.digest(), coop.now()));
    assertNotApplied(
        coop, application, coop.actions().signature(APPLICANT, digest("another document")));
    MembershipApplication changed = new MembershipApplication(
        application.cooperative(),
        application.account(),
        application.kind(),
        digest("another person"),
        application.representative(),
        application.authorityDocument(),
        application.submittedAt());
    assertNotApplied(coop, changed, coop.actions().signature(APPLICANT, application.digest()));
    coop.apply(APPLICANT);
    assertApplied(coop);
  }

  @CoopTest(startsAt = START)
  void apply_refused_forSomebodyElseOrTwiceOrFromTheFuture(Cooperative coop) {
    coop.chain().createAccounts("applicant");
    coop.verify(APPLICANT);
    MembershipApplication application = coop.actions().application(APPLICANT);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.MEMBERSHIP,
                    new MembershipContract.Apply(
                        application, coop.actions().signature(APPLICANT, application.digest())),
                    founder(2))),
        ChainError.MISSING_AUTH);
    MembershipApplication future = new MembershipApplication(
        application.cooperative(),
        application.account(),
        application.kind(),
        application.personDigest(),
        application.representative(),
        application.authorityDocument(),
        TimePointSec.of(coop.now().plus(Duration.ofDays(1))));
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(Steps.apply(coop, future, coop.actions().signature(APPLICANT, future.digest()))),
        Reason.OUT_OF_ORDER);
    coop.apply(APPLICANT);
    assertRefused(coop.chain(), () -> coop.apply(APPLICANT), Reason.WRONG_STATE)
        .hasFact("state", "APPLIED");
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-12")
  void admit_needsTheChecklist_thatTheDecisionRestsOn(Cooperative coop) {
    apply(coop);
    Checksum256 application = coop.membership(APPLICANT).applicationHash();
    AdmissionChecklist met = Cooperative.checklist(application);
    List<AdmissionChecklist.Result> results = new ArrayList<>(met.results());
    results.set(
        0,
        new AdmissionChecklist.Result(
            AdmissionCriterion.IDENTITY_VERIFIED, false, Checksum256.ZERO));
    AdmissionChecklist unmet = new AdmissionChecklist(Cooperative.ACCOUNT, application, results);
    long rests = decideOn(coop, unmet.question(VotingForm.SESSION));
    assertRefused(
        coop.chain(), () -> coop.chain().push(admit(coop, rests, met)), Reason.CHECKLIST_MISSING);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(admit(coop, rests, unmet)),
            Reason.CHECKLIST_INCOMPLETE)
        .hasFact("criterion", "IDENTITY_VERIFIED");
    long bare = decideOn(coop, CouncilQuestion.of(QuestionType.ADMISSION, application));
    assertRefused(
        coop.chain(), () -> coop.chain().push(admit(coop, bare, met)), Reason.CHECKLIST_MISSING);
    assertApplied(coop);
    coop.chain().push(admit(coop, decideOn(coop, met.question(VotingForm.SESSION)), met));
  }

  private static long decideOn(Cooperative coop, CouncilQuestion question) {
    long id = Cooperative.number(coop.chain().push(coop.actions().propose(CHAIRMAN, question)));
    Steps.vote(coop, id, Vote.FOR, Vote.FOR, Vote.FOR, Vote.FOR, Vote.FOR);
    coop.chain().push(coop.actions().closeVote(id, CHAIRMAN));
    coop.sign(id);
    return id;
  }

  private static Action admit(Cooperative coop, long decision, AdmissionChecklist checklist) {
    return coop.actions()
        .act(
            CooperativeAccounts.MEMBERSHIP,
            new MembershipContract.Admit(Cooperative.ACCOUNT, APPLICANT, decision, checklist),
            Cooperative.ACCOUNT);
  }

  @CoopTest(startsAt = START)
  void admit_refused_byDecisionOnSomethingElse(Cooperative coop) {
    apply(coop);
    Checksum256 application = coop.membership(APPLICANT).applicationHash();
    long otherType = coop.decide(QuestionType.PROGRAMME, application);
    long otherSubject = coop.decide(QuestionType.ADMISSION, digest("another application"));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().admit(APPLICANT, otherType)),
            Reason.DECISION_OF_OTHER_TYPE)
        .hasFact("expected", "ADMISSION")
        .hasFact("actual", "PROGRAMME");
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().admit(APPLICANT, otherSubject)),
            Reason.DECISION_ON_OTHER_SUBJECT)
        .hasFact("expected", application);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().admit(APPLICANT, 99)),
            ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("has no question 99");
    assertApplied(coop);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-04")
  void vote_refused_twiceOrByStrangerOrForAnother(Cooperative coop) {
    coop.chain().createAccounts("stranger");
    coop.verify(Name.of("stranger"));
    long id = coop.propose(QuestionType.OTHER, digest("a question"));
    vote(coop, id, Vote.FOR);
    for (Vote again : Vote.values()) {
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(coop.actions().vote(id, CHAIRMAN, again)),
              Reason.ALREADY_VOTED)
          .hasFact("member", "founder1");
    }
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().vote(id, Name.of("stranger"), Vote.FOR)),
        Reason.NOT_IN_COUNCIL);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.COUNCIL,
                    new CouncilContract.CastVote(Cooperative.ACCOUNT, id, founder(2), Vote.AGAINST),
                    CHAIRMAN)),
        ChainError.MISSING_AUTH);
    assertThat(coop.decision(id).votes()).hasSize(1);
  }

  @CoopTest(startsAt = START)
  void vote_untilTheSecondBeforeTheClosingTime(Cooperative coop) {
    long id = coop.propose(QuestionType.OTHER, digest("a question"));
    Instant closesAt = coop.decision(id).snapshot().closesAt().toInstant();
    vote(coop, id, Vote.FOR, Vote.FOR);
    coop.chain().clock().advanceTo(closesAt.minusSeconds(1));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(coop.actions().closeVote(id, CHAIRMAN)),
            Reason.VOTE_STILL_OPEN)
        .hasFact("voted", 2)
        .hasFact("entitled", 5);
    coop.chain().push(coop.actions().vote(id, founder(3), Vote.FOR));
    coop.chain().clock().advanceTo(closesAt);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().vote(id, founder(4), Vote.FOR)),
        Reason.VOTE_CLOSED);
    coop.chain().push(coop.actions().closeVote(id, CHAIRMAN));
    assertThat(coop.decision(id).status()).isEqualTo(DecisionStatus.PENDING_SIGNATURE);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-04")
  void majority_isThreeOfFive(Cooperative coop) {
    long two = coop.propose(QuestionType.OTHER, digest("two for"));
    vote(coop, two, Vote.FOR, Vote.FOR, Vote.AGAINST, Vote.ABSTAIN, Vote.ABSTAIN);
    coop.chain().push(coop.actions().closeVote(two, CHAIRMAN));
    assertThat(coop.decision(two).requireRejected().rejection()).isEqualTo(Rejection.NO_MAJORITY);
    long three = coop.propose(QuestionType.OTHER, digest("three for"));
    vote(coop, three, Vote.AGAINST, Vote.FOR, Vote.FOR, Vote.FOR, Vote.AGAINST);
    coop.chain().push(coop.actions().closeVote(three, CHAIRMAN));
    assertThat(coop.decision(three).status()).isEqualTo(DecisionStatus.PENDING_SIGNATURE);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} -> {4}")
  @CsvSource({
    "FOR, FOR, AGAINST, AGAINST, PENDING_SIGNATURE",
    "AGAINST, AGAINST, FOR, FOR, REJECTED",
    "ABSTAIN, ABSTAIN, FOR, AGAINST, REJECTED",
    "FOR, AGAINST, ABSTAIN, ABSTAIN, REJECTED",
    "FOR, FOR, ABSTAIN, ABSTAIN, PENDING_SIGNATURE",
    "AGAINST, FOR, FOR, FOR, PENDING_SIGNATURE",
    "FOR, AGAINST, AGAINST, AGAINST, REJECTED",
    "ABSTAIN, ABSTAIN, ABSTAIN, ABSTAIN, REJECTED"
  })
  @Tag("CHAIR-05")
  @Tag("CHAIR-06")
  void tie_isDecidedByTheVoteOfTheChairman(
      Vote chairman, Vote second, Vote third, Vote fourth, DecisionStatus expected) {
    try (TestChain chain = TestChain.inMemory(TestClock.at(START))) {
      Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
      chain.push(coop.actions()
          .found(
              Cooperative.defaultCharter(),
              Cooperative.FOUNDERS,
              Cooperative.FOUNDERS.subList(0, 4),
              CHAIRMAN));
      Cooperative.FOUNDERS.forEach(coop::verify);
      long id = coop.propose(QuestionType.OTHER, digest("a question"));
      vote(coop, id, chairman, second, third, fourth);
      chain.push(coop.actions().closeVote(id, CHAIRMAN));
      assertThat(coop.decision(id).status()).isEqualTo(expected);
    }
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-11")
  void decline_isAnActOfTheChairmanWithGrounds(Cooperative coop) {
    apply(coop);
    Checksum256 application = coop.membership(APPLICANT).applicationHash();
    long id = coop.adopt(QuestionType.ADMISSION, application);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().decline(id, founder(2), "не согласен")),
        Reason.NOT_CHAIRMAN);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().decline(id, CHAIRMAN, " ")),
        Reason.NO_GROUNDS);
    coop.chain().push(coop.actions().decline(id, CHAIRMAN, "нет паспорта"));
    assertThat(coop.decision(id).requireDeclined().reason()).isEqualTo("нет паспорта");
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().admit(APPLICANT, id)),
        Reason.WRONG_STATE);
    assertRefused(coop.chain(), () -> coop.sign(id), Reason.WRONG_STATE);
    assertApplied(coop);
    long again = coop.decide(QuestionType.ADMISSION, application);
    coop.chain().push(coop.actions().admit(APPLICANT, again));
    assertThat(coop.membership(APPLICANT).status()).isEqualTo(MembershipStatus.ACTIVE);
  }

  @CoopTest(startsAt = START)
  void applicant_isRefusedByARejectedOrDeclinedQuestion_andMayApplyAnew(Cooperative coop) {
    apply(coop);
    Checksum256 first = coop.membership(APPLICANT).applicationHash();
    long open = coop.propose(QuestionType.ADMISSION, first);
    assertRefused(coop.chain(), () -> refuse(coop, open, Cooperative.ACCOUNT), Reason.WRONG_STATE);
    vote(coop, open, Vote.AGAINST, Vote.AGAINST, Vote.AGAINST, Vote.AGAINST, Vote.AGAINST);
    coop.chain().push(coop.actions().closeVote(open, CHAIRMAN));
    assertRefused(coop.chain(), () -> refuse(coop, open, APPLICANT), ChainError.MISSING_AUTH);
    long other = coop.propose(QuestionType.OTHER, first);
    vote(coop, other, Vote.AGAINST, Vote.AGAINST, Vote.AGAINST, Vote.AGAINST, Vote.AGAINST);
    coop.chain().push(coop.actions().closeVote(other, CHAIRMAN));
    assertRefused(
        coop.chain(),
        () -> refuse(coop, other, Cooperative.ACCOUNT),
        Reason.DECISION_OF_OTHER_TYPE);
    refuse(coop, open, Cooperative.ACCOUNT);
    assertThat(coop.membership(APPLICANT).status()).isEqualTo(MembershipStatus.REFUSED);
    coop.advance(Duration.ofDays(1));
    coop.apply(APPLICANT);
    Checksum256 second = coop.membership(APPLICANT).applicationHash();
    assertThat(second).isNotEqualTo(first);
    long declined =
        coop.adopt(QuestionType.ADMISSION, coop.membership(APPLICANT).applicationHash());
    coop.chain().push(coop.actions().decline(declined, CHAIRMAN, "too early"));
    refuse(coop, declined, Cooperative.ACCOUNT);
    assertThat(coop.membership(APPLICANT).status()).isEqualTo(MembershipStatus.REFUSED);
    coop.advance(Duration.ofDays(1));
    coop.apply(APPLICANT);
    long adopted =
        coop.decide(QuestionType.ADMISSION, coop.membership(APPLICANT).applicationHash());
    coop.chain().push(coop.actions().admit(APPLICANT, adopted));
    assertThat(coop.membership(APPLICANT).status()).isEqualTo(MembershipStatus.ACTIVE);
    assertThat(coop.view().formerMemberships(APPLICANT).memberships())
        .as("refused applications stay on record")
        .extracting(MembershipRecord::applicationHash, MembershipRecord::status)
        .containsExactly(
            tuple(first, MembershipStatus.REFUSED), tuple(second, MembershipStatus.REFUSED));
  }

  private static void refuse(Cooperative coop, long decision, Name by) {
    coop.chain()
        .push(coop.actions()
            .act(
                CooperativeAccounts.MEMBERSHIP,
                new MembershipContract.Refuse(Cooperative.ACCOUNT, APPLICANT, decision),
                by));
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-08")
  void propose_keepsTheMaterials_andRefusesStrangers(Cooperative coop) {
    Name stranger = Name.of("stranger");
    coop.chain().createAccounts("stranger");
    coop.verify(stranger);
    CouncilQuestion question = new CouncilQuestion(
        QuestionType.OTHER,
        digest("a question"),
        List.of(digest("report"), digest("estimate")),
        VotingForm.SESSION);
    long id = Cooperative.number(coop.chain().push(coop.actions().propose(CHAIRMAN, question)));
    assertThat(coop.decision(id).snapshot().question()).isEqualTo(question);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(coop.actions().propose(stranger, question)),
        Reason.NOT_IN_COUNCIL);
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-09")
  @Tag("COUNCIL-28")
  void absenteeVote_isOpenedByTheChairman_forTheTimeOfTheCharter(TestChain chain) {
    String charter = Cooperative.charterWith("\"council.absenteeHours\": 73");
    Cooperative coop = Cooperative.found(chain, charter);
    CouncilQuestion absentee = new CouncilQuestion(
        QuestionType.OTHER, digest("a question"), List.of(), VotingForm.ABSENTEE);
    assertRefused(
            chain,
            () -> chain.push(coop.actions().propose(CHAIRMAN, absentee)),
            Reason.WINDOW_TOO_SHORT)
        .hasFact("required", 73 * 3_600);
    assertRefused(
            chain,
            () -> chain.push(coop.actions().propose(founder(2), absentee)),
            Reason.NOT_CHAIRMAN_OR_DEPUTY)
        .hasFact("account", "founder2");
    Action longer = coop.actions()
        .act(
            CooperativeAccounts.COUNCIL,
            new CouncilContract.Propose(
                Cooperative.ACCOUNT,
                CHAIRMAN,
                absentee,
                0,
                TimePointSec.of(coop.now().plus(Duration.ofHours(74)))),
            CHAIRMAN);
    long id = Cooperative.number(chain.push(longer));
    assertThat(coop.decision(id).snapshot().question().form()).isEqualTo(VotingForm.ABSENTEE);
    chain.push(coop.actions()
        .propose(founder(2), CouncilQuestion.of(QuestionType.OTHER, digest("in session"))));
  }

  private static void apply(Cooperative coop) {
    coop.chain().createAccounts("applicant");
    coop.verify(APPLICANT);
    coop.apply(APPLICANT);
  }

  private static void assertApplied(Cooperative coop) {
    assertThat(coop.membership(APPLICANT).status()).isEqualTo(MembershipStatus.APPLIED);
  }

  private static void assertNotApplied(
      Cooperative coop, MembershipApplication application, DocumentSignature signature) {
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(Steps.apply(coop, application, signature)),
            Reason.SIGNATURE_FORGED)
        .hasFact("account", "applicant");
  }

  private static void assertNotSigned(Cooperative coop, long id, DocumentSignature signature) {
    assertRefused(
            coop.chain(),
            () -> coop.chain()
                .push(coop.actions()
                    .act(
                        CooperativeAccounts.COUNCIL,
                        new CouncilContract.Sign(Cooperative.ACCOUNT, id, signature),
                        CHAIRMAN)),
            Reason.SIGNATURE_FORGED)
        .hasFact("account", "founder1");
  }
}
