package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.matter.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the checks of the rules say of an adopted decision before the Chairman signs it (CHAIR-12). Arises by running the
 * checks and in no other way.
 */
public final class ComplianceReport {
  private final ComplianceReportRecord data;

  private ComplianceReport(ComplianceReportRecord data) {
    this.data = data;
  }

  /**
   * Runs the checks.
   *
   * @param decision the adopted decision
   * @param task checklist of an admission, or the expense; nothing for other questions
   * @param standing what the general meeting has decided on its matter, if it has
   * @param council the Council
   * @param charter the charter in force
   * @param now the moment
   * @return the report, whether the decision complies or not
   */
  public static ComplianceReport of(
      PendingDecision decision,
      Optional<RoutineTask> task,
      Optional<Ruling> standing,
      Council council,
      Charter charter,
      Instant now) {
    List<ComplianceCheck> failed =
        failed(decision, decision.responsible(), task, standing, council, charter, now);
    if (decision.isSignatureOverdue(charter, now)) {
      failed.add(ComplianceCheck.TIME);
    }
    return report(decision.id(), decision.hash(), failed, charter, now);
  }

  /**
   * Runs the checks on what an automated system decides under a grant of the signature. There is no vote and no term for
   * the signature; the grantors answer for the act.
   *
   * @param act the act
   * @param task the checklist or expense that it decides on
   * @param standing what the general meeting has decided on its matter, if it has
   * @param council the Council
   * @param charter the charter in force
   * @param now the moment
   * @return the report on the hash that the system signed
   */
  public static ComplianceReport of(
      AutomaticAct act,
      RoutineTask task,
      Optional<Ruling> standing,
      Council council,
      Charter charter,
      Instant now) {
    DecisionInForce decision = act.inForce();
    return report(
        decision.id(),
        act.hash(),
        failed(decision, act.responsible(), Optional.of(task), standing, council, charter, now),
        charter,
        now);
  }

  private static ComplianceReport report(
      long decision, Checksum256 hash, List<ComplianceCheck> failed, Charter charter, Instant now) {
    return new ComplianceReport(
        new ComplianceReportRecord(decision, hash, charter.digest(), failed, TimePointSec.of(now)));
  }

  private static List<ComplianceCheck> failed(
      CouncilDecision decision,
      List<Name> responsible,
      Optional<RoutineTask> task,
      Optional<Ruling> standing,
      Council council,
      Charter charter,
      Instant now) {
    CouncilDecisionRecord record = decision.snapshot();
    List<ComplianceCheck> failed = new ArrayList<>();
    if (!record.charterDigest().equals(charter.digest())) {
      failed.add(ComplianceCheck.CHARTER);
    }
    if (charter.competence().isExclusive(record.question().matter().kind())
        || standing.filter(ruling -> ruling.isContrary(decision.subject(), now)).isPresent()) {
      failed.add(ComplianceCheck.COMPETENCE);
    }
    if (decision.type().rule().has(QuestionRule.Trait.PAPERS)
        && record.question().materials().isEmpty()) {
      failed.add(ComplianceCheck.MATERIALS);
    }
    if (decision.type().rule().has(QuestionRule.Trait.CRITERIA)
        && !task.map(criteria -> meets(criteria, decision)).orElse(false)) {
      failed.add(ComplianceCheck.CRITERIA);
    }
    if (!responsible.stream().allMatch(voter -> council.isMember(voter, now))) {
      failed.add(ComplianceCheck.VOTERS);
    }
    return failed;
  }

  private static boolean meets(RoutineTask task, CouncilDecision decision) {
    boolean same = task.type() == decision.type()
        && task.subject().equals(decision.subject())
        && decision.snapshot().question().materials().containsAll(task.materials());
    if (!same) {
      return false;
    }
    try {
      task.requireReady();
      return true;
    } catch (GovernanceException e) {
      return false;
    }
  }

  /**
   * The report as it is stored beside the decision.
   *
   * @return its record
   */
  public ComplianceReportRecord snapshot() {
    return data;
  }

  /**
   * What the Chairman signs: the report, which names the hash of the decision.
   *
   * @return digest of {@link ComplianceReportRecord}
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.COMPLIANCE_REPORT, data);
  }

  /**
   * Refuses a report of another decision and one from the future.
   *
   * @param decision the decision to sign
   * @param now the moment
   * @throws GovernanceException WRONG_DECISION_HASH, OUT_OF_ORDER
   */
  public void requireOn(PendingDecision decision, Instant now) {
    if (!data.hash().equals(decision.hash())) {
      throw new GovernanceException(
          Reason.WRONG_DECISION_HASH, "signed", data.hash(), "expected", decision.hash());
    }
    CouncilDecision.requireNotBefore(TimePointSec.of(now), data.at());
  }

  /**
   * Refuses a report of another decision, from the future, and one with a failed check.
   *
   * @param decision the decision to sign
   * @param now the moment
   * @throws GovernanceException WRONG_DECISION_HASH, OUT_OF_ORDER, NOT_COMPLIANT with the first check that failed
   */
  public void requirePassed(PendingDecision decision, Instant now) {
    requireOn(decision, now);
    if (!data.failed().isEmpty()) {
      throw new GovernanceException(
          Reason.NOT_COMPLIANT,
          "decision",
          data.decision(),
          "check",
          data.failed().get(0));
    }
  }
}
