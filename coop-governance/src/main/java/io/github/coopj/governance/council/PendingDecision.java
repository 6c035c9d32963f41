package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adopted by vote, without force until it is signed. */
public final class PendingDecision extends CouncilDecision {
  PendingDecision(CouncilDecisionRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.pending(this);
  }

  /**
   * The exact hash to sign: digest of {@link CouncilDecisionContent}.
   *
   * @return the hash
   */
  public Checksum256 hash() {
    return data.contentHash();
  }

  /**
   * Signs the decision as the Chairman. On the Chairman's own suspension a deputy signs; if there is none, see {@link
   * #signByVoters}.
   *
   * @param council the Council
   * @param signer the acting Chairman
   * @param decisionHash what he signed
   * @param now the moment
   * @return the decision in force
   * @throws GovernanceException OUT_OF_ORDER, NOT_CHAIRMAN, CHAIRMAN_EXCLUDED, NOT_TEMPORARY_SCOPE, WRONG_DECISION_HASH
   */
  DecisionInForce sign(Council council, Name signer, Checksum256 decisionHash, Instant now) {
    Signatory.require(type(), council, signer, now);
    return inForce(signer, decisionHash, now);
  }

  /**
   * Signs the decision by its own hash, with a compliance report attached (CHAIR-12), where the charter does not ask that
   * the signature cover the report and every check pass.
   *
   * @param council the Council
   * @param signer the acting Chairman
   * @param decisionHash what he signed
   * @param report the report on this decision, whatever it says
   * @param charter the charter in force
   * @param now the moment
   * @return the decision in force
   * @throws GovernanceException COMPLIANCE_REPORT_MISSING, OUT_OF_ORDER, NOT_CHAIRMAN, CHAIRMAN_EXCLUDED,
   *     NOT_TEMPORARY_SCOPE, WRONG_DECISION_HASH
   */
  public DecisionInForce sign(
      Council council,
      Name signer,
      Checksum256 decisionHash,
      ComplianceReport report,
      Charter charter,
      Instant now) {
    report.requireOn(this, now);
    if (charter.chairman().complianceReport()) {
      throw new GovernanceException(Reason.COMPLIANCE_REPORT_MISSING, "decision", id());
    }
    return sign(council, signer, decisionHash, now);
  }

  /**
   * Signs the decision under its compliance report (CHAIR-12): the signature covers the report, which names the hash of
   * the decision.
   *
   * @param council the Council
   * @param signer the acting Chairman
   * @param report the report on this decision
   * @param signedDigest what he signed
   * @param now the moment
   * @return the decision in force
   * @throws GovernanceException NOT_COMPLIANT with the first check that failed, WRONG_DECISION_HASH, OUT_OF_ORDER,
   *     NOT_CHAIRMAN, CHAIRMAN_EXCLUDED, NOT_TEMPORARY_SCOPE
   */
  public DecisionInForce sign(
      Council council,
      Name signer,
      ComplianceReport report,
      Checksum256 signedDigest,
      Instant now) {
    report.requirePassed(this, now);
    if (!signedDigest.equals(report.digest())) {
      throw new GovernanceException(
          Reason.WRONG_DECISION_HASH, "signed", signedDigest, "expected", report.digest());
    }
    return sign(council, signer, hash(), now);
  }

