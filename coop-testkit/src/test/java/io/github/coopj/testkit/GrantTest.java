package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.election;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilActions;
import io.github.coopj.chain.cooperative.GrantContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.ActiveGrant;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.AutomaticAct;
import io.github.coopj.governance.council.GrantTerms;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.RoutineTask;
import io.github.coopj.governance.council.Spending;
import io.github.coopj.governance.council.VotingForm;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An automated system decides routine matters under a grant of the Council, on the chain. */
class GrantTest {
  private static final Name COOP = Cooperative.ACCOUNT;
  private static final Name SYSTEM = Name.of("automat");

  /** The key of the grant; the account of the system has another. */
  private static final PrivateKey KEY = TestKeys.of(Name.of("automatkey"));

  private static final List<QuestionType> ADMISSIONS = List.of(QuestionType.ADMISSION);

  private static GrantTerms terms(Cooperative coop, List<QuestionType> types, String most) {
    return new GrantTerms(
        COOP,
        SYSTEM,
        KEY.publicKey(),
        types,
        Asset.parse(most),
        10,
        TimePointSec.of(coop.now()),
        TimePointSec.of(coop.now().plus(Duration.ofDays(90))));
  }

  private static Action give(Cooperative coop, long decision, GrantTerms terms) {
    return coop.actions()
        .act(
            CooperativeAccounts.GRANT,
            new GrantContract.Give(decision, terms, founder(2)),
            founder(2));
  }

  /** Gives a grant; its number. */
  private static long grant(Cooperative coop, GrantTerms terms) {
    coop.chain().createAccounts(SYSTEM.toString());
    long decision = coop.decide(QuestionType.SIGNATURE_GRANT, terms.digest());
    coop.chain().push(give(coop, decision, terms));
    return decision;
  }

  private static ActiveGrant active(Cooperative coop, long grant) {
    return coop.view().grant(grant).orElseThrow().requireActive();
  }

  private static long nextQuestion(Cooperative coop) {
    long next = 1;
    while (coop.view().decision(next).isPresent()) {
      next++;
    }
    return next;
  }

  private static DocumentSignature sign(
      Cooperative coop, PrivateKey key, long grant, RoutineTask task) {
    Checksum256 hash = active(coop, grant).hashToSign(nextQuestion(coop), task, coop.charter());
    return DocumentSignature.sign(key, SYSTEM, hash, coop.now());
  }

  private static Action admit(
      Cooperative coop, long grant, AdmissionChecklist checklist, DocumentSignature signature) {
    return coop.actions()
        .act(
            CooperativeAccounts.GRANT,
            new GrantContract.AutoAdmit(grant, checklist, signature),
            SYSTEM);
  }

  private static Action admit(Cooperative coop, long grant, AdmissionChecklist checklist) {
    return admit(coop, grant, checklist, sign(coop, KEY, grant, checklist));
  }

  private static Action spend(Cooperative coop, long grant, String amount) {
    Spending expense =
        new Spending(COOP, founder(3), Asset.parse(amount), digest("bill of " + amount));
    return coop.actions()
        .act(
            CooperativeAccounts.GRANT,
            new GrantContract.AutoSpend(grant, expense, sign(coop, KEY, grant, expense)),
            SYSTEM);
  }

  private static Action revoke(Cooperative coop, long grant) {
    return coop.actions()
        .act(
            CooperativeAccounts.GRANT,
            new GrantContract.Revoke(COOP, grant, founder(4)),
            founder(4));
  }

