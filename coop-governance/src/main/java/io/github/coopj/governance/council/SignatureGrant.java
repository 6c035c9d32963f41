package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.charter.AutosignPolicy;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grant of the Council's signature to an automated system (делегирование подписи; COUNCIL-06 to COUNCIL-08).
 *
 * <p>An {@link ActiveGrant} arises from a decision of the Council in force and from nothing else, and becomes an {@link
 * EndedGrant}: by time, by revocation, or with the mandate of any of its grantors. The grantors, who voted for it and who
 * signed it, answer for every act under it.
 */
public abstract sealed class SignatureGrant permits ActiveGrant, EndedGrant {
  final SignatureGrantRecord data;

  SignatureGrant(SignatureGrantRecord data) {
    this.data = data;
  }

  /**
   * Gives a grant. Its number is that of the decision, so a decision gives one.
   *
   * @param decision the Council's decision on {@link GrantTerms#digest()}
   * @param terms what is granted
   * @param council the Council
   * @param keys which keys sign for which persons
   * @param charter the charter in force
   * @param now the moment
   * @return the grant
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     GRANT_FORBIDDEN_TYPE, WRONG_CURRENCY, GRANT_OVER_AMOUNT, GRANT_TOO_LONG, CLOSES_BEFORE_OPENING if its time is
   *     over, GRANT_KEY_NOT_OWN if key or account are those of a member, NOT_IN_COUNCIL if a grantor has left
   */
  public static ActiveGrant grant(
      DecisionInForce decision,
      GrantTerms terms,
      Council council,
      SignerKeys keys,
      Charter charter,
      Instant now) {
    requireCooperative(terms, charter);
    decision.requireAbout(QuestionType.SIGNATURE_GRANT, terms.digest());
    requireTerms(terms, charter, now);
    for (Name member : council.membersInOffice(now)) {
      if (member.equals(terms.system()) || keys.signsFor(member, terms.key(), now)) {
        throw new GovernanceException(
            Reason.GRANT_KEY_NOT_OWN, "system", terms.system(), "account", member);
      }
    }
    Set<Name> grantors = new LinkedHashSet<>(decision.responsible());
    grantors.add(decision.signer());
    List<Mandate> mandates = new ArrayList<>();
    for (Name grantor : grantors) {
      council.requireMember(grantor, now);
      council.mandates().stream()
          .filter(mandate -> mandate.holder().equals(grantor))
          .forEach(mandates::add);
    }
    return new ActiveGrant(new SignatureGrantRecord(
        decision.id(),
        terms,
        decision.signer(),
        mandates,
        GrantStatus.ACTIVE,
        TimePointSec.of(now),
        TimePointSec.EPOCH,
        0,
        0,
        TimePointSec.EPOCH,
        Checksum256.ZERO));
  }

  static void requireCooperative(GrantTerms terms, Charter charter) {
    if (!terms.cooperative().equals(charter.account())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          charter.account(),
          "addressed",
          terms.cooperative());
    }
  }

  private static void requireTerms(GrantTerms terms, Charter charter, Instant now) {
    for (QuestionType type : terms.types()) {
      if (type.neverAutomatic()) {
        throw new GovernanceException(Reason.GRANT_FORBIDDEN_TYPE, "type", type);
      }
    }
    AutosignPolicy policy = charter.autosign();
    policy.requireWithin(terms.mostPerAct());
    TimePointSec latest = TimePointSec.of(terms
        .from()
        .toInstant()
        .atZone(charter.zone())
        .plusDays(policy.maxDays())
        .toInstant());
    if (terms.until().compareTo(latest) > 0) {
      throw new GovernanceException(
          Reason.GRANT_TOO_LONG, "until", terms.until(), "latest", latest);
    }
    if (!now.isBefore(terms.until().toInstant())) {
      throw new GovernanceException(
          Reason.CLOSES_BEFORE_OPENING, "opensAt", TimePointSec.of(now), "closesAt", terms.until());
    }
  }

  /**
   * Restores a stored grant.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the grant in its state
   * @throws io.github.coopj.InvalidValueException if the parts contradict each other
   */
  public static SignatureGrant restore(SignatureGrantRecord stored) {
    stored.requireConsistent();
    return stored.status() == GrantStatus.ACTIVE ? new ActiveGrant(stored) : new EndedGrant(stored);
  }

  /**
   * The grant as it is stored.
   *
   * @return a record for {@link #restore}
   */
  public SignatureGrantRecord snapshot() {
    return data;
  }

  /**
   * Number of the decision that gave the grant.
   *
   * @return 1 or more
   */
  public long id() {
    return data.id();
  }

  /**
   * What is granted.
   *
   * @return the terms
   */
  public GrantTerms terms() {
    return data.terms();
  }

  /**
   * How far the grant has come.
   *
   * @return the status that belongs to the state
   */
  public GrantStatus status() {
    return data.status();
  }

  /**
   * Who answers for every act under the grant (COUNCIL-07).
   *
   * @return who voted for it in the order of voting, and who signed it
   */
  public List<Name> responsible() {
    return data.grantors().stream().map(Mandate::holder).toList();
  }

  /**
   * This grant, if it has not ended.
   *
   * @return the grant
   * @throws GovernanceException WRONG_STATE
   */
  public ActiveGrant requireActive() {
    return States.require(this, ActiveGrant.class, "grant " + id(), status(), GrantStatus.ACTIVE);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignatureGrant grant && data.equals(grant.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
