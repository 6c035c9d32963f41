package io.github.coopj.governance.council;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.CLOSES;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static io.github.coopj.governance.council.Grants.CHARTER;
import static io.github.coopj.governance.council.Grants.KEYS;
import static io.github.coopj.governance.council.Grants.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.document.DocumentSignature;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureGrantTest {
  private static final Set<QuestionType> ROUTINE =
      Set.of(QuestionType.ADMISSION, QuestionType.SPENDING);

  private final Council council = Councils.of(3);

  @ParameterizedTest
  @EnumSource(QuestionType.class)
  @Tag("COUNCIL-08")
  void grant_refusesWhatIsNotRoutine_atGrantTime(QuestionType type) {
    GrantTerms alone = Grants.terms(List.of(type), "0.00 RUB");
    GrantTerms among = Grants.terms(
        type == QuestionType.ADMISSION ? List.of(type) : List.of(QuestionType.ADMISSION, type),
        "0.00 RUB");

    for (GrantTerms terms : List.of(alone, among)) {
      if (ROUTINE.contains(type)) {
        assertThat(Grants.grant(council, terms).status()).isEqualTo(GrantStatus.ACTIVE);
      } else {
        assertRefused(
            Reason.GRANT_FORBIDDEN_TYPE,
            "GRANT_FORBIDDEN_TYPE type=" + type,
            () -> Grants.grant(council, terms));
      }
    }
  }

  @Test
  @Tag("COUNCIL-06")
  void grant_needsTheDecision_onExactlyTheseTerms() {
    GrantTerms terms = Grants.terms(List.of(QuestionType.ADMISSION), "0.00 RUB");
    DecisionInForce otherType =
        Councils.inForce(council, CHARTER, QuestionType.OTHER, terms.digest());
    assertRefused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=1 expected=SIGNATURE_GRANT actual=OTHER",
        () -> SignatureGrant.grant(otherType, terms, council, KEYS, CHARTER, NOW));
    DecisionInForce decision =
        Councils.inForce(council, CHARTER, QuestionType.SIGNATURE_GRANT, terms.digest());
    GrantTerms longer =
        Grants.terms(List.of(QuestionType.ADMISSION), "0.00 RUB", UNTIL.plusSeconds(1));
    assertRefused(
        () -> SignatureGrant.grant(decision, longer, council, KEYS, CHARTER, NOW),
        Reason.DECISION_ON_OTHER_SUBJECT);

    ActiveGrant grant = SignatureGrant.grant(decision, terms, council, KEYS, CHARTER, NOW);

    assertThat(grant.id()).isEqualTo(decision.id());
    assertThat(grant.terms()).isEqualTo(terms);
  }

  @Test
  @Tag("COUNCIL-06")
  void grant_keepsTheLimitsOfTheCharter_amountAndTime() {
    List<QuestionType> types = List.of(QuestionType.SPENDING);
    assertThat(Grants.grant(council, Grants.terms(types, "1000.00 RUB")).status())
        .isEqualTo(GrantStatus.ACTIVE);
    assertRefused(
        Reason.GRANT_OVER_AMOUNT,
        "GRANT_OVER_AMOUNT amount=\"1000.01 RUB\" limit=\"1000.00 RUB\"",
        () -> Grants.grant(council, Grants.terms(types, "1000.01 RUB")));
    assertRefused(
        () -> Grants.grant(council, Grants.terms(types, "1.00 USD")), Reason.WRONG_CURRENCY);
    Instant latest = Instant.parse("2027-05-02T12:00:00Z");
    assertThat(Grants.grant(council, Grants.terms(types, "0.00 RUB", latest)).status())
        .isEqualTo(GrantStatus.ACTIVE);
    assertRefused(
        Reason.GRANT_TOO_LONG,
        "GRANT_TOO_LONG until=2027-05-02T12:00:01 latest=2027-05-02T12:00:00",
        () -> Grants.grant(council, Grants.terms(types, "0.00 RUB", latest.plusSeconds(1))));
    GrantTerms over = Grants.terms(types, "0.00 RUB", NOW.plusSeconds(5));
    DecisionInForce decision =
        Councils.inForce(council, CHARTER, QuestionType.SIGNATURE_GRANT, over.digest());
    assertThat(SignatureGrant.grant(decision, over, council, KEYS, CHARTER, NOW.plusSeconds(4)))
        .isNotNull();
    assertRefused(
        Reason.CLOSES_BEFORE_OPENING,
        "CLOSES_BEFORE_OPENING opensAt=2026-05-01T12:00:05 closesAt=2026-05-01T12:00:05",
        () -> SignatureGrant.grant(decision, over, council, KEYS, CHARTER, NOW.plusSeconds(5)));
  }

  @Test
  @Tag("COUNCIL-06")
  void grant_needsAKeyOfItsOwn_neverThatOfAMember() {
    GrantTerms own = Grants.terms(List.of(QuestionType.ADMISSION), "0.00 RUB");
    for (Name person : council.membersInOffice(NOW)) {
      assertRefused(
          Reason.GRANT_KEY_NOT_OWN,
          "GRANT_KEY_NOT_OWN system=automat account=" + person,
          () -> Grants.grant(
              council, with(own, Grants.SYSTEM, Grants.personal(person).publicKey())));
      assertRefused(
          Reason.GRANT_KEY_NOT_OWN,
          "GRANT_KEY_NOT_OWN system=" + person + " account=" + person,
          () -> Grants.grant(council, with(own, person, own.key())));
    }
    for (Class<?> row : List.of(
        SignatureGrantRecord.class,
        GrantTerms.class,
        AutomaticActRecord.class,
        AutomaticActContent.class)) {
      for (RecordComponent part : row.getRecordComponents()) {
        assertThat(part.getType().getSimpleName())
            .as("%s of %s holds no secret", part.getName(), row)
            .isNotIn("PrivateKey", "Signer", "byte[]", "Bytes", "String", "Object");
      }
    }
  }

  private static GrantTerms with(GrantTerms t, Name system, PublicKey key) {
    return new GrantTerms(
        t.cooperative(),
        system,
        key,
        t.types(),
        t.mostPerAct(),
        t.mostPerDay(),
        t.from(),
        t.until());
  }

  @Test
  @Tag("COUNCIL-07")
  void responsible_areTheGrantors_whoVotedForAndWhoSigned() {
    Council five = Councils.of(5);
    GrantTerms terms = Grants.terms(List.of(QuestionType.ADMISSION), "0.00 RUB");
    PendingDecision pending = Councils.open(five, QuestionType.SIGNATURE_GRANT, terms.digest())
        .cast(five, member(3), Vote.FOR, NOW)
        .cast(five, member(1), Vote.FOR, NOW)
        .cast(five, member(4), Vote.FOR, NOW)
        .cast(five, CHAIRMAN, Vote.AGAINST, NOW)
        .cast(five, member(2), Vote.ABSTAIN, NOW)
        .close(five, CHARTER, NOW)
        .requirePendingSignature();
    DecisionInForce decision = pending.sign(five, CHAIRMAN, pending.hash(), NOW);

    ActiveGrant grant = SignatureGrant.grant(decision, terms, five, KEYS, CHARTER, NOW);
    AutomaticAct act = Grants.act(grant, Grants.checklist(), five, NOW).act();

    assertThat(act.responsible())
        .containsExactly(member(3), member(1), member(4), CHAIRMAN)
        .isEqualTo(grant.responsible());
    assertThat(act.inForce().responsible()).as("nobody voted on the act itself").isEmpty();
    Council shrunk = five.withEnded(member(4), NOW.plusSeconds(1));
    assertRefused(
        () -> SignatureGrant.grant(decision, terms, shrunk, KEYS, CHARTER, NOW.plusSeconds(1)),
        Reason.NOT_IN_COUNCIL);
  }

  @Test
  @Tag("COUNCIL-06")
  void decide_citesTheGrant_andIsADecisionInForce() {
    ActiveGrant grant = Grants.grant(council);
    AdmissionChecklist checklist = Grants.checklist();

    ActiveGrant.Use use = Grants.act(grant, checklist, council, NOW.plusSeconds(9));

    assertThat(use.act().grant()).isEqualTo(grant.id());
    assertThat(use.act().number()).isEqualTo(1);
    DecisionInForce decision = use.act().inForce();
    decision.requireAbout(QuestionType.ADMISSION, checklist.application());
    checklist.requireUnder(decision);
    assertThat(decision.signer()).isEqualTo(Grants.SYSTEM);
    assertThat(decision.effectiveAt()).isEqualTo(TimePointSec.of(NOW.plusSeconds(9)));
    assertThat(decision.charterDigest()).isEqualTo(CHARTER.digest());
    assertThat(decision.snapshot().question().form()).isEqualTo(VotingForm.AUTOMATIC);
    byte[] row = RecordCodec.of(CouncilDecisionRecord.class).encode(decision.snapshot());
    assertThat(
            CouncilDecision.restore(RecordCodec.of(CouncilDecisionRecord.class).decode(row)))
        .isEqualTo(decision);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> QuestionOpening.open(
            1, decision.snapshot().question(), CHAIRMAN, council, CHARTER, NOW, CLOSES))
        .withMessage("an automatic decision is not put to the vote");
  }

  @Test
  @Tag("COUNCIL-06")
  void decide_staysInScope_typeAmountAndDay() {
    ActiveGrant admissions =
        Grants.grant(council, Grants.terms(List.of(QuestionType.ADMISSION), "1000.00 RUB"));
    ActiveGrant expenses =
        Grants.grant(council, Grants.terms(List.of(QuestionType.SPENDING), "10.00 RUB"));
    assertRefused(
        Reason.GRANT_OUT_OF_SCOPE,
        "GRANT_OUT_OF_SCOPE type=SPENDING grant=1",
        () -> Grants.act(admissions, Grants.spending("1.00 RUB"), council, NOW));
    assertRefused(
        Reason.GRANT_OUT_OF_SCOPE,
        "GRANT_OUT_OF_SCOPE type=ADMISSION grant=1",
        () -> Grants.act(expenses, Grants.checklist(), council, NOW));
    assertThat(Grants.act(expenses, Grants.spending("10.00 RUB"), council, NOW)
            .act()
            .number())
        .isEqualTo(1);
    assertRefused(
        Reason.GRANT_OVER_AMOUNT,
        "GRANT_OVER_AMOUNT amount=\"10.01 RUB\" limit=\"10.00 RUB\"",
        () -> Grants.act(expenses, Grants.spending("10.01 RUB"), council, NOW));
    assertRefused(
        () -> Grants.act(expenses, Grants.spending("1.00 USD"), council, NOW),
        Reason.WRONG_CURRENCY);
    Charter poorer = CharterFixtures.platform("autosign.maxAmount", "9.99");
    Spending ten = Grants.spending("10.00 RUB");
    assertRefused(
        Reason.GRANT_OVER_AMOUNT,
        "GRANT_OVER_AMOUNT amount=\"10.00 RUB\" limit=\"9.99 RUB\"",
        () -> expenses.decide(7, ten, Grants.signed(expenses, ten, NOW), council, poorer, NOW));
  }

  @Test
  @Tag("COUNCIL-06")
  void decide_countsTheActsOfADay_inTheZoneOfTheCooperative() {
    Instant lastOfDay = Instant.parse("2026-05-01T20:59:59Z");
    ActiveGrant grant = Grants.grant(council);
    for (int i = 0; i < 3; i++) {
      grant = Grants.act(grant, Grants.checklist(), council, lastOfDay).grant();
    }
    ActiveGrant full = grant;

    assertRefused(
        Reason.GRANT_DAY_FULL,
        "GRANT_DAY_FULL grant=1 limit=3",
        () -> Grants.act(full, Grants.checklist(), council, lastOfDay));
    ActiveGrant next =
        Grants.act(full, Grants.checklist(), council, lastOfDay.plusSeconds(1)).grant();
    assertThat(next.snapshot().acts()).isEqualTo(4);
    assertThat(next.snapshot().actsOnDay()).isEqualTo(1);
  }

  @Test
  @Tag("COUNCIL-06")
  void decide_needsTheSystemsSignature_overThisActOnly() {
    ActiveGrant grant = Grants.grant(council);
    AdmissionChecklist task = Grants.checklist();
    Checksum256 hash = grant.hashToSign(7, task, CHARTER);
    assertRefused(
        Reason.GRANT_WRONG_KEY,
        "GRANT_WRONG_KEY grant=1 signer=membera",
        () -> grant.decide(
            7,
            task,
            DocumentSignature.sign(Grants.KEY, CHAIRMAN, hash, NOW),
            council,
            CHARTER,
            NOW));
    assertRefused(
        Reason.GRANT_WRONG_KEY,
        "GRANT_WRONG_KEY grant=1 signer=automat",
        () -> grant.decide(
            7,
            task,
            DocumentSignature.sign(Grants.personal(CHAIRMAN), Grants.SYSTEM, hash, NOW),
            council,
            CHARTER,
            NOW));
    DocumentSignature good = Grants.signed(grant, task, NOW);
    assertRefused(
        Reason.SIGNATURE_FORGED,
        "SIGNATURE_FORGED account=automat document=" + grant.hashToSign(8, task, CHARTER),
        () -> grant.decide(8, task, good, council, CHARTER, NOW));
    assertRefused(
        () -> grant.decide(7, Grants.spending("1.00 RUB"), good, council, CHARTER, NOW),
        Reason.SIGNATURE_FORGED);
    ActiveGrant used = grant.decide(7, task, good, council, CHARTER, NOW).grant();
    assertRefused(() -> used.decide(7, task, good, council, CHARTER, NOW), Reason.SIGNATURE_FORGED);
    SignatureGrantRecord r = grant.snapshot();
    ActiveGrant another = SignatureGrant.restore(new SignatureGrantRecord(
            2,
            r.terms(),
            r.signer(),
            r.grantors(),
            r.status(),
            r.grantedAt(),
            r.endedAt(),
            r.acts(),
            r.actsOnDay(),
            r.lastActAt(),
            r.lastAct()))
        .requireActive();
    assertRefused(
        () -> another.decide(7, task, good, council, CHARTER, NOW), Reason.SIGNATURE_FORGED);
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T12:00:00 notBefore=2026-05-01T12:00:01",
        () -> grant.decide(
            7, task, Grants.signed(grant, task, NOW.plusSeconds(1)), council, CHARTER, NOW));
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T11:59:59 notBefore=2026-05-01T12:00:00",
        () -> grant.decide(
            7, task, Grants.signed(grant, task, NOW.minusSeconds(1)), council, CHARTER, NOW));
  }

  @Test
  @Tag("COUNCIL-06")
  @Tag("COUNCIL-12")
  void decide_admitsNobody_whoMissesACriterion() {
    ActiveGrant grant = Grants.grant(council);
    for (AdmissionCriterion criterion : AdmissionCriterion.values()) {
      assertRefused(
          Reason.CHECKLIST_INCOMPLETE,
          "CHECKLIST_INCOMPLETE criterion=" + criterion,
          () -> Grants.act(grant, Grants.checklist(criterion), council, NOW));
    }
  }

  @Test
  @Tag("COUNCIL-06")
  void grant_ends_byTime_byRevocation_andWithEveryMandateOfAGrantor() {
    ActiveGrant grant = Grants.grant(council);
    assertThat(Grants.act(grant, Grants.checklist(), council, UNTIL.minusSeconds(1))
            .act()
            .number())
        .isEqualTo(1);
    assertRefused(
        Reason.GRANT_ENDED,
        "GRANT_ENDED grant=1 since=2026-09-01T00:00:00 cause=EXPIRED",
        () -> Grants.act(grant, Grants.checklist(), council, UNTIL));
    assertRefused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T11:59:59 notBefore=2026-05-01T12:00:00",
        () -> Grants.act(grant, Grants.checklist(), council, NOW.minusSeconds(1)));

    for (Name grantor : grant.responsible()) {
      Council shrunk = council.withEnded(grantor, NOW.plusSeconds(60));
      assertThat(grant.ended(shrunk, NOW.plusSeconds(59))).isEmpty();
      assertThat(grant.ended(shrunk, NOW.plusSeconds(60)).orElseThrow().status())
          .isEqualTo(GrantStatus.MANDATE_ENDED);
      assertRefused(
          Reason.GRANT_ENDED,
          "GRANT_ENDED grant=1 since=2026-05-01T12:01:00 cause=MANDATE_ENDED",
          () -> Grants.act(grant, Grants.checklist(), shrunk, NOW.plusSeconds(60)));
    }

    assertRefused(
        Reason.NOT_IN_COUNCIL,
        "NOT_IN_COUNCIL account=memberh at=2026-05-01T12:00:00",
        () -> grant.revoke(council, member(7), NOW));
    EndedGrant revoked = grant.revoke(council, member(2), NOW.plusSeconds(1));
    assertThat(revoked.status()).isEqualTo(GrantStatus.REVOKED);
    assertThat(revoked.endedAt()).isEqualTo(TimePointSec.of(NOW.plusSeconds(1)));
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"grant 1\" state=REVOKED needed=ACTIVE",
        revoked::requireActive);
    assertRefused(() -> grant.revoke(council, member(2), UNTIL), Reason.GRANT_ENDED);
  }

  @Test
  @Tag("COUNCIL-06")
  void grant_doesNotPassToTheNextMandate_ofTheSamePerson() {
    ActiveGrant grant = Grants.grant(council);
    List<Mandate> renewed = new ArrayList<>();
    for (Mandate mandate : council.mandates()) {
      renewed.add(new Mandate(
          mandate.holder(),
          mandate.office(),
          mandate.from(),
          mandate.until(),
          Ground.ofMeeting(18)));
    }
    Council appointed = Councils.withDeputy(council, member(1));

    assertThat(grant.ended(Council.of(renewed), NOW).orElseThrow().status())
        .isEqualTo(GrantStatus.MANDATE_ENDED);
    assertThat(grant.ended(appointed, NOW)).as("a deputy keeps his mandate").isEmpty();
  }

  @Test
  @Tag("COUNCIL-06")
  void decide_rests_whileTheSignerIsSuspended() {
    Council four = Councils.withDeputy(Councils.of(4), member(1));
    ActiveGrant grant = Grants.grant(four);
    Suspension suspension = Councils.suspension("grounds", CLOSES);
    PendingDecision pending =
        Councils.adopted(four, CHARTER, QuestionType.SUSPEND_CHAIRMAN, suspension.digest());
    Council suspended = four.withSuspendedChairman(
        pending.sign(four, member(1), pending.hash(), NOW), suspension, CHARTER, NOW);

    assertRefused(
        Reason.GRANT_RESTS,
        "GRANT_RESTS grant=1 signer=membera",
        () -> Grants.act(grant, Grants.checklist(), suspended, CLOSES.minusSeconds(1)));
    assertThat(Grants.act(grant, Grants.checklist(), suspended, CLOSES).act().number())
        .isEqualTo(1);
  }

  @Test
  @Tag("COUNCIL-06")
  void trail_isWhole_andEveryGapChangeAndLeftoverIsFound() {
    ActiveGrant grant = Grants.grant(council);
    List<AutomaticAct> acts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ActiveGrant.Use use =
          Grants.act(grant, Grants.spending("1.0" + i + " RUB"), council, NOW.plusSeconds(i));
      grant = use.grant();
      AutomaticActRecord row = RecordCodec.of(AutomaticActRecord.class)
          .decode(RecordCodec.of(AutomaticActRecord.class).encode(use.act().snapshot()));
      acts.add(AutomaticAct.restore(row));
      assertThat(acts.get(i)).isEqualTo(use.act()).hasSameHashCodeAs(use.act());
    }
    ActiveGrant last = grant;

    AutomaticAct.requireTrail(last, acts);
    for (int left = 0; left < 3; left++) {
      List<AutomaticAct> gap = new ArrayList<>(acts);
      gap.remove(left);
      int first = left + 1;
      assertRefused(
          Reason.TRAIL_BROKEN,
          "TRAIL_BROKEN grant=1 act=" + first,
          () -> AutomaticAct.requireTrail(last, gap));
      AutomaticActRecord r = acts.get(left).snapshot();
      List<AutomaticAct> shifted = new ArrayList<>(acts);
      shifted.set(
          left,
          AutomaticAct.restore(new AutomaticActRecord(
              r.content(), r.signature(), r.responsible(), r.at().plusSeconds(1))));
      assertRefused(() -> AutomaticAct.requireTrail(last, shifted), Reason.TRAIL_BROKEN);
      List<AutomaticAct> blamed = new ArrayList<>(acts);
      blamed.set(
          left,
          AutomaticAct.restore(
              new AutomaticActRecord(r.content(), r.signature(), List.of(member(1)), r.at())));
      assertRefused(
          Reason.TRAIL_BROKEN,
          "TRAIL_BROKEN grant=1 act=" + first,
          () -> AutomaticAct.requireTrail(last, blamed));
      AutomaticActContent c = r.content();
      AutomaticActContent changed = new AutomaticActContent(
          c.cooperative(),
          c.grant(),
          c.number(),
          c.previous(),
          c.question() + 1,
          c.type(),
          c.subject(),
          c.materials(),
          c.charterDigest());
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AutomaticAct.restore(
              new AutomaticActRecord(changed, r.signature(), r.responsible(), r.at())))
          .withMessage("act " + first + " of grant 1 is not what was signed");
    }
    List<AutomaticAct> twice = new ArrayList<>(acts);
    twice.add(acts.get(2));
    assertRefused(
        Reason.TRAIL_BROKEN,
        "TRAIL_BROKEN grant=1 act=4",
        () -> AutomaticAct.requireTrail(last, twice));
  }

  @Test
  void everyState_isStoredAndRestored_andContradictionsAreRefused() {
    ActiveGrant grant = Grants.grant(council);
    ActiveGrant used = Grants.act(grant, Grants.checklist(), council, NOW).grant();
    EndedGrant ended = used.revoke(council, CHAIRMAN, NOW);
    for (SignatureGrant each : List.of(grant, used, ended)) {
      byte[] row = RecordCodec.of(SignatureGrantRecord.class).encode(each.snapshot());
      SignatureGrant again =
          SignatureGrant.restore(RecordCodec.of(SignatureGrantRecord.class).decode(row));
      assertThat(again).isEqualTo(each).hasSameHashCodeAs(each).hasSameClassAs(each);
      assertThat(again).hasToString(each.toString());
    }
    SignatureGrantRecord r = used.snapshot();
    contradicts(r, 0, CHAIRMAN, GrantStatus.ACTIVE, TimePointSec.EPOCH, 1);
    contradicts(r, 1, CHAIRMAN, GrantStatus.REVOKED, TimePointSec.EPOCH, 1);
    contradicts(r, 1, CHAIRMAN, GrantStatus.ACTIVE, TimePointSec.of(NOW), 1);
    contradicts(r, 1, member(7), GrantStatus.ACTIVE, TimePointSec.EPOCH, 1);
    contradicts(r, 1, CHAIRMAN, GrantStatus.ACTIVE, TimePointSec.EPOCH, 0);
    for (List<QuestionType> types :
        List.of(List.<QuestionType>of(), List.of(QuestionType.ADMISSION, QuestionType.ADMISSION))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Grants.terms(types, "0.00 RUB"));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Grants.terms(List.of(QuestionType.ADMISSION), "0.00 RUB", NOW));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Spending(
            CHARTER.account(), CHAIRMAN, Asset.parse("0.00 RUB"), Councils.subject("bill")));
  }

  private static void contradicts(
      SignatureGrantRecord r,
      long id,
      Name signer,
      GrantStatus status,
      TimePointSec endedAt,
      long acts) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SignatureGrant.restore(new SignatureGrantRecord(
            id,
            r.terms(),
            signer,
            r.grantors(),
            status,
            r.grantedAt(),
            endedAt,
            acts,
            r.actsOnDay(),
            r.lastActAt(),
            r.lastAct())))
        .withMessageMatching(".*grant.*");
  }
}
