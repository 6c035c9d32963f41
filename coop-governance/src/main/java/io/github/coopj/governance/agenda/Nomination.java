package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MembershipLookup;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import java.time.Instant;

/**
 * A candidate for a body of the cooperative (выдвижение): a {@link NamedCandidate} until he consents in writing, then a
 * {@link ConsentedCandidate} (AGENDA-09).
 */
public sealed interface Nomination permits NamedCandidate, ConsentedCandidate {
  /**
   * What is stored.
   *
   * @return a record for {@link #restore}
   */
  NominationRecord snapshot();

  /**
   * Names a candidate.
   *
   * @param terms who stands for what and where
   * @param by who names him
   * @param members who is an active member
   * @param charter the charter in force
   * @param now time of the move
   * @return the candidate without his consent
   * @throws GovernanceException OTHER_COOPERATIVE, NOT_AN_ACTIVE_MEMBER for either, SELF_NOMINATION
   */
  static NamedCandidate name(
      CandidateConsent terms, Name by, MembershipLookup members, Charter charter, Instant now) {
    if (!terms.cooperative().equals(charter.account())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          charter.account(),
          "addressed",
          terms.cooperative());
    }
    Proposal.requireMember(by, members, now);
    Proposal.requireMember(terms.candidate(), members, now);
    if (by.equals(terms.candidate()) && !charter.agenda().selfNomination()) {
      throw new GovernanceException(Reason.SELF_NOMINATION, "account", by);
    }
    return new NamedCandidate(
        new NominationRecord(terms, by, TimePointSec.of(now), TimePointSec.EPOCH));
  }

  /**
   * Restores a stored nomination.
   *
   * @param stored what {@link #snapshot()} gave
   * @return the nomination in its state
   * @throws InvalidValueException if the consent is older than the nomination
   */
  static Nomination restore(NominationRecord stored) {
    if (stored.consentedAt().equals(TimePointSec.EPOCH)) {
      return new NamedCandidate(stored);
    }
    if (stored.consentedAt().compareTo(stored.namedAt()) < 0) {
      throw new InvalidValueException("a candidate consents after he was named, got "
          + stored.consentedAt() + " before " + stored.namedAt());
    }
    return new ConsentedCandidate(stored);
  }

  /**
   * This candidate, if he has not consented yet.
   *
   * @return the candidate
   * @throws GovernanceException ALREADY_SUPPORTS if he has
   */
  default NamedCandidate requireNamed() {
    if (this instanceof NamedCandidate named) {
      return named;
    }
    throw new GovernanceException(
        Reason.ALREADY_SUPPORTS, "account", snapshot().terms().candidate());
  }

  /**
   * Refuses an agenda with a candidate for a body who did not consent. Who presides over the meeting or writes its minutes
   * holds no office of a body and consents by taking the chair; a measure needs nobody's consent.
   *
   * @param agenda the agenda
   * @param meeting number of the meeting
   * @param nominations where nominations are found
   * @throws GovernanceException NO_CONSENT
   */
  static void requireAll(Agenda agenda, long meeting, NominationLookup nominations) {
    for (AgendaItem item : agenda.items()) {
      if (item.type() == ItemType.MEETING_CHAIR
          || item.type() == ItemType.MEETING_SECRETARY
          || item.type().isMeasure()) {
        continue;
      }
      for (Name candidate : item.candidates()) {
        if (nominations.find(candidate, item.type(), meeting).stream()
            .noneMatch(ConsentedCandidate.class::isInstance)) {
          throw new GovernanceException(
              Reason.NO_CONSENT, "account", candidate, "item", item.number());
        }
      }
    }
  }
}
