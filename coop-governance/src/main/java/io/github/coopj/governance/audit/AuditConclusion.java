package io.github.coopj.governance.audit;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.util.List;

/** A conclusion the Revision commission has given. Only its own decision makes one (AUDIT-13). */
public final class AuditConclusion {
  private final ConclusionContent content;
  private final AuditDecision decision;

  private AuditConclusion(ConclusionContent content, AuditDecision decision) {
    this.content = content;
    this.decision = decision;
  }

  /**
   * Gives a conclusion.
   *
   * @param content the conclusion
   * @param checks the checks it rests on, in the order it names them
   * @param decision decision CONCLUSION on it
   * @return the conclusion given
   * @throws GovernanceException OTHER_COOPERATIVE, DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, also if other
   *     checks are given than named
   */
  public static AuditConclusion give(
      ConclusionContent content, List<ConcludedCheck> checks, AuditDecision decision) {
    decision.requireAbout(content.topic());
    List<Checksum256> given =
        checks.stream().map(check -> check.snapshot().plan().digest()).toList();
    if (!given.equals(content.checks())) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          given,
          "actual",
          content.checks());
    }
    return new AuditConclusion(content, decision);
  }

  /**
   * What the commission concluded.
   *
   * @return the content
   */
  public ConclusionContent content() {
    return content;
  }

  /**
   * Refuses another document in place of the conclusion.
   *
   * @param document digest that an agenda item names
   * @throws GovernanceException DECISION_ON_OTHER_SUBJECT
   */
  public void requireIs(Checksum256 document) {
    if (!content.digest().equals(document)) {
      throw new GovernanceException(
          Reason.DECISION_ON_OTHER_SUBJECT,
          "decision",
          decision.id(),
          "expected",
          document,
          "actual",
          content.digest());
    }
  }
}