  /**
   * Signs the Chairman's suspension, or the election of a temporary acting chairman, by all who voted for it, where there
   * is nobody else to sign.
   *
   * @param council the Council
   * @param signers who signed, at least all who voted for
   * @param decisionHash what they signed
   * @param now the moment
   * @return the decision in force, the first voter as its signer
   * @throws GovernanceException OUT_OF_ORDER, DECISION_OF_OTHER_TYPE, NOT_CHAIRMAN if a deputy, or for the election a
   *     Chairman, is there to sign, SIGNATURES_MISSING, WRONG_DECISION_HASH
   */
  DecisionInForce signByVoters(
      Council council, List<Name> signers, Checksum256 decisionHash, Instant now) {
    boolean election = type() == QuestionType.ACTING_CHAIRMAN;
    if (type() != QuestionType.SUSPEND_CHAIRMAN && !election) {
      throw new GovernanceException(
          Reason.DECISION_OF_OTHER_TYPE,
          "decision",
          id(),
          "expected",
          QuestionType.SUSPEND_CHAIRMAN,
          "actual",
          type());
    }
    Optional<Name> signatory = election
        ? Appointments.chairmanOrDeputy(council, now)
        : council.deputies(now).stream().findFirst();
    if (signatory.isPresent()) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN, "signer", signers, "chairman", signatory.get());
    }
    List<Name> missing = new ArrayList<>(data.votersFor());
    missing.removeAll(signers);
    if (!missing.isEmpty()) {
      throw new GovernanceException(Reason.SIGNATURES_MISSING, "missing", missing);
    }
    return inForce(data.votersFor().get(0), decisionHash, now);
  }

  /**
   * Signs as {@link #signByVoters(Council, List, Checksum256, Instant)}, with a compliance report attached (CHAIR-12).
   *
   * @param council the Council
   * @param signers who signed, at least all who voted for
   * @param decisionHash what they signed
   * @param report the report on this decision; every check has passed where the charter asks for it
   * @param charter the charter in force
   * @param now the moment
   * @return the decision in force, the first voter as its signer
   * @throws GovernanceException NOT_COMPLIANT, and all of {@link #signByVoters(Council, List, Checksum256, Instant)}
   */
  public DecisionInForce signByVoters(
      Council council,
      List<Name> signers,
      Checksum256 decisionHash,
      ComplianceReport report,
      Charter charter,
      Instant now) {
    report.requireOn(this, now);
    if (charter.chairman().complianceReport()) {
      report.requirePassed(this, now);
    }
    return signByVoters(council, signers, decisionHash, now);
  }

  /**
   * Refuses the signature with grounds; the question may be put again as a new one.
   *
   * @param council the Council
   * @param signer the acting Chairman
   * @param reason the grounds in words
   * @param now the moment
   * @return the declined decision
   * @throws GovernanceException OUT_OF_ORDER, NOT_CHAIRMAN, CHAIRMAN_EXCLUDED, NOT_TEMPORARY_SCOPE, NO_GROUNDS
   */
  public DeclinedDecision decline(Council council, Name signer, String reason, Instant now) {
    Signatory.require(type(), council, signer, now);
    if (reason.isBlank()) {
      throw new GovernanceException(Reason.NO_GROUNDS, "decision", id());
    }
    return new DeclinedDecision(ended(DecisionStatus.DECLINED, signer, reason, now));
  }

  /**
   * Whether the signature has been missing for longer than the charter lets it (CHAIR-11). The decision stays without
   * force all the same; the question is then due to go to the general meeting.
   *
   * @param charter the charter in force
   * @param now the moment
   * @return whether the days of the charter have passed since the count
   */
  public boolean isSignatureOverdue(Charter charter, Instant now) {
    return !now.isBefore(EscalatedDecision.signatureDue(data, charter));
  }

  /**
   * Day on which the signature becomes overdue (CHAIR-11).
   *
   * @param charter the charter in force
   * @return day of the count plus the days of the charter, in the zone of the cooperative
   */
  public LocalDate signatureDueOn(Charter charter) {
    return EscalatedDecision.signatureDue(data, charter).atZone(charter.zone()).toLocalDate();
  }

  /**
   * Takes the question to the general meeting for want of the signature.
   *
   * @param council the Council
   * @param member any member in office
   * @param charter the charter in force
   * @param now the moment
   * @return the escalated decision, without force
   * @throws GovernanceException NOT_IN_COUNCIL, SIGNATURE_NOT_OVERDUE
   */
  public EscalatedDecision escalate(Council council, Name member, Charter charter, Instant now) {
    council.requireMember(member, now);
    return EscalatedDecision.of(data, charter, now);
  }

  /**
   * Who answers for the decision (COUNCIL-25).
   *
   * @return members who voted for, in the order of voting
   */
  public List<Name> responsible() {
    return data.votersFor();
  }

  private DecisionInForce inForce(Name signer, Checksum256 decisionHash, Instant now) {
    if (!decisionHash.equals(hash())) {
      throw new GovernanceException(
          Reason.WRONG_DECISION_HASH, "signed", decisionHash, "expected", hash());
    }
    return new DecisionInForce(ended(DecisionStatus.IN_FORCE, signer, "", now));
  }

  private CouncilDecisionRecord ended(
      DecisionStatus status, Name signer, String reason, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    requireNotBefore(at, data.decidedAt());
    return data.ended(status, signer, reason, at);
  }
}
