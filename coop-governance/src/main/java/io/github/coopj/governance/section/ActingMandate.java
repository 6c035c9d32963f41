package io.github.coopj.governance.section;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.meeting.MeetingDecision;
import java.time.Instant;
import java.util.Optional;

/** Not ended before its term; papers are added, renewed and revoked. */
public final class ActingMandate extends SectionMandate {
  ActingMandate(SectionMandateRecord row) {
    super(row);
  }

  /**
   * Issues or renews the power of attorney by the Chairman of the Council, or who acts for him (KU-05).
   *
   * @param attorney the power
   * @param signature his signature over {@link PowerOfAttorney#digest}
   * @param council the Council in office
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return the mandate with the power
   * @throws GovernanceException NOT_IN_BODY, SECTION_PAPER_OF_OTHER, NOT_CHAIRMAN, ATTORNEY_TO_HIMSELF where the Chairman
   *     is the holder (KU-22), SIGNATURE_FORGED
   */
  public ActingMandate withAttorney(
      PowerOfAttorney attorney,
      DocumentSignature signature,
      Council council,
      SignerKeys keys,
      Instant now) {
    requireOwn(attorney, now);
    Name issuer = signature.signer();
    council.requireActingChairman(issuer, now);
    if (issuer.equals(holder())) {
      throw new GovernanceException(Reason.ATTORNEY_TO_HIMSELF, "account", issuer);
    }
    signature.requireGenuine(attorney.digest(), issuer, keys.until(now));
    return with(new IssuedAttorney(
        attorney, issuer, Optional.empty(), TimePointSec.of(now), TimePointSec.EPOCH));
  }

  /**
   * Issues or renews the power of attorney by decision of the Council, as where its Chairman chairs the section (KU-22).
   *
   * @param attorney the power
   * @param decision decision SECTION in force on {@link PowerOfAttorney#digest}
   * @param now the moment
   * @return the mandate with the power
   * @throws GovernanceException NOT_IN_BODY, SECTION_PAPER_OF_OTHER, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     DECISION_ALREADY_USED if the last power, revoked or not, rests on it or on a later one
   */
  public ActingMandate withAttorney(
      PowerOfAttorney attorney, DecisionInForce decision, Instant now) {
    requireOwn(attorney, now);
    decision.requireAbout(QuestionType.SECTION, attorney.digest());
    return decided(
        attorney, decision.signer(), Ground.ofCouncil(decision.id()), decision.effectiveAt());
  }

