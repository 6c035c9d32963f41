package io.github.coopj.governance.council;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Grants of the signature for tests. */
final class Grants {
  static final Charter CHARTER = CharterFixtures.platform("autosign.maxAmount", "1000");
  static final Name SYSTEM = Name.of("automat");
  static final PrivateKey KEY = PrivateKey.fromSeed(KeyType.K1, "automat");
  static final Instant UNTIL = Instant.parse("2026-09-01T00:00:00Z");
  static final SignerKeys KEYS =
      (account, key, at) -> key.equals(personal(account).publicKey());

  private Grants() {}

  static PrivateKey personal(Name account) {
    return PrivateKey.fromSeed(KeyType.K1, account.toString());
  }

  static GrantTerms terms(List<QuestionType> types, String most) {
    return terms(types, most, UNTIL);
  }

  static GrantTerms terms(List<QuestionType> types, String most, Instant until) {
    return new GrantTerms(
        CHARTER.account(),
        SYSTEM,
        KEY.publicKey(),
        types,
        Asset.parse(most),
        3,
        TimePointSec.of(Councils.NOW),
        TimePointSec.of(until));
  }

  static ActiveGrant grant(Council council, GrantTerms terms) {
    DecisionInForce decision =
        Councils.inForce(council, CHARTER, QuestionType.SIGNATURE_GRANT, terms.digest());
    return SignatureGrant.grant(decision, terms, council, KEYS, CHARTER, Councils.NOW);
  }

  static ActiveGrant grant(Council council) {
    return grant(
        council, terms(List.of(QuestionType.ADMISSION, QuestionType.SPENDING), "1000.00 RUB"));
  }

  static Spending spending(String amount) {
    return new Spending(
        CHARTER.account(), Name.of("baker"), Asset.parse(amount), Councils.subject("bill"));
  }

  static AdmissionChecklist checklist(AdmissionCriterion... unmet) {
    return new AdmissionChecklist(
        CHARTER.account(),
        Councils.subject("application"),
        Arrays.stream(AdmissionCriterion.values())
            .map(criterion -> new AdmissionChecklist.Result(
                criterion, !List.of(unmet).contains(criterion), Councils.subject(criterion.name())))
            .toList());
  }

  static ActiveGrant.Use act(ActiveGrant grant, RoutineTask task, Council council, Instant now) {
    return grant.decide(7, task, signed(grant, task, now), council, CHARTER, now);
  }

  static DocumentSignature signed(ActiveGrant grant, RoutineTask task, Instant at) {
    return DocumentSignature.sign(KEY, SYSTEM, grant.hashToSign(7, task, CHARTER), at);
  }
}
