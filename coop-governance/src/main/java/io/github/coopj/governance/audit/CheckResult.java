package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What a check has shown.
 *
 * @param cooperative account of the cooperative
 * @param plan digest of the plan
 * @param report digest of the report (акт проверки)
 */
public record CheckResult(Name cooperative, Checksum256 plan, Checksum256 report) {
  /** Refuses a result without a report. */
  public CheckResult {
    if (report.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("the result of a check is a report");
    }
  }

  /**
   * The question whether the check has shown this.
   *
   * @return a topic CHECK_RESULT
   */
  public AuditTopic topic() {
    return new AuditTopic(
        cooperative,
        AuditQuestionType.CHECK_RESULT,
        DocumentDigest.of(DocumentType.AUDIT_CHECK, this));
  }
}
