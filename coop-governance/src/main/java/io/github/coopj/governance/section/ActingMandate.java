package io.github.coopj.governance.section;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
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
    requireChairman(issuer, council, now);
    if (issuer.equals(holder())) {
      throw new GovernanceException(Reason.ATTORNEY_TO_HIMSELF, "account", issuer);
    }
    signature.requireGenuine(attorney.digest(), issuer, keys.until(now));
    return with(new IssuedAttorney(attorney, issuer, 0, TimePointSec.EPOCH));
  }

  /**
   * Issues or renews the power of attorney by decision of the Council, as where its Chairman chairs the section (KU-22).
   *
   * @param attorney the power
   * @param decision decision SECTION in force on {@link PowerOfAttorney#digest}
   * @param now the moment
   * @return the mandate with the power
   * @throws GovernanceException NOT_IN_BODY, SECTION_PAPER_OF_OTHER, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT,
   *     DECISION_ALREADY_USED if the last power rests on it, revoked or not
   */
  public ActingMandate withAttorney(
      PowerOfAttorney attorney, DecisionInForce decision, Instant now) {
    requireOwn(attorney, now);
    decision.requireAbout(QuestionType.SECTION, attorney.digest());
    if (row.attorney().filter(last -> last.decision() >= decision.id()).isPresent()) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    return with(new IssuedAttorney(attorney, decision.signer(), decision.id(), TimePointSec.EPOCH));
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
    requireChairman(by, council, now);
    IssuedAttorney issued = row.attorney()
        .filter(attorney -> attorney.isValid(now))
        .orElseThrow(() -> new GovernanceException(
            Reason.SECTION_MANDATE_INCOMPLETE, "section", section(), "missing", Part.ATTORNEY));
    return with(new IssuedAttorney(
        issued.attorney(), issued.issuer(), issued.decision(), TimePointSec.of(now)));
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

  static void requireChairman(Name account, Council council, Instant now) {
    Optional<Name> acting = council.actingChairman(now);
    if (!acting.equals(Optional.of(account))) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN,
          "signer",
          account,
          "chairman",
          acting.map(Name::toString).orElse("nobody"));
    }
  }
}