  private static AdmissionChecklist applied(Cooperative coop, String account) {
    Name name = Name.of(account);
    coop.chain().createAccounts(account);
    coop.verify(name);
    coop.apply(name);
    return Cooperative.checklist(coop.membership(name).applicationHash());
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-06")
  @Tag("COUNCIL-07")
  @Tag("COUNCIL-12")
  void system_admits_andTheGrantorsAnswer(Cooperative coop) {
    long grant = grant(coop, terms(coop, ADMISSIONS, "0.00 RUB"));
    for (String account : List.of("anna", "boris")) {
      AdmissionChecklist checklist = applied(coop, account);
      long decision = nextQuestion(coop);
      coop.chain().push(admit(coop, grant, checklist));
      assertThat(coop.decision(decision).requireInForce().signer()).isEqualTo(SYSTEM);
      assertThat(coop.decision(decision).snapshot().question().form())
          .isEqualTo(VotingForm.AUTOMATIC);
      assertThat(coop.view().complianceReport(decision).orElseThrow().failed()).isEmpty();
      coop.chain().push(coop.actions().admit(Name.of(account), decision));
      assertThat(coop.membership(Name.of(account)).status()).isEqualTo(MembershipStatus.ACTIVE);
    }
    List<AutomaticAct> acts = coop.view().automaticActs(grant);
    assertThat(acts)
        .hasSize(2)
        .allSatisfy(
            act -> assertThat(act.responsible()).containsExactlyElementsOf(Cooperative.FOUNDERS));
    AutomaticAct.requireTrail(active(coop, grant), acts);
    List<AutomaticAct> turned = new ArrayList<>(List.of(acts.get(1), acts.get(0)));
    assertRefused(
        () -> AutomaticAct.requireTrail(active(coop, grant), turned), Reason.TRAIL_BROKEN);
    assertRefused(
        () -> AutomaticAct.requireTrail(active(coop, grant), acts.subList(0, 1)),
        Reason.TRAIL_BROKEN);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-06")
  void signature_servesOneAct_andIsThatOfTheGrantAlone(Cooperative coop) {
    long grant = grant(coop, terms(coop, ADMISSIONS, "0.00 RUB"));
    AdmissionChecklist checklist = applied(coop, "anna");
    DocumentSignature other = sign(coop, TestKeys.of(SYSTEM), grant, checklist);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(admit(coop, grant, checklist, other)),
        Reason.GRANT_WRONG_KEY);
    DocumentSignature once = sign(coop, KEY, grant, checklist);
    Action byOther = coop.actions()
        .act(
            CooperativeAccounts.GRANT,
            new GrantContract.AutoAdmit(grant, checklist, once),
            CHAIRMAN);
    assertRefused(coop.chain(), () -> coop.chain().push(byOther), ChainError.MISSING_AUTH);
    Checksum256 hash =
        active(coop, grant).hashToSign(nextQuestion(coop), checklist, coop.charter());
    coop.chain().push(admit(coop, grant, checklist, once));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(admit(coop, grant, checklist, once)),
        Reason.OUT_OF_ORDER);
    DocumentSignature again = DocumentSignature.sign(KEY, SYSTEM, hash, coop.now());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(admit(coop, grant, checklist, again)),
        Reason.SIGNATURE_FORGED);
    assertThat(coop.view().automaticActs(grant)).hasSize(1);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.COUNCIL,
                    new CouncilActions.Automatic(
                        COOP,
                        coop.decision(1).snapshot(),
                        coop.view().complianceReport(1).orElseThrow()),
                    CHAIRMAN)),
        ChainError.MISSING_AUTH);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-06")
  @Tag("COUNCIL-12")
  void act_staysInTheScope_ofTypesAndCriteria(Cooperative coop) {
    long grant = grant(coop, terms(coop, ADMISSIONS, "0.00 RUB"));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(spend(coop, grant, "0.01 RUB")),
            Reason.GRANT_OUT_OF_SCOPE)
        .hasFact("type", "SPENDING");
    AdmissionChecklist met = applied(coop, "anna");
    List<AdmissionChecklist.Result> results = new ArrayList<>(met.results());
    AdmissionChecklist.Result last = results.get(results.size() - 1);
    results.set(
        results.size() - 1,
        new AdmissionChecklist.Result(last.criterion(), false, Checksum256.ZERO));
    AdmissionChecklist unmet = new AdmissionChecklist(COOP, met.application(), results);
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(admit(coop, grant, unmet)),
            Reason.CHECKLIST_INCOMPLETE)
        .hasFact("criterion", last.criterion());
    coop.chain().push(admit(coop, grant, met));
  }

  @Test
  @Tag("COUNCIL-06")
  void act_costsNoMore_thanTheGrantAllows() {
    String charter = Cooperative.charterWith("\"autosign.maxAmount\": 1000");
    try (Cooperative coop = Cooperative.found(TestChain.inMemory(TestClock.at(START)), charter)) {
      GrantTerms over = terms(coop, List.of(QuestionType.SPENDING), "1000.01 RUB");
      long decision = coop.decide(QuestionType.SIGNATURE_GRANT, over.digest());
      assertRefused(
          coop.chain(),
          () -> coop.chain().push(give(coop, decision, over)),
          Reason.GRANT_OVER_AMOUNT);
      long grant = grant(coop, terms(coop, List.of(QuestionType.SPENDING), "500.00 RUB"));
      coop.chain().push(spend(coop, grant, "499.99 RUB"));
      coop.chain().push(spend(coop, grant, "500.00 RUB"));
      assertRefused(
              coop.chain(),
              () -> coop.chain().push(spend(coop, grant, "500.01 RUB")),
              Reason.GRANT_OVER_AMOUNT)
          .hasFact("limit", "500.00 RUB");
    }
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-06")
  void grant_ends_withItsLastSecond(Cooperative coop) {
    GrantTerms terms = terms(coop, ADMISSIONS, "0.00 RUB");
    long grant = grant(coop, terms);
    AdmissionChecklist anna = applied(coop, "anna");
    AdmissionChecklist boris = applied(coop, "boris");
    coop.chain().clock().advanceTo(terms.until().toInstant().minusSeconds(1));
    coop.chain().push(admit(coop, grant, anna));
    coop.chain().clock().advanceTo(terms.until().toInstant());
    assertRefused(
            coop.chain(), () -> coop.chain().push(admit(coop, grant, boris)), Reason.GRANT_ENDED)
        .hasFact("cause", "EXPIRED")
        .hasFact("since", terms.until());
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-06")
  void grant_ends_whenAMemberRevokesIt(Cooperative coop) {
    long grant = grant(coop, terms(coop, ADMISSIONS, "0.00 RUB"));
    AdmissionChecklist anna = applied(coop, "anna");
    coop.admit("stranger");
    Name stranger = Name.of("stranger");
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.GRANT,
                    new GrantContract.Revoke(COOP, grant, stranger),
                    stranger)),
        Reason.NOT_IN_COUNCIL);
    Action late = admit(coop, grant, anna);
    coop.chain().push(revoke(coop, grant));
    assertRefused(coop.chain(), () -> coop.chain().push(late), Reason.WRONG_STATE)
        .hasFact("state", "REVOKED");
    assertRefused(coop.chain(), () -> coop.chain().push(revoke(coop, grant)), Reason.WRONG_STATE);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-06")
  @Tag("COUNCIL-07")
  void grant_ends_withTheMandatesOfItsGrantors(Cooperative coop, Meetings meetings) {
    long grant = grant(coop, terms(coop, ADMISSIONS, "0.00 RUB"));
    AdmissionChecklist anna = applied(coop, "anna");
    long meeting = meetings.hold(agenda(
        election(1, ItemType.ELECTION_COUNCIL, founder(1)),
        election(2, ItemType.ELECTION_COUNCIL, founder(2)),
        election(3, ItemType.ELECTION_COUNCIL_CHAIR, founder(1))));
    Action elect = coop.actions()
        .act(CooperativeAccounts.COUNCIL, new CouncilActions.Elect(COOP, meeting), founder(5));
    coop.chain().push(elect);
    assertRefused(
            coop.chain(), () -> coop.chain().push(admit(coop, grant, anna)), Reason.GRANT_ENDED)
        .hasFact("cause", "MANDATE_ENDED");
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-07")
  void grant_rests_whileItsSignerIsSuspended(Cooperative coop) {
    long grant = grant(coop, terms(coop, ADMISSIONS, "0.00 RUB"));
    AdmissionChecklist anna = applied(coop, "anna");
    CouncilSteps steps = new CouncilSteps(coop);
    steps.suspend(steps.suspension(10));
    assertRefused(
        coop.chain(), () -> coop.chain().push(admit(coop, grant, anna)), Reason.GRANT_RESTS);
    coop.advance(Duration.ofDays(11));
    coop.chain().push(admit(coop, grant, anna));
  }

  /** Of an existing system: whoever is a member could register that his account signs for the Chairman. */
  @CoopTest(startsAt = START)
  @Tag("COUNCIL-06")
  @Tag("COUNCIL-08")
  void grant_needsTheDecisionOfTheCouncil_onItsTerms_andAMemberOfTheCouncil(Cooperative coop) {
    coop.chain().createAccounts(SYSTEM.toString());
    GrantTerms terms = terms(coop, ADMISSIONS, "0.00 RUB");
    long other = coop.decide(QuestionType.OTHER, terms.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(give(coop, other, terms)),
        Reason.DECISION_OF_OTHER_TYPE);
    long foreign = coop.decide(
        QuestionType.SIGNATURE_GRANT, terms(coop, ADMISSIONS, "1.00 RUB").digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(give(coop, foreign, terms)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    long adopted = coop.adopt(QuestionType.SIGNATURE_GRANT, terms.digest());
    assertRefused(
        coop.chain(), () -> coop.chain().push(give(coop, adopted, terms)), Reason.WRONG_STATE);
    coop.sign(adopted);
    Name member = Name.of("zmember");
    coop.admit("zmember");
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.GRANT,
                    new GrantContract.Give(adopted, terms, member),
                    member)),
        Reason.NOT_IN_COUNCIL);
    coop.chain().push(give(coop, adopted, terms));
    assertThat(active(coop, adopted).id()).isEqualTo(adopted);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-08")
  void grant_ofWhatIsNeverAutomatic_isRefusedWhenItIsGiven(Cooperative coop) {
    coop.chain().createAccounts(SYSTEM.toString());
    for (QuestionType type : QuestionType.values()) {
      if (type.neverAutomatic()) {
        GrantTerms terms = terms(coop, List.of(QuestionType.ADMISSION, type), "0.00 RUB");
        long decision = coop.decide(QuestionType.SIGNATURE_GRANT, terms.digest());
        assertRefused(
                coop.chain(),
                () -> coop.chain().push(give(coop, decision, terms)),
                Reason.GRANT_FORBIDDEN_TYPE)
            .hasFact("type", type);
      }
    }
    GrantTerms own = new GrantTerms(
        COOP,
        SYSTEM,
        TestKeys.of(founder(3)).publicKey(),
        ADMISSIONS,
        Asset.parse("0.00 RUB"),
        1,
        TimePointSec.of(coop.now()),
        TimePointSec.of(coop.now().plusSeconds(60)));
    long decision = coop.decide(QuestionType.SIGNATURE_GRANT, own.digest());
    assertRefused(
        coop.chain(), () -> coop.chain().push(give(coop, decision, own)), Reason.GRANT_KEY_NOT_OWN);
  }
}