  /**
   * Issues or renews the power of attorney by decision of the general meeting, to which a refusal of the Chairman leads in
   * the end (CHAIR-15, KU-22).
   *
   * @param attorney the power
   * @param decision decision OTHER on {@link PowerOfAttorney#digest}
   * @param now the moment
   * @return the mandate with the power
   * @throws GovernanceException NOT_IN_BODY, SECTION_PAPER_OF_OTHER, OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE,
   *     DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED as for a decision of the Council
   */
  public ActingMandate withAttorney(
      PowerOfAttorney attorney, MeetingDecision decision, Instant now) {
    requireOwn(attorney, now);
    decision.requireOf(row.cooperative(), ItemType.OTHER);
    if (!decision.subject().equals(attorney.digest())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          attorney.digest(),
          "actual",
          decision.subject());
    }
    return decided(
        attorney,
        Name.EMPTY,
        Ground.ofMeeting(decision.id()),
        TimePointSec.of(decision.effectiveAt()));
  }

  private ActingMandate decided(
      PowerOfAttorney attorney, Name issuer, Ground ground, TimePointSec since) {
    boolean used = row.attorney()
        .filter(
            last -> last.ground().equals(Optional.of(ground)) || since.compareTo(last.since()) < 0)
        .isPresent();
    if (used) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", ground.id());
    }
    return with(
        new IssuedAttorney(attorney, issuer, Optional.of(ground), since, TimePointSec.EPOCH));
  }

  /**
   * Revokes the power of attorney: representation rests until it is renewed (KU-05).
   *
   * @param by the Chairman of the Council, or who acts for him
   * @param council the Council in office
   * @param now first moment without it
   * @return the mandate
   * @throws GovernanceException NOT_CHAIRMAN, SECTION_MANDATE_INCOMPLETE if no power of attorney is in force
   */
  public ActingMandate withAttorneyRevoked(Name by, Council council, Instant now) {
    council.requireActingChairman(by, now);
    IssuedAttorney issued = row.attorney()
        .filter(attorney -> attorney.isValid(now))
        .orElseThrow(() -> new GovernanceException(
            Reason.SECTION_MANDATE_INCOMPLETE, "section", section(), "missing", Part.ATTORNEY));
    return with(new IssuedAttorney(
        issued.attorney(), issued.issuer(), issued.ground(), issued.since(), TimePointSec.of(now)));
  }

  /**
   * Adds the minutes of the election.
   *
   * @param minutes the minutes
   * @param signature signature of who presided over {@link SectionMinutes#digest}
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return the mandate with the minutes
   * @throws GovernanceException NOT_IN_BODY, SECTION_PAPER_OF_OTHER, SIGNATURE_FORGED
   */
  public ActingMandate withMinutes(
      SectionMinutes minutes, DocumentSignature signature, SignerKeys keys, Instant now) {
    requireInOffice(now);
    requireOwn(
        minutes.cooperative().equals(row.cooperative())
            && minutes.section() == section()
            && minutes.meeting() == row.meeting()
            && minutes.elected().equals(holder()),
        Part.MINUTES);
    signature.requireGenuine(minutes.digest(), row.presided(), keys.until(now));
    return new ActingMandate(row.withPapers(Optional.of(minutes), row.liability()));
  }

  /**
   * Adds or renews the contract on material liability.
   *
   * @param contract the contract
   * @param signature signature of the holder over {@link LiabilityContract#digest}
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return the mandate with the contract
   * @throws GovernanceException NOT_IN_BODY, SECTION_PAPER_OF_OTHER, SIGNATURE_FORGED
   */
  public ActingMandate withLiability(
      LiabilityContract contract, DocumentSignature signature, SignerKeys keys, Instant now) {
    requireInOffice(now);
    requireOwn(
        contract.cooperative().equals(row.cooperative())
            && contract.section() == section()
            && contract.holder().equals(holder()),
        Part.LIABILITY);
    signature.requireGenuine(contract.digest(), holder(), keys.until(now));
    return new ActingMandate(row.withPapers(row.minutes(), Optional.of(contract)));
  }

  /**
   * Suspends the representation of the section by decision of the Council, on a ground of law or of the charter; the
   * chairman stays in office (KU-21).
   *
   * @param suspension whose, why and how long
   * @param decision decision SECTION in force on {@link RepresentationSuspension#digest}
   * @param charter the charter in force
   * @param now first moment without representation
   * @return the mandate with the suspension
   * @throws GovernanceException NOT_IN_BODY, SECTION_PAPER_OF_OTHER if it names another, SUSPENSION_WITHOUT_GROUND also where
   *     no paper proves the ground, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED, OUT_OF_ORDER if
   *     the decision is older than the mandate, CLOSES_BEFORE_OPENING if it would end at once
   */
  public ActingMandate suspended(
      RepresentationSuspension suspension, DecisionInForce decision, Charter charter, Instant now) {
    requireInOffice(now);
    requireOwn(
        suspension.cooperative().equals(row.cooperative())
            && suspension.section() == section()
            && suspension.holder().equals(holder()),
        Part.REPRESENTATION);
    if (!charter.sections().maySuspendFor(suspension.ground())
        || suspension.evidence().equals(Checksum256.ZERO)) {
      throw new GovernanceException(
          Reason.SUSPENSION_WITHOUT_GROUND, "section", section(), "ground", suspension.ground());
    }
    decision.requireAbout(QuestionType.SECTION, suspension.digest());
    if (row.suspension().filter(last -> last.decision() >= decision.id()).isPresent()) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    Section.requireNotBefore(decision.effectiveAt().toInstant(), row.from());
    TimePointSec from = TimePointSec.of(now);
    if (suspension.until().compareTo(from) <= 0) {
      throw new GovernanceException(
          Reason.CLOSES_BEFORE_OPENING, "opensAt", from, "closesAt", suspension.until());
    }
    return new ActingMandate(
        row.suspended(new SuspendedRepresentation(suspension, decision.id(), from)));
  }

  /**
   * Removes the chairman by decision of his section (KU-21).
   *
   * @param meeting a meeting of the section with quorum
   * @param item number of the adopted item on {@link SectionRemoval#digest}
   * @param now first moment out of office
   * @return the ended mandate
   * @throws GovernanceException OUTSIDE_SECTION if another section decided, ITEM_NOT_ADOPTED, DECISION_ON_OTHER_SUBJECT,
   *     OUT_OF_ORDER before the votes were in or if they were before this mandate, NOT_IN_BODY
   */
  public EndedMandate removed(CompetentMeeting meeting, int item, Instant now) {
    if (meeting.section() != section()) {
      throw new GovernanceException(
          Reason.OUTSIDE_SECTION, "act", MandateEnd.REMOVED, "section", meeting.section());
    }
    meeting.requireAdopted(
        item, new SectionRemoval(row.cooperative(), section(), holder()).digest());
    Section.requireNotBefore(now, meeting.decidedAt());
    Section.requireNotBefore(meeting.decidedAt().toInstant(), row.from());
    return ended(MandateEnd.REMOVED, now);
  }

  /**
   * Ends the mandate of a chairman who left the section or the cooperative (KU-10, KU-15).
   *
   * @param now first moment out of office
   * @return the ended mandate
   * @throws GovernanceException NOT_IN_BODY
   */
  public EndedMandate left(Instant now) {
    return ended(MandateEnd.LEFT, now);
  }

  EndedMandate ended(MandateEnd why, Instant now) {
    requireInOffice(now);
    return new EndedMandate(row.ended(why, TimePointSec.of(now)));
  }

  /**
   * Answers a body that wants to remove the chairman: none can, he was elected by his section (KU-21, BOARD-08).
   *
   * @param body the body
   * @return what to throw: NOT_REMOVABLE
   */
  public GovernanceException notRemovableBy(Office.Body body) {
    return new GovernanceException(Reason.NOT_REMOVABLE, "account", holder(), "body", body);
  }

  private ActingMandate with(IssuedAttorney issued) {
    return new ActingMandate(row.withAttorney(issued));
  }

  private void requireOwn(PowerOfAttorney attorney, Instant now) {
    requireInOffice(now);
    requireOwn(
        attorney.cooperative().equals(row.cooperative())
            && attorney.section() == section()
            && attorney.holder().equals(holder()),
        Part.ATTORNEY);
  }

  private void requireOwn(boolean own, Part paper) {
    if (!own) {
      throw new GovernanceException(
          Reason.SECTION_PAPER_OF_OTHER, "section", section(), "paper", paper);
    }
  }
}
